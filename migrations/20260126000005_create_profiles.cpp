// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration createProfiles()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.createTable("profiles", [](db::ColumnList &columns) {
                columns.text("bio");
                columns.string("website");
                columns.date("birth_date");
                columns.references("user_id", "users", db::OnDelete::DeleteAll).notNull();
                columns.timestamps();
            });
            schema.createUniqueIndex("profiles", {u"user_id"_qs});
        },
    };
}

} // namespace migrations
