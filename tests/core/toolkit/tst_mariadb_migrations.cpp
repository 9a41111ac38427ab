// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"
#include "tests/support/reason.h"
#include "tests/support/test_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::Connection;
using db::Migrator;

/// Tables that an Ecto application on MariaDB would have made.
class tst_MariadbMigrations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void tablesAreEctos();
    void theBooksAreEctos();
    void everythingCanBeTakenBack();
    void columnsComeAndGo();
    void whatAFailedMigrationLeavesIsSaid();
    void anotherProgramsMigrationIsWaitedFor();
    void aMigrationDoesNotGoOnWithoutItsLock();

private:
    QString answer(const QString &sql, int column = 0);
    /// Type, nullability, default and extra of a column, as the server tells them.
    QString column(const QString &name);

    db::DatabaseUrl m_url;
    std::unique_ptr<Connection> m_connection;
};

namespace {

db::Migration community()
{
    return {.version = 20260101000000, .name = u"create_community"_s, .change = [](db::SchemaChange &schema) {
                schema.createTable("users", [](db::ColumnList &table) { table.string("email").notNull(); });
                schema.createUniqueIndex("users", {u"email"_s});
                schema.createTable("posts", [](db::ColumnList &table) {
                    table.string("title").defaultTo(u"it's \\ new"_s).notNull();
                    table.text("body");
                    table.integer("likes").defaultTo(0);
                    table.bigInteger("views");
                    table.floatingPoint("score");
                    table.decimal("price", 12, 2);
                    table.boolean("is_public").defaultTo(true).notNull();
                    table.binary("picture");
                    table.date("day");
                    table.time("hour");
                    table.utcDatetime("published_at");
                    table.utcDatetimeUsec("seen_at");
                    table.references("author_id", "users", db::OnDelete::DeleteAll).notNull();
                    table.timestamps();
                });
                schema.createIndex("posts", {u"author_id"_s});
            }};
}

QStringList keysOf(const QString &definition)
{
    QStringList keys;
    for (const QString &line : definition.split(u'\n')) {
        if (line.contains(u"KEY"))
            keys.append(QString(line).remove(u',').trimmed());
    }
    return keys;
}

} // namespace

void tst_MariadbMigrations::initTestCase()
{
    if (const QString problem = TestServer::problem(db::DatabaseUrl::Engine::MariaDb); !problem.isEmpty())
        QSKIP(qPrintable(problem));
}

void tst_MariadbMigrations::init()
{
    m_url = TestServer::shared(db::DatabaseUrl::Engine::MariaDb).emptyDatabase();
    auto opened = Connection::open(m_url);
    QVERIFY2(opened, reason(opened).constData());
    m_connection = std::move(*opened);
}

QString tst_MariadbMigrations::answer(const QString &sql, int column)
{
    QString text;
    const auto asked = m_connection->select({.sql = sql}, [&](const db::RowReader &row) {
        text = row.value(column, db::Type::String).toString();
        return true;
    });
    return asked ? text : asked.error().message;
}

QString tst_MariadbMigrations::column(const QString &name)
{
    return answer(u"SELECT concat_ws(' ', column_type, is_nullable, column_default, nullif(extra, '')) FROM information_schema.columns "
                  "WHERE table_schema = DATABASE() AND table_name = 'posts' AND column_name = '%1'"_s.arg(name));
}

