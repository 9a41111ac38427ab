// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/post.h"
#include "core/sample/sample_community.h"
#include "core/sample/writer.h"
#include "core/toolkit/repo.h"

#include <QHash>
#include <QList>

#include <array>

namespace sample {

/// Writes a sample community into an empty database, one kind of thing after the other. Rows get their keys here, counted
/// from 1, so that later ones can refer to earlier ones.
class CommunityBuilder
{
public:
    CommunityBuilder(db::Repo &repo, const SampleSize &size, const QDateTime &now);

    db::Result<void> build();

private:
    /// What later steps need to know of a published post.
    struct Thread
    {
        qint64 post;
        qint64 publishedAt; ///< seconds since 1970, as all times here
        int topic;
    };
    struct PlannedComment
    {
        qint64 at;
        qsizetype thread;
        blog::ModerationState state;
    };

    db::Result<void> writeUsers();
    db::Result<void> writeTags();
    db::Result<void> writePosts();
    db::Result<void> writeComments();
    db::Result<void> writeShop();

    accounts::User makeUser(int index);
    accounts::Profile makeProfile(int index);
    blog::Post makePost(int index, int topic);
    QList<db::Id<blog::Tag>> tagsFor(const blog::Post &post, int topic);
    QList<PlannedComment> planComments();
    blog::Comment makeComment(qint64 id, const PlannedComment &plan);
    QString commentText(blog::ModerationState state, const Topic &topic);
    QString freshUsername(const QString &firstName, const QString &lastName);
    QString freshSlug(const QString &title);

    /// How many users moderate: they are the first ones.
    int staff() const { return qMin(m_size.users, 2 + m_size.users / 50); }
    /// A member who had joined by then; the old ones write more.
    db::Id<accounts::User> memberAt(qint64 time);
    /// The time after so much of the 30 months, moved to an hour at which people are awake.
    qint64 timeAt(double fraction);
    static QDateTime utc(qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC); }

    /// Stores the rows once there are many of them; `last` stores what is left.
    template <typename T>
    db::Result<void> store(QList<T> &rows, bool last = false)
    {
        if (rows.size() < 1000 && !last)
            return {};
        const db::Result<qint64> stored = m_repo.insertAll(rows);
        if (!stored)
            return db::Failure(stored.error());
        rows.clear();
        return {};
    }

    db::Repo &m_repo;
    SampleSize m_size;
    qint64 m_start;
    qint64 m_now;
    Writer m_writer;
    QList<qint64> m_joined; ///< by user, ascending
    QStringList m_staffNames;
    QHash<QString, int> m_usernames; ///< how often each was wanted
    QHash<QString, int> m_slugs;
    QList<Thread> m_threads;
};

} // namespace sample
