// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createComments()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("comments", [](db::ColumnList &columns) {
                columns.text("body").notNull();
                columns.boolean("is_approved").defaultTo(false).notNull();
                columns.references("post_id", "posts", db::OnDelete::DeleteAll).notNull();
                columns.references("user_id", "users", db::OnDelete::DeleteAll).notNull();
                columns.timestamps();
            });
            schema.createIndex("comments", {u"post_id"_qs});
            schema.createIndex("comments", {u"user_id"_qs});
            schema.createIndex("comments", {u"is_approved"_qs});
        },
    };
}

} // namespace migrations
