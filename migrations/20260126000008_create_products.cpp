// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createProducts()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("products", [](db::ColumnList &columns) {
                columns.string("name").notNull();
                columns.string("sku").notNull();
                columns.decimal("price", 12, 2).notNull();
                columns.integer("stock").defaultTo(0).notNull();
                columns.timestamps();
            });
            schema.createUniqueIndex("products", {u"sku"_qs});
        },
    };
}

} // namespace migrations
