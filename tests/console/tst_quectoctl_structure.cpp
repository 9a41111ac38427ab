// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/quectoctl.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;
using Engine = db::DatabaseUrl::Engine;

/// The structure of a database as a file, on each engine.
class tst_QuectoctlStructure : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void whatIsDumpedIsLoadedElsewhere();
    void viewsTriggersAndRoutinesAreDumped();
    void whoOwnsNothingButTheDatabaseLoadsIt();
    void theSameStructureIsTheSameFile();
    void withoutAFileItIsPrinted();
    void rowsAreNotDumped();
    void anUnfinishedMigrationListIsLoadedAsItIs();
    void halfAMigrationIsNotDumped();
    void nothingIsLoadedBesideOtherTables();
    void aScriptThatFailsIsToldWithItsLine();
    void commandsOfTheEnginesClientAreNotRun();
    void whatIsNotWrittenLeavesTheOldFile();
    void aMissingProgramIsNamedWithItsPackage();
    void createIsContentWithADatabaseThatIsThere();

private:
    Answer run(const QString &words) const { return m_program->run(words); }
    Answer runFor(const db::DatabaseUrl &url, const QString &words) const { return run(words + u" --database " + url.toString()); }
    /// An empty database of the engine that is tested.
    db::DatabaseUrl emptyDatabase();
    /// What a command says, which must have done its work.
    QString said(const Answer &answer) const;
    static void execute(const db::DatabaseUrl &url, const QString &sql);

    std::optional<Quectoctl> m_program;
    int m_databases = 0;
};

db::DatabaseUrl tst_QuectoctlStructure::emptyDatabase()
{
    // TestServer::emptyDatabase() is a schema on PostgreSQL, whose programs look at the whole database.
    const QString name = u"structure_%1"_s.arg(++m_databases);
    const db::DatabaseUrl url = testedEngine() == Engine::Sqlite ? db::DatabaseUrl::sqliteFile(m_program->path(name)) : TestServer::shared(testedEngine()).url(name);
    if (const db::Result<void> created = db::Connection::create(url); !created)
        qFatal("%s", reason(created).constData());
    return url;
}

QString tst_QuectoctlStructure::said(const Answer &answer) const
{
    if (answer.code != 0)
        qFatal("%s", qPrintable(answer.error));
    return answer.output;
}

void tst_QuectoctlStructure::execute(const db::DatabaseUrl &url, const QString &sql)
{
    const auto connection = db::Connection::open(url);
    if (!connection)
        qFatal("%s", reason(connection).constData());
    if (const db::Result<void> done = db::Repo(**connection).execute(sql); !done)
        qFatal("%s", reason(done).constData());
}

void tst_QuectoctlStructure::initTestCase_data()
{
    addEngines();
}

void tst_QuectoctlStructure::init()
{
    const bool hasPrograms = testedEngine() == Engine::Sqlite
        || !QStandardPaths::findExecutable(testedEngine() == Engine::Postgres ? u"pg_dump"_s : u"mariadb-dump"_s).isEmpty();
    if (!hasPrograms)
        QSKIP("The engine's own programs (package postgresql-client or mariadb-client) are not installed.");
    m_program.emplace();
}

void tst_QuectoctlStructure::whatIsDumpedIsLoadedElsewhere()
{
    const db::DatabaseUrl old = emptyDatabase();
    const db::DatabaseUrl made = emptyDatabase();
    said(runFor(old, u"migrate"_s));
    QVERIFY(said(runFor(old, u"dump structure.sql"_s)).contains(u"applied migrations: 1"));
    const QJsonArray versions = runFor(made, u"load structure.sql --json"_s).json().value(u"versions").toArray();
    QVERIFY(versions.size() > 10);
    QCOMPARE(said(run(u"diff --check %1 %2"_s.arg(old.toString(), made.toString()))), u"The structures are the same\n"_s);
    QCOMPARE(runFor(made, u"migrations --check"_s).code, 0);
    QCOMPARE(runFor(made, u"drift --check"_s).code, 0);
    QVERIFY(said(runFor(made, u"rollback --step 2"_s)).contains(u"backward"));
}

