// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

/// Asks, inside the page, whether the pending migrations are to be run, while their statements are in view.
class RunQuestion : public QFrame
{
    Q_OBJECT

public:
    explicit RunQuestion(QWidget *parent = nullptr);

    void ask(int count);

signals:
    void confirmed();
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateTexts();

    int m_count = 0;
    QLabel *m_text;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace ui
