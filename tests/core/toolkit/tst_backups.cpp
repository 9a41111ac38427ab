// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/backup_command.h"
#include "core/toolkit/backups.h"
#include "core/toolkit/cancel_token.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Backups of files, and what is said about those of servers.
class tst_Backups : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aBackupHoldsWhatTheDatabaseHeld();
    void aBackupIsMadeWhileOthersWrite();
    void theNewestTenAreKept();
    void whatDidNotChangeIsNotBackedUpAgain();
    void filesOfTheSameNameHaveFoldersOfTheirOwn();
    void whatIsRestoredIsSeenByOpenConnections();
    void whatWasThereBeforeARestoreIsABackup();
    void theOldestBackupCanBeRestored();
    void whatWasJustMadeIsKeptWhateverTheClockSays();
    void aDatabaseThatIsGoneIsRestored();
    void aFileThatIsNoDatabaseAnyMoreIsPutAside();
    void onlyTheirOwnerReadsBackups();
    void aCanceledBackupLeavesNothingBehind();
    void aLockedDatabaseStaysAsItIs();
    void aBackupThatIsNoDatabaseIsNotRestored();
    void aDamagedBackupLeavesADamagedDatabaseAsItIs();
    void otherFilesAreNoBackups();
    void serversHaveCommands_data();
    void serversHaveCommands();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    db::Backups backups() const { return db::Backups(db::DatabaseUrl::sqliteFile(path(u"notes.sqlite"_s)), path(u"backups"_s)); }
    static QStringList notes(TestDatabase &database) { return database.texts(u"SELECT text FROM notes ORDER BY rowid"_s); }
    static void write(TestDatabase &database, const QString &note)
    {
        QVERIFY(database.repo.execute(u"INSERT INTO notes (text) VALUES ('%1')"_s.arg(note)));
    }
    QStringList left() const { return QDir(backups().folder()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Backups::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QVERIFY(database.repo.execute(u"CREATE TABLE notes (text TEXT)"_s));
    write(database, u"first"_s);
}

void tst_Backups::aBackupHoldsWhatTheDatabaseHeld()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto made = backups().make();
    QVERIFY2(made, reason(made).constData());
    QVERIFY(made->madeAt >= before && made->madeAt <= QDateTime::currentDateTimeUtc());
    QCOMPARE(made->bytes, QFile(path(u"notes.sqlite"_s)).size());
    TestDatabase copy = TestDatabase::file(made->path);
    QCOMPARE(notes(copy), QStringList{u"first"_s});
    const auto all = backups().list();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().path, made->path);
    QCOMPARE(all.first().madeAt, made->madeAt);
}

void tst_Backups::aBackupIsMadeWhileOthersWrite()
{
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QVERIFY(database.connection->begin());
    write(database, u"second"_s);
    const auto made = backups().make();
    QVERIFY2(made, reason(made).constData());
    QVERIFY(database.connection->commit());
    TestDatabase copy = TestDatabase::file(made->path);
    QCOMPARE(notes(copy), QStringList{u"first"_s});
}

void tst_Backups::theNewestTenAreKept()
{
    QStringList made;
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    for (int i = 0; i < db::Backups::kept + 2; ++i) {
        write(database, QString::number(i));
        const auto backup = backups().make();
        QVERIFY2(backup, reason(backup).constData());
        made.prepend(backup->path);
        QTest::qSleep(2); // each moment has one
    }
    QStringList kept;
    for (const db::Backup &backup : backups().list())
        kept.append(backup.path);
    QCOMPARE(kept, made.first(10));
}

void tst_Backups::whatDidNotChangeIsNotBackedUpAgain()
{
    const auto made = backups().make();
    QVERIFY(made);
    QTest::qSleep(2);
    const auto again = backups().make();
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(again->path, made->path);
    QCOMPARE(left().size(), 1);
}

void tst_Backups::filesOfTheSameNameHaveFoldersOfTheirOwn()
{
    QVERIFY(QDir().mkpath(path(u"other"_s)));
    QVERIFY(backups().make());
    const db::Backups others(db::DatabaseUrl::sqliteFile(path(u"other/notes.sqlite"_s)), path(u"backups"_s));
    QVERIFY(others.list().isEmpty());
    QVERIFY(others.folder() != backups().folder());
}