void tst_QuectoctlStructure::viewsTriggersAndRoutinesAreDumped()
{
    const db::DatabaseUrl old = emptyDatabase();
    const db::DatabaseUrl made = emptyDatabase();
    execute(old, u"CREATE TABLE \"a;b\" (id INTEGER PRIMARY KEY, word VARCHAR(20) DEFAULT ';--')"_s.replace(u'"', testedEngine() == Engine::MariaDb ? u"`"_s : u"\""_s));
    execute(old, u"CREATE TABLE heard (n INTEGER)"_s);
    execute(old, u"CREATE INDEX heard_n ON heard (n)"_s);
    execute(old, u"CREATE VIEW loud AS SELECT n FROM heard"_s);
    execute(old, u"CREATE VIEW louder AS SELECT n FROM loud"_s);
    switch (testedEngine()) {
    case Engine::Sqlite:
        execute(old, u"CREATE VIRTUAL TABLE texts USING fts5(body)"_s);
        execute(old, u"CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT -- from 1\n) -- at last"_s);
        execute(old, u"CREATE TRIGGER hear AFTER INSERT ON heard BEGIN DELETE FROM heard; SELECT 1; END"_s);
        break;
    case Engine::Postgres:
        execute(old, u"CREATE FUNCTION hear() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM heard; RETURN NULL; END $$"_s);
        execute(old, u"CREATE TRIGGER hear AFTER INSERT ON heard FOR EACH STATEMENT EXECUTE FUNCTION hear()"_s);
        break;
    case Engine::MariaDb:
        execute(old, u"CREATE TRIGGER hear AFTER INSERT ON heard FOR EACH ROW BEGIN SET @n = 1; SET @n = 2; END"_s);
        execute(old, u"CREATE PROCEDURE forget() BEGIN DELETE FROM heard; DELETE FROM `a;b`; END"_s);
        execute(old, u"CREATE EVENT later ON SCHEDULE EVERY 1 DAY DO DELETE FROM heard"_s);
        break;
    }
    said(runFor(old, u"dump structure.sql"_s));
    said(runFor(made, u"load structure.sql"_s));
    QCOMPARE(said(run(u"diff %1 %2"_s.arg(old.toString(), made.toString()))), u"The structures are the same\n"_s);
    said(runFor(made, u"dump again.sql"_s));
    const QByteArray structure = m_program->read(u"structure.sql"_s);
    QCOMPARE(m_program->read(u"again.sql"_s), structure);
    QVERIFY(structure.contains("louder") && structure.contains("hear"));
    QVERIFY(!structure.contains("DEFINER=") && !structure.contains("sqlite_sequence") && !structure.contains("texts_data"));
}

void tst_QuectoctlStructure::whoOwnsNothingButTheDatabaseLoadsIt()
{
    if (testedEngine() == Engine::Sqlite)
        QSKIP("SQLite knows no users.");
    const db::DatabaseUrl old = emptyDatabase();
    const db::DatabaseUrl made = emptyDatabase();
    said(runFor(old, u"migrate"_s));
    execute(old, u"CREATE VIEW names AS SELECT email FROM users"_s);
    if (testedEngine() == Engine::Postgres) {
        execute(old, u"CREATE ROLE ann LOGIN PASSWORD 's3cret'"_s);
        execute(old, u"ALTER DATABASE %1 OWNER TO ann"_s.arg(made.database()));
    } else {
        execute(old, u"CREATE TRIGGER hear BEFORE INSERT ON users FOR EACH ROW SET @n = 1"_s);
        execute(old, u"CREATE USER ann@localhost IDENTIFIED BY 's3cret'"_s);
        execute(old, u"GRANT ALL ON %1.* TO ann@localhost"_s.arg(made.database()));
    }
    said(runFor(old, u"dump structure.sql"_s));
    const QString byAnn = made.toString().replace(QRegularExpression(u"//[^/]*@"_s), u"//ann:s3cret@"_s);
    said(run(u"load structure.sql --database "_s + byAnn));
    said(run(u"dump again.sql --database "_s + byAnn));
    QVERIFY(m_program->read(u"structure.sql"_s).contains("names"));
    QCOMPARE(m_program->read(u"again.sql"_s), m_program->read(u"structure.sql"_s));
    const Answer wrong = run(u"dump --database "_s + QString(byAnn).replace(u"s3cret"_s, u"wrong"_s));
    QCOMPARE(wrong.code, testedEngine() == Engine::MariaDb ? 1 : 0); // the tests' PostgreSQL asks for no password
}

