// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/post.h"
#include "ui/theme/theme.h"

#include <QIcon>

namespace ui {

// How the state of a post is shown everywhere.

/// "Draft", in the user's language.
QString postStateText(blog::PostState state);
QIcon postStateIcon(blog::PostState state);
Theme::Role postStateRole(blog::PostState state);

} // namespace ui
