// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/enum_editor.h"

#include "ui/language/retranslate.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace ui {

EnumEditor::EnumEditor(const QStringList &names, const std::function<QString(const QString &)> &label, QWidget *parent)
    : FieldEditor(parent), m_box(new QComboBox(this))
{
    for (const QString &name : names)
        m_box->addItem(name, name);
    row()->addWidget(m_box);
    row()->addStretch(1);
    watch(m_box);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    if (label) {
        retranslate(this, [this, label] {
            for (int index = 0; index < m_box->count(); ++index)
                m_box->setItemText(index, label(m_box->itemData(index).toString()));
        });
    }
}

QVariant EnumEditor::value() const
{
    return m_box->currentData();
}

void EnumEditor::setValue(const QVariant &value)
{
    m_box->setCurrentIndex(m_box->findData(value.toString()));
}

void EnumEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QWidget *EnumEditor::input() const
{
    return m_box;
}

} // namespace ui
