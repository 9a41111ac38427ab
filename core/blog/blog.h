// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/accounts.h"
#include "core/blog/comment_change.h"
#include "core/blog/comment_lists.h"
#include "core/blog/post_change.h"
#include "core/blog/post_lists.h"
#include "core/blog/user_lists.h"
#include "core/toolkit/error.h"

#include <QList>
#include <QMap>

namespace blog {

/// What listPosts() keeps; nothing given keeps everything outside the trash.
struct PostOptions
{
    std::optional<bool> published = std::nullopt; ///< false: drafts only
    std::optional<db::Id<accounts::User>> author = std::nullopt;
    std::optional<QString> tag = std::nullopt; ///< the tag's name
    QString search = {}; ///< part of title or body, whatever the case; `%` and `_` are wildcards
    std::optional<qint64> limit = std::nullopt;
    std::optional<qint64> offset = std::nullopt;
};

struct PostPage
{
    QList<Post> posts;
    qint64 page = 1;
    qint64 perPage = 20;
    qint64 totalCount = 0;
    qint64 totalPages = 0;
};

struct PostWithCommentCount
{
    Post post;
    qint64 commentCount = 0; ///< approved ones
};

/// Posts, their tags and comments. The only way the rest of the program reaches their tables.
///
/// Posts in the trash are found only by their id, by getPostForEdit() and in the scope Trash.
class Blog
{
public:
    explicit Blog(db::Repo &repo)
        : m_repo(repo) { }

    // Reading posts.

    /// Newest first, drafts last.
    db::Result<QList<Post>> listPosts(const PostOptions &options = {}) const;
    /// Newest first, each with its author.
    db::Result<QList<Post>> listPostsWithAuthors() const;
    db::Result<QList<PostWithCommentCount>> listPostsWithCommentCounts() const;
    /// One page of the dated posts, newest first; pages count from 1.
    db::Result<PostPage> listPostsPaginated(qint64 page = 1, qint64 perPage = 20) const;
    db::Result<std::optional<Post>> getPost(db::Id<Post> id) const;
    /// With author, tags, and comments with their users.
    db::Result<std::optional<Post>> getPostWithAssociations(db::Id<Post> id) const;
    /// With author and tags, ready for a form; its absence is the error NotFound.
    db::Result<Post> fetchPost(db::Id<Post> id) const;
    /// What a reader sees under that address: nothing unless published.
    db::Result<std::optional<Post>> getPublishedPostBySlug(const QString &slug) const;
    /// The post if that user wrote it.
    db::Result<std::optional<Post>> getPostForEdit(db::Id<Post> id, db::Id<accounts::User> user) const;

    // Writing posts. Rules: Post::changeset(). An update is Stale when a changed field was changed by someone else since
    // the post was read; so are publishing, deleting into the trash and their opposites.

    db::Result<Post> createPost(const QVariantMap &params);
    /// Post and new tags in one transaction. Names that make one slug are one tag; blank ones are ignored.
    db::Result<Post> createPostWithTags(const QVariantMap &params, const QStringList &tagNames);
    db::Result<Post> updatePost(const Post &post, const QVariantMap &params);
    /// Afterwards the post has just these tags. When its tags were read with it, they are a field like the others: given as
    /// they were read they are left alone, and Stale when they change and someone else has changed them.
    db::Result<Post> updatePostWithTags(const Post &post, const QVariantMap &params, const QStringList &tagNames);
    db::Result<Post> publishPost(const Post &post, const QDateTime &at = QDateTime::currentDateTimeUtc());
    db::Result<Post> unpublishPost(const Post &post);
    /// Into the trash.
    db::Result<Post> softDeletePost(const Post &post);
    /// Out of the trash.
    db::Result<Post> restorePost(const Post &post);
    /// For good, with its comments.
    db::Result<Post> deletePost(const Post &post);

    // The same as changes that can be taken back, for a window.

