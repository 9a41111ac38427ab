// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/user.h"
#include "core/orders/order_item.h"

namespace orders {

enum class OrderStatus {
    Pending,
    Paid,
    Shipped,
    Canceled
};

/// What a user wants to have, and what it costs.
struct Order
{
    db::Id<Order> id;
    db::Id<accounts::User> userId;
    db::BelongsTo<accounts::User> user;
    OrderStatus status = OrderStatus::Pending;
    std::optional<db::Decimal> total; ///< nothing until the items are known
    db::HasMany<OrderItem> items;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Order> &schema);

    /// `user_id`, `status` and `total`.
    static db::Changeset<Order> changeset(const Order &order, const QVariantMap &params);
};

} // namespace orders

template <>
struct db::EnumNames<orders::OrderStatus>
{
    static constexpr std::array names{"pending", "paid", "shipped", "canceled"};
};
