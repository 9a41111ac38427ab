// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/tag.h"

#include "core/toolkit/changeset.h"

namespace blog {

void Tag::describe(db::SchemaBuilder<Tag> &schema)
{
    schema.table("tags");
    schema.primaryKey("id", &Tag::id);
    schema.field("name", &Tag::name);
    schema.field("slug", &Tag::slug);
    schema.timestamps(&Tag::insertedAt, &Tag::updatedAt);
}

db::Changeset<Tag> Tag::changeset(const Tag &tag, const QVariantMap &params)
{
    return db::cast(tag, params, {&Tag::name, &Tag::slug})
        .validateRequired({&Tag::name, &Tag::slug})
        .validateLength(&Tag::name, {.max = 100})
        .uniqueConstraint(&Tag::slug);
}

} // namespace blog
