// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolkit/connection.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Recipe;

struct Cook
{
    db::Id<Cook> id;
    QString name;
    db::HasMany<Recipe> recipes;

    static void describe(db::SchemaBuilder<Cook> &schema);
};

struct Recipe
{
    db::Id<Recipe> id;
    QString title;
    int minutes = 0;
    std::optional<QString> source;
    db::Id<Cook> cookId;
    db::BelongsTo<Cook> cook;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Recipe> &schema);
};

void Cook::describe(db::SchemaBuilder<Cook> &schema)
{
    schema.table("cooks");
    schema.primaryKey("id", &Cook::id);
    schema.field("name", &Cook::name);
    schema.hasMany("recipes", &Cook::recipes, "cook_id");
}

void Recipe::describe(db::SchemaBuilder<Recipe> &schema)
{
    schema.table("recipes");
    schema.primaryKey("id", &Recipe::id);
    schema.field("title", &Recipe::title);
    schema.field("minutes", &Recipe::minutes);
    schema.field("source", &Recipe::source);
    schema.belongsTo("cook", &Recipe::cook, "cook_id", &Recipe::cookId);
    schema.timestamps(&Recipe::insertedAt, &Recipe::updatedAt);
}

void createKitchen(db::SchemaChange &schema)
{
    schema.createTable("cooks", [](db::ColumnList &columns) { columns.string("name").notNull(); });
    schema.createUniqueIndex("cooks", {u"name"_s});
    schema.createTable("recipes", [](db::ColumnList &columns) {
        columns.string("title").notNull();
        columns.integer("minutes").notNull();
        columns.string("source");
        columns.references("cook_id", "cooks", db::OnDelete::DeleteAll).notNull();
        columns.timestamps();
    });
}

db::Changeset<Cook> cookChangeset(const Cook &cook, const db::Params &params)
{
    return db::cast(cook, params, {&Cook::name})
        .validateRequired({&Cook::name})
        .uniqueConstraint(&Cook::name);
}

db::Changeset<Recipe> recipeChangeset(const Recipe &recipe, const db::Params &params)
{
    return db::cast(recipe, params, {&Recipe::title, &Recipe::minutes, &Recipe::source, &Recipe::cookId})
        .validateRequired({&Recipe::title, &Recipe::minutes, &Recipe::cookId})
        .validateLength(&Recipe::title, {.min = 3, .max = 80})
        .validateNumber(&Recipe::minutes, {.greaterThan = 0})
        .foreignKeyConstraint(&Recipe::cookId);
}

db::Result<std::unique_ptr<db::Connection>> openKitchen(const QString &path)
{
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(path);
    if (!QFile::exists(path)) {
        if (const db::Result<void> created = db::Connection::create(url); !created)
            return db::Failure(created.error());
    }
    db::Result<std::unique_ptr<db::Connection>> connection = db::Connection::open(url);
    if (!connection)
        return connection;

    db::Repo repo(**connection);
    const db::Migration migration{.version = 20260101000000, .name = u"create_kitchen"_s, .change = createKitchen};
    if (const auto migrated = db::Migrator(repo, {migration}).migrate({}); !migrated)
        return db::Failure(migrated.error());
    return connection;
}

db::Result<QList<Recipe>> quickRecipes(db::Repo &repo, int minutes)
{
    return repo.all(db::from<Recipe>()
                        .where(db::col(&Recipe::minutes) <= minutes)
                        .orderBy({db::asc(&Recipe::minutes), db::asc(&Recipe::title)})
                        .preload(&Recipe::cook));
}

db::Result<Recipe> addWithCook(db::Repo &repo, const QString &cook, const db::Params &params)
{
    return repo.transaction([&]() -> db::Result<Recipe> {
        const db::Result<Cook> added = repo.insert(cookChangeset({}, {{u"name"_s, cook}}));
        if (!added)
            return db::Failure(added.error());
        Recipe recipe;
        recipe.cookId = added->id;
        return repo.insert(recipeChangeset(recipe, params));
    });
}

} // namespace

/// The code of docs/toolkit/getting-started.md does what the page says.
class tst_GettingStarted : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRecipeIsStoredAndFoundWithItsCook();
    void badInputBecomesErrorsOnTheFields();
    void aTakenNameIsAnErrorOnTheField();
    void aFailureInATransactionTakesEverythingBack();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<db::Connection> m_connection;
    std::unique_ptr<db::Repo> m_repo;
};

void tst_GettingStarted::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = openKitchen(m_folder->filePath(u"kitchen.sqlite"_s));
    QVERIFY(opened);
    m_connection = std::move(*opened);
    m_repo = std::make_unique<db::Repo>(*m_connection);
}

void tst_GettingStarted::cleanup()
{
    m_repo.reset();
    m_connection.reset();
}

void tst_GettingStarted::aRecipeIsStoredAndFoundWithItsCook()
{
    const auto added = addWithCook(*m_repo, u"Ada"_s, {{u"title"_s, u"Pea soup"_s}, {u"minutes"_s, u"25"_s}});
    QVERIFY(added);

    const db::Result<QList<Recipe>> found = quickRecipes(*m_repo, 30);
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().title, u"Pea soup"_s);
    QCOMPARE(found->first().cook->name, u"Ada"_s);
    QCOMPARE(quickRecipes(*m_repo, 20)->size(), 0);
}

void tst_GettingStarted::badInputBecomesErrorsOnTheFields()
{
    const db::Changeset<Recipe> changeset = recipeChangeset({}, {{u"title"_s, u"Pi"_s}, {u"minutes"_s, u"soon"_s}});

    QVERIFY(!changeset.isValid());
    QCOMPARE(changeset.errorsOn(&Recipe::title), QStringList{u"should be at least 3 character(s)"_s});
    QCOMPARE(changeset.errorsOn(&Recipe::minutes), QStringList{u"is invalid"_s});
    QCOMPARE(changeset.errorsOn(&Recipe::cookId), QStringList{u"can't be blank"_s});
}

void tst_GettingStarted::aTakenNameIsAnErrorOnTheField()
{
    QVERIFY(m_repo->insert(cookChangeset({}, {{u"name"_s, u"Ada"_s}})));

    const db::Result<Cook> again = m_repo->insert(cookChangeset({}, {{u"name"_s, u"Ada"_s}}));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(again.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
}

void tst_GettingStarted::aFailureInATransactionTakesEverythingBack()
{
    QVERIFY(!addWithCook(*m_repo, u"Ada"_s, {{u"title"_s, u"Pea soup"_s}, {u"minutes"_s, u"-1"_s}}));
    QCOMPARE(m_repo->count(db::from<Cook>()).value_or(-1), 0);
}

QTEST_GUILESS_MAIN(tst_GettingStarted)
#include "tst_getting_started.moc"
