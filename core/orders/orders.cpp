// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/orders/orders.h"

#include "core/orders/place_order.h"
#include "core/toolkit/repo.h"

using db::asc;
using db::from;

namespace orders {

db::Result<Order> Orders::createOrder(db::Id<accounts::User> user, const QList<OrderLine> &lines)
{
    const auto placed = placeOrder(user, lines).runIn(m_repo);
    if (!placed) {
        db::Error error = placed.error().error;
        error.subject = placed.error().step;
        return db::Failure(error);
    }
    Order order = (*placed)[totalStep];
    if (const db::Result<void> loaded = m_repo.preload(order, &Order::items); !loaded)
        return db::Failure(loaded.error());
    return order;
}

db::Result<Order> Orders::fetchOrder(db::Id<Order> id) const
{
    db::Result<Order> order = m_repo.fetch(id);
    if (!order)
        return order;
    if (const db::Result<void> loaded = m_repo.preload(*order, &Order::items, &OrderItem::product); !loaded)
        return db::Failure(loaded.error());
    return order;
}

db::Result<QList<Product>> Orders::listProducts() const
{
    return m_repo.all(from<Product>().orderBy({asc(&Product::name), asc(&Product::id)}));
}

db::Result<Product> Orders::createProduct(const QVariantMap &params)
{
    return m_repo.insert(Product::changeset({}, params));
}

} // namespace orders
