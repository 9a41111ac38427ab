// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"
#include "tests/support/structure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;
using Engine = db::DatabaseUrl::Engine;

/// A program that is killed while it migrates. QUECTO_KILLS says how often, on each engine.
class tst_KilledMigrations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void aSecondRunEndsInTheSameStructure();

private:
    db::DatabaseUrl emptyDatabase();

    QTemporaryDir m_folder;
    int m_databases = 0;
};

namespace {

QList<db::Migration> history()
{
    QList<db::Migration> migrations;
    for (int i = 0; i < 4; ++i) {
        const QString table = u"table_%1"_s.arg(i);
        const QString other = u"other_%1"_s.arg(i);
        migrations.append({.version = 10 * i + 1, .name = u"make_"_s + table, .change = [table, other](db::SchemaChange &schema) {
                               schema.createTable(table, [](db::ColumnList &columns) {
                                   columns.string("name");
                                   columns.integer("grams");
                               });
                               schema.execute(u"INSERT INTO %1 (name, grams) VALUES ('a', 1), ('b', 2)"_s.arg(table), u""_s);
                               schema.createIndex(table, {u"name"_s});
                               schema.createTable(other, [table](db::ColumnList &columns) { columns.references("owner_id", table); });
                           }});
        migrations.append({.version = 10 * i + 2, .name = u"fill_"_s + table, .change = [table](db::SchemaChange &schema) {
                               schema.execute(u"UPDATE %1 SET grams = grams + 1"_s.arg(table), u""_s);
                               schema.addColumns(table, [](db::ColumnList &columns) { columns.string("motto"); });
                               schema.execute(u"INSERT INTO %1 (name, grams) VALUES ('c', 3)"_s.arg(table), u""_s);
                               schema.execute(u"UPDATE %1 SET grams = 2 * grams"_s.arg(table), u""_s);
                           },
                           .inTransaction = i % 2 == 0});
    }
    return migrations;
}

/// What the program does that is killed. It tells when it begins, so that no time is lost on its start.
int migrateUntilKilled(const QString &url)
{
    const auto connection = db::Connection::open(*db::DatabaseUrl::parse(url));
    if (!connection)
        return 2;
    std::fputs("begins\n", stdout);
    std::fflush(stdout);
    db::Repo repo(**connection);
    return db::Migrator(repo, history()).migrate({}) ? 0 : 1;
}

/// Structure and content.
QStringList stateOf(const db::DatabaseUrl &url)
{
    auto opened = db::Connection::open(url);
    if (!opened)
        return {opened.error().message};
    db::Connection &connection = **opened;
    TestDatabase database{std::move(*opened), db::Repo(connection)};
    // PostgreSQL's empty databases are schemas with a name of their own.
    QStringList lines = structureOf(database).replaceInStrings(QRegularExpression(u"\\bempty_\\d+\\b"_s), u"empty"_s);
    for (int i = 0; i < 4; ++i)
        lines += database.texts(u"SELECT name FROM table_%1 ORDER BY name"_s.arg(i)) + database.texts(u"SELECT grams FROM table_%1 ORDER BY name"_s.arg(i));
    return lines + books(database);
}

} // namespace

db::DatabaseUrl tst_KilledMigrations::emptyDatabase()
{
    if (testedEngine() != Engine::Sqlite)
        return TestServer::shared(testedEngine()).emptyDatabase();
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(m_folder.filePath(u"%1.sqlite"_s.arg(++m_databases)));
    if (const auto made = db::Connection::create(url); !made)
        qFatal("%s", qPrintable(made.error().message));
    return url;
}

void tst_KilledMigrations::aSecondRunEndsInTheSameStructure()
{
    const int kills = qEnvironmentVariableIntValue("QUECTO_KILLS") > 0 ? qEnvironmentVariableIntValue("QUECTO_KILLS") : 12;
    const auto start = [](QProcess &program, const db::DatabaseUrl &url) {
        program.start(QCoreApplication::applicationFilePath(), {u"--migrate"_s, url.toString()});
        while (!program.canReadLine()) {
            if (!program.waitForReadyRead(30000))
                return false;
        }
        return true;
    };
    const db::DatabaseUrl undisturbed = emptyDatabase();
    QProcess first;
    QElapsedTimer timer;
    QVERIFY(start(first, undisturbed));
    timer.start();
    QVERIFY(first.waitForFinished());
    QCOMPARE(first.exitCode(), 0);
    const auto longest = quint32(timer.nsecsElapsed() / 1000);
    const QStringList expected = stateOf(undisturbed);

    int halfWays = 0;
    int inDoubt = 0;
    int unfinished = 0;
    for (int i = 0; i < kills; ++i) {
        const db::DatabaseUrl url = emptyDatabase();
        QProcess program;
        QVERIFY(start(program, url));
        QThread::usleep(QRandomGenerator::global()->bounded(longest));
        program.kill();
        QVERIFY(program.waitForFinished());

        const auto connection = db::Connection::open(url);
        QVERIFY2(connection, reason(connection).constData());
        db::Repo repo(**connection);
        db::Migrator migrator(repo, history());
        const auto status = migrator.status();
        QVERIFY2(status, reason(status).constData());
        int pending = 0;
        for (const db::MigrationStatus &line : *status) {
            pending += line.state == db::MigrationStatus::State::Pending ? 1 : 0;
            if (!line.halfWay)
                continue;
            ++halfWays;
            inDoubt += line.halfWay->next == db::HalfWay::Next::HasRun || line.halfWay->next == db::HalfWay::Next::HasNotRun ? 1 : 0;
            QVERIFY2(line.halfWay->next != db::HalfWay::Next::Unknown, qPrintable(line.halfWay->text()));
            QCOMPARE(line.state, db::MigrationStatus::State::Pending);
        }
        unfinished += pending > 0 ? 1 : 0;
        const auto finished = migrator.migrate({});
        QVERIFY2(finished, reason(finished).constData());
        QVERIFY(finished->size() <= pending);
        QCOMPARE(stateOf(url), expected);
        QCOMPARE(migrator.pendingCount().value(), 0);
    }
    qInfo("%d kills, %d before the end, %d half-way, %d in the midst of a statement", kills, unfinished, halfWays, inDoubt);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--migrate")
        return migrateUntilKilled(arguments.value(2));
    tst_KilledMigrations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed_migrations.moc"