void tst_Backups::whatIsRestoredIsSeenByOpenConnections()
{
    const auto made = backups().make();
    QVERIFY(made);
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QVERIFY(database.repo.execute(u"ALTER TABLE notes ADD COLUMN author TEXT"_s));
    write(database, u"second"_s);
    QCOMPARE(notes(database).size(), 2);
    const auto restored = backups().restore(*made);
    QVERIFY2(restored, reason(restored).constData());
    QCOMPARE(notes(database), QStringList{u"first"_s});
    QCOMPARE(database.texts(u"SELECT name FROM pragma_table_info('notes')"_s), QStringList{u"text"_s});
    write(database, u"third"_s);
    QCOMPARE(notes(database), (QStringList{u"first"_s, u"third"_s}));
}

void tst_Backups::whatWasThereBeforeARestoreIsABackup()
{
    const auto made = backups().make();
    QVERIFY(made);
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    write(database, u"second"_s);
    const auto before = backups().restore(*made);
    QVERIFY2(before, reason(before).constData());
    QCOMPARE(notes(database), QStringList{u"first"_s});
    QVERIFY(backups().restore(**before));
    QCOMPARE(notes(database), (QStringList{u"first"_s, u"second"_s}));
}

void tst_Backups::theOldestBackupCanBeRestored()
{
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    for (int i = 0; i < db::Backups::kept; ++i) {
        QVERIFY(backups().make());
        QTest::qSleep(2);
        write(database, QString::number(i));
    }
    const db::Backup oldest = backups().list().last();
    const auto before = backups().restore(oldest);
    QVERIFY2(before, reason(before).constData());
    QCOMPARE(notes(database), QStringList{u"first"_s});
    QVERIFY(QFile::exists(oldest.path) && QFile::exists((*before)->path));
    QCOMPARE(backups().list().size(), db::Backups::kept);
}

