// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace ui {

/// Names of records that a list is narrowed to, for its chips: each is asked for once.
class RecordNames : public QObject
{
    Q_OBJECT

public:
    using Ask = std::function<db::Request<db::Result<QString>>(qint64 key)>;

    explicit RecordNames(const Ask &ask, QObject *parent = nullptr);

    /// The name, or "#12" until arrived() says that it has come.
    QString name(qint64 key);
    /// A name that is known already.
    void insert(qint64 key, const QString &name) { m_names.insert(key, name); }

signals:
    void arrived();

private:
    Ask m_ask;
    QHash<qint64, QString> m_names;
};

} // namespace ui
