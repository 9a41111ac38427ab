// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration addModerationToComments()
{
    return {
        .change = [](db::SchemaChange &schema) {
            schema.addColumns("comments", [](db::ColumnList &columns) {
                columns.string("moderation_state").defaultTo(u"pending"_qs).notNull();
                columns.utcDatetime("moderated_at");
                columns.string("moderated_by"); // the operator's name, who need not be one of the users
                columns.text("moderation_reason");
            });
            schema.createIndex("comments", {u"moderation_state"_qs, u"inserted_at"_qs});
            schema.execute(u"UPDATE comments SET moderation_state = 'approved' WHERE is_approved"_qs, QString());
        },
    };
}

} // namespace migrations
