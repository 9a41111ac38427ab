// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations/migrations.h"
#include "tests/console/quectoctl.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// Migrations in folders, and the options that say which of them run.
class tst_QuectoctlMigrations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void filesRunAmongWhatIsCompiledIn();
    void severalFoldersMakeOneList();
    void whatIsWrongInAFileStopsEverything();
    void aVersionOrNameThatIsCompiledInIsRefused();
    void theExtentIsAChoice_data();
    void theExtentIsAChoice();
    void rollbackGoesAsFarAsItIsTold();
    void alternativesExcludeEachOther();
    void theSqlIsShownAndNothingRuns();
    void shownSqlIsAScriptThatRuns();
    void shownSqlRunsInTheClientOfTheEngine();
    void strictRefusesWhatIsOutOfOrder();
    void whatWasChangedSinceIsRefusedUntilItIsAccepted();
    void whatStoppedHalfWayIsToldAndGoneOnWith();
    void aDryRunTellsWhatWouldHappenAndLeavesNoTrace();
    void aFileIsBackedUpBeforeAnythingRuns();
    void withoutABackupNothingRunsUnlessToldSo();
    void productionIsMigratedOnlyWhenSomebodySaysSo();
    void checkEndsWithThreeWhileSomeArePending();
    void aNewMigrationRunsAsItStands();

private:
    void write(const QString &file, const QByteArray &content);
    QStringList list(const QString &words = {}) const;
    Answer run(const QString &words) const { return m_program->run(words); }

    std::optional<Quectoctl> m_program;
};

namespace {

const qint64 newest = migrations::all().last().version;
const qsizetype compiled = migrations::all().size();

constexpr const char *makeJars = "-- migrate:up\nCREATE TABLE jars (label varchar(20));\nINSERT INTO jars VALUES ('salt; fine');\n-- migrate:down\nDROP TABLE jars;\n";

} // namespace

void tst_QuectoctlMigrations::init()
{
    m_program.emplace();
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        run(u"create"_s);
    else
        m_program->environment().insert(u"DATABASE_URL"_s, TestServer::shared(testedEngine()).emptyDatabase().toString());
}

void tst_QuectoctlMigrations::write(const QString &file, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(m_program->path(file)).path());
    m_program->write(file, content);
}

/// The migrations behind those that are compiled in, as they are listed.
QStringList tst_QuectoctlMigrations::list(const QString &words) const
{
    QStringList lines;
    const QJsonArray found = run(u"migrations --json "_s + words).json().value(u"migrations").toArray();
    for (const QJsonValue &line : found) {
        if (line[u"version"].toInteger() > newest)
            lines.append(line[u"status"].toString() + u' ' + line[u"name"].toString());
    }
    return lines;
}

void tst_QuectoctlMigrations::filesRunAmongWhatIsCompiledIn()
{
    write(u"own/20250101000000_first.sql"_s, "-- migrate:up\nCREATE TABLE early (a int);\n-- migrate:down\nDROP TABLE early;");
    write(u"own/below/20990101000000_make_jars.sql"_s, makeJars);
    const Answer migrated = run(u"migrate --folder own"_s);
    QCOMPARE(migrated.error, QString());
    QCOMPARE(migrated.code, 0);
    const QStringList lines = migrated.output.split(u'\n');
    QCOMPARE(lines.mid(0, 3).first(), u"== Running 20250101000000 first forward"_s);
    QCOMPARE(lines.at(1), u"execute \"CREATE TABLE early (a int)\""_s);
    QVERIFY(lines.contains(u"== Running 20990101000000 make_jars forward"_s));
    QCOMPARE(run(u"migrate --folder own"_s).output, u"Migrations already up\n"_s);
    QCOMPARE(list(u"--folder own"_s), QStringList(u"up make_jars"_s));
    QVERIFY(run(u"migrations"_s).output.contains(u"20990101000000  ** FILE NOT FOUND **"));
    QCOMPARE(run(u"rollback --folder own"_s).code, 0);
    QCOMPARE(list(u"--folder own"_s), QStringList(u"down make_jars"_s));
}

