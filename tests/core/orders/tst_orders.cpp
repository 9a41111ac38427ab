// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/orders/orders.h"
#include "core/orders/place_order.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"

#include <QTest>

using accounts::User;
using db::Decimal;
using orders::Order;
using orders::OrderItem;
using orders::OrderLine;
using orders::Orders;
using orders::Product;

namespace {

Decimal decimal(const char *text)
{
    return Decimal::fromString(QString::fromLatin1(text)).value();
}

} // namespace

class tst_Orders : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void anOrderTakesItsItemsFromStock();
    void moneyIsExact();
    void badItemsFailTheirStep_data();
    void badItemsFailTheirStep();
    void stockThatDoesNotSufficeIsSaidOnTheQuantity();
    void oneProductInTwoLinesIsCountedTogether();
    void unknownUsersFailTheFirstStep();
    void theStepsAreKnownBeforehand();
    void productsAreChecked_data();
    void productsAreChecked();
    void productsAreListedByName();
    void aUserWithOrdersIsNotDeleted();

private:
    int stock(const Product &product) { return must(m_database->repo.fetch(product.id)).stock; }
    void verifyNothingHappened()
    {
        QCOMPARE(m_database->texts(u"SELECT count(*) FROM orders"_qs), QStringList{u"0"_qs});
        QCOMPARE(m_database->texts(u"SELECT count(*) FROM order_items"_qs), QStringList{u"0"_qs});
        QCOMPARE(stock(m_mug), 5);
        QCOMPARE(stock(m_bell), 1);
    }

    std::unique_ptr<TestDatabase> m_database;
    User m_ada;
    Product m_mug;
    Product m_bell;
};

void tst_Orders::init()
{
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    m_ada = Builders(m_database->repo).user(u"ada"_qs);
    Orders orders(m_database->repo);
    m_mug = must(orders.createProduct({{u"name"_qs, u"Mug"_qs}, {u"sku"_qs, u"M-1"_qs}, {u"price"_qs, u"12.50"_qs}, {u"stock"_qs, 5}}));
    m_bell = must(orders.createProduct({{u"name"_qs, u"Bell"_qs}, {u"sku"_qs, u"B-1"_qs}, {u"price"_qs, u"0.10"_qs}, {u"stock"_qs, u"1"_qs}}));
}

void tst_Orders::anOrderTakesItsItemsFromStock()
{
    Orders orders(m_database->repo);
    const Order order = must(orders.createOrder(m_ada.id, {{m_mug.id, 2, *m_mug.price}, {m_bell.id, 1, *m_bell.price}}));
    QCOMPARE(order.status, orders::OrderStatus::Pending);
    QCOMPARE(order.total, decimal("25.10"));
    QCOMPARE(order.items->size(), 2);
    QCOMPARE(stock(m_mug), 3);
    QCOMPARE(stock(m_bell), 0);

    const Order stored = must(orders.fetchOrder(order.id));
    QCOMPARE(stored.total, decimal("25.10"));
    QCOMPARE(stored.userId, m_ada.id);
    QCOMPARE(stored.items->first().product->name, u"Mug"_qs);
    QCOMPARE(stored.items->first().quantity, 2);
    QCOMPARE(orders.fetchOrder({99}).error().kind, db::Error::Kind::NotFound);
}

void tst_Orders::moneyIsExact()
{
    const Order order = must(Orders(m_database->repo).createOrder(m_ada.id, {{m_mug.id, 3, decimal("0.10")}, {m_mug.id, 1, decimal("9999999999.69")}}));
    QCOMPARE(order.total->toString(), u"9999999999.99"_qs);
    QCOMPARE(must(m_database->repo.fetch(order.id)).total->toString(), u"9999999999.99"_qs);
}

void tst_Orders::badItemsFailTheirStep_data()
{
    QTest::addColumn<qint64>("product");
    QTest::addColumn<int>("quantity");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("error");
    QTest::newRow("none of it") << qint64(1) << 0 << u"1"_qs << u"quantity"_qs << u"must be greater than 0"_qs;
    QTest::newRow("less than none") << qint64(1) << -1 << u"1"_qs << u"quantity"_qs << u"must be greater than 0"_qs;
    QTest::newRow("negative price") << qint64(1) << 1 << u"-0.01"_qs << u"unit_price"_qs << u"must be greater than or equal to 0"_qs;
    QTest::newRow("unknown product") << qint64(99) << 1 << u"1"_qs << u"product_id"_qs << u"does not exist"_qs;
}

