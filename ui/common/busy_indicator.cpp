// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/busy_indicator.h"

#include "ui/common/activities.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace ui {

namespace {

constexpr int SignAfter = 100; // milliseconds
constexpr int WordsAfter = 1000;

} // namespace

BusyIndicator::BusyIndicator(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_bar(new QProgressBar(this)), m_stop(new QToolButton(this)), m_timer(new QTimer(this))
{
    setObjectName(u"status.busy"_qs);
    m_text->setObjectName(u"status.busy.text"_qs);
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(u"status.busy.bar"_qs);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_stop->setObjectName(u"status.busy.stop"_qs);
    m_stop->setIcon(icon("process-stop"));
    m_stop->setAutoRaise(true);
    m_stop->setFocusPolicy(Qt::TabFocus);
    retranslate(this, [this] {
        m_bar->setAccessibleName(tr("Working"));
        m_stop->setAccessibleName(tr("Stop"));
        m_stop->setToolTip(tr("Stop (Esc)"));
    });
    restyle(this, [this] {
        m_bar->setFixedSize(fontMetrics().averageCharWidth() * 10, fontMetrics().height() / 2);
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);

    m_timer->setInterval(SignAfter);
    connect(m_timer, &QTimer::timeout, this, &BusyIndicator::updateState);
    connect(m_stop, &QToolButton::clicked, this, [this] { m_activities->cancelAll(); });
    updateState();
}

void BusyIndicator::setActivities(Activities *activities)
{
    if (m_activities)
        m_activities->disconnect(this);
    m_activities = activities;
    if (m_activities)
        connect(m_activities, &Activities::changed, this, &BusyIndicator::updateState);
    updateState();
}

void BusyIndicator::updateState()
{
    const bool busy = m_activities && !m_activities->isEmpty();
    if (busy != m_timer->isActive())
        busy ? m_timer->start() : m_timer->stop();
    const qint64 elapsed = busy ? m_activities->elapsedMilliseconds() : 0;
    const bool canStop = busy && m_activities->canCancel();
    m_bar->setVisible(elapsed >= SignAfter);
    m_stop->setVisible(elapsed >= WordsAfter && canStop);
    m_text->setVisible(elapsed >= WordsAfter);
    if (elapsed >= WordsAfter) {
        const QString text = tr("%1 (%n s)", nullptr, int(elapsed / 1000)).arg(m_activities->text());
        m_text->setText(canStop ? tr("%1, Esc to cancel").arg(text) : text);
    }
}

} // namespace ui
