// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/moderation_state.h"
#include "ui/theme/theme.h"

#include <QIcon>

namespace ui {

// How the state of a comment is shown everywhere.

/// "Pending", in the user's language.
QString commentStateText(blog::ModerationState state);
QIcon commentStateIcon(blog::ModerationState state);
Theme::Role commentStateRole(blog::ModerationState state);
/// What gives a comment this state, as a command: "Approve".
QString commentStateCommand(blog::ModerationState state);

} // namespace ui
