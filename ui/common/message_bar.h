// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/message.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace ui {

/// One message: icon, text, its buttons and one that closes it. "Done" messages go by themselves, 10 s after the last
/// key or mouse event; the others stay until they are closed.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(const Message &message, QWidget *parent = nullptr);

    const Message &message() const { return m_message; }

signals:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *addButton(const QString &name, const Text &text, const std::function<void()> &run);
    void addDetails(QVBoxLayout *column);

    Message m_message;
    QHBoxLayout *m_row;
    QTimer *m_leaving = nullptr;
};

} // namespace ui