void tst_QuectoctlMigrations::severalFoldersMakeOneList()
{
    write(u"a/20990101000000_make_jars.sql"_s, makeJars);
    write(u"b/20990101000001_fill_jars.sql"_s, "-- migrate:up\nINSERT INTO jars VALUES ('sugar');");
    QCOMPARE(run(u"migrate --folder b --folder a"_s).code, 0);
    QCOMPARE(list(u"--folder a --folder b"_s), QStringList({u"up make_jars"_s, u"up fill_jars"_s}));
    const Answer refused = run(u"rollback --folder a --folder b"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains(u"cannot reverse migration fill_jars: it has no down"), qPrintable(refused.error));
}

void tst_QuectoctlMigrations::whatIsWrongInAFileStopsEverything()
{
    write(u"own/20990101000000_make_jars.sql"_s, makeJars);
    write(u"own/20990101000001_bad.sql"_s, "-- migrate:up\nSELECT 'a;\n");
    for (const QString &command : {u"migrate"_s, u"rollback"_s, u"migrations"_s, u"migrate --sql"_s}) {
        const Answer refused = run(command + u" --folder own");
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.error, u"quectoctl: own/20990101000001_bad.sql, line 2: a quote is not closed: '\n"_s);
    }
    QCOMPARE(run(u"migrate --folder nowhere --json"_s).jsonError().value(u"message").toString(), u"nowhere: there is no such folder"_s);
    QCOMPARE(run(u"migrations --check --quiet"_s).code, 3);
}

void tst_QuectoctlMigrations::aVersionOrNameThatIsCompiledInIsRefused()
{
    write(u"a/20990101000000_create_users.sql"_s, makeJars);
    const Answer name = run(u"migrate --folder a"_s);
    QCOMPARE(name.code, 1);
    QCOMPARE(name.error, u"quectoctl: migrations can't be executed, migration name create_users is duplicated\n"_s);
    write(u"b/20260126000001_other.sql"_s, makeJars);
    QVERIFY(run(u"migrate --folder b"_s).error.contains(u"migration version 20260126000001 is duplicated"));
    QCOMPARE(run(u"migrations --json"_s).json().value(u"pending").toInteger(), compiled);
}

void tst_QuectoctlMigrations::theExtentIsAChoice_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("applied");
    QTest::newRow("nothing") << u""_s << int(compiled);
    QTest::newRow("all") << u"--all"_s << int(compiled);
    QTest::newRow("step") << u"--step 2"_s << 2;
    QTest::newRow("to") << u"--to 20260126000003"_s << 3;
    QTest::newRow("to-exclusive") << u"--to-exclusive 20260126000003"_s << 2;
}

void tst_QuectoctlMigrations::theExtentIsAChoice()
{
    QFETCH(QString, words);
    QFETCH(int, applied);
    const Answer migrated = run(u"migrate --json "_s + words);
    QCOMPARE(migrated.code, 0);
    QCOMPARE(migrated.json().value(u"migrated").toArray().size(), applied);
    QCOMPARE(run(u"migrations --json"_s).json().value(u"pending").toInteger(), compiled - applied);
}

void tst_QuectoctlMigrations::rollbackGoesAsFarAsItIsTold()
{
    run(u"migrate --quiet"_s);
    const auto back = [this](const QString &words) { return run(u"rollback --json "_s + words).json().value(u"rolled_back").toArray().size(); };
    QCOMPARE(back(u""_s), 1);
    QCOMPARE(back(u"--step 2"_s), 2);
    QCOMPARE(back(u"--to-exclusive 20260126000006"_s), compiled - 3 - 6);
    QCOMPARE(back(u"--to 20260126000005"_s), 2);
    QCOMPARE(back(u"--all"_s), 4);
    QCOMPARE(back(u"--all"_s), 0);
}

