// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>

namespace ui {

/// What the program is waiting for. Whoever asks the database something that may take long says so here; the status bar
/// shows it, and Esc withdraws it.
class Activities : public QObject
{
    Q_OBJECT

public:
    /// The activity lasts as long as this is kept.
    using Handle = std::shared_ptr<void>;

    explicit Activities(QObject *parent = nullptr);

    /// `text` is shown after a second ("Filtering posts"); `cancel` may be empty.
    [[nodiscard]] Handle start(const QString &text, const std::function<void()> &cancel = {});
    bool isEmpty() const { return m_running.isEmpty(); }
    bool canCancel() const;
    /// The text of the oldest one, and for how long it has been running.
    QString text() const;
    qint64 elapsedMilliseconds() const;
    void cancelAll();

signals:
    void changed();

private:
    struct Activity
    {
        quint64 id;
        QString text;
        std::function<void()> cancel;
        QElapsedTimer since;
    };

    void finish(quint64 id);

    QList<Activity> m_running;
    quint64 m_lastId = 0;
};

} // namespace ui
