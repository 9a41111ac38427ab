// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/publication_editor.h"

#include "ui/forms/date_editor.h"
#include "ui/language/retranslate.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QRadioButton>

namespace ui {

PublicationEditor::PublicationEditor(QWidget *parent)
    : FieldEditor(parent), m_choices(new QWidget(this)), m_draft(addChoice()), m_now(addChoice()), m_at(addChoice()), m_date(new DateEditor(DateEditor::Kind::DateTime, this))
{
    auto *choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins({});
    for (QRadioButton *choice : {m_draft, m_now, m_at})
        choices->addWidget(choice);
    row()->addWidget(m_choices);
    QSizePolicy policy = m_date->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // so that nothing jumps
    m_date->setSizePolicy(policy);
    row()->addWidget(m_date, 1);
    connect(m_date, &FieldEditor::edited, this, &FieldEditor::edited);
    connect(m_date, &FieldEditor::left, this, &FieldEditor::left);
    retranslate(this, [this] {
        m_draft->setText(tr("Draft"));
        m_now->setText(tr("Publish now"));
        m_at->setText(tr("Published at"));
        for (QRadioButton *choice : {m_draft, m_now, m_at})
            choice->setAccessibleName(choice->text());
        m_date->input()->setAccessibleName(m_at->text());
    });
    setValue({});
}

QRadioButton *PublicationEditor::addChoice()
{
    auto *choice = new QRadioButton(m_choices);
    connect(choice, &QRadioButton::clicked, this, [this] {
        updateState();
        if (m_at->isChecked())
            m_date->setFocus();
        emit edited();
    });
    return choice;
}

QVariant PublicationEditor::value() const
{
    if (m_at->isChecked())
        return m_date->value();
    return m_now->isChecked() ? QVariant(QDateTime::currentDateTimeUtc()) : QVariant();
}

void PublicationEditor::setValue(const QVariant &value)
{
    m_date->setValue(value);
    (value.isNull() ? m_draft : m_at)->setChecked(true);
    updateState();
}

void PublicationEditor::setReadOnly(bool readOnly)
{
    for (QRadioButton *choice : {m_draft, m_now, m_at})
        choice->setEnabled(!readOnly);
    m_date->setReadOnly(readOnly);
}

QWidget *PublicationEditor::input() const
{
    return m_choices;
}

void PublicationEditor::setName(const QString &name)
{
    FieldEditor::setName(name);
    m_draft->setObjectName(name + u".draft");
    m_now->setObjectName(name + u".now");
    m_at->setObjectName(name + u".at");
    m_date->setName(name + u".date");
}

QString PublicationEditor::complaint() const
{
    if (!m_at->isChecked())
        return {};
    return m_date->value().isNull() ? tr("enter a date and time, or make it a draft") : m_date->complaint();
}

void PublicationEditor::updateState()
{
    m_date->setVisible(m_at->isChecked());
    m_choices->setFocusProxy(m_at->isChecked() ? m_at : m_now->isChecked() ? m_now
                                                                           : m_draft);
    setFocusProxy(m_choices->focusProxy());
}

} // namespace ui
