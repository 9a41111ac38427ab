// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/field.h"

namespace accounts {

/// What someone may do in the community.
enum class Role {
    User,
    Moderator,
    Admin
};

} // namespace accounts

template <>
struct db::EnumNames<accounts::Role>
{
    static constexpr std::array names{"user", "moderator", "admin"};
};
