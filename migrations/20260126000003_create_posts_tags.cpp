// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createPostsTags()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("tags", [](db::ColumnList &columns) {
                columns.string("name").notNull();
                columns.string("slug").notNull();
                columns.timestamps();
            });
            schema.createUniqueIndex("tags", {u"slug"_qs});

            schema.createJoinTable("posts_tags", [](db::ColumnList &columns) {
                columns.references("post_id", "posts", db::OnDelete::DeleteAll).notNull();
                columns.references("tag_id", "tags", db::OnDelete::DeleteAll).notNull();
            });
            schema.createUniqueIndex("posts_tags", {u"post_id"_qs, u"tag_id"_qs});
            schema.createIndex("posts_tags", {u"tag_id"_qs});
        },
    };
}

} // namespace migrations
