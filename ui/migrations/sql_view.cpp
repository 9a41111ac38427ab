// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/sql_view.h"

#include "ui/language/retranslate.h"

#include <QApplication>
#include <QFontDatabase>

namespace ui {

SqlView::SqlView(const QString &name, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(name);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    restyle(this, [this] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(QApplication::font().pointSizeF());
        setFont(font);
    });
}

QString sqlText(const QStringList &statements)
{
    QStringList lines;
    for (const QString &statement : statements)
        lines.append(statement + u';');
    return lines.join(u'\n');
}

QString sqlComment(const QString &text)
{
    QString lines = text;
    lines.replace(u'\n', u"\n-- "_qs);
    return u"-- " + lines;
}

} // namespace ui