void tst_Backups::whatWasJustMadeIsKeptWhateverTheClockSays()
{
    QVERIFY(QDir().mkpath(backups().folder()));
    for (int i = 0; i < db::Backups::kept; ++i) {
        QFile file(backups().folder() + u"/2999-11-23T01-15-0%1.000Z.sqlite"_s.arg(i));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto made = backups().make();
    QVERIFY2(made, reason(made).constData());
    QVERIFY(QFile::exists(made->path) && made->bytes > 0);
    QCOMPARE(backups().list().size(), db::Backups::kept);
}

void tst_Backups::aDatabaseThatIsGoneIsRestored()
{
    const auto made = backups().make();
    QVERIFY(made);
    QVERIFY(QFile::remove(path(u"notes.sqlite"_s)));
    const auto before = backups().restore(*made);
    QVERIFY2(before, reason(before).constData());
    QVERIFY(!*before);
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QCOMPARE(notes(database), QStringList{u"first"_s});
}

void tst_Backups::aFileThatIsNoDatabaseAnyMoreIsPutAside()
{
    const auto made = backups().make();
    QVERIFY(made);
    const QByteArray rubbish(10'000, 'x');
    QFile file(path(u"notes.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(rubbish);
    file.close();
    const auto before = backups().restore(*made);
    QVERIFY2(before, reason(before).constData());
    QVERIFY(!*before);
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QCOMPARE(notes(database), QStringList{u"first"_s});
    const QStringList aside = left().filter(u".damaged"_s);
    QCOMPARE(aside.size(), 1);
    QFile damaged(backups().folder() + u'/' + aside.first());
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QCOMPARE(damaged.readAll(), rubbish);
}

void tst_Backups::onlyTheirOwnerReadsBackups()
{
    QVERIFY(QFile::setPermissions(path(u"notes.sqlite"_s), QFile::ReadOwner | QFile::WriteOwner));
    const auto made = backups().make();
    QVERIFY(made);
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QCOMPARE(QFile::permissions(made->path) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(backups().folder()) & others, QFile::Permissions());
}

void tst_Backups::aCanceledBackupLeavesNothingBehind()
{
    const auto token = std::make_shared<db::CancelToken>();
    token->cancel();
    const auto made = backups().make(token);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, db::Error::Kind::Canceled);
    QCOMPARE(left(), QStringList());
}

void tst_Backups::aLockedDatabaseStaysAsItIs()
{
    const auto made = backups().make();
    QVERIFY(made);
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QVERIFY(database.connection->begin());
    write(database, u"second"_s);
    const auto restored = backups().restore(*made);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, db::Error::Kind::Locked);
    QVERIFY2(restored.error().message.contains(u"and is as it was"), reason(restored).constData());
    QVERIFY(database.connection->commit());
    QCOMPARE(notes(database), (QStringList{u"first"_s, u"second"_s}));
}

void tst_Backups::aBackupThatIsNoDatabaseIsNotRestored()
{
    const auto made = backups().make();
    QVERIFY(made);
    QFile file(made->path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    const auto restored = backups().restore(*made);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, db::Error::Kind::NotADatabase);
    TestDatabase database = TestDatabase::file(path(u"notes.sqlite"_s));
    QCOMPARE(notes(database), QStringList{u"first"_s});
}

void tst_Backups::aDamagedBackupLeavesADamagedDatabaseAsItIs()
{
    const auto made = backups().make();
    QVERIFY(made);
    const QByteArray rubbish(10'000, 'x');
    for (const QString &name : {made->path, path(u"notes.sqlite"_s)}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(rubbish);
    }
    const QStringList before = left();
    const auto restored = backups().restore(*made);
    QVERIFY(!restored);
    QVERIFY2(restored.error().message.contains(u"is as it was"), reason(restored).constData());
    QFile database(path(u"notes.sqlite"_s));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), rubbish);
    QVERIFY(!QFile::exists(path(u"notes.sqlite.restored"_s)));
    QCOMPARE(left(), before);
}

void tst_Backups::otherFilesAreNoBackups()
{
    QVERIFY(QDir().mkpath(backups().folder()));
    for (const QString &name : {u"notes.sqlite"_s, u"2026-11-23T01-15-00.123Z.sqlite.part"_s, u"2026-13-23T01-15-00.123Z.sqlite"_s}) {
        QFile file(backups().folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(backups().list().isEmpty());
}

void tst_Backups::serversHaveCommands_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("command");
    QTest::newRow("PostgreSQL") << u"postgres://ann:secret@host,other:7/it's?sslmode=verify-full&sslrootcert=/ca.pem"_s
                                << uR"(pg_dump --format=custom --file='it'\''s.dump' --dbname='host='\''host,other'\'' port='\''5432,7'\'' user='\''ann'\'' dbname='\''it\'\''s'\'' sslmode='\''verify-full'\'' sslrootcert='\''/ca.pem'\''')"_s;
    QTest::newRow("PostgreSQL by its socket") << u"postgres:///shop?socket_dir=/run/pg"_s
                                              << uR"(pg_dump --format=custom --file='shop.dump' --dbname='host='\''/run/pg'\'' dbname='\''shop'\''')"_s;
    QTest::newRow("MariaDB") << u"mysql://ann:secret@host:7/shop?sslmode=verify-full&sslrootcert=/ca.pem"_s
                             << u"mariadb-dump --single-transaction --routines --triggers --events --protocol='tcp' --host='host' --port='7' --user='ann' --ssl-ca='/ca.pem' "
                                "--ssl-verify-server-cert --password --result-file='shop.sql' 'shop'"_s;
    QTest::newRow("MariaDB by its socket") << u"mysql:///shop?socket=/run/my.sock"_s
                                           << u"mariadb-dump --single-transaction --routines --triggers --events --socket='/run/my.sock' --password "
                                              "--result-file='shop.sql' 'shop'"_s;
}

void tst_Backups::serversHaveCommands()
{
    QFETCH(QString, url);
    QFETCH(QString, command);
    QCOMPARE(db::backupCommand(*db::DatabaseUrl::parse(url)), command);
    QVERIFY(!db::Backups::arePossible(*db::DatabaseUrl::parse(url)));
}

QTEST_GUILESS_MAIN(tst_Backups)
#include "tst_backups.moc"
