// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/user.h"
#include "core/analytics/date_range.h"
#include "core/blog/moderation_state.h"
#include "ui/destination.h"

#include <optional>

namespace ui {

// The records behind the bars of the dashboard, with the same [from, to). Without a range, those of all time.

/// Scheduled posts do not count yet, hence the scope.
Destination postsIn(const analytics::DateRange &range);
Destination postsOf(db::Id<accounts::User> author, const std::optional<analytics::DateRange> &range);
Destination commentsIn(blog::ModerationState state, const std::optional<analytics::DateRange> &range);

} // namespace ui
