// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/post_change.h"

#include <QList>
#include <QString>

namespace ui {

class Session;

/// Keeps saved changes of posts for Undo. `text` completes "Undo …", `doneText` is shown with an Undo button.
void recordPosts(Session &session, const QList<blog::PostChange> &changes, const QString &text, const QString &doneText);

/// Publishes, unpublishes, deletes or restores posts as one operation, says so, and offers Undo.
void changePosts(Session &session, const QList<qint64> &keys, blog::PostAction action);

} // namespace ui
