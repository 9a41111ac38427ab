// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

/// Asks, inside the page, whether migrations that lose nothing are to be run, while their statements are in view.
class RunQuestion : public QFrame
{
    Q_OBJECT

public:
    explicit RunQuestion(QWidget *parent = nullptr);

    /// `remark` stands behind the question; it may give an empty text.
    void ask(const Text &question, const Text &remark);

signals:
    void confirmed();
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateTexts();

    Text m_question;
    Text m_remark;
    QLabel *m_text;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace ui
