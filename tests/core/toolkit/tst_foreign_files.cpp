// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/table.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// SQLite files that other programs made, sound and damaged: each opens and lists, or says why not.
class tst_ForeignFiles : public QObject
{
    Q_OBJECT

private slots:
    void soundFilesAreListed_data();
    void soundFilesAreListed();
    void damagedFilesTellWhatCanBeRead_data();
    void damagedFilesTellWhatCanBeRead();
    void encryptedFilesAreNoDatabases();

private:
    static void addFiles(const QStringList &folders);
    /// A copy, so that nothing can happen to the file itself.
    QString copied(const QString &path);

    QTemporaryDir m_folder;
};

namespace {

QString shared(const QString &folder)
{
    return QStringLiteral(QUECTO_SHARED_DATA "/") + folder;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

bool isSqlite(const QString &path)
{
    return contents(path).startsWith("SQLite format 3");
}

/// What the errors of a damaged file may be.
bool tellsDamage(const db::Error &error)
{
    using Kind = db::Error::Kind;
    static const QList<Kind> kinds{Kind::Corrupt, Kind::NotADatabase, Kind::CannotOpen, Kind::MissingTable, Kind::Statement, Kind::DiskFull, Kind::ReadOnly, Kind::Refused};
    return kinds.contains(error.kind) && !error.message.isEmpty();
}

} // namespace

void tst_ForeignFiles::addFiles(const QStringList &folders)
{
    QTest::addColumn<QString>("path");
    for (const QString &folder : folders) {
        QDirIterator files(shared(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(u".db") || isSqlite(path))
                QTest::newRow(qPrintable(QDir(shared({})).relativeFilePath(path))) << path;
        }
    }
}

QString tst_ForeignFiles::copied(const QString &path)
{
    const QString copy = m_folder.filePath(QFileInfo(path).fileName());
    for (const QString &suffix : {QString(), u"-wal"_s}) {
        QFile::remove(copy + suffix);
        if (QFile::copy(path + suffix, copy + suffix))
            QFile::setPermissions(copy + suffix, QFile::ReadOwner | QFile::WriteOwner);
    }
    return copy;
}

void tst_ForeignFiles::soundFilesAreListed_data()
{
    if (!QDir(shared(u"chinook"_s)).exists())
        QSKIP("The shared data is not here");
    addFiles({u"chinook"_s, u"northwind"_s, u"datasette-fixtures"_s, u"sqlite-apps"_s});
}

void tst_ForeignFiles::soundFilesAreListed()
{
    QFETCH(QString, path);
    TestDatabase database = TestDatabase::file(copied(path));
    const auto catalogue = db::readCatalogue(*database.connection);
    QVERIFY2(catalogue, reason(catalogue).constData());
    for (const db::TableInfo &info : catalogue->tables) {
        // An application's own module, tokenizer, function or collation is not here.
        const auto isForeign = [](const db::Error &error) { return error.message.contains(u"no such module") || error.message.contains(u"unknown tokenizer") || error.message.contains(u"no such function") || error.message.contains(u"no such collation"); };
        if (info.problem) {
            // SQLite notices only when it is asked that a view names what is not there.
            const bool isBrokenView = info.kind == db::TableInfo::Kind::View && info.problem->kind == db::Error::Kind::MissingTable;
            QVERIFY2(isBrokenView || isForeign(*info.problem), qPrintable(info.name + u": " + info.problem->message));
            continue;
        }
        const db::Table table(info);
        qint64 listed = 0;
        constexpr qint64 pageSize = 1000;
        for (qint64 page = 0; page == listed / pageSize && page < 3; ++page) {
            const auto records = table.list(database.repo, {.limit = pageSize, .offset = page * pageSize});
            QVERIFY2(records || isForeign(records.error()), qPrintable(info.name + u": " + QString::fromUtf8(reason(records))));
            if (!records)
                break;
            listed += records->size();
            if (records->isEmpty())
                break;
        }
        const auto count = table.count(database.repo);
        if (count && listed < 3 * pageSize)
            QCOMPARE(listed, *count);
    }
}

void tst_ForeignFiles::damagedFilesTellWhatCanBeRead_data()
{
    if (!QDir(shared(u"sqlite-corrupt"_s)).exists())
        QSKIP("The shared data is not here");
    addFiles({u"sqlite-corrupt"_s, u"sqlite-fuzz"_s});
}

void tst_ForeignFiles::damagedFilesTellWhatCanBeRead()
{
    QFETCH(QString, path);
    const QString copy = copied(path);
    {
        const auto opened = db::Connection::open(db::DatabaseUrl::sqliteFile(copy), db::Connection::Access::ReadOnly);
        if (!opened) {
            QVERIFY2(tellsDamage(opened.error()), qPrintable(opened.error().message));
        } else {
            db::Repo repo(**opened);
            const auto catalogue = db::readCatalogue(**opened);
            QVERIFY2(catalogue || tellsDamage(catalogue.error()), reason(catalogue).constData());
            const QList<db::TableInfo> tables = catalogue ? catalogue->tables : QList<db::TableInfo>();
            for (const db::TableInfo &info : tables) {
                if (info.problem) {
                    QVERIFY2(tellsDamage(*info.problem), qPrintable(info.problem->message));
                    continue;
                }
                const auto records = db::Table(info).list(repo, {.limit = 1000});
                QVERIFY2(records || tellsDamage(records.error()), reason(records).constData());
            }
        }
    }
    QCOMPARE(contents(copy), contents(path));
}

void tst_ForeignFiles::encryptedFilesAreNoDatabases()
{
    if (!QDir(shared(u"sqlcipher-encrypted"_s)).exists())
        QSKIP("The shared data is not here");
    QDirIterator files(shared(u"sqlcipher-encrypted"_s), {u"*.db"_s}, QDir::Files);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        const QString path = files.next();
        const QString copy = copied(path);
        QCOMPARE(db::Connection::open(db::DatabaseUrl::sqliteFile(copy)).error().kind, db::Error::Kind::NotADatabase);
        QCOMPARE(contents(copy), contents(path));
    }
}

QTEST_GUILESS_MAIN(tst_ForeignFiles)
#include "tst_foreign_files.moc"
