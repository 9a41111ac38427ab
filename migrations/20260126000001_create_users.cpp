// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createUsers()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("users", [](db::ColumnList &columns) {
                columns.string("email").notNull();
                columns.string("username").notNull();
                columns.string("password_hash").notNull();
                columns.boolean("is_active").defaultTo(true).notNull();
                columns.string("role").defaultTo(u"user"_qs).notNull();
                columns.timestamps();
            });
            schema.createUniqueIndex("users", {u"email"_qs});
            schema.createUniqueIndex("users", {u"username"_qs});
            schema.createIndex("users", {u"is_active"_qs});
        },
    };
}

} // namespace migrations
