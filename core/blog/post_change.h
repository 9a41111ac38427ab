// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/post.h"

namespace blog {

/// A write to a post, with what is needed to take it back.
struct PostChange
{
    Post before; ///< for a post that was new: in the trash
    Post after;

    /// What takes this change back.
    PostChange inverse() const { return {after, before}; }
};

/// What can be done to several posts at once.
enum class PostAction {
    Publish, ///< drafts and scheduled ones, as of now
    Unpublish,
    Delete, ///< into the trash
    Restore ///< out of it
};

} // namespace blog
