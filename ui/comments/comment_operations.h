// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/comment_change.h"
#include "core/moderation/decision.h"

#include <QList>
#include <QString>

#include <functional>

namespace ui {

class Session;

/// Keeps a saved change of a comment's text for Undo.
void recordComment(Session &session, const blog::CommentChange &change);

/// Gives comments a state as one operation, says so, and offers Undo; those that have it already are left out. If someone
/// else was faster, says who. `refused` is called when nothing was changed.
void decideComments(Session &session, const QList<moderation::Seen> &comments, blog::ModerationState state, const QString &reason = {},
                    const std::function<void()> &refused = {});

} // namespace ui
