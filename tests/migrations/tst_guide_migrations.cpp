// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/catalogue.h"
#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The first three migrations are those of a guide to Ecto: the catalogue of each engine says of them what it says of Ecto's own.
class tst_GuideMigrations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void columnsAreEctos_data();
    void columnsAreEctos();
    void indexesAreEctos_data();
    void indexesAreEctos();
    void foreignKeysAreEctos_data();
    void foreignKeysAreEctos();
    void noOtherTablesAreMade();

private:
    const db::TableInfo &table(const QString &name) const;
    /// The word of the engine that is tested.
    static QString word(const char *sqlite, const char *postgres, const char *mariadb);

    db::Catalogue m_catalogue;
};

namespace {

/// Types of a migration, as Ecto's adapters spell them.
enum class Kind {
    Id,
    Version,
    Reference,
    String,
    Text,
    Integer,
    Boolean,
    Moment
};

struct ExpectedColumn
{
    const char *name;
    Kind kind;
    bool isNullable = false;
    const char *defaultTo = ""; ///< as the migration says it
};

} // namespace

QString tst_GuideMigrations::word(const char *sqlite, const char *postgres, const char *mariadb)
{
    switch (testedEngine()) {
    case db::DatabaseUrl::Engine::Sqlite:
        return QString::fromLatin1(sqlite);
    case db::DatabaseUrl::Engine::Postgres:
        return QString::fromLatin1(postgres);
    case db::DatabaseUrl::Engine::MariaDb:
        break;
    }
    return QString::fromLatin1(mariadb);
}

void tst_GuideMigrations::init()
{
    TestDatabase database = TestDatabase::empty();
    const auto migrated = db::Migrator(database.repo, migrations::all()).migrate({.to = 20260126000003});
    QVERIFY2(migrated, reason(migrated).constData());
    const auto catalogue = db::readCatalogue(*database.connection);
    QVERIFY2(catalogue, reason(catalogue).constData());
    m_catalogue = *catalogue;
}

const db::TableInfo &tst_GuideMigrations::table(const QString &name) const
{
    const db::TableInfo *found = m_catalogue.findTable(name);
    if (!found)
        qFatal("There is no table %s", qPrintable(name));
    return *found;
}

void tst_GuideMigrations::columnsAreEctos_data()
{
    QTest::addColumn<QList<ExpectedColumn>>("columns");

    QTest::newRow("users") << QList<ExpectedColumn>{
        {"id", Kind::Id},
        {"email", Kind::String},
        {"username", Kind::String},
        {"password_hash", Kind::String},
        {"is_active", Kind::Boolean, false, "true"},
        {"role", Kind::String, false, "user"},
        {"inserted_at", Kind::Moment},
        {"updated_at", Kind::Moment},
    };
    QTest::newRow("posts") << QList<ExpectedColumn>{
        {"id", Kind::Id},
        {"title", Kind::String},
        {"body", Kind::Text},
        {"slug", Kind::String},
        {"published_at", Kind::Moment, true},
        {"view_count", Kind::Integer, true, "0"},
        {"author_id", Kind::Reference},
        {"inserted_at", Kind::Moment},
        {"updated_at", Kind::Moment},
    };
    QTest::newRow("tags") << QList<ExpectedColumn>{
        {"id", Kind::Id},
        {"name", Kind::String},
        {"slug", Kind::String},
        {"inserted_at", Kind::Moment},
        {"updated_at", Kind::Moment},
    };
    QTest::newRow("posts_tags") << QList<ExpectedColumn>{{"post_id", Kind::Reference}, {"tag_id", Kind::Reference}};
    QTest::newRow("schema_migrations") << QList<ExpectedColumn>{{"version", Kind::Version}, {"inserted_at", Kind::Moment, true}};
}

