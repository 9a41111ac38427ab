// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createPosts()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("posts", [](db::ColumnList &columns) {
                columns.string("title").notNull();
                columns.text("body").notNull();
                columns.string("slug").notNull();
                columns.utcDatetime("published_at");
                columns.integer("view_count").defaultTo(0);
                columns.references("author_id", "users", db::OnDelete::DeleteAll).notNull();
                columns.timestamps();
            });
            schema.createUniqueIndex("posts", {u"slug"_qs});
            schema.createIndex("posts", {u"author_id"_qs});
            schema.createIndex("posts", {u"published_at"_qs});
        },
    };
}

} // namespace migrations
