// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/table.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using Engine = db::DatabaseUrl::Engine;
using Kind = db::TableInfo::Kind;

namespace {

QString shared(const QString &path)
{
    return QStringLiteral(QUECTO_SHARED_DATA "/") + path;
}

} // namespace

/// Tables that the program meets for the first time, on each engine: what the catalogue tells, and rows edited by it.
class tst_ForeignDatabases : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init() { m_db.emplace(TestDatabase::empty()); }

    void theCatalogueTellsTheSameOnEachEngine();
    void rowsAreEditedByTheCatalogue();
    void keysOfSeveralColumnsTellRowsApart();
    void oddNamesAreQuoted();
    void enumerationsAndComments();
    void foreignDatabasesAreListed_data();
    void foreignDatabasesAreListed();

private:
    db::Repo &repo() { return m_db->repo; }
    db::Catalogue catalogue();
    void createShop();
    static void load(const db::DatabaseUrl &url, const QStringList &files);

    std::optional<TestDatabase> m_db;
};

db::Catalogue tst_ForeignDatabases::catalogue()
{
    const auto read = db::readCatalogue(*m_db->connection);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

void tst_ForeignDatabases::createShop()
{
    const bool isSqlite = testedEngine() == Engine::Sqlite;
    const QString key = isSqlite ? u"INTEGER PRIMARY KEY"_s : testedEngine() == Engine::Postgres ? u"serial PRIMARY KEY"_s
                                                                                                 : u"int AUTO_INCREMENT PRIMARY KEY"_s;
    m_db->execute(u"CREATE TABLE makers (id %1, name varchar(20) NOT NULL)"_s.arg(key));
    m_db->execute(u"CREATE UNIQUE INDEX one_of_each ON makers (name)"_s);
    m_db->execute(u"CREATE TABLE goods (id %1, title varchar(30) NOT NULL, price decimal(10,2) NOT NULL DEFAULT 1.50, stock int, doubled int GENERATED ALWAYS AS (stock * 2) STORED, "
                  "maker_id int, CONSTRAINT goods_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES makers (id) ON DELETE CASCADE, "
                  "CONSTRAINT enough CHECK (stock >= 0))"_s.arg(key));
    m_db->execute(u"CREATE VIEW cheap AS SELECT id, title FROM goods WHERE price < 2"_s);
}

void tst_ForeignDatabases::theCatalogueTellsTheSameOnEachEngine()
{
    createShop();
    const db::Catalogue found = catalogue();
    QCOMPARE(found.tables.size(), 3);
    QCOMPARE(found.findTable(u"cheap")->kind, Kind::View);
    const db::TableInfo &makers = *found.findTable(u"makers");
    QCOMPARE(makers.primaryKey(), QStringList{u"id"_s});
    QVERIFY(makers.findColumn(u"id")->isAutoIncrement);
    QCOMPARE(makers.findColumn(u"name")->type, db::Type::String);
    QCOMPARE(makers.findColumn(u"name")->size.value_or(0), 20);
    QVERIFY(!makers.findColumn(u"name")->isNullable);
    const auto index = std::find_if(makers.indexes.begin(), makers.indexes.end(), [](const db::IndexInfo &one) { return one.name == u"one_of_each"; });
    QVERIFY(index != makers.indexes.end());
    QVERIFY(index->isUnique && !index->isPrimaryKey);
    QCOMPARE(index->columns, QStringList{u"name"_s});
    QCOMPARE(makers.referencedBy.size(), 1);
    QCOMPARE(makers.referencedBy.first().table, u"goods"_s);

    const db::TableInfo &goods = *found.findTable(u"goods");
    QCOMPARE(goods.findColumn(u"price")->type, db::Type::Decimal);
    QCOMPARE(goods.findColumn(u"price")->precision.value_or(0), 10);
    QCOMPARE(goods.findColumn(u"price")->scale.value_or(0), 2);
    QVERIFY(goods.findColumn(u"price")->defaultExpression.value_or(QString()).contains(u"1.50"));
    QVERIFY(goods.findColumn(u"stock")->isNullable && !goods.findColumn(u"stock")->defaultExpression);
    QVERIFY(goods.findColumn(u"doubled")->isGenerated);
    QCOMPARE(goods.foreignKeys.size(), 1);
    QCOMPARE(goods.foreignKeys.first().name, u"goods_maker_id_fkey"_s);
    QCOMPARE(goods.foreignKeys.first().columns, QStringList{u"maker_id"_s});
    QCOMPARE(goods.foreignKeys.first().referencedColumns, QStringList{u"id"_s});
    QCOMPARE(goods.foreignKeys.first().onDelete, u"CASCADE"_s);
    QCOMPARE(goods.checks.size(), 1);
    QCOMPARE(goods.checks.first().name, u"enough"_s);
    QVERIFY(goods.checks.first().expression.contains(u"stock"));
}

void tst_ForeignDatabases::rowsAreEditedByTheCatalogue()
{
    createShop();
    const db::Catalogue found = catalogue();
    const db::Table makers(*found.findTable(u"makers"));
    const db::Table goods(*found.findTable(u"goods"));
    const auto maker = makers.insert(repo(), makers.cast(makers.blank(), {{u"name"_s, u"Ada"_s}}));
    QVERIFY2(maker, reason(maker).constData());
    const auto vase = goods.insert(repo(), goods.cast(goods.blank(), {{u"title"_s, u"Vase"_s}, {u"stock"_s, u"4"_s}, {u"maker_id"_s, maker->value(u"id")}}));
    QVERIFY2(vase, reason(vase).constData());
    QCOMPARE(vase->value(u"price").value<db::Decimal>(), *db::Decimal::fromString(u"1.5"));
    QCOMPARE(vase->value(u"doubled").toInt(), 8);
    const auto sold = goods.update(repo(), goods.cast(*vase, {{u"stock"_s, 3}, {u"price"_s, u"2.25"_s}}));
    QVERIFY2(sold, reason(sold).constData());
    QCOMPARE(sold->value(u"doubled").toInt(), 6);
    const auto found2 = goods.list(repo(), {.where = {{u"price"_s, db::Comparison::Greater, u"2"_s}}, .orderBy = {{u"title"_s, true}}, .limit = 10});
    QVERIFY2(found2, reason(found2).constData());
    QCOMPARE(found2->size(), 1);
    QCOMPARE(goods.cast(*sold, {{u"title"_s, QString(31, u'x')}}).errorsOn(u"title"), QStringList{u"should be at most 30 character(s)"_s});
    const auto twice = makers.insert(repo(), makers.cast(makers.blank(), {{u"name"_s, u"Ada"_s}}));
    QVERIFY(!twice && twice.error().changeset);
    QCOMPARE(twice.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
    const auto less = goods.update(repo(), goods.cast(*sold, {{u"stock"_s, -1}}));
    QVERIFY(!less && less.error().changeset);
    QCOMPARE(less.error().changeset->errorsOn(u"stock"), QStringList{u"is invalid"_s});
    QVERIFY(goods.remove(repo(), *sold));
    QCOMPARE(goods.count(repo()).value_or(-1), 0);
}

void tst_ForeignDatabases::keysOfSeveralColumnsTellRowsApart()
{
    m_db->execute(u"CREATE TABLE seats (seat int, wagon int, guest varchar(20), PRIMARY KEY (wagon, seat))"_s);
    const db::Table seats(*catalogue().findTable(u"seats"));
    QCOMPARE(seats.info().primaryKey(), (QStringList{u"wagon"_s, u"seat"_s}));
    for (const int wagon : {1, 2})
        QVERIFY(seats.insert(repo(), seats.cast(seats.blank(), {{u"wagon"_s, wagon}, {u"seat"_s, 1}, {u"guest"_s, u"Ada"_s}})));
    const auto second = seats.list(repo());
    QCOMPARE(second->size(), 2);
    const auto updated = seats.update(repo(), seats.cast(second->last(), {{u"guest"_s, u"Bob"_s}}));
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(m_db->texts(u"SELECT guest FROM seats ORDER BY wagon"_s), (QStringList{u"Ada"_s, u"Bob"_s}));
    QVERIFY(seats.remove(repo(), second->first()));
    QCOMPARE(m_db->texts(u"SELECT guest FROM seats"_s), QStringList{u"Bob"_s});
}

void tst_ForeignDatabases::oddNamesAreQuoted()
{
    const auto quoted = [&](const QString &name) { return m_db->connection->dialect().quoted(name); };
    const QString name = u"select \"größe\" `x`"_s;
    m_db->execute(u"CREATE TABLE %1 (%2 int PRIMARY KEY, %3 varchar(9), %4 int)"_s.arg(quoted(name), quoted(u"from"_s), quoted(u"a b"_s), quoted(u"ß'?"_s)));
    const db::Table table(*catalogue().findTable(name));
    const auto inserted = table.insert(repo(), table.cast(table.blank(), {{u"from"_s, 7}, {u"a b"_s, u"x"_s}, {u"ß'?"_s, 4}}));
    QVERIFY2(inserted, reason(inserted).constData());
    const auto found = table.list(repo(), {.where = {{u"ß'?"_s, db::Comparison::Equal, 4}}, .orderBy = {{u"a b"_s}}});
    QVERIFY2(found, reason(found).constData());
    QCOMPARE(found->first().value(u"from").toInt(), 7);
}

void tst_ForeignDatabases::enumerationsAndComments()
{
    if (testedEngine() == Engine::Sqlite)
        QSKIP("SQLite has neither");
    const bool isPostgres = testedEngine() == Engine::Postgres;
    if (isPostgres)
        m_db->execute(u"CREATE TYPE mood AS ENUM ('calm', 'it''s wild')"_s);
    m_db->execute(isPostgres ? u"CREATE TABLE moods (id int PRIMARY KEY, mood mood)"_s
                             : u"CREATE TABLE moods (id int PRIMARY KEY, mood enum('calm', 'it''s wild') COMMENT 'as told') COMMENT 'of people'"_s);
    if (isPostgres) {
        m_db->execute(u"COMMENT ON TABLE moods IS 'of people'"_s);
        m_db->execute(u"COMMENT ON COLUMN moods.mood IS 'as told'"_s);
    }
    const db::Table moods(*catalogue().findTable(u"moods"));
    QCOMPARE(moods.info().comment, u"of people"_s);
    QCOMPARE(moods.info().findColumn(u"mood")->comment, u"as told"_s);
    QCOMPARE(moods.info().findColumn(u"mood")->names, (QStringList{u"calm"_s, u"it's wild"_s}));
    QCOMPARE(moods.cast(moods.blank(), {{u"id"_s, 1}, {u"mood"_s, u"sad"_s}}).errorsOn(u"mood"), QStringList{u"is invalid"_s});
    const auto stored = moods.insert(repo(), moods.cast(moods.blank(), {{u"id"_s, 1}, {u"mood"_s, u"it's wild"_s}}));
    QVERIFY2(stored, reason(stored).constData());
    QCOMPARE(stored->value(u"mood").toString(), u"it's wild"_s);
}

void tst_ForeignDatabases::foreignDatabasesAreListed_data()
{
    QTest::addColumn<Engine>("itsEngine");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("counts"); // "table rows"
    QTest::addColumn<int>("tables");
    QTest::newRow("pagila") << Engine::Postgres << QStringList{u"pagila/2024-10-pagila-schema.sql"_s, u"pagila/2024-10-pagila-data.sql"_s}
                            << QStringList{u"film 1000"_s, u"actor 200"_s} << 20;
    QTest::newRow("chinook") << Engine::Postgres << QStringList{u"chinook/Chinook_PostgreSql.sql"_s} << QStringList{u"track 3503"_s, u"playlist_track 8715"_s} << 11;
    QTest::newRow("chinook_maria") << Engine::MariaDb << QStringList{u"chinook/Chinook_MySql.sql"_s} << QStringList{u"Track 3503"_s, u"PlaylistTrack 8715"_s} << 11;
}

/// Runs SQL files with the engine's own program, without the lines that would leave the test's database.
void tst_ForeignDatabases::load(const db::DatabaseUrl &url, const QStringList &files)
{
    for (const QString &name : files) {
        QFile file(shared(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        QByteArray sql;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const bool leaves = line.startsWith("DROP DATABASE") || line.startsWith("CREATE DATABASE") || line.startsWith("USE ") || line.startsWith("\\c ");
            if (!leaves)
                sql += line + '\n';
        }
        QProcess client;
        client.setProcessChannelMode(QProcess::MergedChannels);
        if (url.engine() == Engine::Postgres)
            client.start(u"psql"_s, {u"-q"_s, u"-X"_s, u"-h"_s, url.option(u"socket_dir"_s).value_or(QString()), u"-U"_s, url.user(), u"-d"_s, url.database()});
        else
            client.start(u"mariadb"_s, {u"--socket"_s, url.option(u"socket"_s).value_or(QString()), u"-u"_s, url.user(), url.database()});
        client.write(sql);
        client.closeWriteChannel();
        if (!client.waitForFinished(120'000))
            qFatal("%s was not loaded: %s", qPrintable(name), qPrintable(client.errorString()));
    }
}

void tst_ForeignDatabases::foreignDatabasesAreListed()
{
    QFETCH(Engine, itsEngine);
    QFETCH(QStringList, files);
    QFETCH(QStringList, counts);
    QFETCH(int, tables);
    if (itsEngine != testedEngine())
        QSKIP("A database of another engine");
    if (!QFile::exists(shared(files.first())))
        QSKIP("The shared data is not here");
    const db::DatabaseUrl url = TestServer::shared(testedEngine()).url(QString::fromLatin1(QTest::currentDataTag()));
    const db::Result<void> created = db::Connection::create(url);
    QVERIFY2(created, reason(created).constData());
    load(url, files);
    const auto opened = db::Connection::open(url);
    QVERIFY2(opened, reason(opened).constData());
    db::Repo repo(**opened);
    // The dump leaves it empty, and PostgreSQL then refuses to read it.
    if (files.first().startsWith(u"pagila"))
        QVERIFY(repo.execute(u"REFRESH MATERIALIZED VIEW rental_by_category"_s));
    const auto read = db::readCatalogue(**opened);
    QVERIFY2(read, reason(read).constData());
    const db::Catalogue &found = *read;
    QVERIFY2(found.tables.size() >= tables, qPrintable(QString::number(found.tables.size())));
    for (const db::TableInfo &info : found.tables) {
        const db::Table table(info);
        const auto records = table.list(repo, {.limit = 200});
        QVERIFY2(records, qPrintable(info.name + u": " + QString::fromUtf8(reason(records))));
        QCOMPARE(records->size(), qMin<qint64>(200, table.count(repo).value_or(-1)));
    }
    for (const QString &expected : counts) {
        const db::TableInfo *info = found.findTable(expected.section(u' ', 0, 0));
        QVERIFY2(info, qPrintable(expected));
        QCOMPARE(db::Table(*info).count(repo).value_or(-1), expected.section(u' ', 1).toLongLong());
    }
}

QTEST_GUILESS_MAIN(tst_ForeignDatabases)
#include "tst_foreign_databases.moc"
