// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migration_folder.h"
#include "core/toolkit/sql_migrations.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Engine = db::DatabaseUrl::Engine;

/// Migrations in files of SQL.
class tst_SqlMigrations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init() { m_folder.emplace(); }

    void aFolderBecomesAListByVersion();
    void onlySqlFilesAreLookedAt();
    void aFolderThatIsNotThereIsNamed();
    void whatIsWrongIsNamedWithFileAndLine_data();
    void whatIsWrongIsNamedWithFileAndLine();
    void whatIsWrongOnOneEngineIsRefusedThere_data();
    void whatIsWrongOnOneEngineIsRefusedThere();
    void aVersionOrNameInTwoFilesIsRefused();
    void aFolderIsReadAlthoughFilesOfItAreBroken();
    void marksMayBeWrittenInSeveralWays_data();
    void marksMayBeWrittenInSeveralWays();
    void withoutADownPartItCannotBeTakenBack();
    void anEmptyDownPartHasNothingToDo();
    void triggersAndFunctionsRunAndAreTakenBack();
    void questionMarksAreNoValues();
    void withoutATransactionEachStatementStandsByItself();
    void aTransactionThatIsLeftOpenIsRolledBack();
    void aStatementThatFailsIsNamed();
    void theyRunAmongMigrationsInCpp();

private:
    void write(const QString &name, const QByteArray &content);
    db::Result<QList<db::Migration>> read() const { return db::sqlMigrations(m_folder->path(), testedEngine()); }
    static db::Result<db::Migration> parsed(const QByteArray &content) { return db::sqlMigration(u"20260101000000_a.sql"_s, content, testedEngine()); }
    static QStringList statements(const QList<db::Operation> &operations);

    std::optional<QTemporaryDir> m_folder;
};

void tst_SqlMigrations::write(const QString &name, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(name));
}

QStringList tst_SqlMigrations::statements(const QList<db::Operation> &operations)
{
    QStringList list;
    for (const db::Operation &operation : operations)
        list.append(std::get<db::Execute>(operation).up);
    return list;
}

void tst_SqlMigrations::aFolderBecomesAListByVersion()
{
    write(u"later/deeper/20260103000000_third.sql"_s, "-- migrate:up\nSELECT 3;");
    write(u"20260102000000_second.sql"_s, "-- migrate:up\nSELECT 2;\n");
    write(u"later/20260101000000_add_1st.sql"_s, "-- The first one\n\n-- migrate:up\nSELECT 1; SELECT 'a;b';\n-- migrate:down\nSELECT 0\n");
    const auto migrations = read();
    QVERIFY2(migrations, reason(migrations).constData());
    QCOMPARE(migrations->size(), 3);
    const db::Migration first = migrations->first();
    QCOMPARE(first.version, 20260101000000);
    QCOMPARE(first.name, u"add_1st"_s);
    QCOMPARE(statements(first.upOperations()), QStringList({u"SELECT 1"_s, u"SELECT 'a;b'"_s}));
    QCOMPARE(statements(first.downOperations().value()), QStringList(u"SELECT 0"_s));
    QCOMPARE(migrations->at(1).name, u"second"_s);
    QCOMPARE(migrations->at(2).name, u"third"_s);
}

void tst_SqlMigrations::onlySqlFilesAreLookedAt()
{
    write(u"README.md"_s, "Not SQL");
    write(u"20260101000000_a.cpp"_s, "Not SQL");
    write(u".hidden/20260101000000_a.sql"_s, "Not looked at");
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"round"_s)));
    const auto migrations = read();
    QVERIFY2(migrations, reason(migrations).constData());
    QVERIFY(migrations->isEmpty());
}

void tst_SqlMigrations::aFolderThatIsNotThereIsNamed()
{
    const auto missing = db::sqlMigrations(u"/nowhere/at/all"_s, testedEngine());
    QVERIFY(!missing);
    QCOMPARE(missing.error().message, u"/nowhere/at/all: there is no such folder"_s);
    QCOMPARE(missing.error().kind, db::Error::Kind::Refused);
}

