// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/records_page.h"

namespace blog {
struct UserFilter;
struct UserRow;
} // namespace blog

namespace ui {

template <typename Row>
class RecordModel;
struct ListQuery;

/// Users: the list and the form. Destinations may narrow the list by `inserted_from` and `inserted_to`, times in UTC of
/// which the second is the first that no longer belongs.
class UsersPage : public RecordsPage
{
    Q_OBJECT

public:
    explicit UsersPage(Session &session, QWidget *parent = nullptr);

protected:
    QString listTitle() const override;

private:
    static blog::UserFilter filterOf(const ListQuery &query);
    void buildList();
    void buildActions();
    void updateTexts();

    RecordModel<blog::UserRow> *m_model;
    QAction *m_posts;
    QAction *m_comments;
    QAction *m_activate;
    QAction *m_deactivate;
};

} // namespace ui
