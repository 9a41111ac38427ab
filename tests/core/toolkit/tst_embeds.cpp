// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/embed.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Home
{
    db::UuidId<Home> id;
    QString street;
    std::optional<QDate> since;

    static void describe(db::SchemaBuilder<Home> &schema)
    {
        schema.primaryKey("id", &Home::id);
        schema.field("street", &Home::street);
        schema.field("since", &Home::since);
    }
    static db::Changeset<Home> changeset(const Home &home, const db::Params &params)
    {
        return db::cast(home, params, {&Home::street, &Home::since}).validateRequired({&Home::street});
    }
};

struct Fee
{
    db::UuidId<Fee> id;
    QString name;
    db::Decimal amount;

    static void describe(db::SchemaBuilder<Fee> &schema)
    {
        schema.primaryKey("id", &Fee::id);
        schema.field("name", &Fee::name);
        schema.field("amount", &Fee::amount);
    }
    static db::Changeset<Fee> changeset(const Fee &fee, const db::Params &params)
    {
        return db::cast(fee, params, {&Fee::name, &Fee::amount}).validateNumber(&Fee::amount, {.greaterThan = 0});
    }
};

struct Member
{
    db::Id<Member> id;
    QString name;
    db::EmbedsOne<Home> home;
    db::EmbedsMany<Fee> fees;

    static void describe(db::SchemaBuilder<Member> &schema)
    {
        schema.table("members");
        schema.primaryKey("id", &Member::id);
        schema.field("name", &Member::name);
        schema.embedsOne("home", &Member::home).onReplace(db::OnReplace::Update);
        schema.embedsMany("fees", &Member::fees).onReplace(db::OnReplace::Delete);
    }
    static db::Changeset<Member> changeset(const Member &member, const db::Params &params)
    {
        return db::cast(member, params, {&Member::name}).castEmbed(&Member::home, Home::changeset).castEmbed(&Member::fees, Fee::changeset);
    }
};

QVariantMap fee(const QString &name, const QString &amount, const db::UuidId<Fee> &id = {})
{
    QVariantMap params{{u"name"_s, name}, {u"amount"_s, amount}};
    if (!id.isNull())
        params.insert(u"id"_s, id.value.toString(QUuid::WithoutBraces));
    return params;
}

} // namespace

/// Structs that live in a JSON column of another one.
class tst_Embeds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void embeddedValuesComeBackAsTheyWere();
    void theyAreMatchedByTheirId();
    void theirErrorsKeepTheirPath();
    void theyAreReplacedAsAWhole();
    void nothingIsWrittenWhenNothingChanges();
    void jsonThatIsSomethingElseIsUnreadable();

private:
    Member insertMember();

    std::optional<TestDatabase> m_db;
};

void tst_Embeds::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate({db::Migration{.change = [](db::SchemaChange &schema) {
                       schema.createTable("members", [](db::ColumnList &table) {
                           table.string("name");
                           table.text("home");
                           table.text("fees");
                       });
                   }}.identified(20260103000000, u"create_members"_s)});
}

Member tst_Embeds::insertMember()
{
    const db::Params params{{u"name"_s, u"Ada"_s},
                            {u"home"_s, QVariantMap{{u"street"_s, u"High Street"_s}, {u"since"_s, u"2024-02-29"_s}}},
                            {u"fees"_s, QVariantList{fee(u"entry"_s, u"2.50"_s), fee(u"year"_s, u"30"_s)}}};
    const auto member = m_db->repo.insert(Member::changeset({}, params));
    if (!member)
        qFatal("%s", reason(member).constData());
    return *member;
}

