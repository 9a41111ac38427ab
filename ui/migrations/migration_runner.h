// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/backups.h"
#include "core/toolkit/error.h"
#include "core/toolkit/migration.h"
#include "ui/common/activities.h"

#include <QObject>
#include <QTimer>

namespace ui {

class LockHolder;
class Session;

/// One migration to be applied or taken back.
struct MigrationStep
{
    qint64 version = 0;
    QString title;
    bool isUp = true;
    QStringList statements = {}; ///< as they were shown
    bool isAtomic = true; ///< where it fails, nothing of it stays
};

/// Runs migrations one after the other, each in a transaction of its own, and backs up the database before, if it is a
/// file. As long as it does, the session is read-only; afterwards everything that shows data is asked to read it again.
class MigrationRunner : public QObject
{
    Q_OBJECT

public:
    explicit MigrationRunner(Session &session, QObject *parent = nullptr);

    enum class BackUp {
        First,
        Never
    };
    /// `migrations` are all there are; `steps` are what runs of them.
    void start(const QList<db::Migration> &migrations, const QList<MigrationStep> &steps, BackUp backUp = BackUp::First);
    /// Runs the same steps again.
    void startWithoutBackup();
    /// Stops after the step that is running now; a backup stops at once.
    void cancel();
    bool isRunning() const { return m_isRunning; }
    bool isCanceling() const { return m_isCanceling; }
    bool isBackingUp() const { return bool(m_backupToken); }
    const QList<MigrationStep> &steps() const { return m_steps; }
    /// Who keeps it from running, as the engine knows them; empty while nobody does.
    const QString &waitsFor() const { return m_waitsFor; }
    /// How many steps are done.
    int done() const { return m_done; }

signals:
    void backupStarted();
    void backupDone(const db::Backup &backup);
    /// Nothing runs then.
    void backupFailed(const db::Error &error);
    void stepStarted(const ui::MigrationStep &step);
    /// Negative: somebody else had done it already.
    void stepDone(const ui::MigrationStep &step, qint64 milliseconds);
    /// The steps after it do not run.
    void stepFailed(const ui::MigrationStep &step, const db::Error &error);
    void cancelRequested();
    /// waitsFor() is another.
    void waitingChanged();
    void finished();

private:
    void backUp();
    void next();
    void finish();
    void lookWhoIsWaitedFor();

    Session &m_session;
    QList<db::Migration> m_migrations;
    QList<MigrationStep> m_steps;
    int m_done = 0;
    bool m_isRunning = false;
    bool m_isCanceling = false;
    std::shared_ptr<db::CancelToken> m_backupToken; ///< of the backup that is being made
    Activities::Handle m_activity;
    std::shared_ptr<LockHolder> m_holder;
    QString m_waitsFor;
    QTimer m_timer; ///< looks for the holder
};

} // namespace ui
