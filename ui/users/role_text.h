// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/role.h"

#include <QString>

namespace ui {

/// "Moderator", in the user's language.
QString roleText(accounts::Role role);

} // namespace ui
