// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createOrders()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("orders", [](db::ColumnList &columns) {
                columns.references("user_id", "users").notNull();
                columns.string("status").defaultTo(u"pending"_qs).notNull();
                columns.decimal("total", 12, 2);
                columns.timestamps();
            });
            schema.createIndex("orders", {u"user_id"_qs});
            schema.createIndex("orders", {u"status"_qs, u"inserted_at"_qs});
            schema.createIndex("orders", {u"inserted_at"_qs});

            schema.createTable("order_items", [](db::ColumnList &columns) {
                columns.references("order_id", "orders", db::OnDelete::DeleteAll).notNull();
                columns.references("product_id", "products").notNull();
                columns.integer("quantity").notNull();
                columns.decimal("unit_price", 12, 2).notNull();
                columns.timestamps();
            });
            schema.createIndex("order_items", {u"order_id"_qs});
            schema.createIndex("order_items", {u"product_id"_qs});
        },
    };
}

} // namespace migrations
