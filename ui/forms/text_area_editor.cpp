// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/text_area_editor.h"

#include "core/toolkit/graphemes.h"
#include "ui/language/retranslate.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace ui {

TextAreaEditor::TextAreaEditor(int lines, QWidget *parent)
    : FieldEditor(parent), m_text(new QPlainTextEdit(this))
{
    m_text->setTabChangesFocus(true);
    row()->addWidget(m_text);
    watch(m_text);
    restyle(this, [this, lines] { m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * (lines + 1)); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSetting)
            emit edited();
    });
}

/// The editor's text. QPlainTextEdit's own function makes spaces of no-break spaces.
QString TextAreaEditor::shown() const
{
    return m_text->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

QVariant TextAreaEditor::value() const
{
    const QString text = shown();
    return text == m_untouched ? m_stored : text;
}

void TextAreaEditor::setValue(const QVariant &value)
{
    // The same text keeps the place where one is writing.
    if (value.toString() != this->value().toString()) {
        m_isSetting = true;
        m_text->setPlainText(value.toString());
        m_isSetting = false;
    }
    m_stored = value.toString();
    m_untouched = shown();
}

void TextAreaEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

QWidget *TextAreaEditor::input() const
{
    return m_text;
}

int TextAreaEditor::length() const
{
    return db::graphemeCount(value().toString());
}

} // namespace ui