void tst_Embeds::embeddedValuesComeBackAsTheyWere()
{
    const Member inserted = insertMember();
    QVERIFY(!inserted.home->id.isNull());
    const Member read = *m_db->repo.fetch(inserted.id);
    QCOMPARE(read.home->id, inserted.home->id);
    QCOMPARE(read.home->since, std::optional(QDate(2024, 2, 29)));
    QCOMPARE(read.fees->size(), 2);
    QCOMPARE(read.fees->at(0).amount.toString(), u"2.50"_s);
    QCOMPARE(read.fees->at(1).id, inserted.fees->at(1).id);
    // Decimals are text, as Ecto writes them.
    QVERIFY(m_db->texts(u"SELECT fees FROM members"_s).first().contains(u"\"2.50\""));

    const auto plain = m_db->repo.insert(Member{.name = u"Bob"_s});
    QVERIFY2(plain, reason(plain).constData());
    QVERIFY(!m_db->repo.fetch(plain->id)->home);
    QVERIFY(m_db->repo.fetch(plain->id)->fees->isEmpty());
}

void tst_Embeds::theyAreMatchedByTheirId()
{
    const Member read = *m_db->repo.fetch(insertMember().id);
    const QVariantList fees{fee(u"year"_s, u"31"_s, read.fees->at(1).id), fee(u"late"_s, u"1"_s)};
    const auto updated = m_db->repo.update(Member::changeset(read, {{u"home"_s, QVariantMap{{u"street"_s, u"Low Street"_s}}}, {u"fees"_s, fees}}));
    QVERIFY2(updated, reason(updated).constData());
    const Member again = *m_db->repo.fetch(read.id);
    QCOMPARE(again.home->street, u"Low Street"_s);
    QCOMPARE(again.home->id, read.home->id);
    QCOMPARE(again.home->since, read.home->since);
    QCOMPARE(again.fees->size(), 2);
    QCOMPARE(again.fees->at(0).id, read.fees->at(1).id);
    QCOMPARE(again.fees->at(0).amount.toString(), u"31"_s);
    QVERIFY(!again.fees->at(1).id.isNull());
}

void tst_Embeds::theirErrorsKeepTheirPath()
{
    const auto changeset = Member::changeset({}, {{u"home"_s, QVariantMap{{u"street"_s, u""_s}}}, {u"fees"_s, QVariantList{fee(u"a"_s, u"1"_s), fee(u"b"_s, u"-1"_s)}}});
    QVERIFY(!changeset.isValid());
    QCOMPARE(changeset.core().errorsOn(u"home.street"), QStringList{u"can't be blank"_s});
    QCOMPARE(changeset.core().errorsOn(u"fees.1.amount"), QStringList{u"must be greater than 0"_s});
    const auto wrong = Member::changeset({}, {{u"fees"_s, u"none"_s}});
    QCOMPARE(wrong.core().errors().first().options.value(u"validation"_s), QVariant(u"embed"_s));
}

void tst_Embeds::theyAreReplacedAsAWhole()
{
    const Member read = *m_db->repo.fetch(insertMember().id);
    const auto updated = m_db->repo.update(db::change(read).putEmbed(&Member::fees, {Fee{.name = u"only"_s, .amount = 5}}));
    QVERIFY2(updated, reason(updated).constData());
    const Member again = *m_db->repo.fetch(read.id);
    QCOMPARE(again.fees->size(), 1);
    QCOMPARE(again.fees->at(0).name, u"only"_s);
    QCOMPARE(again.home->street, u"High Street"_s);
}

void tst_Embeds::nothingIsWrittenWhenNothingChanges()
{
    const Member read = *m_db->repo.fetch(insertMember().id);
    const auto changeset = Member::changeset(read, {{u"home"_s, QVariantMap{{u"street"_s, u"High Street"_s}}}});
    QVERIFY(!changeset.core().isChanged());
}

void tst_Embeds::jsonThatIsSomethingElseIsUnreadable()
{
    insertMember();
    m_db->execute(u"UPDATE members SET fees = '[{\"amount\": \"dear\"}]'"_s);
    QCOMPARE(m_db->repo.all(db::from<Member>()).error().kind, db::Error::Kind::Unreadable);
}

QTEST_GUILESS_MAIN(tst_Embeds)
#include "tst_embeds.moc"
