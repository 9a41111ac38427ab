// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

class QPlainTextEdit;

namespace ui {

/// Text of many lines. Tab leaves it.
class TextAreaEditor : public FieldEditor
{
    Q_OBJECT

public:
    /// `lines` is the height it asks for.
    explicit TextAreaEditor(int lines = 5, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;
    int length() const override;

private:
    QPlainTextEdit *m_text;
    bool m_isSetting = false;
};

} // namespace ui
