// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/orders/product.h"
#include "core/toolkit/association.h"

#include <optional>

namespace orders {

struct Order;

/// So many of one product in an order, at the price of that moment.
struct OrderItem
{
    db::Id<OrderItem> id;
    db::Id<Order> orderId;
    db::BelongsTo<Order> order;
    db::Id<Product> productId;
    db::BelongsTo<Product> product;
    std::optional<int> quantity;
    std::optional<db::Decimal> unitPrice;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<OrderItem> &schema);

    /// `order_id`, `product_id`, `quantity` (from 1) and `unit_price` (from 0).
    static db::Changeset<OrderItem> changeset(const OrderItem &item, const QVariantMap &params);
};

} // namespace orders