void tst_QuectoctlStructure::theSameStructureIsTheSameFile()
{
    const db::DatabaseUrl url = emptyDatabase();
    said(runFor(url, u"migrate"_s));
    said(runFor(url, u"dump before.sql"_s));
    said(runFor(url, u"seed --users 5 --posts 5"_s));
    said(runFor(url, u"dump after.sql"_s));
    QVERIFY(!m_program->read(u"before.sql"_s).isEmpty());
    QCOMPARE(m_program->read(u"after.sql"_s), m_program->read(u"before.sql"_s));
}

void tst_QuectoctlStructure::withoutAFileItIsPrinted()
{
    const db::DatabaseUrl url = emptyDatabase();
    said(runFor(url, u"migrate"_s));
    said(runFor(url, u"dump structure.sql"_s));
    const QString structure = QString::fromUtf8(m_program->read(u"structure.sql"_s));
    QCOMPARE(said(runFor(url, u"dump"_s)).trimmed(), structure.trimmed());
    QCOMPARE(runFor(url, u"dump --json"_s).json().value(u"sql").toString(), structure);
    QCOMPARE(runFor(url, u"dump --quiet"_s).code, 1);
}

void tst_QuectoctlStructure::rowsAreNotDumped()
{
    const db::DatabaseUrl url = emptyDatabase();
    execute(url, u"CREATE TABLE words (word VARCHAR(20))"_s);
    execute(url, u"INSERT INTO words VALUES ('kohlrabi')"_s);
    const QString structure = said(runFor(url, u"dump"_s));
    QVERIFY(structure.contains(u"words") && !structure.contains(u"kohlrabi") && !structure.contains(u"INSERT"));
}

void tst_QuectoctlStructure::anUnfinishedMigrationListIsLoadedAsItIs()
{
    const db::DatabaseUrl old = emptyDatabase();
    const db::DatabaseUrl made = emptyDatabase();
    said(runFor(old, u"migrate --step 2"_s));
    said(runFor(old, u"dump structure.sql"_s));
    QVERIFY(said(runFor(made, u"load structure.sql"_s)).contains(u"applied migrations: 2"));
    QCOMPARE(runFor(made, u"migrations --check"_s).code, 3);
    said(runFor(made, u"migrate"_s));
    said(runFor(old, u"migrate"_s));
    QCOMPARE(said(run(u"diff %1 %2"_s.arg(old.toString(), made.toString()))), u"The structures are the same\n"_s);
}

void tst_QuectoctlStructure::halfAMigrationIsNotDumped()
{
    const db::DatabaseUrl url = emptyDatabase();
    QDir(m_program->path({})).mkdir(u"folder"_s);
    m_program->write(u"folder/20300101000000_words.sql"_s, "-- migrate:up\nCREATE TABLE words (n INTEGER);\nCREATE TABEL others (n INTEGER);\n"
                                                           "-- migrate:down\nDROP TABLE words;\nDROP TABLE others;\n");
    QCOMPARE(runFor(url, u"migrate --folder folder"_s).code, 1);
    const Answer answer = runFor(url, u"dump"_s);
    const bool isHalfWay = testedEngine() == Engine::MariaDb; // whose definitions no transaction takes back
    QCOMPARE(answer.code, isHalfWay ? 1 : 0);
    QCOMPARE(answer.error, isHalfWay ? u"quectoctl: the migration 20300101000000 stopped half-way: finish it or take it back first\n"_s : QString());
    QVERIFY(!answer.output.contains(u"words"));
}

void tst_QuectoctlStructure::nothingIsLoadedBesideOtherTables()
{
    const db::DatabaseUrl url = emptyDatabase();
    execute(url, u"CREATE TABLE words (word VARCHAR(20))"_s);
    m_program->write(u"structure.sql"_s, "CREATE TABLE others (n INTEGER);\n");
    const Answer answer = runFor(url, u"load structure.sql"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"has tables already: words") && answer.error.contains(u"'quectoctl create'"), qPrintable(answer.error));
    QVERIFY(!said(runFor(url, u"dump"_s)).contains(u"others"));
}