void tst_QuectoctlMigrations::alternativesExcludeEachOther()
{
    const Answer both = run(u"migrate --step 1 --to 20260126000003"_s);
    QCOMPARE(both.code, 2);
    QCOMPARE(both.error, u"quectoctl: --step and --to exclude each other.\n"_s);
    const Answer word = run(u"rollback --to yesterday"_s);
    QCOMPARE(word.code, 2);
    QCOMPARE(word.error, u"quectoctl: --to takes a version such as 20261122120000, not 'yesterday'.\n"_s);
}

void tst_QuectoctlMigrations::theSqlIsShownAndNothingRuns()
{
    write(u"own/20990101000000_make_jars.sql"_s, makeJars);
    const Answer text = run(u"migrate --sql --folder own"_s);
    QCOMPARE(text.code, 0);
    QVERIFY(text.output.startsWith(u"-- 20260126000001 create_users: up\nCREATE TABLE "));
    QVERIFY(text.output.endsWith(u"-- 20990101000000 make_jars: up\nCREATE TABLE jars (label varchar(20));\nINSERT INTO jars VALUES ('salt; fine');\n"));
    QCOMPARE(run(u"migrate --sql --quiet"_s).output, QString());
    QCOMPARE(run(u"migrations --json"_s).json().value(u"pending").toInteger(), compiled);

    run(u"migrate --folder own --quiet"_s);
    const QJsonArray back = run(u"rollback --sql --folder own --json"_s).json().value(u"sql").toArray();
    QCOMPARE(back.size(), 1);
    const QJsonObject only{{u"version"_s, qint64(20990101000000)}, {u"name"_s, u"make_jars"_s}, {u"direction"_s, u"down"_s}, {u"statements"_s, QJsonArray{u"DROP TABLE jars"_s}}};
    QCOMPARE(back.first().toObject(), only);
    QCOMPARE(run(u"migrations --json"_s).json().value(u"pending").toInteger(), 0);
}

void tst_QuectoctlMigrations::shownSqlIsAScriptThatRuns()
{
    const QString script = run(u"migrate --sql"_s).output;
    write(u"own/20250101000000_by_hand.sql"_s, "-- migrate:up\n" + script.toUtf8());
    const Answer once = run(u"migrate --to 20250101000000 --folder own"_s);
    QCOMPARE(once.error, QString());
    const Answer twice = run(u"migrate --folder own"_s);
    QCOMPARE(twice.code, 1); // the tables are there
}

void tst_QuectoctlMigrations::shownSqlRunsInTheClientOfTheEngine()
{
    using Engine = db::DatabaseUrl::Engine;
    const QByteArray body = testedEngine() == Engine::MariaDb ? "CREATE TRIGGER wash BEFORE INSERT ON jars FOR EACH ROW BEGIN SET NEW.label = upper(NEW.label); SET NEW.label = trim(NEW.label); END;\n" : "";
    write(u"own/20990101000000_make_jars.sql"_s, "-- migrate:up\nCREATE TABLE jars (label varchar(20));\nINSERT INTO jars VALUES ('salt; fine');\n" + body);
    const QString script = run(u"migrate --sql --folder own"_s).output;
    const db::DatabaseUrl url = testedEngine() == Engine::Sqlite ? db::DatabaseUrl::sqliteFile(m_program->path(u"by_hand.sqlite"_s)) : TestServer::shared(testedEngine()).emptyDatabase();
    const QHash<Engine, QStringList> clients{
        {Engine::Sqlite, {u"sqlite3"_s, u"-bail"_s, url.path()}},
        {Engine::Postgres, {u"psql"_s, u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, url.option(u"socket_dir"_s).value_or(QString()), u"-U"_s, url.user(), url.database()}},
        {Engine::MariaDb, {u"mariadb"_s, u"--no-defaults"_s, QString(u"--socket=" + url.option(u"socket"_s).value_or(QString())), QString(u"--user=" + url.user()), url.database()}},
    };
    QStringList command = clients.value(testedEngine());
    const QString program = QStandardPaths::findExecutable(command.takeFirst());
    if (program.isEmpty())
        QSKIP("The client is not installed");
    QProcess client;
    m_program->environment().insert(u"PGOPTIONS"_s, QString(u"-c search_path=" + url.option(u"search_path"_s).value_or(QString())));
    client.setProcessEnvironment(m_program->environment());
    client.start(program, command);
    client.write(script.toUtf8());
    client.closeWriteChannel();
    QVERIFY(client.waitForFinished());
    QVERIFY2(client.exitCode() == 0, client.readAllStandardError().constData());
    const auto connection = db::Connection::open(url);
    QVERIFY(connection);
    const auto inserted = db::Repo(**connection).execute(u"INSERT INTO jars VALUES ('x')"_s);
    QVERIFY2(inserted, reason(inserted).constData());
}

