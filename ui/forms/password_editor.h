// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/line_editor.h"

class QToolButton;

namespace ui {

/// A password: hidden unless the eye beside it is pressed.
class PasswordEditor : public LineEditor
{
    Q_OBJECT

public:
    explicit PasswordEditor(QWidget *parent = nullptr);

    void setName(const QString &name) override;

private:
    QToolButton *m_eye;
};

} // namespace ui
