// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"
#include "tests/support/reason.h"
#include "tests/support/shop.h"
#include "tests/support/statement_count.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::from;
using shop::Address;
using shop::Customer;
using shop::Label;
using shop::Line;
using shop::Order;

/// Rows of associations are changed together with their owner.
class tst_RepoAssociations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void childrenAreInsertedWithTheirOwner();
    void childrenAreMatchedByTheirKey();
    void unchangedChildrenAreNoChange();
    void anInvalidChildMakesItsOwnerInvalid();
    void aConstraintOfAChildKeepsItsPath();
    void aFailingChildTakesEverythingBack();
    void rowsAreSortedAndDroppedByParameters();
    void aParameterOfTheWrongShapeIsAnError();
    void aChildNamedTwiceIsAnError();
    void aRequiredAssociationNeedsARow();
    void aChildMayAskToBeDeleted();
    void theOwnerOfABelongsToIsStoredFirst();
    void aBelongsToIsGivenUp();
    void aToOneIsUpdatedInPlace();
    void manyToManyRowsAreMadeAndJoined();
    void rowsThatWouldBeLostAreRefusedUnlessDescribed();
    void aForbiddenReplacementCanBeAnError();
    void anAssociationMustBeLoadedToBeChanged();
    void aForeignChangeOfChildrenIsStale();
    void childrenAreClearedBeforeTheirOwner();
    void rowsThroughOthersAreNotChanged();

private:
    db::Repo &repo() { return m_db->repo; }
    Order insertOrder(const QVariantList &lines);
    Order stored(db::Id<Order> id);
    static QVariantMap line(const QString &product, int quantity, qint64 id = 0);
    static QStringList products(const Order &order);

    std::optional<TestDatabase> m_db;
};

void tst_RepoAssociations::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate(shop::migrations());
}

QVariantMap tst_RepoAssociations::line(const QString &product, int quantity, qint64 id)
{
    QVariantMap params{{u"product"_s, product}, {u"quantity"_s, quantity}};
    if (id != 0)
        params.insert(u"id"_s, id);
    return params;
}

Order tst_RepoAssociations::insertOrder(const QVariantList &lines)
{
    const auto order = repo().insert(Order::changeset({}, {{u"number"_s, u"A-1"_s}, {u"lines"_s, lines}}));
    if (!order)
        qFatal("%s", reason(order).constData());
    return *order;
}

Order tst_RepoAssociations::stored(db::Id<Order> id)
{
    Order order = *repo().fetch(id);
    if (!repo().preload(order, &Order::lines) || !repo().preload(order, &Order::address) || !repo().preload(order, &Order::labels)
        || !repo().preload(order, &Order::customer))
        qFatal("The associations of an order cannot be loaded");
    return order;
}

QStringList tst_RepoAssociations::products(const Order &order)
{
    QStringList products;
    for (const Line &line : *order.lines)
        products.append(line.product);
    return products;
}

void tst_RepoAssociations::childrenAreInsertedWithTheirOwner()
{
    const Order order = insertOrder({line(u"tea"_s, 1), line(u"milk"_s, 2)});
    QCOMPARE(products(order), (QStringList{u"tea"_s, u"milk"_s}));
    QVERIFY(!order.lines->at(1).id.isNull());
    const Order read = stored(order.id);
    QCOMPARE(products(read), (QStringList{u"tea"_s, u"milk"_s}));
    QCOMPARE(read.lines->at(1).orderId, std::optional(order.id));
    QCOMPARE(read.lines->at(1).place, qint64(1));
    QCOMPARE(read.lines->at(1).source, u"order"_s);
}

void tst_RepoAssociations::childrenAreMatchedByTheirKey()
{
    const Order order = stored(insertOrder({line(u"tea"_s, 1), line(u"milk"_s, 2)}).id);
    const qint64 milk = order.lines->at(1).id.value;
    const QVariantList lines{line(u"oat milk"_s, 3, milk), line(u"sugar"_s, 1), line(u"salt"_s, 1, 4711)};
    const auto updated = repo().update(Order::changeset(order, {{u"lines"_s, lines}}));
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(products(*updated), (QStringList{u"oat milk"_s, u"sugar"_s, u"salt"_s}));
    const Order read = stored(order.id);
    QCOMPARE(products(read), (QStringList{u"oat milk"_s, u"sugar"_s, u"salt"_s}));
    QCOMPARE(read.lines->at(0).id.value, milk);
    QVERIFY(read.lines->at(2).id.value != 4711);
    QCOMPARE(repo().count(from<Line>()).value_or(-1), qint64(3));
}

