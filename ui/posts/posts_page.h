// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/records_page.h"

namespace blog {
struct PostFilter;
struct PostRow;
} // namespace blog

namespace ui {

class RecordNames;
template <typename Row>
class RecordModel;
struct ListQuery;

/// Posts: the list and the form. Destinations may narrow the list by `author_id`, and by `published_from` and
/// `published_to`, times in UTC of which the second is the first that no longer belongs.
class PostsPage : public RecordsPage
{
    Q_OBJECT

public:
    explicit PostsPage(Session &session, QWidget *parent = nullptr);

protected:
    QString listTitle() const override;

private:
    static blog::PostFilter filterOf(const ListQuery &query);
    QAction *add(const QString &key, const char *iconName, const std::function<void()> &run);
    void buildList();
    void buildActions();
    void updateActions();
    void updateTexts();
    QString filterText(const QString &key, const QVariant &value) const;

    RecordModel<blog::PostRow> *m_model;
    RecordNames *m_authors;
    QMap<QString, QAction *> m_actions; ///< by key, in no order that is shown
};

} // namespace ui
