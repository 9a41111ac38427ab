// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/orders/order.h"

#include "core/toolkit/changeset.h"

namespace orders {

void Order::describe(db::SchemaBuilder<Order> &schema)
{
    schema.table("orders");
    schema.primaryKey("id", &Order::id);
    schema.belongsTo("user", &Order::user, "user_id", &Order::userId);
    schema.field("status", &Order::status);
    schema.field("total", &Order::total);
    schema.hasMany("items", &Order::items, "order_id");
    schema.timestamps(&Order::insertedAt, &Order::updatedAt);
}

db::Changeset<Order> Order::changeset(const Order &order, const QVariantMap &params)
{
    return db::cast(order, params, {&Order::userId, &Order::status, &Order::total})
        .validateRequired({&Order::userId, &Order::status})
        .validateNumber(&Order::total, {.greaterThanOrEqualTo = 0})
        .foreignKeyConstraint(&Order::userId);
}

} // namespace orders
