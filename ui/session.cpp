// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session.h"

#include "ui/background.h"
#include "ui/forms/error_text.h"
#include "ui/migrations/sql_folder.h"

namespace ui {

namespace {

const QString operationTopic = QStringLiteral("operation");
const QString outdatedTopic = QStringLiteral("outdated");

} // namespace

Session::Session(std::unique_ptr<db::Database> database, const QString &operatorName, QObject *parent)
    : QObject(parent), m_operatorName(operatorName), m_database(std::move(database)), m_sqlFolder(new SqlFolder(m_database->url().engine(), this))
{
    connect(m_sqlFolder, &SqlFolder::changed, this, [this] { announce(DataKind::Migrations); });
    const auto announceAll = [this](const Operation &operation) {
        for (const DataKind kind : operation.kinds)
            announce(kind);
    };
    connect(&m_history, &History::started, this, [this](const Operation &operation, bool isUndo) {
        const QString text = isUndo ? tr("Taking back: %1") : tr("Doing again: %1");
        m_restoring = m_activities.start(text.arg(operation.text()), [this] { m_history.cancel(); });
    });
    connect(this, &Session::dataChanged, this, [this](DataKind kind) {
        if (kind == DataKind::Migrations)
            untell(outdatedTopic);
    });
    connect(&m_history, &History::undone, this, [this, announceAll](const Operation &operation) {
        m_restoring.reset();
        announceAll(operation);
        tell({Message::Kind::Done, [text = operation.text] { return tr("Taken back: %1").arg(text()); }, {{[] { return tr("Redo"); }, [this] { m_history.redo(); }}}, {}, operationTopic});
    });
    connect(&m_history, &History::redone, this, [this, announceAll](const Operation &operation) {
        m_restoring.reset();
        announceAll(operation);
        tell({Message::Kind::Done, [text = operation.text] { return tr("Done again: %1").arg(text()); }, {{[] { return tr("Undo"); }, [this] { m_history.undo(); }}}, {}, operationTopic});
    });
    connect(&m_history, &History::refused, this, [this](const Operation &operation, const db::Error &error) {
        m_restoring.reset();
        tell({Message::Kind::Error, [text = operation.text, error] { return tr("“%1” stays as it is. %2").arg(text(), errorText(error)); }, {}, errorDetails(error), operationTopic});
    });
}

Session::~Session()
{
    // What is still on its way is interrupted: who wants it stored waits for saved().
    destroyInBackground(std::move(m_database));
}

void Session::setReadOnly(const Text &reason)
{
    m_readOnlyReason = reason;
    emit readOnlyChanged();
}

void Session::setProduction(bool isProduction)
{
    if (isProduction == m_isProduction)
        return;
    m_isProduction = isProduction;
    emit productionChanged();
}

void Session::report(const db::Error &error)
{
    if (error.kind != db::Error::Kind::Canceled)
        tell({Message::Kind::Error, [error] { return errorText(error); }, {}, errorDetails(error), error.kind == db::Error::Kind::MissingTable ? outdatedTopic : QString()});
}

void Session::announceAll()
{
    for (const DataKind kind : {DataKind::Users, DataKind::Posts, DataKind::Tags, DataKind::Comments, DataKind::Orders, DataKind::Migrations})
        announce(kind);
}

void Session::record(const Operation &operation, const Text &doneText, const History::Ticket &ticket)
{
    m_history.add(operation, ticket);
    tell({Message::Kind::Done, doneText, {{[] { return tr("Undo"); }, [this] { m_history.undo(); }}}, {}, operationTopic});
    for (const DataKind kind : operation.kinds)
        announce(kind);
}

void Session::written(bool isWell)
{
    m_isAllWell = m_isAllWell && isWell;
    // Whoever asked is told first, and may write on.
    QMetaObject::invokeMethod(
        this, [this] {
            --m_openWrites;
            if (!isSaving())
                emit saved(std::exchange(m_isAllWell, true));
        },
        Qt::QueuedConnection);
}

} // namespace ui
