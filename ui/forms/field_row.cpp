// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/field_row.h"

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/literal_text.h"
#include "ui/forms/field_editor.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>

namespace ui {

FieldRow::FieldRow(const QString &name, const QString &field, const Text &label, FieldEditor *editor, QWidget *parent)
    : QWidget(parent), m_field(field), m_label(label), m_editor(editor), m_caption(new QLabel(this)), m_sign(new QLabel(this)), m_message(new QLabel(this)), m_counter(new QLabel(this))
{
    editor->setParent(this);
    editor->setName(name);
    m_caption->setObjectName(name + u".label");
    m_message->setObjectName(name + u".message");
    m_counter->setObjectName(name + u".counter");
    m_caption->setBuddy(editor->input());
    m_caption->setTextFormat(Qt::RichText);
    m_message->setTextFormat(Qt::PlainText);

    auto *below = new QHBoxLayout;
    below->addWidget(m_sign);
    below->addWidget(m_message, 1);
    below->addWidget(m_counter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_caption);
    column->addWidget(editor);
    column->addLayout(below);

    connect(editor, &FieldEditor::edited, this, &FieldRow::updateCounter);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this, below, column] {
        below->setSpacing(fontMetrics().averageCharWidth() / 2);
        column->setSpacing(fontMetrics().height() / 16);
        // The line is there even when it is empty, so that nothing jumps.
        m_message->setFixedHeight(fontMetrics().height());
        updateTexts();
    });
}

void FieldRow::setHint(const Text &hint)
{
    m_hint = hint;
    updateMessage();
}

void FieldRow::setRules(bool required, const db::Length &length)
{
    m_isRequired = required;
    m_length = length;
    updateTexts();
}

void FieldRow::setError(const QString &text)
{
    const bool isNew = !text.isEmpty() && text != m_error;
    m_error = text;
    m_editor->setBad(!text.isEmpty());
    updateMessage();
    if (isNew) {
        QAccessibleEvent alert(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void FieldRow::setClean()
{
    setClean(m_editor->value());
}

void FieldRow::setClean(const QVariant &value)
{
    m_clean = value;
}

bool FieldRow::isDirty() const
{
    const QVariant value = m_editor->value();
    // No value and no text are the same to a person.
    if (value.toString().isEmpty() && m_clean.toString().isEmpty() && value.typeId() != QMetaType::QStringList)
        return false;
    return value != m_clean;
}

void FieldRow::updateTexts()
{
    const QString mark = m_isRequired ? QString(u" <span style=\"color:" + Theme::color(Theme::Role::Error).name() + u"\">*</span>") : QString();
    m_caption->setText(m_label().toHtmlEscaped() + mark);
    m_editor->input()->setAccessibleName(m_isRequired ? tr("%1, required").arg(m_label()) : m_label());
    updateCounter();
    updateMessage();
}

void FieldRow::updateCounter()
{
    const int length = m_editor->length();
    QString text;
    bool isBad = false;
    if (length > 0 && m_length.min && length < *m_length.min) {
        text = tr("%n more needed", nullptr, *m_length.min - length);
    } else if (length >= 0 && m_length.max) {
        text = tr("%1 / %2").arg(formatNumber(length), formatNumber(*m_length.max));
        isBad = length > *m_length.max;
    }
    m_counter->setText(text);
    QPalette colors = m_counter->palette();
    colors.setColor(QPalette::WindowText, Theme::color(isBad ? Theme::Role::Error : Theme::Role::Muted));
    m_counter->setPalette(colors);
}

void FieldRow::updateMessage()
{
    const bool isBad = !m_error.isEmpty();
    const QString text = isBad ? m_error : (m_hint ? m_hint() : QString());
    m_message->setText(text);
    m_message->setToolTip(literalToolTip(text));
    m_editor->input()->setAccessibleDescription(text);
    m_editor->input()->setToolTip(literalToolTip(m_error));
    QPalette colors = m_message->palette();
    colors.setColor(QPalette::WindowText, Theme::color(isBad ? Theme::Role::Error : Theme::Role::Muted));
    m_message->setPalette(colors);
    const int size = fontMetrics().height() * 4 / 5;
    m_sign->setPixmap(isBad ? icon("dialog-error").pixmap(QSize(size, size), devicePixelRatio()) : QPixmap());
    m_sign->setVisible(isBad);
}

} // namespace ui
