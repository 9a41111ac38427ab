// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace db {
struct Error;
}

namespace ui {

class MigrationRunner;
class Session;
class SqlView;
struct MigrationStep;

/// Tells of a run of migrations: each statement in a log, how it ended in a message.
class RunReport : public QObject
{
    Q_OBJECT

public:
    RunReport(Session &session, MigrationRunner *runner, SqlView *log, QObject *parent);

    /// Takes the message on the last run away.
    void takeBack();

private:
    void runWithoutBackup();
    void log(const QString &text);
    void backupFailed(const db::Error &error);
    void stepFailed(const MigrationStep &step, const db::Error &error);
    /// Words for an error of a migration that cannot be taken back as a whole.
    static QString whatStays(const db::Error &error);
    void finished();

    Session &m_session;
    MigrationRunner *m_runner;
    SqlView *m_log;
    bool m_hasFailed = false;
};

} // namespace ui
