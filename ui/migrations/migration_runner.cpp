// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_runner.h"

#include "core/toolkit/cancel_token.h"
#include "core/toolkit/migrator.h"
#include "ui/background.h"
#include "ui/migrations/holder_words.h"
#include "ui/migrations/lock_holder.h"
#include "ui/session.h"

namespace ui {

namespace {

constexpr int Glance = 200; // milliseconds

} // namespace

MigrationRunner::MigrationRunner(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_holder(std::make_shared<LockHolder>())
{
    connect(&m_timer, &QTimer::timeout, this, &MigrationRunner::lookWhoIsWaitedFor);
}

void MigrationRunner::start(const QList<db::Migration> &migrations, const QList<MigrationStep> &steps, BackUp backUp)
{
    m_migrations = migrations;
    m_steps = steps;
    m_done = 0;
    m_isRunning = true;
    m_isCanceling = false;
    m_timer.start(Glance);
    m_session.setReadOnly([] { return tr("Migrations are running; wait until they are done."); });
    m_activity = m_session.activities().start(tr("Running migrations"), [this] { cancel(); });
    if (backUp == BackUp::First && db::Backups::arePossible(m_session.database().url()))
        this->backUp();
    else
        next();
}

void MigrationRunner::startWithoutBackup()
{
    start(QList<db::Migration>(m_migrations), QList<MigrationStep>(m_steps), BackUp::Never);
}

void MigrationRunner::backUp()
{
    m_backupToken = std::make_shared<db::CancelToken>();
    emit backupStarted();
    const auto make = [url = m_session.database().url(), token = m_backupToken] { return db::Backups(url).make(token); };
    inBackground(this, make, [this](const db::Result<db::Backup> &backup) {
        m_backupToken.reset();
        if (backup)
            emit backupDone(*backup);
        if (backup || m_isCanceling) {
            next();
            return;
        }
        emit backupFailed(backup.error());
        finish();
    });
}

void MigrationRunner::cancel()
{
    m_isCanceling = true;
    if (m_backupToken)
        m_backupToken->cancel();
    emit cancelRequested();
}

void MigrationRunner::next()
{
    if (m_isCanceling || m_done == m_steps.size()) {
        finish();
        return;
    }
    const MigrationStep step = m_steps.at(m_done);
    emit stepStarted(step);
    using Runs = db::Result<QList<db::MigrationRun>>;
    const auto run = [migrations = m_migrations, version = step.version, isUp = step.isUp, holder = m_holder](db::Repo &repo) -> Runs {
        db::Migrator migrator(repo, migrations);
        db::Migrator::Options one{.step = 1, .to = version};
        one.waiting = [holder](const db::MigrationLockHolder &now) { holder->set(inWords(now)); };
        const auto progress = [holder](const db::MigrationRun &) { holder->set({}); };
        const Runs plan = migrator.plan(isUp, one);
        if (!plan || plan->isEmpty())
            return plan;
        // What was confirmed is this one, whatever others have done meanwhile.
        if (plan->first().version != version)
            return db::Failure(db::Error::refused(QStringLiteral(QT_TRANSLATE_NOOP("db", "others have migrated the database meanwhile, look at the list again"))));
        return isUp ? migrator.migrate(one, progress) : migrator.rollback(one, progress);
    };
    m_session.write(run).then(this, [this, step](const db::Result<QList<db::MigrationRun>> &runs) {
        if (!runs) {
            emit stepFailed(step, runs.error());
            finish();
            return;
        }
        ++m_done;
        emit stepDone(step, runs->isEmpty() ? -1 : runs->first().milliseconds);
        next();
    });
}

void MigrationRunner::finish()
{
    m_isRunning = false;
    m_timer.stop();
    m_holder->set({});
    m_waitsFor.clear();
    m_activity.reset();
    m_session.setReadOnly({});
    m_session.announceAll();
    emit finished();
}

void MigrationRunner::lookWhoIsWaitedFor()
{
    const QString text = m_holder->text();
    if (text == m_waitsFor)
        return;
    m_waitsFor = text;
    emit waitingChanged();
}

} // namespace ui
