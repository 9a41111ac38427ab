// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/record_names.h"

namespace ui {

RecordNames::RecordNames(const Ask &ask, QObject *parent)
    : QObject(parent), m_ask(ask)
{
}

QString RecordNames::name(qint64 key)
{
    const auto known = m_names.constFind(key);
    if (known != m_names.constEnd())
        return *known;
    const QString number = u'#' + QString::number(key);
    m_names.insert(key, number);
    m_ask(key).then(this, [this, key](const db::Result<QString> &name) {
        if (!name)
            return;
        m_names.insert(key, *name);
        emit arrived();
    });
    return number;
}

} // namespace ui
