// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/user.h"
#include "core/blog/post.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "migrations/migrations.h"
#include "tests/console/quectoctl.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// The program as a person or a script uses it.
class tst_Quectoctl : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandHasHelpWithExamples_data();
    void everyCommandHasHelpWithExamples();
    void theVersionIsTold();
    void wrongUsageEndsWithTwo();
    void createMakesAnEmptyDatabaseOnce();
    void createMakesTheFolderOfTheDatabase();
    void theOptionOutranksTheEnvironment();
    void withoutEitherItIsTheDatabaseOfTheUser();
    void dropNeedsForceWithoutATerminal();
    void dropDeletesTheDatabaseOnce();
    void migrateTellsWhatItDoes();
    void rollbackTakesBackSoManySteps();
    void migrationsAreListedAsEctoDoes();
    void aMigrationWithoutItsFileIsNamed();
    void seedMakesACommunityOfTheSizeAskedFor();
    void seedMakesTheSameCommunityForTheSameDay();
    void seedWantsAnEmptyMigratedDatabase();
    void nothingElseIsTouched();
};

void tst_Quectoctl::everyCommandHasHelpWithExamples_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"create", "drop", "migrate", "rollback", "migrations", "gen migration", "diff", "dump", "load", "seed", "import stackexchange", "completion", "man"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void tst_Quectoctl::everyCommandHasHelpWithExamples()
{
    QFETCH(QString, command);
    const Quectoctl program;
    const Answer general = program.run(u"--help"_s);
    QCOMPARE(general.code, 0);
    QVERIFY(general.output.contains(u"\n  " + command));

    const Answer help = program.run(command + u" --help");
    QCOMPARE(help.code, 0);
    QCOMPARE(help.error, QString());
    QVERIFY(help.output.startsWith(u"Usage: quectoctl " + command));
    QVERIFY(help.output.contains(u"--database URL"));
    QVERIFY(help.output.contains(u"Examples:\n  quectoctl " + command));
}

void tst_Quectoctl::theVersionIsTold()
{
    const Quectoctl program;
    const Answer text = program.run(u"--version"_s);
    QCOMPARE(text.code, 0);
    QVERIFY(text.output.startsWith(u"quectoctl "));
    const Answer json = program.run(u"--version --json"_s);
    QCOMPARE(u"quectoctl " + json.json().value(u"version").toString() + u'\n', text.output);
}

void tst_Quectoctl::wrongUsageEndsWithTwo()
{
    const Quectoctl program;
    const Answer text = program.run(u"migrat"_s);
    QCOMPARE(text.code, 2);
    QCOMPARE(text.output, QString());
    QCOMPARE(text.error, u"quectoctl: There is no command 'migrat'. Did you mean 'migrate'?\n"_s);

    const Answer json = program.run(u"rollback --step none --json"_s);
    QCOMPARE(json.code, 2);
    QCOMPARE(json.error, QString());
    QCOMPARE(json.jsonError().value(u"kind").toString(), u"usage"_s);
    QVERIFY(json.jsonError().value(u"message").toString().contains(u"--step"));
}

void tst_Quectoctl::createMakesAnEmptyDatabaseOnce()
{
    const Quectoctl program;
    const Answer first = program.run(u"create"_s);
    QCOMPARE(first.code, 0);
    QCOMPARE(first.output, u"The database for tea.sqlite has been created\n"_s);
    QVERIFY(QFile::exists(program.database()));

    QCOMPARE(program.run(u"create"_s).output, u"The database for tea.sqlite has already been created\n"_s);
    const QJsonObject again = program.run(u"create --json"_s).json();
    QCOMPARE(again, QJsonObject({{u"database"_s, QString(u"sqlite:" + program.database())}, {u"created"_s, false}}));
    const Answer quiet = program.run(u"create --quiet"_s);
    QCOMPARE(quiet.code, 0);
    QCOMPARE(quiet.output + quiet.error, QString());
}

void tst_Quectoctl::createMakesTheFolderOfTheDatabase()
{
    const Quectoctl program;
    QCOMPARE(program.run(u"create --database a/b/c.sqlite"_s).code, 0);
    QVERIFY(QFile::exists(program.path(u"a/b/c.sqlite"_s)));

    program.write(u"file"_s, "not a folder");
    const Answer refused = program.run(u"create --database file/c.sqlite"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.startsWith(u"quectoctl: c.sqlite: "), qPrintable(refused.error));
}

void tst_Quectoctl::theOptionOutranksTheEnvironment()
{
    const Quectoctl program;
    QCOMPARE(program.run(u"create --database sqlite:other.sqlite"_s).code, 0);
    QVERIFY(QFile::exists(program.path(u"other.sqlite"_s)));
    QVERIFY(!QFile::exists(program.database()));
}