void tst_MariadbMigrations::tablesAreEctos()
{
    db::Repo repo(*m_connection);
    const auto migrated = Migrator(repo, {community()}).migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
    QCOMPARE(column(u"id"_s), u"bigint(20) unsigned NO auto_increment"_s);
    QCOMPARE(column(u"title"_s), u"varchar(255) NO 'it''s \\\\ new'"_s);
    QCOMPARE(column(u"body"_s), u"text YES NULL"_s);
    QCOMPARE(column(u"likes"_s), u"int(11) YES 0"_s);
    QCOMPARE(column(u"views"_s), u"bigint(20) YES NULL"_s);
    QCOMPARE(column(u"score"_s), u"double YES NULL"_s);
    QCOMPARE(column(u"price"_s), u"decimal(12,2) YES NULL"_s);
    QCOMPARE(column(u"is_public"_s), u"tinyint(1) NO 1"_s);
    QCOMPARE(column(u"picture"_s), u"blob YES NULL"_s);
    QCOMPARE(column(u"day"_s), u"date YES NULL"_s);
    QCOMPARE(column(u"hour"_s), u"time YES NULL"_s);
    QCOMPARE(column(u"published_at"_s), u"datetime YES NULL"_s);
    QCOMPARE(column(u"seen_at"_s), u"datetime(6) YES NULL"_s);
    QCOMPARE(column(u"author_id"_s), u"bigint(20) unsigned NO"_s);
    QCOMPARE(column(u"inserted_at"_s), u"datetime NO"_s);
    const QString posts = answer(u"SHOW CREATE TABLE posts"_s, 1);
    QCOMPARE(keysOf(posts), QStringList({u"PRIMARY KEY (`id`)"_s, u"KEY `posts_author_id_index` (`author_id`)"_s, u"CONSTRAINT `posts_author_id_fkey` FOREIGN KEY (`author_id`) REFERENCES `users` (`id`) ON DELETE CASCADE"_s}));
    QVERIFY2(posts.contains(u"ENGINE=InnoDB"), qPrintable(posts));
    QCOMPARE(keysOf(answer(u"SHOW CREATE TABLE users"_s, 1)), QStringList({u"PRIMARY KEY (`id`)"_s, u"UNIQUE KEY `users_email_index` (`email`)"_s}));
}

void tst_MariadbMigrations::theBooksAreEctos()
{
    db::Repo repo(*m_connection);
    QVERIFY(Migrator(repo, {community()}).migrate({}));
    const QString books = answer(u"SHOW CREATE TABLE schema_migrations"_s, 1);
    QVERIFY2(books.contains(u"`version` bigint(20) NOT NULL"), qPrintable(books));
    QVERIFY2(books.contains(u"`inserted_at` datetime DEFAULT NULL"), qPrintable(books));
    QVERIFY2(books.contains(u"PRIMARY KEY (`version`)"), qPrintable(books));
    QVERIFY2(books.contains(u"ENGINE=InnoDB"), qPrintable(books));
    QCOMPARE(answer(u"SELECT version FROM schema_migrations"_s), u"20260101000000"_s);
    QCOMPARE(answer(u"SELECT inserted_at <= UTC_TIMESTAMP() AND inserted_at > UTC_TIMESTAMP() - INTERVAL 10 MINUTE FROM schema_migrations"_s), u"1"_s);
}

void tst_MariadbMigrations::everythingCanBeTakenBack()
{
    db::Repo repo(*m_connection);
    Migrator migrator(repo, {community()});
    QVERIFY(migrator.migrate({}));
    const auto taken = migrator.rollback({});
    QVERIFY2(taken, reason(taken).constData());
    QCOMPARE(answer(u"SELECT group_concat(table_name) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE 'quecto%'"_s), u"schema_migrations"_s);
    QVERIFY(migrator.migrate({}));
}

void tst_MariadbMigrations::columnsComeAndGo()
{
    db::Repo repo(*m_connection);
    const db::Migration reviewers{.version = 20260102000000, .name = u"add_reviewers"_s, .change = [](db::SchemaChange &schema) {
                                      schema.addColumns("posts", [](db::ColumnList &table) {
                                          table.references("reviewer_id", "users", db::OnDelete::NilifyAll);
                                          table.string("verdict");
                                      });
                                      schema.renameColumn("posts", "body", "text");
                                      schema.renameTable("users", "people");
                                  }};
    Migrator migrator(repo, {community(), reviewers});
    const auto migrated = migrator.migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
    QVERIFY(answer(u"SHOW CREATE TABLE posts"_s, 1).contains(u"CONSTRAINT `posts_reviewer_id_fkey` FOREIGN KEY (`reviewer_id`) REFERENCES `people` (`id`) ON DELETE SET NULL"));
    const auto taken = migrator.rollback({});
    QVERIFY2(taken, reason(taken).constData());
    QCOMPARE(column(u"reviewer_id"_s), QString());
    QCOMPARE(column(u"verdict"_s), QString());
    QCOMPARE(column(u"body"_s), u"text YES NULL"_s);
}

