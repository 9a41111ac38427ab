// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"
#include "tests/support/community_database.h"

#include <QTest>

namespace {

/// The definitions that belong to one table.
QStringList definitionsOf(TestDatabase &database, const QString &table)
{
    return database.texts(u"SELECT sql FROM sqlite_master WHERE tbl_name = '%1' AND sql IS NOT NULL ORDER BY rowid"_qs.arg(table));
}

void insertAUserOnce(TestDatabase &database)
{
    database.execute(u"INSERT OR IGNORE INTO users (id, email, username, password_hash, inserted_at, updated_at) "
                     u"VALUES (1, 'ada@example.org', 'ada', 'x', '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_qs);
}

/// A comment of user 1 on post 1, which are made when they are not there.
void insertAComment(TestDatabase &database, const QString &body, bool isApproved)
{
    insertAUserOnce(database);
    database.execute(u"INSERT OR IGNORE INTO posts (id, title, body, slug, author_id, inserted_at, updated_at) "
                     u"VALUES (1, 'Title', 'Body', 'title', 1, '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_qs);
    database.execute(u"INSERT INTO comments (body, is_approved, post_id, user_id, inserted_at, updated_at) "
                     u"VALUES ('%1', %2, 1, 1, '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_qs.arg(body)
                         .arg(isApproved ? 1 : 0));
}

} // namespace

class tst_migrations : public QObject
{
    Q_OBJECT

private slots:
    void theFirstThreeAreTheGuides()
    {
        const QList<db::Migration> all = migrations::all();
        QCOMPARE(all.at(0).version, 20260126000001);
        QCOMPARE(all.at(0).name, u"create_users"_qs);
        QCOMPARE(all.at(1).version, 20260126000002);
        QCOMPARE(all.at(1).name, u"create_posts"_qs);
        QCOMPARE(all.at(2).version, 20260126000003);
        QCOMPARE(all.at(2).name, u"create_posts_tags"_qs);
    }

    void theGuidesTablesAreAsEctoMakesThem_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QStringList>("definitions");

        QTest::newRow("users") << u"users"_qs << QStringList{
            u"CREATE TABLE \"users\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"email\" TEXT NOT NULL, \"username\" TEXT NOT NULL, "
            u"\"password_hash\" TEXT NOT NULL, \"is_active\" INTEGER DEFAULT true NOT NULL, \"role\" TEXT DEFAULT 'user' NOT NULL, "
            u"\"inserted_at\" TEXT NOT NULL, \"updated_at\" TEXT NOT NULL)"_qs,
            u"CREATE UNIQUE INDEX \"users_email_index\" ON \"users\" (\"email\")"_qs,
            u"CREATE UNIQUE INDEX \"users_username_index\" ON \"users\" (\"username\")"_qs,
            u"CREATE INDEX \"users_is_active_index\" ON \"users\" (\"is_active\")"_qs,
        };
        QTest::newRow("posts") << u"posts"_qs << QStringList{
            u"CREATE TABLE \"posts\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"title\" TEXT NOT NULL, \"body\" TEXT NOT NULL, "
            u"\"slug\" TEXT NOT NULL, \"published_at\" TEXT, \"view_count\" INTEGER DEFAULT 0, \"author_id\" INTEGER NOT NULL "
            u"CONSTRAINT \"posts_author_id_fkey\" REFERENCES \"users\"(\"id\") ON DELETE CASCADE, "
            u"\"inserted_at\" TEXT NOT NULL, \"updated_at\" TEXT NOT NULL)"_qs,
            u"CREATE UNIQUE INDEX \"posts_slug_index\" ON \"posts\" (\"slug\")"_qs,
            u"CREATE INDEX \"posts_author_id_index\" ON \"posts\" (\"author_id\")"_qs,
            u"CREATE INDEX \"posts_published_at_index\" ON \"posts\" (\"published_at\")"_qs,
        };
        QTest::newRow("tags") << u"tags"_qs << QStringList{
            u"CREATE TABLE \"tags\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"name\" TEXT NOT NULL, \"slug\" TEXT NOT NULL, "
            u"\"inserted_at\" TEXT NOT NULL, \"updated_at\" TEXT NOT NULL)"_qs,
            u"CREATE UNIQUE INDEX \"tags_slug_index\" ON \"tags\" (\"slug\")"_qs,
        };
        QTest::newRow("posts_tags") << u"posts_tags"_qs << QStringList{
            u"CREATE TABLE \"posts_tags\" (\"post_id\" INTEGER NOT NULL CONSTRAINT \"posts_tags_post_id_fkey\" REFERENCES "
            u"\"posts\"(\"id\") ON DELETE CASCADE, \"tag_id\" INTEGER NOT NULL CONSTRAINT \"posts_tags_tag_id_fkey\" REFERENCES "
            u"\"tags\"(\"id\") ON DELETE CASCADE)"_qs,
            u"CREATE UNIQUE INDEX \"posts_tags_post_id_tag_id_index\" ON \"posts_tags\" (\"post_id\", \"tag_id\")"_qs,
            u"CREATE INDEX \"posts_tags_tag_id_index\" ON \"posts_tags\" (\"tag_id\")"_qs,
        };
    }
    void theGuidesTablesAreAsEctoMakesThem()
    {
        QFETCH(QString, table);
        TestDatabase database = TestDatabase::inMemory();
        QVERIFY(db::Migrator(database.repo, migrations::all()).migrate({.step = 3}));
        QTEST(definitionsOf(database, table), "definitions");
    }

    void downAndUpAgainIsTheSameAsUp()
    {
        const int count = int(migrations::all().size());
        TestDatabase database = communityInMemory();
        const QStringList catalogue = database.catalogue();
        QVERIFY(catalogue.size() > count);

        db::Migrator migrator(database.repo, migrations::all());
        for (int left = count; left > 0; --left) {
            const auto runs = migrator.rollback({});
            QVERIFY2(runs, runs ? "" : qPrintable(runs.error().message));
            QCOMPARE(runs->size(), 1);
            QCOMPARE(runs->first().version, migrations::all().at(left - 1).version);
        }
        QCOMPARE(database.texts(u"SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"_qs), QStringList({u"quecto_migrations"_qs, u"schema_migrations"_qs}));

        QVERIFY(migrator.migrate({}));
        QCOMPARE(database.catalogue(), catalogue);
    }

    void everyMigrationCanBeTakenBack()
    {
        TestDatabase database = TestDatabase::inMemory();
        const auto status = db::Migrator(database.repo, migrations::all()).status();
        QVERIFY(status);
        for (const db::MigrationStatus &line : *status)
            QVERIFY2(line.isReversible, qPrintable(line.name + u": " + line.irreversibleReason));
    }

    void approvalBecomesAModerationState()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, migrations::all());
        QVERIFY(migrator.migrate({.to = 20260126000006}));
        insertAComment(database, u"approved"_qs, true);
        insertAComment(database, u"waiting"_qs, false);