void tst_RepoAssociations::unchangedChildrenAreNoChange()
{
    const Order order = stored(insertOrder({line(u"tea"_s, 1)}).id);
    const auto changeset = Order::changeset(order, {{u"lines"_s, QVariantList{line(u"tea"_s, 1, order.lines->at(0).id.value)}}});
    QVERIFY(!changeset.changes(&Order::lines));
    const StatementCount count;
    QVERIFY(repo().update(changeset));
    QCOMPARE(count.value(), 0);
}

void tst_RepoAssociations::anInvalidChildMakesItsOwnerInvalid()
{
    const auto changeset = Order::changeset({}, {{u"lines"_s, QVariantList{line(u"tea"_s, 1), line(u"milk"_s, 1), line(u""_s, -1)}}});
    QVERIFY(!changeset.isValid());
    QCOMPARE(changeset.core().errorsOn(u"lines.2.quantity"), QStringList{u"must be greater than 0"_s});
    const auto texts = changeset.core().traverseErrors([](const db::FieldError &error) { return error.text(); });
    QCOMPARE(texts.keys(), (QStringList{u"lines.2.product"_s, u"lines.2.quantity"_s, u"number"_s}));
    const auto refused = repo().insert(changeset);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(repo().count(from<Order>()).value_or(-1), qint64(0));
}