void tst_SqlMigrations::whatIsWrongIsNamedWithFileAndLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("complaint");

    const QString usual = u"20260101000000_a.sql"_s;
    const QString transaction = u" has no place here: the migration's transaction is begun and ended for it"_s;
    QTest::newRow("empty") << usual << QByteArray() << u": there is no line '-- migrate:up'"_s;
    QTest::newRow("comments only") << usual << QByteArray("-- up\n/* migrate:up */") << u": there is no line '-- migrate:up'"_s;
    QTest::newRow("mark in a text") << usual << QByteArray("SELECT '\n-- migrate:up\n'") << u", line 1: there is SQL before the line '-- migrate:up'"_s;
    QTest::newRow("goose") << usual << QByteArray("-- +goose Up\nSELECT 1;") << u", line 2: there is SQL before the line '-- migrate:up'"_s;
    QTest::newRow("SQL first") << usual << QByteArray("-- a\nSELECT 1;\n-- migrate:up") << u", line 2: there is SQL before the line '-- migrate:up'"_s;
    QTest::newRow("two up") << usual << QByteArray("-- migrate:up\nSELECT 1;\n-- migrate:up") << u", line 3: there is a second '-- migrate:up'"_s;
    QTest::newRow("two down") << usual << QByteArray("-- migrate:up\n-- migrate:down\n-- migrate:down") << u", line 3: there is a second '-- migrate:down'"_s;
    QTest::newRow("down first") << usual << QByteArray("-- migrate:down\n-- migrate:up") << u", line 1: '-- migrate:down' stands before '-- migrate:up'"_s;
    QTest::newRow("misspelt") << usual << QByteArray("-- migrate:up\nSELECT 1;\n-- migrate:dwon\nSELECT 2;")
                              << u", line 3: '-- migrate:dwon' is neither '-- migrate:up' nor '-- migrate:down'"_s;
    QTest::newRow("capitals") << usual << QByteArray("-- Migrate: Up") << u", line 1: '-- Migrate: Up' is neither '-- migrate:up' nor '-- migrate:down'"_s;
    QTest::newRow("without its colon") << usual << QByteArray("-- migrate:up\nSELECT 1;\n-- migrate down\nSELECT 2;")
                                       << u", line 3: '-- migrate down' is neither '-- migrate:up' nor '-- migrate:down'"_s;
    QTest::newRow("behind a statement") << usual << QByteArray("-- migrate:up\nSELECT 1; -- migrate:down\nSELECT 2;") << u", line 2: '-- migrate:down' needs a line of its own"_s;
    QTest::newRow("unknown option") << usual << QByteArray("-- migrate:up transactions:false") << u", line 1: there is no option 'transactions:false'"_s;
    QTest::newRow("one without a transaction") << usual << QByteArray("-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down\nSELECT 2;")
                                               << u", line 3: '-- migrate:up' and '-- migrate:down' must have the same option: both transaction:false, or neither"_s;
    QTest::newRow("unterminated quote") << usual << QByteArray("-- migrate:up\r\nSELECT 1;\r\n\r\nSELECT 'a;\r\n-- migrate:down\r\n") << u", line 4: a quote is not closed: '"_s;
    QTest::newRow("unterminated comment") << usual << QByteArray("-- migrate:up\n/* SELECT 1;") << u", line 2: a comment is not closed"_s;
    QTest::newRow("not UTF-8") << usual << QByteArray("-- migrate:up\n-- \xE4\nSELECT 1;") << u", line 2: it is not UTF-8"_s;
    QTest::newRow("half a character") << usual << QByteArray("-- migrate:up\n-- \xC3") << u", line 2: it is not UTF-8"_s;
    QTest::newRow("UTF-16") << usual << QByteArray("\xFF\xFE-\0-\0", 6) << u": it is UTF-16; save it as UTF-8"_s;
    QTest::newRow("NUL") << usual << QByteArray("-- migrate:up\nSELECT 1\0; SELECT 2", 32) << u", line 2: there is a NUL character, which no statement may have"_s;
    QTest::newRow("no version") << u"schema.sql"_s << QByteArray("-- migrate:up") << u": a migration's file is named YYYYMMDDHHMMSS_what_it_does.sql"_s;
    QTest::newRow("short version") << u"2026_a.sql"_s << QByteArray("-- migrate:up") << u": a migration's file is named YYYYMMDDHHMMSS_what_it_does.sql"_s;
    QTest::newRow("capital in the name") << u"20260101000000_A.sql"_s << QByteArray("-- migrate:up") << u": a migration's file is named YYYYMMDDHHMMSS_what_it_does.sql"_s;
    QTest::newRow("no name") << u"20260101000000.sql"_s << QByteArray("-- migrate:up") << u": a migration's file is named YYYYMMDDHHMMSS_what_it_does.sql"_s;
    QTest::newRow("foreign keys off") << usual << QByteArray("-- migrate:up\npragma main.foreign_keys = off;")
                                      << u", line 2: PRAGMA foreign_keys has no place here: it has no effect in a transaction, and without one it would outlast a failure"_s;
    for (const char *statement : {"SAVEPOINT s;", "ROLLBACK TO s;", "BEGIN;", "begin transaction;", "START TRANSACTION;", "COMMIT;", "commit /* now */ work;", "ROLLBACK;"}) {
        const QString word = QString::fromLatin1(statement).section(QRegularExpression(u"[ ;]"_s), 0, 0).toUpper();
        QTest::addRow("%s", statement) << usual << QByteArray(QByteArray("-- migrate:up\nSELECT 1;\n") + statement) << QString(u", line 3: "_s + word + transaction);
    }
}

