// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/fwd.h"
#include "core/toolkit/id.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>

namespace blog {

/// A topic that posts have in common.
struct Tag
{
    db::Id<Tag> id;
    QString name;
    QString slug; ///< unique; see tagSlugFor()
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Tag> &schema);

    /// `name` (up to 100 characters) and `slug`.
    static db::Changeset<Tag> changeset(const Tag &tag, const QVariantMap &params);
};

} // namespace blog