void tst_QuectoctlStructure::aScriptThatFailsIsToldWithItsLine()
{
    const db::DatabaseUrl url = emptyDatabase();
    m_program->write(u"structure.sql"_s, "CREATE TABLE first (n INTEGER);\n\nCREATE TABEL second (n INTEGER);\n");
    const Answer answer = runFor(url, u"load structure.sql"_s);
    QCOMPARE(answer.code, 1);
    const QString line = testedEngine() == Engine::Postgres ? u"psql:<stdin>:3: ERROR:"_s : u"line 3: "_s;
    QVERIFY2(answer.error.contains(u"structure.sql") && answer.error.contains(line) && answer.error.contains(u"TABEL"), qPrintable(answer.error));
    const bool isMariadb = testedEngine() == Engine::MariaDb;
    QCOMPARE(answer.error.contains(u"MariaDB keeps what ran before"), isMariadb);
    QCOMPARE(said(runFor(url, u"dump"_s)).contains(u"first"), isMariadb);
}

void tst_QuectoctlStructure::commandsOfTheEnginesClientAreNotRun()
{
    const db::DatabaseUrl url = emptyDatabase();
    m_program->write(u"structure.sql"_s, "-- harmless\n\\! touch " + m_program->path(u"ran"_s).toUtf8() + "\nCREATE TABLE first (n INTEGER);\n");
    QCOMPARE(runFor(url, u"load structure.sql"_s).code, 1);
    QVERIFY(!QFile::exists(m_program->path(u"ran"_s)));
    QVERIFY(!said(runFor(url, u"dump"_s)).contains(u"first"));
}

void tst_QuectoctlStructure::whatIsNotWrittenLeavesTheOldFile()
{
    const db::DatabaseUrl url = emptyDatabase();
    m_program->write(u"structure.sql"_s, "old");
    QCOMPARE(run(u"dump structure.sql --database sqlite:missing.sqlite"_s).code, 1);
    QCOMPARE(m_program->read(u"structure.sql"_s), QByteArray("old"));
    QDir(m_program->path({})).mkdir(u"folder"_s);
    const Answer answer = runFor(url, u"dump folder"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"folder cannot be written: "), qPrintable(answer.error));
    const Answer unread = runFor(url, u"load missing.sql"_s);
    QCOMPARE(unread.code, 1);
    QVERIFY2(unread.error.contains(u"missing.sql cannot be read: "), qPrintable(unread.error));
}

void tst_QuectoctlStructure::aMissingProgramIsNamedWithItsPackage()
{
    const bool isPostgres = testedEngine() == Engine::Postgres;
    if (testedEngine() == Engine::Sqlite)
        QSKIP("SQLite needs no program.");
    const db::DatabaseUrl url = emptyDatabase();
    m_program->write(u"structure.sql"_s, "CREATE TABLE first (n INTEGER);\n");
    m_program->environment().insert(u"PATH"_s, m_program->path(u"none"_s));
    const Answer dumped = runFor(url, u"dump"_s);
    QCOMPARE(dumped.code, 1);
    QCOMPARE(dumped.error, isPostgres ? u"quectoctl: pg_dump is not installed; Debian has it in the package postgresql-client\n"_s : u"quectoctl: mariadb-dump is not installed; Debian has it in the package mariadb-client\n"_s);
    const Answer loaded = runFor(url, u"load structure.sql"_s);
    QCOMPARE(loaded.code, 1);
    QVERIFY2(loaded.error.contains(isPostgres ? u"psql is not installed"_s : u"mariadb is not installed"_s), qPrintable(loaded.error));
}

void tst_QuectoctlStructure::createIsContentWithADatabaseThatIsThere()
{
    const db::DatabaseUrl url = emptyDatabase();
    execute(url, u"CREATE TABLE words (word VARCHAR(20))"_s);
    const Answer answer = runFor(url, u"create"_s);
    QCOMPARE(answer.error, QString());
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.output, u"The database for %1 has already been created\n"_s.arg(url.displayName()));
    QVERIFY(said(runFor(url, u"dump"_s)).contains(u"words"));
}

QTEST_GUILESS_MAIN(tst_QuectoctlStructure)
#include "tst_quectoctl_structure.moc"