void tst_SqlMigrations::whatIsWrongIsNamedWithFileAndLine()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, complaint);
    write(u"below/"_s + name, content);
    const auto migrations = read();
    QVERIFY(!migrations);
    const QString file = m_folder->filePath(u"below/"_s + name);
    QCOMPARE(migrations.error().message, QString(file + complaint));
    QCOMPARE(migrations.error().subject, file);
    QCOMPARE(migrations.error().kind, db::Error::Kind::Refused);
}

void tst_SqlMigrations::whatIsWrongOnOneEngineIsRefusedThere_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("complaint"); // empty where nothing is wrong

    const QString transaction = u" has no place here: the migration's transaction is begun and ended for it"_s;
    const QString mark = u": this looks like a mark, but is no comment here: write '-- migrate:up' or '-- migrate:down'"_s;
    for (const char *statement : {"SET SESSION autocommit = 0", "SET sql_mode = '', autocommit = 0", "SET @@session.autocommit := 0", "SET `autocommit` = 0", "/*!40101 SET autocommit=0 */"})
        QTest::addRow("%s", statement) << Engine::MariaDb << QByteArray(QByteArray("-- migrate:up\n") + statement) << QString(u"line 2: SET"_s + transaction);
    QTest::newRow("a hidden commit") << Engine::MariaDb << QByteArray("-- migrate:up\n/*!40101 COMMIT */") << QString(u"line 2: COMMIT"_s + transaction);
    QTest::newRow("another database") << Engine::MariaDb << QByteArray("-- migrate:up\nUSE mysql;") << u"line 2: USE has no place here: migrations change the database that was opened"_s;
    QTest::newRow("a block") << Engine::MariaDb << QByteArray("-- migrate:up\nBEGIN NOT ATOMIC SELECT 1; END;") << QString();
    QTest::newRow("a text with autocommit in it") << Engine::MariaDb << QByteArray("-- migrate:up\nSET @a = 'autocommit = 0';") << QString();
    QTest::newRow("a mark without a blank") << Engine::MariaDb << QByteArray("-- migrate:up\nSELECT 1;\n\n  --migrate:down\nDROP TABLE a;") << QString(u"line 4"_s + mark);
    QTest::newRow("a mark inside a statement") << Engine::MariaDb << QByteArray("-- migrate:up\nSELECT 1\n--migrate:down\nDROP TABLE a;") << QString(u"line 3"_s + mark);
    QTest::newRow("a mark in a text") << Engine::MariaDb << QByteArray("-- migrate:up\nSELECT '\n--migrate:down';") << QString();
    for (const Engine engine : {Engine::Sqlite, Engine::Postgres})
        QTest::addRow("MariaDB's mark %d", int(engine)) << engine << QByteArray("-- migrate:up\nSELECT 1;\n# migrate:down\nDROP TABLE a;") << QString(u"line 3"_s + mark);
    QTest::newRow("a deferred transaction") << Engine::Postgres << QByteArray("-- migrate:up transaction:false\nBEGIN NOT DEFERRABLE;") << QString(u"line 2: BEGIN"_s + transaction);
    for (const char *pragma : {"PRAGMA \"foreign_keys\" = OFF", "PRAGMA main.[foreign_keys] = OFF", "PRAGMA foreign_keys(0)"})
        QTest::addRow("%s", pragma) << Engine::Sqlite << QByteArray(QByteArray("-- migrate:up transaction:false\n") + pragma)
                                    << u"line 2: PRAGMA foreign_keys has no place here: it has no effect in a transaction, and without one it would outlast a failure"_s;
}

