// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createImports()
{
    return {
        .change = [](db::SchemaChange &schema) {
            // Remembers which row of a foreign dump became which row here, so that a second import changes nothing.
            schema.createTable("imported_rows", [](db::ColumnList &columns) {
                columns.string("source").notNull();
                columns.string("kind").notNull();
                columns.string("source_key").notNull();
                columns.string("fingerprint").notNull();
                columns.bigInteger("row_id").notNull();
            });
            schema.createUniqueIndex("imported_rows", {u"source"_qs, u"kind"_qs, u"source_key"_qs});
        },
    };
}

} // namespace migrations
