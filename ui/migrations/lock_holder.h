// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMutex>
#include <QString>

namespace ui {

/// For whom a migration waits. Written by the thread in which it runs, read by that of the window.
class LockHolder
{
public:
    /// Empty: for nobody.
    void set(const QString &text)
    {
        const QMutexLocker locker(&m_mutex);
        m_text = text;
    }
    QString text() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_text;
    }

private:
    mutable QMutex m_mutex;
    QString m_text;
};

} // namespace ui