void tst_SqlMigrations::whatIsWrongOnOneEngineIsRefusedThere()
{
    QFETCH(Engine, engine);
    QFETCH(QByteArray, content);
    QFETCH(QString, complaint);
    const auto migration = db::sqlMigration(u"20260101000000_a.sql"_s, content, engine);
    const QString message = migration ? QString() : migration.error().message;
    QCOMPARE(message, complaint.isEmpty() ? QString() : QString(u"20260101000000_a.sql, "_s + complaint));
}

void tst_SqlMigrations::aVersionOrNameInTwoFilesIsRefused()
{
    write(u"20260101000000_a.sql"_s, "-- migrate:up");
    write(u"b/20260101000000_b.sql"_s, "-- migrate:up");
    const QString first = m_folder->filePath(u"20260101000000_a.sql"_s);
    QCOMPARE(read().error().message, QString(m_folder->filePath(u"b/20260101000000_b.sql"_s) + u": its version is also that of " + first));
    QVERIFY(QFile::remove(m_folder->filePath(u"b/20260101000000_b.sql"_s)));
    write(u"b/20260102000000_a.sql"_s, "-- migrate:up");
    QCOMPARE(read().error().message, QString(m_folder->filePath(u"b/20260102000000_a.sql"_s) + u": its name is also that of " + first));
}

void tst_SqlMigrations::aFolderIsReadAlthoughFilesOfItAreBroken()
{
    write(u"b/20260102000000_b.sql"_s, "-- migrate:up");
    write(u"20260101000000_a.sql"_s, "SELECT 1;");
    write(u"20260103000000_c.sql"_s, "-- migrate:up");
    write(u"b/20260104000000_c.sql"_s, "-- migrate:up");
    const db::MigrationFolder folder = db::readMigrationFolder(m_folder->path(), testedEngine());
    QCOMPARE(folder.migrations.size(), 2);
    QCOMPARE(folder.migrations.first().name, u"b"_s);
    QCOMPARE(folder.problems.size(), 2);
    QCOMPARE(folder.problems.first().subject, m_folder->filePath(u"20260101000000_a.sql"_s));
    QCOMPARE(folder.problems.last().subject, m_folder->filePath(u"b/20260104000000_c.sql"_s));
    QCOMPARE(folder.files.size(), 4);
    QCOMPARE(folder.folders, QStringList({m_folder->path(), m_folder->filePath(u"b"_s)}));
}

void tst_SqlMigrations::marksMayBeWrittenInSeveralWays_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("usual") << QByteArray("-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n");
    QTest::newRow("of Windows") << QByteArray("-- migrate:up\r\nSELECT 1;\r\n-- migrate:down\r\nSELECT 2;\r\n");
    QTest::newRow("with a byte order mark") << QByteArray("\xEF\xBB\xBF-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n");
    QTest::newRow("with blanks") << QByteArray("\n  --   migrate:up  \nSELECT 1;\n\t--\tmigrate:down\t\nSELECT 2;\n");
    QTest::newRow("with the usual option") << QByteArray("-- migrate:up transaction:true\nSELECT 1;\n-- migrate:down transaction:true\nSELECT 2;\n");
    QTest::newRow("without semicolons") << QByteArray("-- migrate:up\nSELECT 1\n-- migrate:down\nSELECT 2");
    QTest::newRow("among comments") << QByteArray("-- one\n/* two */\n-- migrate:up\n-- three\nSELECT 1;\n-- four\n-- migrate:down\n/* five; */ SELECT 2; -- six");
}

void tst_SqlMigrations::marksMayBeWrittenInSeveralWays()
{
    QFETCH(QByteArray, content);
    const auto migration = parsed(content);
    QVERIFY2(migration, reason(migration).constData());
    QCOMPARE(statements(migration->upOperations()), QStringList(u"SELECT 1"_s));
    QCOMPARE(statements(migration->downOperations().value()), QStringList(u"SELECT 2"_s));
}

