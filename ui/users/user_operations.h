// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accounts.h"

namespace ui {

class Session;

/// Keeps a saved change of a user and their profile for Undo. Taking back a new user deletes them, which is refused once
/// they have written something.
void recordUser(Session &session, const accounts::UserChange &change);

/// Lets a user in, or keeps them out, as an operation.
void setUserActive(Session &session, db::Id<accounts::User> id, bool isActive);

} // namespace ui