void tst_Orders::badItemsFailTheirStep()
{
    QFETCH(qint64, product);
    QFETCH(int, quantity);
    QFETCH(QString, price);
    QFETCH(QString, field);
    QFETCH(QString, error);
    const auto refused = Orders(m_database->repo).createOrder(m_ada.id, {{m_bell.id, 1, *m_bell.price}, {{product}, quantity, *Decimal::fromString(price)}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(refused.error().subject, u"order_items"_qs);
    QCOMPARE(refused.error().changeset->errorsOn(field), QStringList{error});
    verifyNothingHappened();
}

void tst_Orders::stockThatDoesNotSufficeIsSaidOnTheQuantity()
{
    const auto refused = Orders(m_database->repo).createOrder(m_ada.id, {{m_bell.id, 1, *m_bell.price}, {m_mug.id, 6, *m_mug.price}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().subject, u"inventory"_qs);
    QCOMPARE(refused.error().changeset->errorsOn(u"quantity"), QStringList{u"only 5 left"_qs});
    verifyNothingHappened();
}

void tst_Orders::oneProductInTwoLinesIsCountedTogether()
{
    const auto refused = Orders(m_database->repo).createOrder(m_ada.id, {{m_mug.id, 3, *m_mug.price}, {m_mug.id, 3, *m_mug.price}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().changeset->errorsOn(u"quantity"), QStringList{u"only 2 left"_qs});
    verifyNothingHappened();
}

void tst_Orders::unknownUsersFailTheFirstStep()
{
    const auto refused = Orders(m_database->repo).createOrder({99}, {{m_mug.id, 1, *m_mug.price}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().subject, u"order"_qs);
    QCOMPARE(refused.error().changeset->errorsOn(u"user_id"), QStringList{u"does not exist"_qs});
    verifyNothingHappened();
}

void tst_Orders::theStepsAreKnownBeforehand()
{
    QStringList steps;
    const db::Multi multi = orders::placeOrder(m_ada.id, {});
    for (const db::Multi::Operation &operation : multi.operations())
        steps.append(operation.name);
    QCOMPARE(steps, (QStringList{u"order"_qs, u"order_items"_qs, u"inventory"_qs, u"update_total"_qs}));
}

void tst_Orders::productsAreChecked_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("error");
    QTest::newRow("blank name") << u"name"_qs << QVariant(u" "_qs) << u"can't be blank"_qs;
    QTest::newRow("no price") << u"price"_qs << QVariant() << u"can't be blank"_qs;
    QTest::newRow("taken number") << u"sku"_qs << QVariant(u"M-1"_qs) << u"has already been taken"_qs;
    QTest::newRow("negative price") << u"price"_qs << QVariant(u"-1"_qs) << u"must be greater than or equal to 0"_qs;
    QTest::newRow("comma in the price") << u"price"_qs << QVariant(u"1,50"_qs) << u"is invalid"_qs;
    QTest::newRow("negative stock") << u"stock"_qs << QVariant(-1) << u"must be greater than or equal to 0"_qs;
    QTest::newRow("half a piece") << u"stock"_qs << QVariant(u"1.5"_qs) << u"is invalid"_qs;
}

void tst_Orders::productsAreChecked()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QString, error);
    QVariantMap params{{u"name"_qs, u"Hat"_qs}, {u"sku"_qs, u"H-1"_qs}, {u"price"_qs, u"24.00"_qs}, {u"stock"_qs, 5}};
    params[field] = value;
    const auto refused = Orders(m_database->repo).createProduct(params);
    QVERIFY(!refused);
    QCOMPARE(refused.error().changeset->errorsOn(field), QStringList{error});
}

void tst_Orders::productsAreListedByName()
{
    const QList<Product> products = must(Orders(m_database->repo).listProducts());
    QCOMPARE(products.size(), 2);
    QCOMPARE(products.first().name, u"Bell"_qs);
    QCOMPARE(products.last().price->toString(), u"12.50"_qs);
}

void tst_Orders::aUserWithOrdersIsNotDeleted()
{
    must(Orders(m_database->repo).createOrder(m_ada.id, {{m_mug.id, 1, *m_mug.price}}));
    const auto refused = m_database->repo.remove(db::change(m_ada).noAssocConstraint());
    QCOMPARE(refused.error().changeset->errorsOn(u"id"), QStringList{u"are still associated with this entry"_qs});
}

QTEST_GUILESS_MAIN(tst_Orders)
#include "tst_orders.moc"
