// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/line_editor.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/graphemes.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

LineEditor::LineEditor(QWidget *parent)
    : FieldEditor(parent), m_line(new QLineEdit(this))
{
    row()->addWidget(m_line);
    watch(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QVariant LineEditor::value() const
{
    return m_line->text();
}

void LineEditor::setValue(const QVariant &value)
{
    m_line->setText(value.metaType() == QMetaType::fromType<db::Decimal>() ? value.value<db::Decimal>().toString() : value.toString());
    m_line->setCursorPosition(0);
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QWidget *LineEditor::input() const
{
    return m_line;
}

int LineEditor::length() const
{
    return db::graphemeCount(m_line->text());
}

} // namespace ui