        QVERIFY(migrator.migrate({.step = 1}));
        QCOMPARE(database.texts(u"SELECT body || ' ' || moderation_state FROM comments ORDER BY id"_qs),
                 QStringList({u"approved approved"_qs, u"waiting pending"_qs}));
        QVERIFY(migrator.rollback({}));
        QCOMPARE(database.texts(u"SELECT body || ' ' || is_approved FROM comments ORDER BY id"_qs),
                 QStringList({u"approved 1"_qs, u"waiting 0"_qs}));
    }

    void takingMigrationsBackKeepsTheOtherRows()
    {
        TestDatabase database = communityInMemory();
        insertAComment(database, u"first"_qs, false);
        QVERIFY(db::Migrator(database.repo, migrations::all()).rollback({.to = 20260126000005}));
        QCOMPARE(database.texts(u"SELECT body FROM comments"_qs), QStringList(u"first"_qs));
        QCOMPARE(database.texts(u"SELECT title FROM posts"_qs), QStringList(u"Title"_qs));
    }

    void deletingAUserDeletesWhatTheyWrote()
    {
        TestDatabase database = communityInMemory();
        insertAComment(database, u"first"_qs, false);
        QCOMPARE(database.texts(u"SELECT id FROM posts UNION ALL SELECT id FROM comments"_qs).size(), 2);
        database.execute(u"DELETE FROM users"_qs);
        QVERIFY(database.texts(u"SELECT id FROM posts UNION ALL SELECT id FROM comments"_qs).isEmpty());
    }

    void aUserWithOrdersCannotBeDeleted()
    {
        TestDatabase database = communityInMemory();
        insertAUserOnce(database);
        database.execute(u"INSERT INTO orders (user_id, inserted_at, updated_at) VALUES (1, '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_qs);
        const auto removed = database.repo.execute(u"DELETE FROM users"_qs);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, db::Error::Kind::ForeignKey);
    }

    void moneyIsKeptDigitByDigit()
    {
        TestDatabase database = communityInMemory();
        database.execute(u"INSERT INTO products (name, sku, price, inserted_at, updated_at) "
                         u"VALUES ('Mug', 'M-1', '12345.60', '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_qs);
        QCOMPARE(database.texts(u"SELECT price || ' ' || typeof(price) || ' ' || stock FROM products"_qs), QStringList(u"12345.60 text 0"_qs));
    }

    void listsAreReadInTheOrderOfAnIndex_data()
    {
        QTest::addColumn<QString>("query");

        QTest::newRow("posts by publication") << u"SELECT * FROM posts WHERE deleted_at IS NULL ORDER BY published_at DESC, id DESC"_qs;
        QTest::newRow("posts by insertion") << u"SELECT * FROM posts WHERE deleted_at IS NULL ORDER BY inserted_at DESC, id DESC"_qs;
        QTest::newRow("posts by change") << u"SELECT * FROM posts WHERE deleted_at IS NULL ORDER BY updated_at DESC, id DESC"_qs;
        QTest::newRow("posts by views") << u"SELECT * FROM posts WHERE deleted_at IS NULL ORDER BY view_count DESC, id DESC"_qs;
        QTest::newRow("comments") << u"SELECT * FROM comments ORDER BY inserted_at DESC, id DESC"_qs;
        QTest::newRow("moderation") << u"SELECT * FROM comments WHERE moderation_state = 'pending' ORDER BY inserted_at, id"_qs;
        QTest::newRow("users by insertion") << u"SELECT * FROM users ORDER BY inserted_at DESC, id DESC"_qs;
        QTest::newRow("users by name") << u"SELECT * FROM users ORDER BY username"_qs;
    }
    void listsAreReadInTheOrderOfAnIndex()
    {
        QFETCH(QString, query);
        TestDatabase database = communityInMemory();
        const QStringList plan = database.texts(u"EXPLAIN QUERY PLAN "_qs + query, 3);
        QVERIFY2(plan.size() == 1 && plan.first().contains(u" USING INDEX "), qPrintable(plan.join(u"; ")));
    }
};

QTEST_GUILESS_MAIN(tst_migrations)

#include "tst_migrations.moc"
