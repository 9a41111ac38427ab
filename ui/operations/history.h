// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/operations/operation.h"

#include <QObject>

#include <memory>
#include <optional>

namespace ui {

/// The saved operations of a session: what Edit > Undo takes back and Redo does again, one at a time, asynchronously.
/// What is asked for while something else is under way waits, in the order of asking: an undo takes back what was done
/// before it was asked for, never what came later, and is dropped with a change that could not be stored.
/// One that cannot be done stays where it was when a later attempt may succeed (a locked file, a full disk); one that the
/// data rule out, because a row was changed since, leaves the history and so the way free to those before it. The reason
/// is reported both times.
class History : public QObject
{
    Q_OBJECT

public:
    /// The place of an operation that is on its way to the database; let go without add(), the operation failed.
    using Ticket = std::shared_ptr<quint64>;

    explicit History(QObject *parent = nullptr);

    /// Keeps a place for an operation that is being written; `text` is that of the operation.
    [[nodiscard]] Ticket expect(const Text &text);
    /// Adds an operation that has just been done; what was undone before it can no longer be redone.
    void add(const Operation &operation, const Ticket &ticket = {});
    void clear();

    bool canUndo() const { return bool(outlook().undo); }
    bool canRedo() const { return bool(outlook().redo); }
    /// What would be undone or redone once all that waits is done; empty when nothing.
    QString undoText() const { return outlook().undo(); }
    QString redoText() const { return outlook().redo(); }
    void undo() { ask(Step::Undo); }
    void redo() { ask(Step::Redo); }
    /// Interrupts the one that is running, and forgets the undos and redos that wait behind it.
    void cancel();

signals:
    void changed();
    /// An operation is on its way back, or forth again.
    void started(const ui::Operation &operation, bool isUndo);
    void undone(const ui::Operation &operation);
    void redone(const ui::Operation &operation);
    void refused(const ui::Operation &operation, const db::Error &error);

private:
    enum class Step {
        Undo,
        Redo
    };
    /// What waits: a step, or an operation that was expected, with `operation` once it is stored.
    struct Entry
    {
        std::optional<Step> step;
        quint64 number = 0;
        Text text;
        std::optional<Operation> operation;
    };
    struct Outlook
    {
        Text undo;
        Text redo;
    };

    Outlook outlook() const;
    void ask(Step step);
    void proceed();
    void run(Step step);
    void end(Step step, qsizetype index, const db::Result<void> &result);
    void append(const Operation &operation);
    void giveUp(quint64 number);
    void forgetSteps();

    QList<Operation> m_operations;
    qsizetype m_position = 0; ///< how many of them are in force
    QList<Entry> m_queue; ///< in the order of asking
    std::optional<Step> m_running;
    db::Request<db::Result<void>> m_request;
    quint64 m_lastNumber = 0;
    quint64 m_epoch = 0; ///< counts clear(), so that late answers are dropped
};

} // namespace ui
