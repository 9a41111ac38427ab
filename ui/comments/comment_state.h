// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/comment.h"
#include "ui/theme/theme.h"

#include <QIcon>

namespace ui {

// How a comment, its state, and what is done about it are called everywhere.

/// "Pending", in the user's language.
QString commentStateText(blog::ModerationState state);
QIcon commentStateIcon(blog::ModerationState state);
Theme::Role commentStateRole(blog::ModerationState state);
/// What gives a comment this state, as a command: "Approve".
QString commentStateCommand(blog::ModerationState state);
/// What giving several of them this state is called; completes "Undo …": "Approve 3 comments".
QString commentOperationText(blog::ModerationState state, qsizetype comments);
/// How many characters a reason may have, as the comment's own rule says.
int longestReason();
/// Who wrote it: "ann", or "#12" where that user is gone.
QString commentAuthor(const blog::Comment &comment);

} // namespace ui
