// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/comment.h"
#include "ui/forms/form_page.h"

class QLabel;

namespace ui {

class DecisionBar;
class FactsLine;
class LinkButton;

/// A comment: its text, post and author, and what is decided about it. The text is saved; a decision counts at once.
class CommentForm : public FormPage
{
    Q_OBJECT

public:
    explicit CommentForm(Session &session, QWidget *parent = nullptr);

    QString recordName() const override;

protected:
    void read(qint64 key) override;
    void prepareNew() override;
    void save() override;

private:
    void buildFacts();
    void buildFields();
    void showRecord(const blog::Comment &comment);
    void updateTexts();

    blog::Comment m_comment;
    FactsLine *m_facts;
    LinkButton *m_post;
    LinkButton *m_user;
    QLabel *m_dates;
    DecisionBar *m_decision;
};

} // namespace ui
