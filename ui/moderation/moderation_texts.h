// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/moderation/decision.h"
#include "core/moderation/queue_item.h"

// What moderation alone calls things, in the user's language; for states see ui/comments/comment_state.h.

namespace ui::moderation_texts {

/// "Approved. 117 left."; of several comments "3 comments approved. 117 left."
QString done(blog::ModerationState state, qsizetype comments, qint64 left);
/// Who decided and when: "Approved by ann 3 min ago".
QString verdict(const moderation::Verdict &verdict);
/// "12 approved, 1 rejected"; "new" for somebody nothing was decided about yet.
QString record(const moderation::AuthorRecord &record);
/// "2 links"; empty for none.
QString links(qsizetype count);
/// "5 min ago"
QString ago(const QDateTime &utc);

} // namespace ui::moderation_texts