void tst_SqlMigrations::withoutADownPartItCannotBeTakenBack()
{
    write(u"20260101000000_make_a.sql"_s, "-- migrate:up\nCREATE TABLE a (id int);");
    TestDatabase database = TestDatabase::empty();
    db::Migrator migrator(database.repo, read().value());
    const auto status = migrator.status();
    QVERIFY2(status, reason(status).constData());
    QVERIFY(!status->first().isReversible);
    QCOMPARE(status->first().irreversibleReason, u"cannot reverse migration make_a: it has no down"_s);
    QVERIFY(migrator.migrate({}));
    QVERIFY(!migrator.rollback({}));
    QCOMPARE(tables(database), QStringList(u"a"_s));
}

void tst_SqlMigrations::anEmptyDownPartHasNothingToDo()
{
    write(u"20260101000000_fill_a.sql"_s, "-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\n-- The table may stay.\n");
    TestDatabase database = TestDatabase::empty();
    db::Migrator migrator(database.repo, read().value());
    QVERIFY(migrator.migrate({}));
    QCOMPARE(migrator.rollback({}).value().size(), 1);
    QCOMPARE(tables(database), QStringList(u"a"_s));
    QCOMPARE(books(database), QStringList());
}

namespace {

/// A table whose trigger keeps count, and a function where the engine has some.
QByteArray counting(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return R"(-- migrate:up
CREATE TABLE "jars;" (label TEXT, grams INTEGER); -- it's a name;
CREATE TABLE log (entry TEXT);
/* The CASE has an END of its own; so does the trigger. */
CREATE TRIGGER jars_log AFTER INSERT ON "jars;" BEGIN
    INSERT INTO log SELECT CASE WHEN NEW.grams > 100 THEN 'large; ' ELSE 'small; ' END || NEW.label; -- ; END;
    UPDATE "jars;" SET grams = coalesce(grams, 0);
END;
INSERT INTO [jars;] VALUES ('it''s; salt', 500);
-- migrate:down
DROP TRIGGER jars_log;
DROP TABLE `jars;`;
DROP TABLE log
)";
    case Engine::Postgres:
        return R"(-- migrate:up
CREATE TABLE "jars;" (label text, grams int); -- it's a name;
CREATE TABLE log (entry text);
/* A comment /* in a comment; */ it's one; */
CREATE FUNCTION log_jar() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    -- migrate:down is only a word here;
    IF NEW.grams > 100 THEN
        EXECUTE $x$ INSERT INTO log VALUES ('large; ' || $1) $x$ USING NEW.label;
    ELSE
        INSERT INTO log VALUES (E'small\'s; ' || NEW.label);
    END IF;
    RETURN NEW;
END;
$body$;
CREATE FUNCTION size_of(grams int) RETURNS text BEGIN ATOMIC
    SELECT 1;
    SELECT CASE WHEN grams > 100 THEN 'large' ELSE 'small' END;
END;
CREATE TRIGGER jars_log BEFORE INSERT ON "jars;" FOR EACH ROW EXECUTE FUNCTION log_jar();
INSERT INTO "jars;" VALUES ('it''s; salt', 500);
-- migrate:down
DROP TABLE "jars;";
DROP FUNCTION log_jar;
DROP FUNCTION size_of;
DROP TABLE log
)";
    case Engine::MariaDb:
        return R"(-- migrate:up
CREATE TABLE `jars;` (label text, grams int); # it's a name;
CREATE TABLE log (entry text); -- it's a log;
CREATE TRIGGER jars_log BEFORE INSERT ON `jars;` FOR EACH ROW BEGIN
    DECLARE size text DEFAULT CASE WHEN NEW.grams > 100 THEN 'large; ' ELSE 'small; ' END;
    IF NEW.grams IS NULL THEN SET NEW.grams = IF(1, 0, 1); ELSE SET @last = NEW.grams; END IF;
    again: LOOP
        INSERT INTO log VALUES (concat(size, NEW.label));
        LEAVE again;
    END LOOP;
END;
DELIMITER //
CREATE PROCEDURE clean(IN least int)
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN RESIGNAL; END;
    CASE least WHEN 0 THEN DELETE FROM log; ELSE DELETE FROM `jars;` WHERE grams < least; END CASE;
