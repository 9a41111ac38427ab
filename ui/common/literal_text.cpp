// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/literal_text.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace ui {

QString literalLabel(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_qs);
}

QString withoutMnemonic(const QString &label)
{
    static const QRegularExpression mnemonic(u"&(.)"_qs);
    return QString(label).replace(mnemonic, u"\\1"_qs);
}

QString literalToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace ui
