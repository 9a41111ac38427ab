// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::from;
using db::pull;
using db::push;

namespace {

struct Walk
{
    db::Id<Walk> id;
    QString name;
    std::optional<QList<QString>> tags;
    QList<qint64> stops;
    QList<bool> answers;
    QList<db::Decimal> prices;
    QList<QUuid> guests;

    static void describe(db::SchemaBuilder<Walk> &schema)
    {
        schema.table("walks");
        schema.primaryKey("id", &Walk::id);
        schema.field("name", &Walk::name);
        schema.field("tags", &Walk::tags);
        schema.field("stops", &Walk::stops);
        schema.field("answers", &Walk::answers);
        schema.field("prices", &Walk::prices);
        schema.field("guests", &Walk::guests);
    }
};

void createWalks(db::SchemaChange &schema)
{
    schema.createTable("walks", [](db::ColumnList &columns) {
        columns.string("name").notNull();
        columns.array("tags", db::ColumnType::String);
        columns.array("stops", db::ColumnType::BigInteger);
        columns.array("answers", db::ColumnType::Boolean);
        columns.array("prices", db::ColumnType::Decimal);
        columns.array("guests", db::ColumnType::Uuid);
    });
}

} // namespace

/// updateAll() puts elements into lists and takes them out, without reading the rows.
class tst_ListUpdates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void anElementIsPutAtTheEnd();
    void allEqualElementsAreTakenOut();
    void aNullListBeginsWithWhatIsPushed();
    void aNullListStaysNullWhenPulled();
    void elementsKeepTheirType();
    void textsMeanThemselves();
    void otherRowsAreLeftAlone();

private:
    db::Repo &repo() { return m_db->repo; }
    Walk walk(const QString &name = u"Alps"_s);
    void update(const QList<db::Assignment> &assignments);

    std::optional<TestDatabase> m_db;
};

void tst_ListUpdates::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate({db::Migration{.change = createWalks}.identified(20260101000000, u"create_walks"_s)});
    QVERIFY(repo().insert(Walk{.name = u"Alps"_s, .tags = {{u"steep"_s, u"long"_s, u"steep"_s}}, .stops = {1, 9007199254740993}}));
    QVERIFY(repo().insert(Walk{.name = u"Fens"_s, .tags = std::nullopt, .stops = {1}}));
}

Walk tst_ListUpdates::walk(const QString &name)
{
    const auto found = repo().fetch(from<Walk>().where(&Walk::name, name));
    if (!found)
        qFatal("%s", qPrintable(found.error().message));
    return *found;
}

void tst_ListUpdates::update(const QList<db::Assignment> &assignments)
{
    const auto updated = repo().updateAll(from<Walk>().where(&Walk::name, u"Alps"_s), assignments);
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(*updated, qint64(1));
}

void tst_ListUpdates::anElementIsPutAtTheEnd()
{
    const auto updated = repo().updateAll(from<Walk>(), {push(&Walk::tags, u"sunny"_s), push(&Walk::stops, 7)});
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(*updated, qint64(2));
    QCOMPARE(*walk().tags, (QStringList{u"steep"_s, u"long"_s, u"steep"_s, u"sunny"_s}));
    QCOMPARE(walk().stops, (QList<qint64>{1, 9007199254740993, 7}));
}

void tst_ListUpdates::allEqualElementsAreTakenOut()
{
    const auto updated = repo().updateAll(from<Walk>(), {pull(&Walk::tags, u"steep"_s), pull(&Walk::stops, 1)});
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(*walk().tags, QStringList{u"long"_s});
    QCOMPARE(walk().stops, QList<qint64>{9007199254740993});
    QCOMPARE(walk(u"Fens"_s).stops, QList<qint64>());
}

void tst_ListUpdates::aNullListBeginsWithWhatIsPushed()
{
    QVERIFY(repo().updateAll(from<Walk>(), {push(&Walk::tags, u"flat"_s)}));
    QCOMPARE(*walk(u"Fens"_s).tags, QStringList{u"flat"_s});
}

void tst_ListUpdates::aNullListStaysNullWhenPulled()
{
    QVERIFY(repo().updateAll(from<Walk>(), {pull(&Walk::tags, u"flat"_s)}));
    QVERIFY(!walk(u"Fens"_s).tags);
}

void tst_ListUpdates::elementsKeepTheirType()
{
    const QUuid guest(u"01234567-89ab-cdef-0123-456789abcdef"_s);
    const db::Decimal price = *db::Decimal::fromString(u"12.50");
    update({push(&Walk::answers, true), push(&Walk::prices, price), push(&Walk::guests, guest)});
    update({push(&Walk::answers, false), push(&Walk::prices, db::Decimal(3)), push(&Walk::guests, QUuid::createUuid())});
    QCOMPARE(walk().answers, (QList<bool>{true, false}));
    QCOMPARE(walk().prices.first().toString(), u"12.50"_s);
    QCOMPARE(walk().guests.first(), guest);
    update({pull(&Walk::answers, false), pull(&Walk::prices, price), pull(&Walk::guests, guest)});
    QCOMPARE(walk().answers, QList<bool>{true});
    QCOMPARE(walk().prices, QList<db::Decimal>{db::Decimal(3)});
    QCOMPARE(walk().guests.size(), 1);
}

void tst_ListUpdates::textsMeanThemselves()
{
    const QStringList texts{u"a, b"_s, u"{}"_s, u"\"quoted\\\""_s, u""_s, u"NULL"_s, u"true"_s, u"ß 🎁"_s, u"[1]"_s, u"Long"_s};
    for (const QString &text : texts)
        update({push(&Walk::tags, text)});
    const QStringList before{u"steep"_s, u"long"_s, u"steep"_s};
    QCOMPARE(*walk().tags, QStringList(before + texts));
    for (const QString &text : texts)
        update({pull(&Walk::tags, text)});
    QCOMPARE(*walk().tags, before);
}

void tst_ListUpdates::otherRowsAreLeftAlone()
{
    update({push(&Walk::stops, 5)});
    QCOMPARE(walk(u"Fens"_s).stops, QList<qint64>{1});
}

QTEST_GUILESS_MAIN(tst_ListUpdates)
#include "tst_list_updates.moc"
