// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/orders/place_order.h"

using db::col;
using db::from;

namespace orders {

namespace {

db::Changeset<Order> newOrder(db::Id<accounts::User> user)
{
    return Order::changeset({}, {{u"user_id"_qs, user.value}, {u"status"_qs, db::enumName(OrderStatus::Pending)}});
}

db::Changeset<OrderItem> newItem(db::Id<Order> order, const OrderLine &line)
{
    return OrderItem::changeset({}, {{u"order_id"_qs, order.value}, {u"product_id"_qs, line.product.value}, {u"quantity"_qs, line.quantity}, {u"unit_price"_qs, line.price.toString()}});
}

db::Result<QList<OrderItem>> insertItems(db::Repo &repo, db::Id<Order> order, const QList<OrderLine> &lines)
{
    QList<OrderItem> items;
    for (const OrderLine &line : lines) {
        const db::Result<OrderItem> item = repo.insert(newItem(order, line));
        if (!item)
            return db::Failure(item.error());
        items.append(*item);
    }
    return items;
}

/// Counts down in the database itself, so that two orders at a time cannot both take the last piece.
db::Result<void> decreaseStock(db::Repo &repo, const OrderItem &item)
{
    const int wanted = item.quantity.value_or(0);
    const db::Result<qint64> taken
        = repo.updateAll(from<Product>().where(col(&Product::id) == item.productId && col(&Product::stock) >= wanted),
                         {db::inc(&Product::stock, -wanted)});
    if (!taken)
        return db::Failure(taken.error());
    if (*taken == 1)
        return {};
    const db::Result<Product> product = repo.fetch(item.productId);
    if (!product)
        return db::Failure(product.error());
    const auto refused = db::change(item).addError(&OrderItem::quantity, QT_TRANSLATE_NOOP("db", "only %{count} left"), {{u"count"_qs, product->stock}});
    return db::Failure(db::Error::invalid(refused.core()));
}

db::Decimal totalOf(const QList<OrderItem> &items)
{
    db::Decimal total;
    for (const OrderItem &item : items)
        total += item.unitPrice.value_or(0) * db::Decimal(item.quantity.value_or(0));
    return total;
}

} // namespace

db::Multi placeOrder(db::Id<accounts::User> user, const QList<OrderLine> &lines)
{
    return db::Multi()
        .insert(orderStep, newOrder(user))
        .run(itemsStep, [lines](db::Repo &repo, const db::MultiResults &done) {
            return insertItems(repo, done[orderStep].id, lines);
        })
        .run(inventoryStep, [](db::Repo &repo, const db::MultiResults &done) -> db::Result<qint64> {
            for (const OrderItem &item : done[itemsStep]) {
                if (const db::Result<void> taken = decreaseStock(repo, item); !taken)
                    return db::Failure(taken.error());
            }
            return done[itemsStep].size();
        })
        .update(totalStep, [](const db::MultiResults &done) {
            return Order::changeset(done[orderStep], {{u"total"_qs, totalOf(done[itemsStep]).toString()}});
        });
}

} // namespace orders
