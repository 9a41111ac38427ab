// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/benchmarks/models.h"

#include <QList>

namespace db {
class Repo;
}

/// The data that every implementation works on, the same at each run.
namespace bench {

inline constexpr int userCount = 1'000;
inline constexpr int postCount = 100'000;
inline constexpr int commentCount = 500'000;
inline constexpr int tagCount = 50;
inline constexpr int tagsPerPost = 2;
inline constexpr int repetitions = 10; ///< of each comment in the view `repetitions`

// The posts that are loaded with all that belongs to them.
inline constexpr qint64 firstTree = 10'001;
inline constexpr qint64 lastTree = 12'000;

/// Makes the tables in an empty database and fills them. Ends the program when that fails.
void fill(db::Repo &repo);

/// 20,000 keys of posts, in no order.
QList<qint64> lookupKeys();
/// 10,000 comments as a form hands them in: all text, with blanks around and an entry that is not permitted.
QList<QVariantMap> commentForms();
/// 100,000 new comments.
QList<Comment> newComments();

// What was loaded, boiled down to a number: the same from every implementation.
quint64 checksum(const QList<Post> &posts);
/// With all that belongs to them.
quint64 treeChecksum(const QList<Post> &posts);

/// Ends the program, with the reason.
[[noreturn]] void giveUp(const QString &reason);

} // namespace bench
