// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/check_editor.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace ui {

CheckEditor::CheckEditor(QWidget *parent)
    : FieldEditor(parent), m_box(new QCheckBox(this))
{
    row()->addWidget(m_box);
    row()->addStretch(1);
    watch(m_box);
    connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
}

QVariant CheckEditor::value() const
{
    return m_box->isChecked();
}

void CheckEditor::setValue(const QVariant &value)
{
    m_box->setChecked(value.toBool());
}

void CheckEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QWidget *CheckEditor::input() const
{
    return m_box;
}

} // namespace ui