void tst_QuectoctlMigrations::strictRefusesWhatIsOutOfOrder()
{
    run(u"migrate --quiet --strict"_s);
    write(u"own/20250101000000_make_jars.sql"_s, makeJars);
    write(u"own/20990101000000_late.sql"_s, "-- migrate:up");
    const Answer refused = run(u"migrate --strict --folder own"_s);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.error, u"quectoctl: migration 20250101000000_make_jars is pending, but it is older than %1, which is applied\n"_s.arg(newest));
    QCOMPARE(list(u"--folder own"_s), QStringList(u"down late"_s));
    QCOMPARE(run(u"migrate --folder own"_s).code, 0);
}

void tst_QuectoctlMigrations::whatWasChangedSinceIsRefusedUntilItIsAccepted()
{
    write(u"own/20990101000000_make_jars.sql"_s, makeJars);
    QCOMPARE(run(u"migrate --folder own --quiet"_s).code, 0);
    write(u"own/20990101000000_make_jars.sql"_s, "-- migrate:up\nCREATE TABLE jars (name varchar(20));\n-- migrate:down\nDROP TABLE jars;\n");
    QVERIFY(run(u"migrations --folder own"_s).output.endsWith(u"20990101000000  make_jars\n            changed since it was applied\n"));
    QVERIFY(run(u"migrations --folder own --json"_s).json().value(u"migrations").toArray().last().toObject().value(u"changed").toBool());
    const Answer refused = run(u"migrate --folder own"_s);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.error, u"quectoctl: migration 20990101000000_make_jars was changed since it was applied.\n"
                            "Put it back as it was and begin a new migration, or take it for what it says now with --accept-changes.\n"_s);
    const Answer back = run(u"rollback --folder own"_s);
    QCOMPARE(back.code, 0);
    QVERIFY(back.output.contains(u"Mind that migration 20990101000000_make_jars was changed since it was applied; it is taken back as it says now."));

    QCOMPARE(run(u"migrate --folder own --quiet"_s).code, 0);
    write(u"own/20990101000000_make_jars.sql"_s, makeJars);
    QCOMPARE(run(u"migrate --folder own --accept-changes"_s).code, 0);
    QCOMPARE(run(u"migrate --folder own"_s).code, 0);
}

void tst_QuectoctlMigrations::whatStoppedHalfWayIsToldAndGoneOnWith()
{
    const QByteArray begin = "-- migrate:up transaction:false\nCREATE TABLE jars (label varchar(20));\n";
    write(u"own/20990101000000_make_jars.sql"_s, begin + "INSERT INTO nowhere VALUES (1);\n");
    const Answer failed = run(u"migrate --folder own"_s);
    QCOMPARE(failed.code, 1);
    QVERIFY2(failed.error.contains(u"The statement: INSERT INTO nowhere VALUES (1)"), qPrintable(failed.error));
    const QString list = run(u"migrations --folder own"_s).output;
    QVERIFY2(list.contains(u"20990101000000  make_jars\n            half-way: 1 of 2 statements done, the second failed with: "), qPrintable(list));
    const QJsonValue state = run(u"migrations --folder own --json"_s).json().value(u"migrations").toArray().last().toObject().value(u"half_way");
    QCOMPARE(state[u"done"].toInt(), 1);
    QCOMPARE(state[u"total"].toInt(), 2);
    QCOMPARE(state[u"statement"].toString(), u"INSERT INTO nowhere VALUES (1)"_s);
    QCOMPARE(run(u"migrate --folder own --it-ran --it-did-not-run"_s).error, u"quectoctl: --it-ran and --it-did-not-run exclude each other\n"_s);

    write(u"own/20990101000000_make_jars.sql"_s, begin + "INSERT INTO jars VALUES ('plums');\n");
    QCOMPARE(run(u"migrate --folder own"_s).code, 0);
    QVERIFY(run(u"migrations --folder own --json"_s).json().value(u"migrations").toArray().last().toObject().value(u"half_way").isNull());
}

