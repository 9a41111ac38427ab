// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/moderation_state.h"
#include "ui/records_page.h"

#include <QMap>

namespace blog {
struct CommentFilter;
struct CommentRow;
} // namespace blog

namespace ui {

class RecordNames;
template <typename Row>
class RecordModel;
struct ListQuery;

/// Comments: the list and the form. Destinations may narrow the list by `post_id` and `user_id`, and by `inserted_from` and
/// `inserted_to`, times in UTC of which the second is the first that no longer belongs. The scopes are "all" and the names
/// of the states.
class CommentsPage : public RecordsPage
{
    Q_OBJECT

public:
    explicit CommentsPage(Session &session, QWidget *parent = nullptr);

protected:
    QString listTitle() const override;

private:
    static blog::CommentFilter filterOf(const ListQuery &query);
    void buildNames();
    void buildList();
    void buildActions();
    void decide(blog::ModerationState state);
    void updateActions();
    void updateTexts();
    QString filterText(const QString &key, const QVariant &value) const;

    RecordModel<blog::CommentRow> *m_model;
    RecordNames *m_posts;
    RecordNames *m_users;
    QAction *m_post;
    QAction *m_user;
    QMap<blog::ModerationState, QAction *> m_decisions;
};

} // namespace ui