    /// createPostWithTags(), or updatePostWithTags() for a post that is stored.
    db::Result<PostChange> savePost(const Post &post, const QVariantMap &params, const QStringList &tagNames);
    /// All of them or none. Posts that are gone, or that are so already, are left out.
    db::Result<QList<PostChange>> changePosts(const QList<db::Id<Post>> &ids, PostAction action);
    /// Gives posts the values and tags they had before, all of them or none, without asking the rules again. Stale when one of
    /// the fields, or the tags that changed, were changed by someone else since. Taking back the inverses makes the changes again.
    db::Result<void> takeBack(const QList<PostChange> &changes);

    // Many rows at once; each returns how many.

    db::Result<qint64> softDeletePosts(const QList<db::Id<Post>> &ids);
    db::Result<qint64> restorePosts(const QList<db::Id<Post>> &ids);
    db::Result<qint64> incrementViewCount(db::Id<Post> id);
    db::Result<qint64> unpublishAuthorPosts(db::Id<accounts::User> author);
    /// Deletes for good the drafts nobody has touched for so many days.
    db::Result<qint64> cleanupOldDrafts(int daysOld = 90);

    // Comments.

    /// With post and user; its absence is the error NotFound.
    db::Result<Comment> fetchComment(db::Id<Comment> id) const;
    /// Rules: Comment::creation().
    db::Result<Comment> createComment(const QVariantMap &params);
    /// Rules: Comment::editing(). Stale when someone else changed the text since `comment` was read.
    db::Result<Comment> updateComment(const Comment &comment, const QVariantMap &params);
    db::Result<Comment> deleteComment(const Comment &comment);
    /// updateComment() as a change that can be taken back.
    db::Result<CommentChange> saveComment(const Comment &comment, const QVariantMap &params);
    /// Gives a comment its earlier text without asking the rules again; Stale when someone else changed it since.
    db::Result<void> takeBack(const CommentChange &change);

    // Lists: a page costs a fixed number of statements, whatever its length.

    db::Result<QList<PostRow>> postRows(const PostFilter &filter, qint64 offset, qint64 limit) const;
    db::Result<qint64> postCount(const PostFilter &filter) const;
    /// How many posts each scope would show under the same filter.
    db::Result<QMap<PostScope, qint64>> postScopeCounts(const PostFilter &filter = {}) const;
    /// Names of tags that begin with the text, whatever the case, in alphabetical order.
    db::Result<QStringList> tagNames(const QString &prefix, int limit = 20) const;

    db::Result<QList<CommentRow>> commentRows(const CommentFilter &filter, qint64 offset, qint64 limit) const;
    db::Result<qint64> commentCount(const CommentFilter &filter) const;
    /// How many comments of each state there are under the same filter.
    db::Result<CommentCounts> commentScopeCounts(const CommentFilter &filter = {}) const;

    /// Users with the number of their posts, which is why they are listed here.
    db::Result<QList<UserRow>> userRows(const UserFilter &filter, qint64 offset, qint64 limit) const;
    db::Result<qint64> userCount(const UserFilter &filter) const;
    db::Result<QMap<UserScope, qint64>> userScopeCounts(const UserFilter &filter = {}) const;
    /// Deletes a user with their profile. Refused when they have written a post or a comment, which is why it is done here;
    /// Stale when user or profile was changed since they were read.
    db::Result<void> deleteIdleUser(const accounts::UserWithProfile &read);

private:
    db::Result<Tag> getOrCreateTag(const QString &name);
    db::Result<QList<Tag>> getOrCreateTags(const QStringList &names);
    db::Result<qint64> setDeleted(const QList<db::Id<Post>> &ids, const std::optional<QDateTime> &deletedAt);
    db::Result<void> addCommentCounts(QList<PostRow> &rows) const;
    db::Result<void> addTags(QList<PostRow> &rows) const;

    db::Repo &m_repo;
};

} // namespace blog
