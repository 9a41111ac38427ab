// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "tests/benchmarks/dataset.h"

#include <memory>

namespace bench {

/// The works of the table, done in one way. What fails ends the program.
class Implementation
{
public:
    virtual ~Implementation() = default;

    virtual QList<Post> allPosts() = 0;
    /// Each key is asked for by itself.
    virtual QList<Post> postsByKey(const QList<qint64> &keys) = 0;
    /// Checks each form and stores the comment, all in one transaction; returns the sum of the new keys.
    virtual quint64 insertForms(const QList<QVariantMap> &forms) = 0;
    virtual void insertAll(const QList<Comment> &comments) = 0;
    /// The posts `firstTree` to `lastTree` with author, tags, comments and the comments' users.
    virtual QList<Post> trees() = 0;
    /// Checks each form and stores nothing; returns how many are all right.
    virtual quint64 checkForms(const QList<QVariantMap> &forms) = 0;
    /// Goes through the view `repetitions` without keeping the rows; returns the sum of keys and sizes.
    virtual quint64 streamRepetitions() = 0;
    /// Deletes the comments that the works added.
    virtual void removeNewComments() = 0;
};

std::unique_ptr<Implementation> toolkit(const db::DatabaseUrl &url);
/// QSqlQuery as an experienced person writes it by hand.
std::unique_ptr<Implementation> handWrittenQtSql(const db::DatabaseUrl &url);
/// The C interface of the engine.
std::unique_ptr<Implementation> rawSqlite(const db::DatabaseUrl &url);
std::unique_ptr<Implementation> rawPostgres(const db::DatabaseUrl &url);
std::unique_ptr<Implementation> rawMariadb(const db::DatabaseUrl &url);

/// What a program without changesets does with a form; nothing when it is not all right.
std::optional<Comment> checkedByHand(const QVariantMap &form);
/// How many forms are all right.
quint64 checkAllByHand(const QList<QVariantMap> &forms);

} // namespace bench
