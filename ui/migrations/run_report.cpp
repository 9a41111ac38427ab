// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/run_report.h"

#include "ui/forms/error_text.h"
#include "ui/migrations/migration_runner.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"

#include <QDir>

#include <utility>

namespace ui {

namespace {

const QString runTopic = QStringLiteral("migrations.run");

} // namespace

RunReport::RunReport(Session &session, MigrationRunner *runner, SqlView *log, QObject *parent)
    : QObject(parent), m_session(session), m_runner(runner), m_log(log)
{
    connect(runner, &MigrationRunner::backupDone, this, [this](const db::Backup &backup) {
        this->log(sqlComment(tr("backed up to %1").arg(QDir::toNativeSeparators(backup.path))));
    });
    connect(runner, &MigrationRunner::backupFailed, this, &RunReport::backupFailed);
    connect(runner, &MigrationRunner::stepStarted, this, [this](const MigrationStep &step) {
        this->log(sqlComment(step.isUp ? tr("%1: applying").arg(step.title) : tr("%1: rolling back").arg(step.title)));
        this->log(sqlText(step.statements));
    });
    connect(runner, &MigrationRunner::stepDone, this, [this](const MigrationStep &, qint64 milliseconds) {
        this->log(sqlComment(milliseconds < 0 ? tr("somebody else was faster; nothing was left to do") : tr("done in %1 ms").arg(milliseconds)));
    });
    connect(runner, &MigrationRunner::stepFailed, this, &RunReport::stepFailed);
    connect(runner, &MigrationRunner::finished, this, &RunReport::finished);
}

void RunReport::takeBack()
{
    m_session.untell(runTopic);
}

void RunReport::runWithoutBackup()
{
    takeBack();
    m_runner->startWithoutBackup();
}

void RunReport::log(const QString &text)
{
    m_log->appendPlainText(text);
}

void RunReport::backupFailed(const db::Error &error)
{
    m_hasFailed = true;
    log(sqlComment(errorDetails(error)));
    const auto text = [error] { return tr("Nothing has run, because the database could not be backed up first. %1").arg(errorText(error)); };
    m_session.tell({Message::Kind::Error, text, {{[] { return tr("Run without a backup"); }, [this] { runWithoutBackup(); }}}, errorDetails(error), runTopic});
}

void RunReport::stepFailed(const MigrationStep &step, const db::Error &error)
{
    m_hasFailed = true;
    log(sqlComment(step.isAtomic ? tr("failed; nothing of it is left\n%1").arg(errorDetails(error)) : tr("failed\n%1").arg(errorDetails(error))));
    const auto text = [step, error, done = m_runner->done(), all = m_runner->steps().size()] {
        QString what;
        if (step.isUp)
            what = (step.isAtomic ? tr("%1 failed and left nothing behind. Applied before it: %2 of %3.") : tr("%1 failed. Applied before it: %2 of %3.")).arg(step.title).arg(done).arg(all);
        else
            what = (step.isAtomic ? tr("%1 could not be rolled back and is still applied.") : tr("%1 could not be rolled back.")).arg(step.title);
        return QString(what + u' ' + (step.isAtomic ? errorText(error) : whatStays(error)));
    };
    m_session.tell({Message::Kind::Error, text, {}, errorDetails(error), runTopic});
}

QString RunReport::whatStays(const db::Error &error)
{
    using Kind = db::Error::Kind;
    if (error.kind == Kind::TimedOut || error.kind == Kind::ConnectionLost || error.kind == Kind::Canceled)
        return tr("It was cut short. What it had done stays; the list says how far it came.");
    return errorText(error);
}

void RunReport::finished()
{
    if (std::exchange(m_hasFailed, false))
        return;
    const MigrationStep &first = m_runner->steps().first();
    const int done = m_runner->done();
    const int all = int(m_runner->steps().size());
    const auto tell = [this](Message::Kind kind, const Text &text) { m_session.tell({kind, text, {}, {}, runTopic}); };
    if (done < all)
        tell(Message::Kind::Info, [done, all, isUp = first.isUp] { return (isUp ? tr("Stopped. Applied: %1 of %2.") : tr("Stopped. Rolled back: %1 of %2.")).arg(done).arg(all); });
    else if (first.isUp)
        tell(Message::Kind::Done, [done] { return tr("%n migration(s) applied.", nullptr, done); });
    else if (done == 1)
        tell(Message::Kind::Done, [title = first.title] { return tr("%1 is rolled back.").arg(title); });
    else
        tell(Message::Kind::Done, [done] { return tr("%n migration(s) rolled back.", nullptr, done); });
}

} // namespace ui
