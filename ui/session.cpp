// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session.h"

#include "ui/forms/error_text.h"

#include <QThreadPool>

namespace ui {

namespace {

const QString operationTopic = QStringLiteral("operation");

} // namespace

Session::Session(std::unique_ptr<db::Database> database, const QString &operatorName, QObject *parent)
    : QObject(parent), m_operatorName(operatorName), m_database(std::move(database))
{
    const auto announceAll = [this](const Operation &operation) {
        for (const DataKind kind : operation.kinds)
            announce(kind);
    };
    connect(&m_history, &History::undone, this, [this, announceAll](const Operation &operation) {
        announceAll(operation);
        tell({Message::Kind::Done, tr("Taken back: %1").arg(operation.text), {{tr("Redo"), [this] { m_history.redo(); }}}, {}, operationTopic});
    });
    connect(&m_history, &History::redone, this, [this, announceAll](const Operation &operation) {
        announceAll(operation);
        tell({Message::Kind::Done, tr("Done again: %1").arg(operation.text), {{tr("Undo"), [this] { m_history.undo(); }}}, {}, operationTopic});
    });
    connect(&m_history, &History::refused, this, [this](const QString &text, const db::Error &error) {
        tell({Message::Kind::Error, tr("“%1” stays as it is. %2").arg(text, errorText(error)), {}, errorDetails(error), operationTopic});
    });
}

Session::~Session()
{
    // Its workers finish what they are at; nobody has to wait for them.
    QThreadPool::globalInstance()->start([database = std::shared_ptr<db::Database>(std::move(m_database))]() mutable { database.reset(); });
}

void Session::setReadOnly(const QString &reason)
{
    m_readOnlyReason = reason;
    emit readOnlyChanged();
}

void Session::report(const db::Error &error)
{
    if (error.kind != db::Error::Kind::Canceled)
        tell({Message::Kind::Error, errorText(error), {}, errorDetails(error)});
}

void Session::record(const Operation &operation, const QString &doneText)
{
    m_history.add(operation);
    tell({Message::Kind::Done, doneText, {{tr("Undo"), [this] { m_history.undo(); }}}, {}, operationTopic});
    for (const DataKind kind : operation.kinds)
        announce(kind);
}

} // namespace ui
