// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "core/blog/post_scopes.h"
#include "core/toolkit/repo.h"

#include <QHash>

using accounts::Role;
using accounts::User;
using db::col;
using db::from;

namespace blog {

namespace {

db::Query<User> inScope(UserScope scope)
{
    switch (scope) {
    case UserScope::All:
        return from<User>();
    case UserScope::Active:
        return from<User>().where(&User::isActive, true);
    case UserScope::Inactive:
        return from<User>().where(&User::isActive, false);
    case UserScope::Staff:
        return from<User>().where(col(&User::role).in({Role::Moderator, Role::Admin}));
    }
    Q_UNREACHABLE();
}

db::Query<User> matching(const UserFilter &filter)
{
    db::Query<User> query = inScope(filter.scope);
    if (!filter.search.isEmpty())
        query = query.where(col(&User::username).contains(filter.search) || col(&User::email).contains(filter.search));
    if (filter.insertedFrom)
        query = query.where(col(&User::insertedAt) >= *filter.insertedFrom);
    if (filter.insertedTo)
        query = query.where(col(&User::insertedAt) < *filter.insertedTo);
    return query;
}

db::Node::Ptr sortedBy(UserSort sort)
{
    switch (sort) {
    case UserSort::Username:
        return lower(col(&User::username)).node();
    case UserSort::Email:
        return lower(col(&User::email)).node();
    case UserSort::Role:
        return col(&User::role).node();
    case UserSort::Active:
        return col(&User::isActive).node();
    case UserSort::InsertedAt:
        return col(&User::insertedAt).node();
    }
    Q_UNREACHABLE();
}

} // namespace

db::Result<QList<UserRow>> Blog::userRows(const UserFilter &filter, qint64 offset, qint64 limit) const
{
    db::Result<QList<UserRow>> rows
        = m_repo.all(matching(filter)
                         .orderBy({{sortedBy(filter.sort), filter.descending}, {col(&User::id).node(), filter.descending}})
                         .offset(offset)
                         .limit(limit)
                         .select({into(&UserRow::id, col(&User::id)),
                                  into(&UserRow::username, col(&User::username)),
                                  into(&UserRow::email, col(&User::email)),
                                  into(&UserRow::role, col(&User::role)),
                                  into(&UserRow::isActive, col(&User::isActive)),
                                  into(&UserRow::insertedAt, col(&User::insertedAt))}));
    if (!rows)
        return rows;

    struct Counted
    {
        db::Id<User> author;
        qint64 posts = 0;
    };
    QList<db::Id<User>> ids;
    for (const UserRow &row : std::as_const(*rows))
        ids.append(row.id);
    const db::Result<QList<Counted>> counted = m_repo.all(from<Post>()
                                                              .where(col(&Post::authorId).in(ids) && isNotInTrash())
                                                              .groupBy(col(&Post::authorId))
                                                              .select({into(&Counted::author, col(&Post::authorId)),
                                                                       into(&Counted::posts, db::countAll())}));
    if (!counted)
        return db::Failure(counted.error());
    QHash<db::Id<User>, qint64> posts;
    for (const Counted &entry : *counted)
        posts[entry.author] = entry.posts;
    for (UserRow &row : *rows)
        row.posts = posts.value(row.id);
    return rows;
}

db::Result<qint64> Blog::userCount(const UserFilter &filter) const
{
    return m_repo.count(matching(filter));
}

db::Result<QMap<UserScope, qint64>> Blog::userScopeCounts(const UserFilter &filter) const
{
    QMap<UserScope, qint64> counts;
    for (const UserScope scope : {UserScope::All, UserScope::Active, UserScope::Inactive, UserScope::Staff}) {
        UserFilter scoped = filter;
        scoped.scope = scope;
        const db::Result<qint64> count = userCount(scoped);
        if (!count)
            return db::Failure(count.error());
        counts[scope] = *count;
    }
    return counts;
}

db::Result<void> Blog::deleteIdleUser(const accounts::UserWithProfile &read)
{
    return m_repo.transaction([&]() -> db::Result<void> {
        const db::Result<bool> hasPosts = m_repo.exists(from<Post>().where(&Post::authorId, read.user.id));
        if (!hasPosts)
            return db::Failure(hasPosts.error());
        const db::Result<bool> hasComments = m_repo.exists(from<Comment>().where(&Comment::userId, read.user.id));
        if (!hasComments)
            return db::Failure(hasComments.error());
        if (*hasPosts || *hasComments)
            return db::Failure(db::Error::refused(QStringLiteral(QT_TRANSLATE_NOOP("db", "the user has written something since"))));
        return accounts::Accounts(m_repo).deleteUnchanged(read);
    });
}

} // namespace blog