END//
DELIMITER ;
/*!50003 CREATE FUNCTION size_of(grams int) RETURNS text DETERMINISTIC RETURN IF(grams > 100, 'large', 'small') */;
INSERT INTO `jars;` VALUES ('it\'s; salt', 500);
-- migrate:down
DROP FUNCTION size_of;
DROP PROCEDURE clean;
DROP TABLE `jars;`;
DROP TABLE log
)";
    }
    Q_UNREACHABLE();
}

} // namespace

void tst_SqlMigrations::triggersAndFunctionsRunAndAreTakenBack()
{
    write(u"20260101000000_count_jars.sql"_s, counting(testedEngine()));
    TestDatabase database = TestDatabase::empty();
    const auto migrations = read();
    QVERIFY2(migrations, reason(migrations).constData());
    db::Migrator migrator(database.repo, *migrations);
    for (int round = 0; round < 2; ++round) {
        const auto runs = migrator.migrate({});
        QVERIFY2(runs, reason(runs).constData());
        QCOMPARE(database.texts(u"SELECT entry FROM log"_s), QStringList(u"large; it's; salt"_s));
        if (testedEngine() != Engine::Sqlite)
            QCOMPARE(database.texts(u"SELECT size_of(5)"_s), QStringList(u"small"_s));
        QCOMPARE(books(database), QStringList(u"20260101000000"_s));
        const auto back = migrator.rollback({});
        QVERIFY2(back, reason(back).constData());
        QCOMPARE(tables(database), QStringList());
    }
}

void tst_SqlMigrations::questionMarksAreNoValues()
{
    if (testedEngine() == Engine::Postgres) {
        write(u"20260101000000_ask.sql"_s, "-- migrate:up\nCREATE TABLE a (why text);\n"
                                           "INSERT INTO a SELECT 'why?' WHERE '{\"k\": 1}'::jsonb ? 'k' AND '{\"k\": 1}'::jsonb ?| ARRAY['k', 'l']; -- really?");
    } else {
        write(u"20260101000000_ask.sql"_s, "-- migrate:up\nCREATE TABLE a (why text);\nINSERT INTO a VALUES ('why?' /* really? */);");
    }
    TestDatabase database = TestDatabase::empty();
    db::Migrator migrator(database.repo, read().value());
    const auto runs = migrator.migrate({});
    QVERIFY2(runs, reason(runs).constData());
    QCOMPARE(database.texts(u"SELECT why FROM a"_s), QStringList(u"why?"_s));
}

void tst_SqlMigrations::withoutATransactionEachStatementStandsByItself()
{
    const QByteArray lonely = testedEngine() == Engine::Sqlite ? "VACUUM" : testedEngine() == Engine::Postgres ? "CREATE INDEX CONCURRENTLY a_id_index ON a (id)"
                                                                                                               : "OPTIMIZE TABLE a";
    const QByteArray content = "-- migrate:up transaction:false\nCREATE TABLE a (id int);\n" + lonely + ";\n-- migrate:down transaction:false\nDROP TABLE a;\n";
    write(u"20260101000000_a.sql"_s, content);
    write(u"20260101000001_b.sql"_s, "-- migrate:up transaction:false\nCREATE TABLE b (id int);\nINSERT INTO nowhere VALUES (1);");
    TestDatabase database = TestDatabase::empty();
    db::Migrator migrator(database.repo, read().value());
    const auto plan = migrator.plan(true, {});
    QVERIFY2(plan, reason(plan).constData());
    QVERIFY(!plan->first().inTransaction);
    const auto runs = migrator.migrate({.step = 1});
    QVERIFY2(runs, reason(runs).constData());
    QVERIFY(!runs->first().inTransaction);
    QVERIFY(!migrator.migrate({}));
    QCOMPARE(tables(database), QStringList({u"a"_s, u"b"_s})); // what a failed one did stays
    QCOMPARE(books(database), QStringList(u"20260101000000"_s));
    const auto back = migrator.rollback({});
    QVERIFY(!back);
    QCOMPARE(back.error().message, u"migration 20260101000001_b stopped half-way, and has up and down of its own: only migrate() can go on with it"_s);

    write(u"20260101000001_b.sql"_s, "-- migrate:up transaction:false\nCREATE TABLE b (id int);\nINSERT INTO b VALUES (1);\n-- migrate:down transaction:false\nDROP TABLE b;");
    db::Migrator mended(database.repo, read().value());
    const auto finished = mended.migrate({});
    QVERIFY2(finished, reason(finished).constData());
    QCOMPARE(finished->first().statements, QStringList(u"INSERT INTO b VALUES (1)"_s));
    QVERIFY(mended.rollback({.step = 2}));
    QCOMPARE(tables(database), QStringList());
}

