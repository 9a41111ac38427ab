// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

class QCheckBox;

namespace ui {

/// Yes or no.
class CheckEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit CheckEditor(QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;

private:
    QCheckBox *m_box;
};

} // namespace ui
