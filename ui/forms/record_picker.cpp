// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/record_picker.h"

#include "ui/common/literal_text.h"
#include "ui/forms/choice_delegate.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>
#include <QToolButton>

namespace ui {

RecordPicker::RecordPicker(const Choices &choices, const Text &complaint, QWidget *parent)
    : FieldEditor(parent), m_choices(choices), m_complaint(complaint), m_line(new QLineEdit(this)), m_clear(new QToolButton(this)), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this)), m_timer(new QTimer(this))
{
    m_clear->setIcon(icon("edit-clear"));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    row()->addWidget(m_line);
    row()->addWidget(m_clear);
    watch(m_line);
    retranslate(m_line, [this] {
        m_line->setPlaceholderText(tr("type a part of the name"));
        m_clear->setToolTip(tr("Clear"));
        m_clear->setAccessibleName(tr("Clear"));
    });

    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setItemDelegate(new ChoiceDelegate(m_completer));
    m_line->setCompleter(m_completer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        choose({index.data(ChoiceDelegate::KeyRole).toLongLong(), index.data().toString(), index.data(ChoiceDelegate::DetailRole).toString()});
    });

    m_timer->setSingleShot(true);
    m_timer->setInterval(150);
    connect(m_timer, &QTimer::timeout, this, &RecordPicker::ask);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text != m_choice.label)
            m_choice = {};
        m_timer->start();
        emit edited();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        choose({});
        m_line->setFocus();
    });
    connect(this, &FieldEditor::left, this, &RecordPicker::chooseTyped);
}

QVariant RecordPicker::value() const
{
    if (m_choice.key)
        return m_choice.key;
    const QString typed = m_line->text().trimmed();
    return typed.isEmpty() ? QVariant() : QVariant(typed);
}

void RecordPicker::setValue(const QVariant &value)
{
    const qint64 key = value.toLongLong();
    display(key == m_loaded.key ? m_loaded : Choice{key, {}, {}});
}

void RecordPicker::setChoice(const Choice &choice)
{
    remember(choice);
    display(choice);
}

void RecordPicker::display(const Choice &choice)
{
    m_choice = choice;
    m_line->setText(choice.label);
    m_line->setToolTip(literalToolTip(choice.detail));
}

void RecordPicker::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_clear->setEnabled(!readOnly);
}

QWidget *RecordPicker::input() const
{
    return m_line;
}

void RecordPicker::setName(const QString &name)
{
    FieldEditor::setName(name);
    m_clear->setObjectName(name + u".clear");
    m_completer->popup()->setObjectName(name + u".choices");
}

QString RecordPicker::complaint() const
{
    return !m_choice.key && !m_line->text().trimmed().isEmpty() ? m_complaint() : QString();
}

bool RecordPicker::eventFilter(QObject *watched, QEvent *event)
{
    // Down opens the list without typing.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && !m_line->isReadOnly()) {
        ask();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void RecordPicker::ask()
{
    m_timer->stop();
    const QString text = m_choice.key ? QString() : m_line->text().trimmed();
    m_request.ask(this, m_choices(text), [this](const db::Result<QList<Choice>> &choices) {
        if (choices)
            offer(*choices);
    });
}

void RecordPicker::offer(const QList<Choice> &choices)
{
    m_model->clear();
    for (const Choice &choice : choices) {
        auto *item = new QStandardItem(choice.label);
        item->setData(choice.key, ChoiceDelegate::KeyRole);
        item->setData(choice.detail, ChoiceDelegate::DetailRole);
        item->setData(QString(choice.label + u", " + choice.detail), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    if (m_line->hasFocus() && !choices.isEmpty())
        m_completer->complete();
    else
        chooseTyped();
}

void RecordPicker::choose(const Choice &choice)
{
    display(choice);
    // What was asked for the text before is of no use any more.
    m_timer->stop();
    m_request.drop();
    emit edited();
}

void RecordPicker::chooseTyped()
{
    // A name that was typed in full needs no click.
    if (m_choice.key || m_line->hasFocus())
        return;
    const QString typed = m_line->text().trimmed();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *item = m_model->item(row);
        if (item->text().compare(typed, Qt::CaseInsensitive) == 0)
            return choose({item->data(ChoiceDelegate::KeyRole).toLongLong(), item->text(), item->data(ChoiceDelegate::DetailRole).toString()});
    }
}

} // namespace ui
