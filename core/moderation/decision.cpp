// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/moderation/decision.h"

namespace moderation {

Verdict verdictOf(const blog::Comment &comment)
{
    return {comment.state, comment.moderatedAt, comment.moderatedBy, comment.moderationReason};
}

} // namespace moderation
