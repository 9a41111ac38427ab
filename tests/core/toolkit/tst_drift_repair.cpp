// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/drift_repair.h"
#include "core/toolkit/schema.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Berry;

struct Bush
{
    db::Id<Bush> id;
    QString name;
    bool isWild = true;
    std::optional<int> height;
    db::ManyToMany<Berry> berries;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Bush> &schema)
    {
        schema.table("bushes");
        schema.primaryKey("id", &Bush::id);
        schema.field("name", &Bush::name);
        schema.field("is_wild", &Bush::isWild);
        schema.field("height", &Bush::height);
        schema.manyToMany("berries", &Bush::berries, "berries_bushes", "bush_id", "berry_id");
        schema.timestamps(&Bush::insertedAt, &Bush::updatedAt);
    }
};

struct Berry
{
    db::UuidId<Berry> id;
    db::Decimal price;
    db::Id<Bush> bushId;
    db::BelongsTo<Bush> bush;

    static void describe(db::SchemaBuilder<Berry> &schema)
    {
        schema.table("berries");
        schema.primaryKey("id", &Berry::id);
        schema.field("price", &Berry::price);
        schema.belongsTo("bush", &Berry::bush, "bush_id", &Berry::bushId);
    }
};

/// The berries first, though they refer to bushes.
QList<const db::Schema *> garden()
{
    return {&db::schemaOf<Berry>(), &db::schemaOf<Bush>()};
}

} // namespace

/// What mends a database that is not as its schemas say.
class tst_DriftRepair : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init() { m_database.emplace(TestDatabase::empty()); }

    void anEmptyDatabaseGetsAllTables();
    void missingColumnsAreAddedAboveRows();
    void aColumnOfAnotherTypeIsModified();
    void whatIsNotDeclaredIsNeverDroppedUnasked();
    void whatNothingMendsIsTold();

private:
    QList<db::DriftRepair> repairs() const;
    /// Carries out what loses nothing.
    void mend();

    std::optional<TestDatabase> m_database;
};

QList<db::DriftRepair> tst_DriftRepair::repairs() const
{
    const auto catalogue = db::readCatalogue(*m_database->connection);
    if (!catalogue)
        qFatal("%s", reason(catalogue).constData());
    return db::driftRepairs(garden(), *catalogue, m_database->connection->dialect());
}

void tst_DriftRepair::mend()
{
    const QList<db::DriftRepair> found = repairs();
    for (const db::DriftRepair &repair : found) {
        if (!repair.operation || repair.losesData)
            continue;
        const auto statements = m_database->connection->dialect().definition({*repair.operation});
        QVERIFY2(statements, reason(statements).constData());
        for (const QString &sql : *statements)
            m_database->execute(sql);
    }
}

void tst_DriftRepair::anEmptyDatabaseGetsAllTables()
{
    QCOMPARE(repairs().size(), 3);
    mend();
    QCOMPARE(repairs().size(), 0);
}

void tst_DriftRepair::missingColumnsAreAddedAboveRows()
{
    mend();
    m_database->execute(u"INSERT INTO bushes (name, is_wild, inserted_at, updated_at) VALUES ('a', %1, '2026-01-01 00:00:00', '2026-01-01 00:00:00')"_s.arg(testedEngine() == db::DatabaseUrl::Engine::Postgres ? u"true" : u"1"));
    for (const QString &column : {u"name"_s, u"is_wild"_s, u"height"_s})
        m_database->execute(u"ALTER TABLE bushes DROP COLUMN "_s + column);
    const QList<db::DriftRepair> found = repairs();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().reasons.size(), 3);
    mend();
    QCOMPARE(repairs().size(), 0);
    QCOMPARE(m_database->texts(u"SELECT name FROM bushes"_s), QStringList(QString()));
}

void tst_DriftRepair::aColumnOfAnotherTypeIsModified()
{
    mend();
    m_database->execute(u"ALTER TABLE bushes DROP COLUMN height"_s);
    m_database->execute(u"ALTER TABLE bushes ADD COLUMN height varchar(20) DEFAULT '7'"_s);
    const QList<db::DriftRepair> found = repairs();
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().remark.contains(u"the default of height, '7'"), qPrintable(found.first().remark));
    const auto &alteration = std::get<db::AlterTable>(*found.first().operation);
    QCOMPARE(alteration.changes.size(), 1);
    QCOMPARE(alteration.changes.first().kind, db::ColumnChange::Kind::Modify);
    QCOMPARE(alteration.changes.first().column.type, db::ColumnType::Integer);
    QCOMPARE(alteration.changes.first().column.before->type, db::ColumnType::String);
    QCOMPARE(alteration.changes.first().column.before->length, 20);
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        return; // which makes the table anew: see the tests of alterations
    mend();
    QCOMPARE(repairs().size(), 0);
}

void tst_DriftRepair::whatIsNotDeclaredIsNeverDroppedUnasked()
{
    mend();
    m_database->execute(u"CREATE TABLE notes (a int)"_s);
    m_database->execute(u"ALTER TABLE bushes ADD COLUMN note int"_s);
    const QList<db::DriftRepair> found = repairs();
    QCOMPARE(found.size(), 2);
    QVERIFY(found.first().losesData && found.last().losesData);
    QVERIFY(std::holds_alternative<db::AlterTable>(*found.first().operation));
    QVERIFY(std::holds_alternative<db::DropTable>(*found.last().operation));
}

void tst_DriftRepair::whatNothingMendsIsTold()
{
    mend();
    m_database->execute(u"DROP TABLE berries_bushes"_s);
    m_database->execute(u"DROP TABLE berries"_s);
    m_database->execute(u"CREATE TABLE berries (id %1 NOT NULL, price decimal(8,2) NOT NULL, bush_id bigint NOT NULL, PRIMARY KEY (bush_id))"_s.arg(testedEngine() == db::DatabaseUrl::Engine::Postgres ? u"uuid" : u"binary(16)"));
    const QList<db::DriftRepair> found = repairs();
    QCOMPARE(found.size(), 2); // the join table is the other one
    QVERIFY(!found.last().operation);
    QCOMPARE(found.last().reasons.first().kind, db::Drift::Kind::PrimaryKey);
}

QTEST_GUILESS_MAIN(tst_DriftRepair)
#include "tst_drift_repair.moc"