void tst_QuectoctlMigrations::aDryRunTellsWhatWouldHappenAndLeavesNoTrace()
{
    write(u"own/20990101000000_make_jars.sql"_s, makeJars);
    const Answer tried = run(u"migrate --folder own --dry-run"_s);
    QCOMPARE(tried.error, QString());
    QCOMPARE(tried.code, 0);
    QVERIFY2(tried.output.contains(u"== Tried 20990101000000 make_jars forward\n"), qPrintable(tried.output));
    QVERIFY2(tried.output.contains(u" ms, 1 rows: INSERT INTO jars VALUES ('salt; fine')\n"), qPrintable(tried.output));
    QCOMPARE(run(u"migrations --folder own --json"_s).json().value(u"pending").toInteger(), compiled + 1);

    QCOMPARE(run(u"migrate --folder own --quiet"_s).code, 0);
    const QJsonObject back = run(u"rollback --folder own --dry-run --json"_s).json();
    QCOMPARE(back.value(u"succeeds").toBool(), true);
    const QJsonObject only = back.value(u"dry_run").toArray().first().toObject();
    QCOMPARE(only.value(u"direction").toString(), u"down"_s);
    const QJsonObject loss{{u"kind"_s, u"table"_s}, {u"table"_s, u"jars"_s}, {u"column"_s, QJsonValue()}, {u"count"_s, 1}};
    QCOMPARE(only.value(u"losses").toArray(), QJsonArray{loss});
    QCOMPARE(list(u"--folder own"_s), QStringList(u"up make_jars"_s));

    write(u"own/20990101000001_fail.sql"_s, "-- migrate:up\nINSERT INTO nowhere VALUES (1);");
    const Answer fails = run(u"migrate --folder own --dry-run"_s);
    QCOMPARE(fails.code, 1);
    QVERIFY2(fails.output.contains(u"The statement: INSERT INTO nowhere VALUES (1)\n"), qPrintable(fails.output));
}

void tst_QuectoctlMigrations::aFileIsBackedUpBeforeAnythingRuns()
{
    const bool isFile = testedEngine() == db::DatabaseUrl::Engine::Sqlite;
    // What is empty has nothing to lose.
    const Answer first = run(u"migrate --step 1"_s);
    QVERIFY2(first.code == 0 && !first.output.contains(u"Backed up"), qPrintable(first.output));
    const Answer rest = run(u"migrate"_s);
    QCOMPARE(rest.output.startsWith(u"== Backed up to "_s), isFile);
    QVERIFY(!run(u"migrate"_s).output.contains(u"Backed up"));
    QVERIFY(!run(u"rollback --no-backup"_s).output.contains(u"Backed up"));
    const QString file = run(u"rollback --json"_s).json().value(u"backup"_s).toString();
    QCOMPARE(!file.isEmpty(), isFile);
    if (!isFile)
        return;
    QVERIFY(file.startsWith(m_program->path(u"data"_s)));
    TestDatabase backup = TestDatabase::file(file);
    QCOMPARE(backup.texts(u"SELECT count(*) FROM schema_migrations"_s), QStringList{QString::number(compiled - 1)});
}

