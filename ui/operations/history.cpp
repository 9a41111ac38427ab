// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/operations/history.h"

namespace ui {

namespace {

bool mayWorkLater(const db::Error &error)
{
    using Kind = db::Error::Kind;
    switch (error.kind) {
    case Kind::Canceled:
    case Kind::CannotOpen:
    case Kind::ReadOnly:
    case Kind::Locked:
    case Kind::DiskFull:
    case Kind::MissingTable:
        return true;
    default:
        return false;
    }
}

} // namespace

History::History(QObject *parent)
    : QObject(parent)
{
}

void History::add(const Operation &operation)
{
    if (m_running) {
        m_waiting.append(operation);
        return;
    }
    append(operation);
    emit changed();
}

void History::clear()
{
    ++m_epoch;
    m_operations.clear();
    m_waiting.clear();
    m_position = 0;
    m_running = false;
    emit changed();
}

QString History::undoText() const
{
    return m_position > 0 ? m_operations.at(m_position - 1).text : QString();
}

QString History::redoText() const
{
    return m_position < m_operations.size() ? m_operations.at(m_position).text : QString();
}

void History::undo()
{
    if (canUndo())
        run(true);
}

void History::redo()
{
    if (canRedo())
        run(false);
}

void History::run(bool isUndo)
{
    const qsizetype index = isUndo ? m_position - 1 : m_position;
    const Operation operation = m_operations.at(index);
    m_running = true;
    emit changed();
    const db::Request<db::Result<void>> request = isUndo ? operation.undo() : operation.redo();
    request.then(this, [this, operation, index, isUndo, epoch = m_epoch](const db::Result<void> &result) {
        if (epoch != m_epoch)
            return;
        m_running = false;
        const bool isRuledOut = !result && !mayWorkLater(result.error());
        if (isRuledOut)
            m_operations.removeAt(index);
        if (isUndo && (result || isRuledOut))
            --m_position;
        else if (!isUndo && result)
            ++m_position;
        for (const Operation &waiting : std::exchange(m_waiting, {}))
            append(waiting);
        emit changed();
        if (!result)
            emit refused(operation.text, result.error());
        else if (isUndo)
            emit undone(operation);
        else
            emit redone(operation);
    });
}

void History::append(const Operation &operation)
{
    m_operations.remove(m_position, m_operations.size() - m_position);
    m_operations.append(operation);
    m_position = m_operations.size();
}

} // namespace ui
