// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/backups.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"
#include "tests/support/small_disk.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = db::Error::Kind;
using Engine = db::DatabaseUrl::Engine;
using library::Author;

/// Disks without room: nothing is stored by halves, and all is well once there is room.
class tst_FullDisk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup();

    void whatHasNoRoomIsNotStoredAndTheRestIsKept();
    void aBackupThatHasNoRoomLeavesNothingBehind();

private:
    /// Makes an empty database whose tables are on the small disk.
    db::DatabaseUrl emptyDatabase();

    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<TestServer> m_server;
};

void tst_FullDisk::init()
{
    constexpr int megabytes = 20;
    m_disk = std::make_unique<SmallDisk>(megabytes);
}

void tst_FullDisk::cleanup()
{
    m_server.reset();
    m_disk.reset();
}

db::DatabaseUrl tst_FullDisk::emptyDatabase()
{
    const auto execute = [](const db::DatabaseUrl &url, const QString &sql) {
        const auto connection = db::Connection::open(url);
        if (!connection || !db::Repo(**connection).execute(sql))
            qFatal("%s", qPrintable(sql));
    };
    if (testedEngine() == Engine::Sqlite) {
        const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(m_disk->path() + u"/library.sqlite");
        if (!db::Connection::create(url))
            qFatal("There is no room for an empty database");
        return url;
    }
    m_server = TestServer::make(testedEngine());
    m_server->start();
    if (testedEngine() == Engine::Postgres) {
        const db::DatabaseUrl url = m_server->emptyDatabase();
        execute(url, u"CREATE TABLESPACE small LOCATION '%1'"_s.arg(m_disk->path()));
        execute(url, u"ALTER ROLE CURRENT_USER SET default_tablespace = small"_s);
        return url;
    }
    // A folder of the server's is a database.
    if (!QFile::link(m_disk->path(), m_server->folder() + u"/data/library"))
        qFatal("The database could not be put onto the small disk");
    const db::DatabaseUrl url = m_server->url(u"library"_s);
    execute(url, u"ALTER DATABASE library CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"_s);
    return url;
}

void tst_FullDisk::whatHasNoRoomIsNotStoredAndTheRestIsKept()
{
    const auto connection = db::Connection::open(emptyDatabase());
    QVERIFY2(connection, reason(connection).constData());
    db::Repo repo(**connection);
    QVERIFY(db::Migrator(repo, library::migrations()).migrate({}));
    m_disk->takeRoom(12);

    constexpr int rowsAtOnce = 200;
    int next = 0;
    const auto addMany = [&] {
        QList<Author> authors(rowsAtOnce);
        for (Author &author : authors) {
            author.name = author.email = QString::number(++next).rightJustified(200, u'x');
            author.insertedAt = author.updatedAt = QDateTime::currentDateTimeUtc();
        }
        return repo.transaction([&] { return repo.insertAll(authors); });
    };
    const auto count = [&] { return repo.count(db::from<Author>()).value_or(-1); };
    qint64 stored = 0;
    db::Result<qint64> added = addMany();
    for (constexpr int enough = 100; added && next < enough * rowsAtOnce; added = addMany())
        stored += *added;
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Kind::DiskFull);
    QCOMPARE(added.error().message, u"There is no room left for the database"_s);
    QCOMPARE(count(), stored);

    m_disk->makeRoom();
    const auto again = addMany();
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(count(), stored + rowsAtOnce);
}

void tst_FullDisk::aBackupThatHasNoRoomLeavesNothingBehind()
{
    if (testedEngine() != Engine::Sqlite)
        QSKIP("Servers are backed up by their own programs");
    const QTemporaryDir folder;
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(folder.filePath(u"large.sqlite"_s));
    QVERIFY(db::Connection::create(url));
    {
        const auto connection = db::Connection::open(url);
        QVERIFY2(connection, reason(connection).constData());
        db::Repo repo(**connection);
        QVERIFY(repo.execute(u"CREATE TABLE notes (text BLOB)"_s));
        QVERIFY(repo.execute(u"INSERT INTO notes (text) VALUES (randomblob(30000000))"_s));
    }
    const db::Backups backups(url, m_disk->path());
    const auto made = backups.make();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Kind::DiskFull);
    QVERIFY2(made.error().message.startsWith(u"No backup of large.sqlite could be made in "_s + backups.folder()), reason(made).constData());
    QCOMPARE(QDir(backups.folder()).entryList(QDir::Files), QStringList());
}

int main(int argc, char *argv[])
{
    const QString problem = SmallDisk::problem();
    if (!problem.isEmpty()) {
        qWarning("Left out: %s", qPrintable(problem));
        return 0;
    }
    QCoreApplication application(argc, argv);
    tst_FullDisk test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_full_disk.moc"
