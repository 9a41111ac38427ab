// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

class QPlainTextEdit;

namespace ui {

/// Text of many lines. Tab leaves it. As long as the text is as it was set, the value is just what was set, with its line
/// ends and no-break spaces.
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
    QString shown() const;

    QPlainTextEdit *m_text;
    QString m_stored; ///< the value that was set
    QString m_untouched; ///< as it is shown
    bool m_isSetting = false;
};

} // namespace ui
