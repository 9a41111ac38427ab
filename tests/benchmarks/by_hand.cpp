// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/implementation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

/// A positive whole number, or 0.
qint64 keyOf(const QVariantMap &form, const QString &name)
{
    return form.value(name).toString().toLongLong();
}

} // namespace

std::optional<Comment> checkedByHand(const QVariantMap &form)
{
    Comment comment;
    comment.body = form.value(u"body"_s).toString();
    comment.postId = keyOf(form, u"post_id"_s);
    comment.userId = {keyOf(form, u"user_id"_s)};
    const QString approved = form.value(u"is_approved"_s).toString();
    comment.isApproved = approved == u"true" || approved == u"1";
    const bool isComplete = !comment.body.trimmed().isEmpty() && comment.postId != 0 && !comment.userId.isNull();
    const bool isLongEnough = comment.body.size() >= shortestComment && comment.body.size() <= longestComment;
    if (!isComplete || !isLongEnough || emptyPhrases.contains(comment.body))
        return std::nullopt;
    comment.insertedAt = QDateTime::currentDateTimeUtc();
    comment.updatedAt = comment.insertedAt;
    return comment;
}

quint64 checkAllByHand(const QList<QVariantMap> &forms)
{
    return quint64(std::count_if(forms.begin(), forms.end(), [](const QVariantMap &form) { return checkedByHand(form).has_value(); }));
}

} // namespace bench
