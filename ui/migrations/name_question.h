// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Asks, inside the page, about something that cannot be undone: says what is lost, and wants a name typed.
class NameQuestion : public QFrame
{
    Q_OBJECT

public:
    struct Texts
    {
        Text question;
        Text losses;
        Text prompt; ///< says which name is to be typed
        Text confirm;
        Text confirmName; ///< for screen readers
        Text cancelName; ///< for screen readers
    };

    /// `name` is the object name; the parts are called `name.question`, `name.losses`, `name.prompt`, `name.name`,
    /// `name.confirm` and `name.cancel`.
    explicit NameQuestion(const QString &name, QWidget *parent = nullptr);

    void ask(const Texts &texts, const QString &expected);

signals:
    void confirmed();
    void canceled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateTexts();
    void updateButton();

    Texts m_texts;
    QString m_expected;
    QLabel *m_question;
    QLabel *m_losses;
    QLabel *m_prompt;
    QLineEdit *m_name;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace ui
