// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/message_stack.h"

#include "ui/common/message_bar.h"

#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype Most = 3;

} // namespace

MessageStack::MessageStack(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(u"messages"_qs);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
}

void MessageStack::add(const Message &message)
{
    if (!message.topic.isEmpty())
        remove(message.topic);
    auto *bar = new MessageBar(message, this);
    connect(bar, &MessageBar::closed, this, [this, bar] { drop(bar); });
    m_layout->insertWidget(0, bar);
    m_bars.prepend(bar);
    if (m_bars.size() > Most)
        drop(m_bars.last());
}

void MessageStack::remove(const QString &topic)
{
    const QList<MessageBar *> bars = m_bars;
    for (MessageBar *bar : bars) {
        if (bar->message().topic == topic)
            drop(bar);
    }
}

void MessageStack::clear()
{
    while (!m_bars.isEmpty())
        drop(m_bars.first());
}

void MessageStack::drop(MessageBar *bar)
{
    m_bars.removeOne(bar);
    bar->hide();
    bar->deleteLater();
}

} // namespace ui
