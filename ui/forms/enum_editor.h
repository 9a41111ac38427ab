// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

#include <functional>

class QComboBox;

namespace ui {

/// One of the names of an enum.
class EnumEditor : public FieldEditor
{
    Q_OBJECT

public:
    /// `label` turns a stored name into the user's language; without it the names themselves are shown.
    explicit EnumEditor(const QStringList &names, const std::function<QString(const QString &name)> &label = {},
                        QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;

private:
    QComboBox *m_box;
};

} // namespace ui