void tst_Quectoctl::withoutEitherItIsTheDatabaseOfTheUser()
{
    Quectoctl program;
    program.environment().remove(u"DATABASE_URL"_s);
    const Answer missing = program.run(u"migrate"_s);
    QCOMPARE(missing.code, 1);
    QVERIFY(!QFile::exists(program.path(u"data"_s)));

    QCOMPARE(program.run(u"create"_s).code, 0);
    QVERIFY(QFile::exists(program.path(u"data/quecto/quecto.sqlite"_s)));
}

void tst_Quectoctl::dropNeedsForceWithoutATerminal()
{
    const Quectoctl program;
    program.run(u"create"_s);
    const Answer refused = program.run(u"drop"_s);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.error, u"quectoctl: tea.sqlite is only deleted with --force, or when asked on a terminal\n"_s);
    QVERIFY(QFile::exists(program.database()));
}

void tst_Quectoctl::dropDeletesTheDatabaseOnce()
{
    const Quectoctl program;
    program.run(u"create"_s);
    QCOMPARE(program.run(u"drop --force"_s).output, u"The database for tea.sqlite has been dropped\n"_s);
    QVERIFY(!QFile::exists(program.database()));
    QCOMPARE(program.run(u"drop --force"_s).output, u"The database for tea.sqlite has already been dropped\n"_s);
    QCOMPARE(program.run(u"drop --json"_s).json().value(u"dropped").toBool(true), false);
}

void tst_Quectoctl::migrateTellsWhatItDoes()
{
    const Quectoctl program;
    program.run(u"create"_s);
    const Answer text = program.run(u"migrate"_s);
    QCOMPARE(text.code, 0);
    const QStringList lines = text.output.split(u'\n');
    QCOMPARE(lines.mid(0, 3), QStringList({u"== Running 20260126000001 create_users forward"_s, u"create table users"_s, u"create index users_email_index"_s}));
    QCOMPARE(lines.filter(QRegularExpression(u"^== Migrated [0-9]{14} in [0-9]+\\.[0-9]s$"_s)).size(), migrations::all().size());
    QCOMPARE(program.run(u"migrate"_s).output, u"Migrations already up\n"_s);
    QCOMPARE(program.run(u"migrate --json"_s).json(), QJsonObject({{u"migrated"_s, QJsonArray()}}));

    const Quectoctl another;
    another.run(u"create"_s);
    const QJsonArray migrated = another.run(u"migrate --json"_s).json().value(u"migrated").toArray();
    QCOMPARE(migrated.size(), migrations::all().size());
    QCOMPARE(migrated.first().toObject().value(u"version").toInteger(), 20260126000001);
    QCOMPARE(migrated.first().toObject().value(u"name").toString(), u"create_users"_s);
}

void tst_Quectoctl::rollbackTakesBackSoManySteps()
{
    const Quectoctl program;
    program.run(u"create"_s);
    QCOMPARE(program.run(u"rollback"_s).output, u"Migrations already down\n"_s);
    program.run(u"migrate"_s);

    const db::Migration newest = migrations::all().last();
    const Answer one = program.run(u"rollback"_s);
    QCOMPARE(one.code, 0);
    QVERIFY(one.output.section(u'\n', 1).startsWith(u"== Running %1 %2 backward\n"_s.arg(newest.version).arg(newest.name)));
    QCOMPARE(one.output.count(u"== Running"_s), 1);

    const QJsonArray two = program.run(u"rollback --step 2 --json"_s).json().value(u"rolled_back").toArray();
    QCOMPARE(two.size(), 2);
    QVERIFY(two.at(0).toObject().value(u"version").toInteger() > two.at(1).toObject().value(u"version").toInteger());
    QCOMPARE(program.run(u"migrate --json"_s).json().value(u"migrated").toArray().size(), 3);
}

void tst_Quectoctl::migrationsAreListedAsEctoDoes()
{
    const Quectoctl program;
    program.run(u"create"_s);
    program.run(u"migrate"_s);
    program.run(u"rollback"_s);
    const Answer text = program.run(u"migrations"_s);
    QCOMPARE(text.code, 0);
    const QStringList lines = text.output.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.mid(0, 3), QStringList({u"  Status    Migration ID    Migration Name"_s, QString(50, u'-'), u"  up        20260126000001  create_users"_s}));
    QVERIFY(lines.last().startsWith(u"  down      "));
    QCOMPARE(lines.size(), 2 + migrations::all().size());

    const QJsonArray list = program.run(u"migrations --json"_s).json().value(u"migrations").toArray();
    QCOMPARE(list.size(), migrations::all().size());
    const QJsonObject applied = list.first().toObject();
    QCOMPARE(applied.value(u"status").toString(), u"up"_s);
    QVERIFY(QDateTime::fromString(applied.value(u"applied_at").toString(), Qt::ISODate).isValid());
    QCOMPARE(list.last().toObject().value(u"status").toString(), u"down"_s);
    QVERIFY(list.last().toObject().value(u"applied_at").isNull());
}

