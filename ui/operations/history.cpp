// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/operations/history.h"

#include <QPointer>

#include <algorithm>

namespace ui {

namespace {

bool mayWorkLater(const db::Error &error)
{
    using Kind = db::Error::Kind;
    switch (error.kind) {
    case Kind::Canceled:
    case Kind::TimedOut:
    case Kind::ConnectionLost:
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

History::Ticket History::expect(const Text &text)
{
    const quint64 number = ++m_lastNumber;
    m_queue.append({.step = {}, .number = number, .text = text, .operation = {}});
    emit changed();
    return {new quint64(number), [self = QPointer(this)](quint64 *number) {
                if (self)
                    self->giveUp(*number);
                delete number;
            }};
}

void History::add(const Operation &operation, const Ticket &ticket)
{
    const auto place = std::find_if(m_queue.begin(), m_queue.end(), [&ticket](const Entry &entry) { return ticket && entry.number == *ticket; });
    if (place != m_queue.end())
        place->operation = operation;
    else
        m_queue.append({.step = {}, .text = operation.text, .operation = operation});
    proceed();
}

void History::clear()
{
    ++m_epoch;
    m_operations.clear();
    m_position = 0;
    m_queue.clear();
    m_running.reset();
    emit changed();
}

void History::cancel()
{
    forgetSteps();
    m_request.cancel();
}

History::Outlook History::outlook() const
{
    QList<Text> done;
    QList<Text> undone;
    const auto take = [&done, &undone](Step step) {
        QList<Text> &from = step == Step::Undo ? done : undone;
        if (!from.isEmpty())
            (step == Step::Undo ? undone : done).append(from.takeLast());
    };
    // Only as many as the steps that wait can reach.
    const qsizetype reach = m_queue.size() + 2;
    for (qsizetype index = qMax<qsizetype>(0, m_position - reach); index < m_position; ++index)
        done.append(m_operations.at(index).text);
    for (qsizetype index = qMin(m_operations.size(), m_position + reach); index > m_position; --index)
        undone.append(m_operations.at(index - 1).text);
    if (m_running)
        take(*m_running);
    for (const Entry &entry : m_queue) {
        if (entry.step) {
            take(*entry.step);
        } else {
            done.append(entry.text);
            undone.clear();
        }
    }
    return {done.value(done.size() - 1), undone.value(undone.size() - 1)};
}

void History::ask(Step step)
{
    if (step == Step::Undo ? !canUndo() : !canRedo())
        return;
    m_queue.append({.step = step, .text = {}, .operation = {}});
    proceed();
}

/// Does what waits, up to what has to be waited for.
void History::proceed()
{
    while (!m_running && !m_queue.isEmpty() && (m_queue.first().step || m_queue.first().operation)) {
        const Entry next = m_queue.takeFirst();
        if (!next.step)
            append(*next.operation);
        else if (*next.step == Step::Undo ? m_position > 0 : m_position < m_operations.size())
            run(*next.step);
    }
    emit changed();
}

void History::run(Step step)
{
    const qsizetype index = step == Step::Undo ? m_position - 1 : m_position;
    const Operation operation = m_operations.at(index);
    m_running = step;
    emit started(operation, step == Step::Undo);
    m_request = step == Step::Undo ? operation.undo() : operation.redo();
    m_request.then(this, [this, step, index, epoch = m_epoch](const db::Result<void> &result) {
        if (epoch == m_epoch)
            end(step, index, result);
    });
}

void History::end(Step step, qsizetype index, const db::Result<void> &result)
{
    m_running.reset();
    const Operation operation = m_operations.at(index);
    const bool isRuledOut = !result && !mayWorkLater(result.error());
    if (isRuledOut)
        m_operations.removeAt(index);
    if (step == Step::Undo && (result || isRuledOut))
        --m_position;
    else if (step == Step::Redo && result)
        ++m_position;
    // Those that wait were meant for the ones behind it, which it is in the way of now.
    if (!result && !isRuledOut)
        forgetSteps();
    if (!result)
        emit refused(operation, result.error());
    else if (step == Step::Undo)
        emit undone(operation);
    else
        emit redone(operation);
    proceed();
}

void History::append(const Operation &operation)
{
    m_operations.remove(m_position, m_operations.size() - m_position);
    m_operations.append(operation);
    m_position = m_operations.size();
}

/// Forgets an operation that failed, and the undos and redos that were asked for because of it.
void History::giveUp(quint64 number)
{
    const auto place = std::find_if(m_queue.begin(), m_queue.end(), [number](const Entry &entry) { return entry.number == number && !entry.operation; });
    if (place == m_queue.end())
        return;
    qsizetype index = place - m_queue.begin();
    m_queue.removeAt(index);
    Step its = Step::Undo;
    int above = 0; // operations in force that came after it
    while (index < m_queue.size()) {
        const std::optional<Step> step = m_queue.at(index).step;
        if (above == 0 && step == its) {
            m_queue.removeAt(index);
            its = its == Step::Undo ? Step::Redo : Step::Undo;
            continue;
        }
        above += step == Step::Undo ? -1 : 1;
        ++index;
    }
    proceed();
}

/// Forgets the steps that wait, but for those behind an operation that is still to come.
void History::forgetSteps()
{
    while (!m_queue.isEmpty() && m_queue.first().step)
        m_queue.removeFirst();
}

} // namespace ui