void tst_RepoAssociations::aConstraintOfAChildKeepsItsPath()
{
    const auto refused = repo().insert(Order::changeset({}, {{u"number"_s, u"A-1"_s}, {u"lines"_s, QVariantList{line(u"tea"_s, 1), line(u"tea"_s, 2)}}}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().changeset->errorsOn(u"lines.1.product"), QStringList{u"has already been taken"_s});
    QCOMPARE(repo().count(from<Order>()).value_or(-1), qint64(0));
    QCOMPARE(repo().count(from<Line>()).value_or(-1), qint64(0));
}

void tst_RepoAssociations::aFailingChildTakesEverythingBack()
{
    const Order order = stored(insertOrder({line(u"tea"_s, 1), line(u"milk"_s, 1)}).id);
    const QVariantList lines{line(u"coffee"_s, 1, order.lines->at(0).id.value), line(u"coffee"_s, 1, order.lines->at(1).id.value)};
    const auto refused = repo().update(Order::changeset(order, {{u"number"_s, u"B-2"_s}, {u"lines"_s, lines}}));
    QVERIFY(!refused);
    QVERIFY(!refused.error().changeset->errorsOn(u"lines.1.product").isEmpty());
    QCOMPARE(stored(order.id).number, u"A-1"_s);
    QCOMPARE(products(stored(order.id)), (QStringList{u"tea"_s, u"milk"_s}));
}

void tst_RepoAssociations::rowsAreSortedAndDroppedByParameters()
{
    const QVariantMap lines{{u"0"_s, line(u"tea"_s, 1)}, {u"10"_s, line(u"salt"_s, 1)}, {u"2"_s, line(u"milk"_s, 1)}};
    const auto asProducts = [](const db::Changeset<Order> &changeset) { return products(changeset.applied()); };
    QCOMPARE(asProducts(Order::changeset({}, {{u"lines"_s, lines}})), (QStringList{u"tea"_s, u"milk"_s, u"salt"_s}));
    const db::Params sorted{{u"lines"_s, lines}, {u"lines_sort"_s, QVariantList{u"10"_s, u"new"_s, u"0"_s}}, {u"lines_drop"_s, QVariantList{u"2"_s}}};
    QCOMPARE(asProducts(Order::changeset({}, sorted)), (QStringList{u"salt"_s, QString(), u"tea"_s}));
}

void tst_RepoAssociations::aParameterOfTheWrongShapeIsAnError()
{
    for (const QVariant &wrong : {QVariant(u"tea"_s), QVariant(QVariantList{u"tea"_s})}) {
        const auto changeset = Order::changeset({}, {{u"number"_s, u"A"_s}, {u"lines"_s, wrong}});
        QCOMPARE(changeset.errorsOn(&Order::lines), QStringList{u"is invalid"_s});
        QCOMPARE(changeset.core().errors().first().options.value(u"validation"_s), QVariant(u"assoc"_s));
    }
}

void tst_RepoAssociations::aChildNamedTwiceIsAnError()
{
    const Order order = stored(insertOrder({line(u"tea"_s, 1)}).id);
    const qint64 tea = order.lines->at(0).id.value;
    const auto changeset = Order::changeset(order, {{u"lines"_s, QVariantList{line(u"a"_s, 1, tea), line(u"b"_s, 1, tea)}}});
    QCOMPARE(changeset.core().errorsOn(u"lines.1.id"), QStringList{u"has already been taken"_s});
}

void tst_RepoAssociations::aRequiredAssociationNeedsARow()
{
    const auto required = [](const Order &order, const db::Params &params) {
        return db::cast(order, params, {}).castAssoc(&Order::lines, Line::changeset, {.isRequired = true});
    };
    QCOMPARE(required({}, {}).errorsOn(&Order::lines), QStringList{u"can't be blank"_s});
    QCOMPARE(required({}, {{u"lines"_s, QVariantList()}}).errorsOn(&Order::lines), QStringList{u"can't be blank"_s});
    QVERIFY(required({}, {{u"lines"_s, QVariantList{line(u"tea"_s, 1)}}}).isValid());
    const Order order = stored(insertOrder({line(u"tea"_s, 1)}).id);
    QVERIFY(required(order, {}).isValid());
    QCOMPARE(required(order, {{u"lines"_s, QVariantList()}}).errorsOn(&Order::lines), QStringList{u"can't be blank"_s});
}

void tst_RepoAssociations::aChildMayAskToBeDeleted()
{
    const Order order = stored(insertOrder({line(u"tea"_s, 1), line(u"milk"_s, 1)}).id);
    const auto child = [](const Line &line, const db::Params &params) {
        const auto changeset = db::cast(line, params, {&Line::product});
        return params.value(u"delete"_s).toBool() ? changeset.action(db::ChangesetCore::Action::Delete) : changeset;
    };
    const QVariantList lines{QVariantMap{{u"id"_s, order.lines->at(0).id.value}, {u"delete"_s, true}}, QVariantMap{{u"id"_s, order.lines->at(1).id.value}}};
    const auto updated = repo().update(db::cast(order, {{u"lines"_s, lines}}, {}).castAssoc(&Order::lines, child));
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(products(*updated), QStringList{u"milk"_s});
    QCOMPARE(products(stored(order.id)), QStringList{u"milk"_s});
}

void tst_RepoAssociations::theOwnerOfABelongsToIsStoredFirst()
{
    const auto customer = db::change(Customer{}).put(&Customer::name, u"Ada"_s);
    const auto order = repo().insert(db::change(Order{}).put(&Order::number, u"A-1"_s).putAssoc(&Order::customer, customer));
    QVERIFY2(order, reason(order).constData());
    QVERIFY(order->customerId);
    QCOMPARE(order->customer->id, *order->customerId);
    QCOMPARE(stored(order->id).customer->name, u"Ada"_s);
}

void tst_RepoAssociations::aBelongsToIsGivenUp()
{
    const auto order = repo().insert(db::change(Order{}).put(&Order::number, u"A-1"_s).putAssoc(&Order::customer, Customer{.name = u"Ada"_s}));
    QVERIFY2(order, reason(order).constData());
    const auto updated = repo().update(db::change(*order).putAssoc(&Order::customer, std::nullopt));
    QVERIFY2(updated, reason(updated).constData());
    QVERIFY(!updated->customerId);
    QVERIFY(!stored(order->id).customer);
    QCOMPARE(repo().count(from<Customer>()).value_or(-1), qint64(1));
}

void tst_RepoAssociations::aToOneIsUpdatedInPlace()
{
    const auto cast = [](const Order &order, const QString &street) {
        return db::cast(order, {{u"number"_s, u"A-1"_s}, {u"address"_s, QVariantMap{{u"street"_s, street}}}}, {&Order::number})
            .castAssoc(&Order::address, Address::changeset);
    };
    const auto order = repo().insert(cast({}, u"High Street"_s));
    QVERIFY2(order, reason(order).constData());
    const Order read = stored(order->id);
    const auto moved = repo().update(cast(read, u"Low Street"_s));
    QVERIFY2(moved, reason(moved).constData());
    QCOMPARE(stored(order->id).address->street, u"Low Street"_s);
    QCOMPARE(stored(order->id).address->id, read.address->id);
    QCOMPARE(cast(read, u""_s).core().errorsOn(u"address.street"), QStringList{u"can't be blank"_s});
}

void tst_RepoAssociations::manyToManyRowsAreMadeAndJoined()
{
    const Label urgent = *repo().insert(Label{.name = u"urgent"_s});
    Order order = insertOrder({});
    QVERIFY(repo().preload(order, &Order::labels));
    const auto labelled = repo().update(db::change(order).putAssoc(&Order::labels, {urgent, Label{.name = u"gift"_s}, urgent}));
    QVERIFY2(labelled, reason(labelled).constData());
    QCOMPARE(labelled->labels->size(), 2);
    QVERIFY(!labelled->labels->at(1).id.isNull());
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(2));

    const auto parted = repo().update(db::change(*labelled).putAssoc(&Order::labels, {labelled->labels->at(1)}));
    QVERIFY2(parted, reason(parted).constData());
    const Order read = stored(order.id);
    QCOMPARE(read.labels->size(), 1);
    QCOMPARE(read.labels->at(0).name, u"gift"_s);
    QCOMPARE(repo().count(from<Label>()).value_or(-1), qint64(2));

    const auto twin = repo().update(db::cast(read, {{u"labels"_s, QVariantList{QVariantMap{{u"name"_s, u"urgent"_s}}}}}, {}).castAssoc(&Order::labels, Label::changeset));
    QVERIFY(!twin);
    QCOMPARE(twin.error().changeset->errorsOn(u"labels.0.name"), QStringList{u"has already been taken"_s});
}