void tst_Quectoctl::aMigrationWithoutItsFileIsNamed()
{
    const Quectoctl program;
    program.run(u"create"_s);
    program.run(u"migrate"_s);
    {
        const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(program.database()));
        QVERIFY(connection);
        QVERIFY(db::Repo(**connection).execute(u"INSERT INTO schema_migrations (version) VALUES (20270101000000)"_s));
    }
    QVERIFY(program.run(u"migrations"_s).output.endsWith(u"  up        20270101000000  ** FILE NOT FOUND **\n"));
    QVERIFY(program.run(u"migrations --json"_s).json().value(u"migrations").toArray().last().toObject().value(u"name").isNull());
}

void tst_Quectoctl::seedMakesACommunityOfTheSizeAskedFor()
{
    const Quectoctl program;
    program.run(u"create"_s);
    program.run(u"migrate"_s);
    const Answer seeded = program.run(u"seed --posts 20 --users 7 --comments 30"_s);
    QCOMPARE(seeded.code, 0);
    QCOMPARE(seeded.output, u"The database has now 7 users, 20 posts and 30 comments\n"_s);

    const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(program.database()));
    QVERIFY(connection);
    db::Repo repo(**connection);
    QCOMPARE(repo.count(db::from<accounts::User>()).value_or(-1), 7);
    QCOMPARE(repo.count(db::from<blog::Post>()).value_or(-1), 20);
    QCOMPARE(repo.count(db::from<blog::Comment>()).value_or(-1), 30);
}

void tst_Quectoctl::seedMakesTheSameCommunityForTheSameDay()
{
    const auto seededPosts = [](const QString &day) {
        const Quectoctl program;
        program.run(u"create"_s);
        program.run(u"migrate"_s);
        program.run(u"seed --posts 30 --until "_s + day);
        const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(program.database()));
        const db::Result<QList<blog::Post>> posts = db::Repo(**connection).all(db::from<blog::Post>());
        QList<std::pair<QString, QDateTime>> seeded;
        for (const blog::Post &post : *posts)
            seeded.append({post.body, post.insertedAt});
        return seeded;
    };
    const auto posts = seededPosts(u"2025-06-01"_s);
    QCOMPARE(posts.size(), 30);
    QCOMPARE(seededPosts(u"2025-06-01"_s), posts);
    for (const auto &[body, insertedAt] : posts)
        QVERIFY(insertedAt < QDateTime(QDate(2025, 6, 1), QTime(0, 0), Qt::UTC));
    QVERIFY(seededPosts(u"2025-07-01"_s) != posts);
}

void tst_Quectoctl::seedWantsAnEmptyMigratedDatabase()
{
    const Quectoctl program;
    program.run(u"create"_s);
    const Answer early = program.run(u"seed"_s);
    QCOMPARE(early.code, 1);
    QCOMPARE(early.error, u"quectoctl: tea.sqlite is not up to date: pending migrations: %1\n'quectoctl migrate' brings the database up to date.\n"_s.arg(migrations::all().size()));

    program.run(u"migrate"_s);
    const Answer first = program.run(u"seed --posts 5 --json"_s);
    QCOMPARE(first.json().value(u"posts").toInt(), 5);
    const Answer second = program.run(u"seed --posts 5 --json"_s);
    QCOMPARE(second.code, 1);
    QCOMPARE(second.jsonError().value(u"kind").toString(), u"refused"_s);
}

void tst_Quectoctl::nothingElseIsTouched()
{
    Quectoctl program;
    program.environment().insert(u"HOME"_s, program.path(u"home"_s));
    program.environment().insert(u"XDG_CONFIG_HOME"_s, program.path(u"config"_s));
    QVERIFY(QDir().mkpath(program.path(u"home"_s)));
    for (const char *command : {"create", "migrate", "seed --posts 5", "migrations", "rollback"})
        QCOMPARE(program.run(QString::fromLatin1(command)).code, 0);
    QCOMPARE(QDir(program.path({})).entryList({u"*"_s}, QDir::AllEntries | QDir::NoDotAndDotDot), QStringList({u"data"_s, u"home"_s, u"tea.sqlite"_s}));
    QCOMPARE(QDir(program.path(u"data/quecto"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"backups"_s});
    QVERIFY(QDir(program.path(u"home"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Quectoctl)
#include "tst_quectoctl.moc"
