// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using db::col;
using db::from;
using Engine = db::DatabaseUrl::Engine;

namespace {

struct Member
{
    db::Id<Member> id;
    QString name;
    std::optional<QString> level; ///< by default "guest"
    std::optional<QString> shout; ///< computed from the name
    std::optional<qint64> edits; ///< counted by a trigger
    std::optional<QString> badge; ///< by default "none"

    static void describe(db::SchemaBuilder<Member> &schema)
    {
        schema.table("members");
        schema.primaryKey("id", &Member::id);
        schema.field("name", &Member::name);
        schema.field("level", &Member::level).readAfterWrites();
        schema.field("shout", &Member::shout).generated();
        schema.field("edits", &Member::edits).readAfterWrites();
        schema.field("badge", &Member::badge);
    }
};

/// The table and its trigger in each engine's own words.
QStringList definitions(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return {u"CREATE TABLE members (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, level TEXT DEFAULT 'guest', "
                "shout TEXT GENERATED ALWAYS AS (upper(name)) STORED, edits INTEGER DEFAULT 0, badge TEXT DEFAULT 'none')"_s,
                u"CREATE TRIGGER count_edits AFTER UPDATE OF name ON members BEGIN UPDATE members SET edits = edits + 1 WHERE id = new.id; END"_s};
    case Engine::Postgres:
        return {u"CREATE TABLE members (id bigserial PRIMARY KEY, name text NOT NULL, level text DEFAULT 'guest', "
                "shout text GENERATED ALWAYS AS (upper(name)) STORED, edits bigint DEFAULT 0, badge text DEFAULT 'none')"_s,
                u"CREATE FUNCTION count_edits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.edits = OLD.edits + 1; RETURN NEW; END $$"_s,
                u"CREATE TRIGGER count_edits BEFORE UPDATE OF name ON members FOR EACH ROW EXECUTE FUNCTION count_edits()"_s};
    case Engine::MariaDb:
        return {u"CREATE TABLE members (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(100) NOT NULL, level varchar(20) DEFAULT 'guest', "
                "shout varchar(100) GENERATED ALWAYS AS (upper(name)) STORED, edits bigint DEFAULT 0, badge varchar(20) DEFAULT 'none')"_s,
                u"CREATE TRIGGER count_edits BEFORE UPDATE ON members FOR EACH ROW SET NEW.edits = OLD.edits + (NEW.name <> OLD.name)"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

/// What the database makes of a row comes back with it.
class tst_Returning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void defaultsComeBackAfterAnInsert();
    void computedColumnsAndTriggersComeBackAfterAnUpdate();
    void whatIsGivenIsKept();
    void otherFieldsComeBackOnRequest();
    void anUpsertBringsTheStoredRow();
    void aGeneratedColumnIsNeverWritten();
    void manyChangedRowsComeBack();
    void manyRemovedRowsComeBack();
    void aRefusedWriteIsExplained();
    void aRowThatIsGoneIsStale();

private:
    db::Repo &repo() { return m_db->repo; }
    Member added(const QString &name);

    std::optional<TestDatabase> m_db;
};

void tst_Returning::init()
{
    m_db.emplace(TestDatabase::empty());
    for (const QString &definition : definitions(testedEngine()))
        m_db->execute(definition);
    m_db->execute(u"CREATE UNIQUE INDEX members_name_index ON members (name)"_s);
}

Member tst_Returning::added(const QString &name)
{
    const auto member = repo().insert(Member{.name = name});
    if (!member)
        qFatal("%s", reason(member).constData());
    return *member;
}

void tst_Returning::defaultsComeBackAfterAnInsert()
{
    const Member ada = added(u"Ada"_s);
    QVERIFY(!ada.id.isNull());
    QCOMPARE(ada.level, std::optional(u"guest"_s));
    QCOMPARE(ada.shout, std::optional(u"ADA"_s));
    QCOMPARE(ada.edits, std::optional<qint64>(0));
    QVERIFY(!ada.badge);
}

void tst_Returning::computedColumnsAndTriggersComeBackAfterAnUpdate()
{
    const Member ada = added(u"Ada"_s);
    const auto renamed = repo().update(db::change(ada).put(&Member::name, u"Bea"_s));
    QVERIFY2(renamed, reason(renamed).constData());
    QCOMPARE(renamed->shout, std::optional(u"BEA"_s));
    QCOMPARE(renamed->edits, std::optional<qint64>(1));
    QCOMPARE(repo().update(db::change(*renamed).put(&Member::name, u"Cea"_s))->edits, std::optional<qint64>(2));
}

void tst_Returning::whatIsGivenIsKept()
{
    const auto member = repo().insert(Member{.name = u"Ada"_s, .level = u"staff"_s});
    QVERIFY2(member, reason(member).constData());
    QCOMPARE(member->level, std::optional(u"staff"_s));
}

void tst_Returning::otherFieldsComeBackOnRequest()
{
    const auto member = repo().insert(Member{.name = u"Ada"_s}, {.returning = {&Member::badge}});
    QVERIFY2(member, reason(member).constData());
    QCOMPARE(member->badge, std::optional(u"none"_s));
    QVERIFY(repo().updateAll(from<Member>(), {db::set(&Member::badge, u"gold"_s)}));
    const auto renamed = repo().update(db::change(*member).put(&Member::name, u"Bea"_s), {.returning = db::Returning<Member>::all()});
    QVERIFY2(renamed, reason(renamed).constData());
    QCOMPARE(renamed->badge, std::optional(u"gold"_s));
    QCOMPARE(renamed->id, member->id);
}

void tst_Returning::anUpsertBringsTheStoredRow()
{
    const Member ada = added(u"Ada"_s);
    QVERIFY(repo().updateAll(from<Member>(), {db::set(&Member::badge, u"gold"_s)}));
    const auto again = repo().insert(Member{.name = u"Ada"_s, .level = u"staff"_s},
                                     {.onConflict = db::OnConflict<Member>::replace({&Member::level}),
                                      .conflictTarget = {&Member::name},
                                      .returning = db::Returning<Member>::all()});
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(again->id, ada.id);
    QCOMPARE(again->level, std::optional(u"staff"_s));
    QCOMPARE(again->badge, std::optional(u"gold"_s));
}

void tst_Returning::aGeneratedColumnIsNeverWritten()
{
    const auto member = repo().insert(Member{.name = u"Ada"_s, .shout = u"no"_s});
    QVERIFY2(member, reason(member).constData());
    QCOMPARE(member->shout, std::optional(u"ADA"_s));
    const auto many = repo().insertAll(QList<Member>{{.name = u"Bea"_s, .shout = u"no"_s}});
    QVERIFY2(many, reason(many).constData());
    const auto upserted = repo().insertAll(QList<Member>{{.name = u"Bea"_s}},
                                           {.onConflict = db::OnConflict<Member>::replaceAllExcept({&Member::id}), .conflictTarget = {&Member::name}});
    QVERIFY2(upserted, reason(upserted).constData());
    QCOMPARE((*repo().getBy(&Member::name, u"Bea"_s))->shout, std::optional(u"BEA"_s));
}

void tst_Returning::manyChangedRowsComeBack()
{
    for (const QString &name : {u"Ada"_s, u"Bea"_s, u"Cea"_s})
        added(name);
    const auto lastTwo = from<Member>().orderBy({db::desc(&Member::name)}).limit(2);
    auto changed = repo().updateAllReturning(lastTwo, {db::set(&Member::name, db::lower(col(&Member::name))), db::set(&Member::level, u"staff"_s)});
    QVERIFY2(changed, reason(changed).constData());
    std::sort(changed->begin(), changed->end(), [](const Member &left, const Member &right) { return left.name < right.name; });
    QCOMPARE(changed->size(), 2);
    QCOMPARE(changed->at(0).name, u"bea"_s);
    QCOMPARE(changed->at(0).level, std::optional(u"staff"_s));
    QCOMPARE(changed->at(1).shout, std::optional(u"CEA"_s));
    QCOMPARE(changed->at(1).edits, std::optional<qint64>(1));
    QCOMPARE(repo().updateAllReturning(from<Member>().where(&Member::name, u"nobody"_s), {db::set(&Member::level, u"x"_s)})->size(), 0);
}

void tst_Returning::manyRemovedRowsComeBack()
{
    for (const QString &name : {u"Ada"_s, u"Bea"_s, u"Cea"_s})
        added(name);
    const auto removed = repo().deleteAllReturning(from<Member>().where(col(&Member::name) > u"Ada"_s));
    QVERIFY2(removed, reason(removed).constData());
    QCOMPARE(removed->size(), 2);
    QCOMPARE(removed->first().level, std::optional(u"guest"_s));
    QCOMPARE(repo().all(from<Member>())->first().name, u"Ada"_s);
    QCOMPARE(repo().count(from<Member>()).value_or(-1), qint64(1));
}

void tst_Returning::aRefusedWriteIsExplained()
{
    added(u"Ada"_s);
    const Member bea = added(u"Bea"_s);
    const auto twin = repo().insert(db::change(Member{}).put(&Member::name, u"Ada"_s).uniqueConstraint(&Member::name));
    QVERIFY(!twin);
    QCOMPARE(twin.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
    const auto renamed = repo().update(db::change(bea).put(&Member::name, u"Ada"_s).uniqueConstraint(&Member::name));
    QVERIFY(!renamed);
    QCOMPARE(renamed.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
}

void tst_Returning::aRowThatIsGoneIsStale()
{
    const Member ada = added(u"Ada"_s);
    QVERIFY(repo().remove(ada));
    const auto renamed = repo().update(db::change(ada).put(&Member::name, u"Bea"_s));
    QCOMPARE(renamed.error().kind, db::Error::Kind::Stale);
}

QTEST_GUILESS_MAIN(tst_Returning)
#include "tst_returning.moc"
