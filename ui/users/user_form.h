// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accounts.h"
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
    void buildFacts();
    void buildUser();
    void buildProfile();
    void showRecord(const accounts::UserWithProfile &stored);
    void countWritings();
    void updateTexts();

    accounts::UserWithProfile m_stored;
    qint64 m_postCount = 0;
    qint64 m_commentCount = 0;
    Form *m_profile;
    FactsLine *m_facts;
    LinkButton *m_posts;
    LinkButton *m_comments;
    QLabel *m_dates;
};

} // namespace ui
