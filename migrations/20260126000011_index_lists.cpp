// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration indexLists()
{
    return {
        .change = [](db::SchemaChange &schema) {
            // What the lists sort by; posts within "not deleted", which every list of posts but the trash asks for.
            schema.createIndex("users", {u"inserted_at"_qs});
            schema.createIndex("posts", {u"deleted_at"_qs, u"inserted_at"_qs});
            schema.createIndex("posts", {u"deleted_at"_qs, u"updated_at"_qs});
            schema.createIndex("posts", {u"deleted_at"_qs, u"view_count"_qs});
            schema.createIndex("comments", {u"inserted_at"_qs});
        },
    };
}

} // namespace migrations
