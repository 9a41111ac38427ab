// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/orders/order_item.h"

#include "core/orders/order.h"
#include "core/toolkit/changeset.h"

namespace orders {

void OrderItem::describe(db::SchemaBuilder<OrderItem> &schema)
{
    schema.table("order_items");
    schema.primaryKey("id", &OrderItem::id);
    schema.belongsTo("order", &OrderItem::order, "order_id", &OrderItem::orderId);
    schema.belongsTo("product", &OrderItem::product, "product_id", &OrderItem::productId);
    schema.field("quantity", &OrderItem::quantity);
    schema.field("unit_price", &OrderItem::unitPrice);
    schema.timestamps(&OrderItem::insertedAt, &OrderItem::updatedAt);
}

db::Changeset<OrderItem> OrderItem::changeset(const OrderItem &item, const QVariantMap &params)
{
    return db::cast(item, params, {&OrderItem::orderId, &OrderItem::productId, &OrderItem::quantity, &OrderItem::unitPrice})
        .validateRequired({&OrderItem::orderId, &OrderItem::productId, &OrderItem::quantity, &OrderItem::unitPrice})
        .validateNumber(&OrderItem::quantity, {.greaterThan = 0})
        .validateNumber(&OrderItem::unitPrice, {.greaterThanOrEqualTo = 0})
        .foreignKeyConstraint(&OrderItem::orderId)
        .foreignKeyConstraint(&OrderItem::productId);
}

} // namespace orders
