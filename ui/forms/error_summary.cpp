// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/error_summary.h"

#include "ui/forms/field_row.h"
#include "ui/language/retranslate.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>

namespace ui {

ErrorSummary::ErrorSummary(const QString &name, QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this))
{
    setObjectName(name);
    m_text->setObjectName(name + u".text");
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFrameShape(StyledPanel);
    hide();

    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text);
    connect(m_text, &QLabel::linkActivated, this, &ErrorSummary::fieldChosen);
    retranslate(this, [this] { updateText(); });
    tint(this, Theme::Role::Error);
}

void ErrorSummary::setProblems(const QList<FieldRow *> &rows, const QStringList &others)
{
    m_rows = rows;
    m_others = others;
    updateText();
    setVisible(!rows.isEmpty() || !others.isEmpty());
}

void ErrorSummary::updateText()
{
    QStringList lines;
    if (!m_rows.isEmpty()) {
        QStringList links;
        for (const FieldRow *row : std::as_const(m_rows))
            links.append(u"<a href=\"" + row->field() + u"\">" + row->label().toHtmlEscaped() + u"</a>");
        lines.append(tr("%n field(s) need attention: %1", nullptr, int(m_rows.size())).arg(links.join(u", "_qs)));
    }
    for (const QString &other : std::as_const(m_others))
        lines.append(other.toHtmlEscaped());
    m_text->setText(lines.join(u"<br>"_qs));
    m_text->setAccessibleName(lines.join(u", "_qs).remove(QRegularExpression(u"<[^>]*>"_qs)));
}

} // namespace ui
