// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/message.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class MessageBar;

/// The messages above a page, newest on top, at most three.
class MessageStack : public QWidget
{
    Q_OBJECT

public:
    explicit MessageStack(QWidget *parent = nullptr);

    void add(const Message &message);
    /// Takes back the message on a topic, if it is still there.
    void remove(const QString &topic);
    void clear();
    /// Newest first.
    QList<MessageBar *> bars() const { return m_bars; }

private:
    void drop(MessageBar *bar);

    QVBoxLayout *m_layout;
    QList<MessageBar *> m_bars;
};

} // namespace ui