void tst_QuectoctlMigrations::withoutABackupNothingRunsUnlessToldSo()
{
    if (testedEngine() != db::DatabaseUrl::Engine::Sqlite)
        QSKIP("Servers are backed up by their own programs");
    QCOMPARE(run(u"migrate --step 1"_s).code, 0);
    write(u"data/quecto"_s, "in the way");
    const Answer refused = run(u"migrate"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains(u"No backup of tea.sqlite could be made") && refused.error.contains(u"--no-backup"), qPrintable(refused.error));
    QCOMPARE(run(u"migrations --check"_s).code, 3);
    QCOMPARE(run(u"migrate --no-backup"_s).code, 0);
}

void tst_QuectoctlMigrations::productionIsMigratedOnlyWhenSomebodySaysSo()
{
    const QString url = m_program->environment().value(u"DATABASE_URL"_s);
    m_program->environment().insert(u"DATABASE_URL"_s, QString(url + (url.contains(u'?') ? u'&' : u'?') + u"production=1"));
    const Answer refused = run(u"migrate"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains(u"is marked as production: it is only migrated with --yes, or when asked on a terminal"), qPrintable(refused.error));
    QCOMPARE(run(u"migrations --check"_s).code, 3);
    QCOMPARE(run(u"migrate --sql"_s).code, 0);
    QCOMPARE(run(u"migrate --yes"_s).code, 0);
    // There is nothing to ask about.
    QCOMPARE(run(u"migrate"_s).code, 0);
    QCOMPARE(run(u"rollback"_s).code, 1);
    QCOMPARE(run(u"rollback --yes"_s).code, 0);
}

void tst_QuectoctlMigrations::checkEndsWithThreeWhileSomeArePending()
{
    const Answer pending = run(u"migrations --check"_s);
    QCOMPARE(pending.code, 3);
    QCOMPARE(pending.error, QString());
    QVERIFY(pending.output.contains(u"  down      20260126000001  create_users\n"));
    QCOMPARE(run(u"migrations"_s).code, 0);
    run(u"migrate --quiet"_s);
    QCOMPARE(run(u"migrations --check"_s).code, 0);
    write(u"own/20990101000000_make_jars.sql"_s, makeJars);
    const Answer again = run(u"migrations --check --json --folder own"_s);
    QCOMPARE(again.code, 3);
    QCOMPARE(again.json().value(u"pending").toInteger(), 1);
    QCOMPARE(run(u"migrations --check --folder nowhere"_s).code, 1);
}

void tst_QuectoctlMigrations::aNewMigrationRunsAsItStands()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const Answer made = run(u"gen migration make_jars --sql --folder own/sql"_s);
    QCOMPARE(made.error, QString());
    QCOMPARE(made.code, 0);
    const QStringList files = QDir(m_program->path(u"own/sql"_s)).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    const QString version = files.first().section(u'_', 0, 0);
    QCOMPARE(files.first(), QString(version + u"_make_jars.sql"));
    QVERIFY(version >= before.toString(u"yyyyMMddHHmmss"_s) && version <= QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmss"_s));
    QCOMPARE(made.output.section(u'\n', 0, 0), QString(u"* creating own/sql/" + files.first()));

    const QJsonObject second = run(u"gen migration FillJars --sql --folder own/sql --json"_s).json();
    QCOMPARE(second.value(u"name").toString(), u"fill_jars"_s);
    QVERIFY(second.value(u"version").toInteger() > version.toLongLong());
    QVERIFY(QFile::exists(m_program->path(second.value(u"file").toString())));
    QCOMPARE(run(u"migrate --folder own/sql"_s).code, 0);
    QCOMPARE(list(u"--folder own"_s), QStringList({u"up make_jars"_s, u"up fill_jars"_s}));
    // Nobody has said yet how.
    const Answer back = run(u"rollback --folder own"_s);
    QCOMPARE(back.code, 1);
    QVERIFY2(back.error.contains(u"cannot reverse migration fill_jars: it has no down"), qPrintable(back.error));
}

QTEST_GUILESS_MAIN(tst_QuectoctlMigrations)
#include "tst_quectoctl_migrations.moc"
