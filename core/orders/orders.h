// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/orders/order.h"
#include "core/orders/order_line.h"
#include "core/toolkit/error.h"

#include <QList>

namespace orders {

/// Products, and the orders for them. The only way the rest of the program reaches their tables.
class Orders
{
public:
    explicit Orders(db::Repo &repo)
        : m_repo(repo) { }

    /// Places an order and takes its items from stock, all or nothing. Returns it with its total and its items. An error
    /// names in its subject the step that failed: "order", "order_items", "inventory" or "update_total". Too little stock is
    /// an error on `quantity` of the OrderItem.
    db::Result<Order> createOrder(db::Id<accounts::User> user, const QList<OrderLine> &lines);
    /// With items and their products; its absence is the error NotFound.
    db::Result<Order> fetchOrder(db::Id<Order> id) const;
    /// By name.
    db::Result<QList<Product>> listProducts() const;
    /// Rules: Product::changeset().
    db::Result<Product> createProduct(const QVariantMap &params);

private:
    db::Repo &m_repo;
};

} // namespace orders