void tst_MariadbMigrations::whatAFailedMigrationLeavesIsSaid()
{
    db::Repo repo(*m_connection);
    const db::Migration half{.version = 20260101000000, .name = u"half"_s, .change = [](db::SchemaChange &schema) {
                                 schema.createTable("a", [](db::ColumnList &) {});
                                 schema.createTable("b", [](db::ColumnList &table) { table.references("c_id", "nowhere"); });
                             }};
    Migrator migrator(repo, {half});
    const auto failed = migrator.migrate({});
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(u"what it did before stays, 1 of 2 statements"), qPrintable(failed.error().message));
    QCOMPARE(migrator.pendingCount().value_or(-1), 1);
    QCOMPARE(answer(u"SELECT count(*) FROM a"_s), u"0"_s);
}

void tst_MariadbMigrations::anotherProgramsMigrationIsWaitedFor()
{
    const auto other = Connection::open(m_url);
    QVERIFY2(other, reason(other).constData());
    (*other)->setToken(std::make_shared<db::CancelToken>(std::chrono::steady_clock::now() + std::chrono::milliseconds(100)));
    const auto run = [](Connection &connection, const QString &sql) {
        return connection.execute({.kind = db::Statement::Kind::Definition, .sql = sql});
    };
    const db::Dialect &dialect = m_connection->dialect();
    QVERIFY(run(*m_connection, dialect.lockMigrations(u"schema_migrations"_s)));
    db::Repo waiting(**other);
    const auto failed = Migrator(waiting, {community()}).migrate({});
    QVERIFY(!failed);
    QVERIFY2(failed.error().kind == db::Error::Kind::TimedOut, reason(failed).constData());
    (*other)->setToken({});
    QVERIFY(run(*m_connection, dialect.unlockMigrations()));
    const auto migrated = Migrator(waiting, {community()}).migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
}

void tst_MariadbMigrations::aMigrationDoesNotGoOnWithoutItsLock()
{
    db::Repo repo(*m_connection);
    const auto other = Connection::open(m_url);
    QVERIFY2(other, reason(other).constData());
    const QString connection = answer(u"SELECT CONNECTION_ID()"_s);
    const db::Migration migration = community();
    const auto isGone = [&] {
        bool isThere = false;
        static_cast<void>((*other)->select({.sql = u"SELECT id FROM information_schema.processlist WHERE id = "_s + connection}, [&](const db::RowReader &) { return isThere = true; }));
        return !isThere;
    };
    const auto kill = [&](const db::MigrationRun &) {
        QVERIFY((*other)->execute({.kind = db::Statement::Kind::Definition, .sql = u"KILL "_s + connection}));
        QTRY_VERIFY(isGone());
    };
    const auto lost = Migrator(repo, {migration}).migrate({}, kill);
    QVERIFY(!lost);
    // The second where the server's good-bye is still on its way.
    QVERIFY2(lost.error().kind == db::Error::Kind::ConnectionLost || lost.error().kind == db::Error::Kind::OutcomeUnknown, reason(lost).constData());
    QCOMPARE(answer(u"SELECT group_concat(table_name) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE 'quecto%'"_s), u"schema_migrations"_s);
    const auto migrated = Migrator(repo, {migration}).migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
}

QTEST_GUILESS_MAIN(tst_MariadbMigrations)
#include "tst_mariadb_migrations.moc"
