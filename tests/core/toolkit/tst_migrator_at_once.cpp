// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"
#include "tests/support/test_server.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <barrier>
#include <memory>

using namespace Qt::StringLiterals;
using Engine = db::DatabaseUrl::Engine;

/// Several programs that migrate an empty database at the same moment.
class tst_MigratorAtOnce : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void eachMigrationIsRunByOne();
};

void tst_MigratorAtOnce::eachMigrationIsRunByOne()
{
    constexpr int programs = 4;
    constexpr int rounds = 15; // what this is about happens in one of four
    const QList<db::Migration> migrations = threeTables();
    const QTemporaryDir folder;
    for (int round = 0; round < rounds; ++round) {
        const db::DatabaseUrl url = testedEngine() == Engine::Sqlite ? db::DatabaseUrl::sqliteFile(folder.filePath(u"%1.sqlite"_s.arg(round)))
                                                                     : TestServer::shared(testedEngine()).emptyDatabase();
        if (testedEngine() == Engine::Sqlite)
            QVERIFY(db::Connection::create(url));
        std::barrier start(programs);
        std::array<db::Result<QList<db::MigrationRun>>, programs> outcomes;
        std::array<std::unique_ptr<QThread>, programs> threads;
        for (int i = 0; i < programs; ++i) {
            threads[i].reset(QThread::create([&, i] {
                const auto connection = db::Connection::open(url);
                start.arrive_and_wait();
                if (!connection) {
                    outcomes[i] = db::Failure(connection.error());
                    return;
                }
                db::Repo repo(**connection);
                outcomes[i] = db::Migrator(repo, migrations).migrate({});
            }));
            threads[i]->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QList<qint64> run;
        for (const auto &outcome : outcomes) {
            QVERIFY2(outcome, reason(outcome).constData());
            run.append(versions(*outcome));
        }
        std::sort(run.begin(), run.end());
        QCOMPARE(run, QList<qint64>({firstVersion, firstVersion + 1, firstVersion + 2}));
    }
}

QTEST_GUILESS_MAIN(tst_MigratorAtOnce)
#include "tst_migrator_at_once.moc"
