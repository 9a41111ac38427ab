// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/drill_down.h"

namespace ui {

namespace {

void addRange(Destination &destination, const QString &column, const analytics::DateRange &range)
{
    destination.filter.insert(column + u"_from", range.from);
    destination.filter.insert(column + u"_to", range.to);
}

} // namespace

Destination postsIn(const analytics::DateRange &range)
{
    Destination posts{.page = u"posts"_qs, .scope = u"published"_qs};
    addRange(posts, u"published"_qs, range);
    return posts;
}

Destination postsOf(db::Id<accounts::User> author, const std::optional<analytics::DateRange> &range)
{
    Destination posts{.page = u"posts"_qs, .scope = u"published"_qs, .filter = {{u"author_id"_qs, author.value}}};
    if (range)
        addRange(posts, u"published"_qs, *range);
    return posts;
}

Destination commentsIn(blog::ModerationState state, const std::optional<analytics::DateRange> &range)
{
    Destination comments{.page = u"comments"_qs, .scope = db::enumName(state)};
    if (range)
        addRange(comments, u"inserted"_qs, *range);
    return comments;
}

} // namespace ui
