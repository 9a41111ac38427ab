// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/orders/order.h"
#include "core/orders/product.h"
#include "core/sample/community_builder.h"

using orders::Order;
using orders::OrderItem;
using orders::OrderStatus;
using orders::Product;

namespace sample {

namespace {

struct Offer
{
    QString name;
    QString price;
};

const QList<Offer> &offers()
{
    static const QList<Offer> all{
        {u"Enamel mug"_qs, u"12.50"_qs}, {u"Sticker sheet"_qs, u"2.90"_qs}, {u"Tote bag"_qs, u"9.00"_qs}, {u"Meadow seed mix, 20 g"_qs, u"4.20"_qs}, {u"Pocket notebook"_qs, u"5.40"_qs}, {u"Wool beanie"_qs, u"24.00"_qs}, {u"The members' cookbook"_qs, u"18.90"_qs}, {u"Wall calendar"_qs, u"11.00"_qs}, {u"Bicycle repair kit"_qs, u"16.75"_qs}, {u"Tea towel"_qs, u"7.80"_qs}, {u"Brass bicycle bell"_qs, u"13.60"_qs}, {u"Poster, A2"_qs, u"15.00"_qs}};
    return all;
}

} // namespace

db::Result<void> CommunityBuilder::writeShop()
{
    QList<Product> products;
    for (const Offer &offer : offers()) {
        Product product;
        product.id = {products.size() + 1};
        product.name = offer.name;
        product.sku = u"SHOP-%1"_qs.arg(product.id.value, 3, 10, QChar(u'0'));
        product.price = db::Decimal::fromString(offer.price);
        product.stock = m_writer.below(120);
        product.insertedAt = utc(m_start);
        product.updatedAt = product.insertedAt;
        products.append(product);
    }
    QList<Order> ordered;
    QList<OrderItem> items;
    const int count = m_size.users / 3;
    for (int i = 0; i < count; ++i) {
        Order order;
        order.id = {i + 1};
        const qint64 at = timeAt((i + 0.5) / count);
        order.userId = memberAt(at);
        order.status = OrderStatus(m_writer.below(4));
        order.insertedAt = utc(at);
        order.updatedAt = order.insertedAt;
        const int first = m_writer.below(int(products.size()));
        const int kinds = 1 + m_writer.below(3);
        db::Decimal total;
        for (int kind = 0; kind < kinds; ++kind) {
            const Product &product = products.at((first + kind) % products.size());
            OrderItem item;
            item.orderId = order.id;
            item.productId = product.id;
            const int pieces = 1 + m_writer.below(3);
            const db::Decimal price = product.price.value_or(0);
            item.quantity = pieces;
            item.unitPrice = price;
            item.insertedAt = order.insertedAt;
            item.updatedAt = order.insertedAt;
            total += price * db::Decimal(pieces);
            items.append(item);
        }
        order.total = total;
        ordered.append(order);
    }
    if (const db::Result<void> stored = store(products, true); !stored)
        return stored;
    if (const db::Result<void> stored = store(ordered, true); !stored)
        return stored;
    return store(items, true);
}

} // namespace sample
