// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/comments.h"

#include "core/blog/post.h"

using namespace Qt::StringLiterals;

namespace importing {

using blog::Comment;
using blog::Post;

db::Result<void> Comments::import(const DumpRow &row)
{
    const db::Result<bool> isNew = m_context.isNew(row, u"Id"_s, u"comment"_s, m_tally);
    if (!isNew || !*isNew)
        return isNew.map([](bool) {});

    const QVariantMap params{
        {u"body"_s, row.value(u"Text")},
        {u"inserted_at"_s, row.value(u"CreationDate")},
        {u"updated_at"_s, row.value(u"CreationDate")},
    };
    const db::Changeset<Comment> changeset = Comment::importing({}, params);
    if (!changeset.isValid())
        return m_tally.reject(row, db::Error::invalid(changeset.core()));
    const auto post = m_context.find<Post>(u"post"_s, row.value(u"PostId"));
    if (!post)
        return db::Failure(post.error());
    if (!*post) {
        m_tally.reject(row, u"PostId"_s, u"was not imported"_s);
        return {};
    }
    const auto author = m_people.authorOf(row, u"comment"_s, {u"UserId"_s, u"UserDisplayName"_s}, m_tally);
    if (!author || !*author)
        return author.map([](const auto &) {});

    const auto comment = m_context.insert(changeset.put(&Comment::postId, **post).put(&Comment::userId, **author),
                                          u"comment"_s, row.value(u"Id"), fingerprintOf(row));
    if (!comment)
        return m_tally.reject(row, comment.error());
    m_tally.countImported();
    return {};
}

} // namespace importing
