// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration addDeletedAtToPosts()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.addColumns("posts", [](db::ColumnList &columns) { columns.utcDatetime("deleted_at"); });
            // Not over deleted_at alone: SQLite would take that index for "not deleted", which is nearly every row,
            // and sort them all.
            schema.createIndex("posts", {u"deleted_at"_qs, u"published_at"_qs});
        },
    };
}

} // namespace migrations
