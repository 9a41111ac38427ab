// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/operations/operation.h"

#include <QObject>

#include <optional>

namespace ui {

/// The saved operations of a session: what Edit > Undo takes back and Redo does again, one at a time, asynchronously.
/// One that cannot be done stays where it was when a later attempt may succeed (a locked file, a full disk); one that the
/// data rule out, because a row was changed since, leaves the history and so the way free to those before it. The reason
/// is reported both times.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(QObject *parent = nullptr);

    /// Adds an operation that has just been done; what was undone before it can no longer be redone. While another one is
    /// being undone or redone it waits for the outcome.
    void add(const Operation &operation);
    void clear();

    bool canUndo() const { return !m_running && m_position > 0; }
    bool canRedo() const { return !m_running && m_position < m_operations.size(); }
    /// What would be undone or redone; empty when nothing.
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();

signals:
    void changed();
    void undone(const ui::Operation &operation);
    void redone(const ui::Operation &operation);
    void refused(const QString &text, const db::Error &error);

private:
    void run(bool isUndo);
    void append(const Operation &operation);

    QList<Operation> m_operations;
    QList<Operation> m_waiting; ///< added while one was running
    qsizetype m_position = 0; ///< how many of them are in force
    bool m_running = false;
    quint64 m_epoch = 0; ///< counts clear(), so that late answers are dropped
};

} // namespace ui
