// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/activities.h"

#include <QPointer>

namespace ui {

Activities::Activities(QObject *parent)
    : QObject(parent)
{
}

Activities::Handle Activities::start(const QString &text, const std::function<void()> &cancel)
{
    Activity activity{++m_lastId, text, cancel, {}};
    activity.since.start();
    m_running.append(activity);
    emit changed();
    return {nullptr, [self = QPointer(this), id = activity.id](void *) {
                if (self)
                    self->finish(id);
            }};
}

bool Activities::canCancel() const
{
    return std::any_of(m_running.cbegin(), m_running.cend(), [](const Activity &activity) { return bool(activity.cancel); });
}

QString Activities::text() const
{
    return m_running.isEmpty() ? QString() : m_running.first().text;
}

qint64 Activities::elapsedMilliseconds() const
{
    return m_running.isEmpty() ? 0 : m_running.first().since.elapsed();
}

void Activities::cancelAll()
{
    const QList<Activity> running = m_running;
    for (const Activity &activity : running) {
        if (activity.cancel)
            activity.cancel();
    }
}

void Activities::finish(quint64 id)
{
    m_running.removeIf([id](const Activity &activity) { return activity.id == id; });
    emit changed();
}

} // namespace ui
