// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/field.h"

namespace blog {

/// What has been decided about a comment. Only an approved one is shown to readers.
enum class ModerationState {
    Pending,
    Approved,
    Rejected,
    Spam
};

} // namespace blog

template <>
struct db::EnumNames<blog::ModerationState>
{
    static constexpr std::array names{"pending", "approved", "rejected", "spam"};
};