void tst_GuideMigrations::columnsAreEctos()
{
    QFETCH(QList<ExpectedColumn>, columns);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QMap<Kind, QString> types{
        {Kind::Id, word("INTEGER", "bigint", "bigint(20) unsigned")},
        {Kind::Version, word("INTEGER", "bigint", "bigint(20)")},
        {Kind::Reference, word("INTEGER", "bigint", "bigint(20) unsigned")},
        {Kind::String, word("TEXT", "character varying(255)", "varchar(255)")},
        {Kind::Text, word("TEXT", "text", "text")},
        {Kind::Integer, word("INTEGER", "integer", "int(11)")},
        {Kind::Boolean, word("INTEGER", "boolean", "tinyint(1)")},
        {Kind::Moment, word("TEXT", "timestamp(0) without time zone", "datetime")},
    };
    const QHash<QString, QString> defaults{
        {u"true"_s, word("true", "true", "1")},
        {u"user"_s, word("'user'", "'user'::character varying", "'user'")},
        {u"0"_s, u"0"_s},
    };
    const db::TableInfo &found = table(name);
    QCOMPARE(found.columns.size(), columns.size());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const db::ColumnInfo &column = found.columns.at(i);
        const ExpectedColumn &expected = columns.at(i);
        const bool isKey = expected.kind == Kind::Id || expected.kind == Kind::Version;
        QCOMPARE(column.name, QString::fromLatin1(expected.name));
        QCOMPARE(column.declaredType, types.value(expected.kind));
        QCOMPARE(column.keyPosition, isKey ? 1 : 0);
        // SQLite calls a key nullable that is the number of its row.
        QCOMPARE(column.isNullable, expected.isNullable || (isKey && testedEngine() == db::DatabaseUrl::Engine::Sqlite));
        if (expected.kind == Kind::Id) {
            QVERIFY(column.isAutoIncrement);
            QCOMPARE(column.defaultExpression.value_or(QString()), word("", qPrintable(u"nextval('%1_id_seq'::regclass)"_s.arg(name)), ""));
        } else {
            QCOMPARE(column.defaultExpression.value_or(QString()), defaults.value(QString::fromLatin1(expected.defaultTo)));
        }
    }
}

void tst_GuideMigrations::indexesAreEctos_data()
{
    QTest::addColumn<QStringList>("indexes");

    QTest::newRow("users") << QStringList{u"unique users_email_index (email)"_s, u"users_is_active_index (is_active)"_s, u"unique users_username_index (username)"_s};
    QTest::newRow("posts") << QStringList{u"posts_author_id_index (author_id)"_s, u"posts_published_at_index (published_at)"_s, u"unique posts_slug_index (slug)"_s};
    QTest::newRow("tags") << QStringList{u"unique tags_slug_index (slug)"_s};
    QTest::newRow("posts_tags") << QStringList{u"unique posts_tags_post_id_tag_id_index (post_id, tag_id)"_s, u"posts_tags_tag_id_index (tag_id)"_s};
    QTest::newRow("schema_migrations") << QStringList();
}

void tst_GuideMigrations::indexesAreEctos()
{
    QFETCH(QStringList, indexes);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QStringList found;
    QStringList keys;
    const QList<db::IndexInfo> all = table(name).indexes;
    for (const db::IndexInfo &index : all) {
        if (index.isPrimaryKey)
            keys.append(index.name);
        else
            found.append((index.isUnique ? u"unique " : u"") + index.name + u" (" + index.columns.join(u", ") + u')');
        QVERIFY(!index.isPartial);
    }
    indexes.sort();
    found.sort();
    QCOMPARE(found, indexes);
    const QString key = word("", qPrintable(name + u"_pkey"), "PRIMARY");
    QCOMPARE(keys, key.isEmpty() || name == u"posts_tags" ? QStringList() : QStringList(key));
}

void tst_GuideMigrations::foreignKeysAreEctos_data()
{
    QTest::addColumn<QStringList>("keys");

    QTest::newRow("users") << QStringList();
    QTest::newRow("posts") << QStringList{u"posts_author_id_fkey (author_id) to users (id), CASCADE"_s};
    QTest::newRow("tags") << QStringList();
    QTest::newRow("posts_tags") << QStringList{u"posts_tags_post_id_fkey (post_id) to posts (id), CASCADE"_s, u"posts_tags_tag_id_fkey (tag_id) to tags (id), CASCADE"_s};
}

void tst_GuideMigrations::foreignKeysAreEctos()
{
    QFETCH(QStringList, keys);
    QStringList found;
    const QList<db::ForeignKeyInfo> all = table(QString::fromLatin1(QTest::currentDataTag())).foreignKeys;
    for (const db::ForeignKeyInfo &key : all) {
        found.append(u"%1 (%2) to %3 (%4), %5"_s.arg(key.name, key.columns.join(u','), key.referencedTable, key.referencedColumns.join(u','), key.onDelete));
        QCOMPARE(key.onUpdate, word("NO ACTION", "NO ACTION", "RESTRICT"));
    }
    found.sort();
    QCOMPARE(found, keys);
}

void tst_GuideMigrations::noOtherTablesAreMade()
{
    QStringList names;
    for (const db::TableInfo &one : std::as_const(m_catalogue.tables)) {
        if (one.name.startsWith(u"quecto_"))
            continue; // what Quecto notes beside Ecto's books
        names.append(one.name);
        QCOMPARE(one.checks.size(), 0);
    }
    QCOMPARE(names, (QStringList{u"posts"_s, u"posts_tags"_s, u"schema_migrations"_s, u"tags"_s, u"users"_s}));
}

QTEST_GUILESS_MAIN(tst_GuideMigrations)
#include "tst_guide_migrations.moc"
