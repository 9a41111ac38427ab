// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/comment.h"

namespace blog {

/// A write to the text of a comment, with what is needed to take it back.
struct CommentChange
{
    Comment before;
    Comment after;

    /// What takes this change back.
    CommentChange inverse() const { return {after, before}; }
};

} // namespace blog