void tst_SqlMigrations::aTransactionThatIsLeftOpenIsRolledBack()
{
    TestDatabase database = TestDatabase::empty();
    // Migrations in C++ are not looked into.
    const auto leaving = [](const QStringList &statements) {
        return db::Migration{.version = 1,
                             .name = u"leave"_s,
                             .up = [statements](db::SchemaChange &schema) {
                                 for (const QString &statement : statements)
                                     schema.execute(statement);
                             },
                             .inTransaction = false};
    };
    const QString begin = testedEngine() == Engine::Sqlite ? u"SAVEPOINT s"_s : testedEngine() == Engine::Postgres ? u"BEGIN NOT DEFERRABLE"_s
                                                                                                                   : u"SET SESSION autocommit = 0"_s;
    database.execute(u"CREATE TABLE a (id int)"_s);
    for (const QStringList &statements : {QStringList{begin, u"INSERT INTO a VALUES (1)"_s}, QStringList{begin, u"INSERT INTO a VALUES (1)"_s, u"INSERT INTO nowhere VALUES (1)"_s}}) {
        const auto runs = db::Migrator(database.repo, {leaving(statements)}).migrate({.besideOthers = true});
        QVERIFY(!runs);
        QVERIFY2(runs.error().message.contains(u"it left a transaction open"), reason(runs).constData());
        QCOMPARE(runs.error().sql, begin);
        QCOMPARE(books(database), QStringList());
        QCOMPARE(database.texts(u"SELECT id FROM a"_s), QStringList());
        const auto later = database.repo.transaction([&] { return database.repo.execute(u"INSERT INTO a VALUES (2)"_s); });
        QVERIFY2(later, reason(later).constData());
        database.execute(u"DELETE FROM a WHERE id = 2"_s);
    }
    if (testedEngine() == Engine::MariaDb)
        QCOMPARE(database.texts(u"SELECT @@autocommit"_s), QStringList(u"1"_s));
}

void tst_SqlMigrations::aStatementThatFailsIsNamed()
{
    write(u"20260101000000_a.sql"_s, "-- migrate:up\nCREATE TABLE a (id int);\n/* next */ INSERT INTO nowhere VALUES (1); SELECT 1;");
    TestDatabase database = TestDatabase::empty();
    const auto runs = db::Migrator(database.repo, read().value()).migrate({});
    QVERIFY(!runs);
    QCOMPARE(runs.error().subject, u"20260101000000_a"_s);
    QCOMPARE(runs.error().sql, u"INSERT INTO nowhere VALUES (1)"_s);
    QCOMPARE(books(database), QStringList());
    // MariaDB takes no definition back.
    QCOMPARE(tables(database), testedEngine() == Engine::MariaDb ? QStringList(u"a"_s) : QStringList());
}

void tst_SqlMigrations::theyRunAmongMigrationsInCpp()
{
    write(u"20260101000002_name_apples.sql"_s, "-- migrate:up\nINSERT INTO apples (name) VALUES ('Boskoop');");
    write(u"20260101000004_name_berries.sql"_s, "-- migrate:up\nINSERT INTO berries (name) VALUES ('Sloe');");
    TestDatabase database = TestDatabase::empty();
    const QList<db::Migration> compiled{creating(20260101000001, u"apples"_s), creating(20260101000003, u"berries"_s)};
    const auto runs = db::Migrator(database.repo, compiled + read().value()).migrate({});
    QVERIFY2(runs, reason(runs).constData());
    QCOMPARE(versions(*runs), QList<qint64>({20260101000001, 20260101000002, 20260101000003, 20260101000004}));
    QCOMPARE(database.texts(u"SELECT name FROM berries"_s), QStringList(u"Sloe"_s));

    write(u"20260101000005_create_apples.sql"_s, "-- migrate:up");
    const auto refused = db::Migrator(database.repo, compiled + read().value()).migrate({});
    QCOMPARE(refused.error().message, u"migrations can't be executed, migration name create_apples is duplicated"_s);
}

QTEST_GUILESS_MAIN(tst_SqlMigrations)
#include "tst_sql_migrations.moc"
