// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accounts.h"
#include "ui/common/latest_request.h"
#include "ui/forms/form_page.h"

class QLabel;

namespace ui {

class FactsLine;
class LinkButton;

/// A user and their profile, saved in one transaction.
class UserForm : public FormPage
{
    Q_OBJECT

public:
    explicit UserForm(Session &session, QWidget *parent = nullptr);

    QString recordName() const override;

protected:
    void read(qint64 key) override;
    void prepareNew() override;
    void save() override;

private:
    /// What somebody has written.
    struct Writings
    {
        qint64 posts = 0;
        qint64 comments = 0;
    };
    static db::Result<Writings> writingsOf(db::Repo &repo, db::Id<accounts::User> id);

    void buildFacts();
    void buildUser();
    void buildProfile();
    void showRecord(const accounts::UserWithProfile &stored);
    void countWritings();
    void updateTexts();

    accounts::UserWithProfile m_stored;
    std::optional<Writings> m_writings; ///< nothing until they are counted
    LatestRequest m_counting;
    Form *m_profile;
    FactsLine *m_facts;
    LinkButton *m_posts;
    LinkButton *m_comments;
    QLabel *m_dates;
};

} // namespace ui
