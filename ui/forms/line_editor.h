// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

class QLineEdit;

namespace ui {

/// Text on one line; also numbers, which the changeset reads from the text.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit LineEditor(QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;
    int length() const override;
    QLineEdit *line() const { return m_line; }

private:
    QLineEdit *m_line;
};

} // namespace ui
