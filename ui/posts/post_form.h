// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/post.h"
#include "ui/common/latest_request.h"
#include "ui/forms/form_page.h"

class QLabel;

namespace ui {

class FactsLine;
class LinkButton;
class RecordPicker;
class SlugEditor;

/// A post: what it says, who wrote it, when it is published, and its tags. Saved with new tags in one transaction.
class PostForm : public FormPage
{
    Q_OBJECT

public:
    explicit PostForm(Session &session, QWidget *parent = nullptr);

    QString recordName() const override;

protected:
    void read(qint64 key) override;
    void prepareNew() override;
    void save() override;

private:
    void buildFields();
    void buildFacts();
    void showRecord(const blog::Post &post);
    void countComments();
    void updatePreview();
    void updateTexts();

    blog::Post m_post;
    std::optional<qint64> m_comments; ///< nothing until they are counted
    LatestRequest m_counting;
    SlugEditor *m_slug;
    RecordPicker *m_author;
    FactsLine *m_facts;
    QLabel *m_views;
    QLabel *m_dates;
    LinkButton *m_commentsLink;
    LinkButton *m_authorLink;
    QPushButton *m_delete;
    QPushButton *m_restore;
};

} // namespace ui