void tst_RepoAssociations::rowsThatWouldBeLostAreRefusedUnlessDescribed()
{
    Customer ada = *repo().insert(Customer{.name = u"Ada"_s});
    const auto order = repo().insert(Order{.number = u"A-1"_s, .customerId = ada.id});
    QVERIFY2(order, reason(order).constData());
    QVERIFY(repo().preload(ada, &Customer::orders));
    const auto refused = repo().update(db::change(ada).putAssoc(&Customer::orders, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().subject, u"orders"_s);
}

namespace {

struct Strict
{
    db::Id<Strict> id;
    QString number;
    db::HasMany<Line> lines;

    static void describe(db::SchemaBuilder<Strict> &schema)
    {
        schema.table("orders");
        schema.primaryKey("id", &Strict::id);
        schema.field("number", &Strict::number);
        schema.hasMany("lines", &Strict::lines, "order_id").onReplace(db::OnReplace::MarkAsInvalid).onRemove(db::OnRemove::NilifyAll);
    }
};

struct Generous
{
    db::Id<Generous> id;
    QString number;
    db::HasMany<Line> lines;

    static void describe(db::SchemaBuilder<Generous> &schema)
    {
        schema.table("orders");
        schema.primaryKey("id", &Generous::id);
        schema.field("number", &Generous::number);
        schema.hasMany("lines", &Generous::lines, "order_id").onReplace(db::OnReplace::Nilify).onRemove(db::OnRemove::DeleteAll);
    }
};

} // namespace

void tst_RepoAssociations::aForbiddenReplacementCanBeAnError()
{
    const Order order = insertOrder({line(u"tea"_s, 1)});
    Strict strict = *repo().fetch(db::Id<Strict>{order.id.value});
    QVERIFY(repo().preload(strict, &Strict::lines));
    QCOMPARE(db::change(strict).putAssoc(&Strict::lines, {}).errorsOn(&Strict::lines), QStringList{u"is invalid"_s});

    Generous generous = *repo().fetch(db::Id<Generous>{order.id.value});
    QVERIFY(repo().preload(generous, &Generous::lines));
    const auto given = repo().update(db::change(generous).putAssoc(&Generous::lines, {}));
    QVERIFY2(given, reason(given).constData());
    QVERIFY(given->lines->isEmpty());
    QVERIFY(!repo().fetch(order.lines->at(0).id)->orderId);
}

void tst_RepoAssociations::anAssociationMustBeLoadedToBeChanged()
{
    const Order order = *repo().fetch(insertOrder({line(u"tea"_s, 1)}).id);
    const auto refused = repo().update(Order::changeset(order, {{u"lines"_s, QVariantList()}}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().subject, u"lines"_s);
    QVERIFY(repo().update(Order::changeset(order, {{u"number"_s, u"A-2"_s}})));
}

void tst_RepoAssociations::aForeignChangeOfChildrenIsStale()
{
    const Order order = stored(insertOrder({line(u"tea"_s, 1)}).id);
    QVERIFY(repo().insert(Line{.orderId = order.id, .product = u"milk"_s, .quantity = 1}));
    const auto refused = repo().update(Order::changeset(order, {{u"lines"_s, QVariantList()}}).checkUnchanged());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Stale);
    QCOMPARE(repo().count(from<Line>()).value_or(-1), qint64(2));
}

void tst_RepoAssociations::childrenAreClearedBeforeTheirOwner()
{
    const Order first = insertOrder({line(u"tea"_s, 1)});
    const auto removed = repo().remove(*repo().fetch(db::Id<Strict>{first.id.value}));
    QVERIFY2(removed, reason(removed).constData());
    QVERIFY(!repo().fetch(first.lines->at(0).id)->orderId);
    const Order second = insertOrder({line(u"milk"_s, 1)});
    QVERIFY(repo().remove(*repo().fetch(db::Id<Generous>{second.id.value})));
    QCOMPARE(repo().count(from<Line>()).value_or(-1), qint64(1));
}

void tst_RepoAssociations::rowsThroughOthersAreNotChanged()
{
    const auto stored = repo().insert(db::change(library::Author{.name = u"Ada"_s}).putAssoc(&library::Author::genres, {}));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, db::Error::Kind::Refused);
    QCOMPARE(stored.error().subject, u"genres"_s);
}

QTEST_GUILESS_MAIN(tst_RepoAssociations)
#include "tst_repo_associations.moc"
