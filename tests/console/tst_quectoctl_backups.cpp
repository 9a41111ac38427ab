// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations/migrations.h"
#include "tests/console/quectoctl.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// The backups of a file, on a terminal.
class tst_QuectoctlBackups : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void backupsAreListedWithWhatIsApplied();
    void aDatabaseWithoutBackupsSaysSo();
    void aBackupIsRestored();
    void nobodyToAskMeansNo();
    void anUnknownNameIsRefused();
    void whatIsNoDatabaseAnyMoreIsRestored_data();
    void whatIsNoDatabaseAnyMoreIsRestored();
    void serversHaveTheirOwnProgram();

private:
    Answer run(const QString &words) const { return m_program->run(words); }
    QJsonArray backups() const { return run(u"backups --json"_s).json().value(u"backups").toArray(); }
    qsizetype pending() const;

    std::optional<Quectoctl> m_program;
};

/// With one backup, of two migrations.
void tst_QuectoctlBackups::init()
{
    m_program.emplace();
    QCOMPARE(run(u"create"_s).code, 0);
    QCOMPARE(run(u"migrate --step 2 --no-backup"_s).code, 0);
    QCOMPARE(run(u"migrate"_s).code, 0);
}

qsizetype tst_QuectoctlBackups::pending() const
{
    qsizetype count = 0;
    const QJsonArray list = run(u"migrations --json"_s).json().value(u"migrations").toArray();
    for (const QJsonValue &line : list)
        count += line[u"status"].toString() == u"down" ? 1 : 0;
    return count;
}

void tst_QuectoctlBackups::backupsAreListedWithWhatIsApplied()
{
    const QJsonArray list = backups();
    QCOMPARE(list.size(), 1);
    const QJsonObject backup = list.first().toObject();
    QCOMPARE(backup.value(u"versions").toArray(), (QJsonArray{qint64(20260126000001), qint64(20260126000002)}));
    QCOMPARE(backup.value(u"bytes").toInteger(), QFile(backup.value(u"path").toString()).size());
    const QString line = run(u"backups"_s).output;
    QVERIFY2(line.startsWith(backup.value(u"name").toString()) && line.endsWith(u"  2 migrations, up to 20260126000002\n"), qPrintable(line));
}

void tst_QuectoctlBackups::aDatabaseWithoutBackupsSaysSo()
{
    QCOMPARE(run(u"backups --database sqlite:other.sqlite"_s).output, u"There are no backups of other.sqlite\n"_s);
}

void tst_QuectoctlBackups::aBackupIsRestored()
{
    QCOMPARE(pending(), 0);
    const QString name = backups().first()[u"name"].toString();
    const Answer answer = run(u"backups restore --yes "_s + name);
    QCOMPARE(answer.error, QString());
    QVERIFY2(answer.output.startsWith(u"tea.sqlite is restored from %1\nWhat it held before is kept as "_s.arg(name)), qPrintable(answer.output));
    QCOMPARE(pending(), migrations::all().size() - 2);
    QCOMPARE(backups().size(), 2);
}

void tst_QuectoctlBackups::nobodyToAskMeansNo()
{
    const Answer answer = run(u"backups restore "_s + backups().first()[u"name"].toString());
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"is only restored with --yes, or when asked on a terminal"), qPrintable(answer.error));
    QCOMPARE(pending(), 0);
}

void tst_QuectoctlBackups::anUnknownNameIsRefused()
{
    const Answer answer = run(u"backups restore --yes ../tea"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"tea.sqlite has no backup ../tea"), qPrintable(answer.error));
    QCOMPARE(run(u"backups restore"_s).code, 2);
}

void tst_QuectoctlBackups::whatIsNoDatabaseAnyMoreIsRestored_data()
{
    QTest::addColumn<int>("kept"); // bytes of the file
    QTest::addColumn<QByteArray>("behind");

    QTest::newRow("something else") << 0 << QByteArray("Dear Ada, ").repeated(1000);
    QTest::newRow("a damaged catalogue") << 100 << QByteArray(20'000, '\x5A');
}

void tst_QuectoctlBackups::whatIsNoDatabaseAnyMoreIsRestored()
{
    QFETCH(int, kept);
    QFETCH(QByteArray, behind);
    const QString name = backups().first()[u"name"].toString();
    m_program->write(u"tea.sqlite"_s, m_program->read(u"tea.sqlite"_s).left(kept) + behind);
    QCOMPARE(run(u"migrations"_s).code, 1);
    QCOMPARE(run(u"backups"_s).code, 0);
    const Answer answer = run(u"backups restore --yes "_s + name);
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QCOMPARE(pending(), migrations::all().size() - 2);
}

void tst_QuectoctlBackups::serversHaveTheirOwnProgram()
{
    const Answer answer = run(u"backups --database postgres://ann@db.example/shop"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"pg_dump"), qPrintable(answer.error));
}

QTEST_GUILESS_MAIN(tst_QuectoctlBackups)
#include "tst_quectoctl_backups.moc"
