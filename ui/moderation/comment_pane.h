// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/moderation/moderation.h"

#include <QScrollArea>

#include <optional>

class QFrame;
class QLabel;

namespace ui {

class Badge;
class BodyView;

/// A comment with all that helps to judge it: who wrote it, the post it is about, and what was said before and after.
class CommentPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit CommentPane(QWidget *parent = nullptr);

    /// Shows what the queue knows; the rest follows with showContext().
    void showItem(const moderation::QueueItem &item);
    void showContext(const moderation::CommentContext &context);
    /// Says why there is no more to see.
    void showProblem(const QString &text);
    void clear();
    /// Half a screen further down, and from the end back to the beginning.
    void scrollOn();
    /// The texts that can take the focus.
    QList<QWidget *> views();

private:
    QFrame *buildCard();
    void updateTexts();
    void updateFacts();
    void updateThread();

    std::optional<moderation::QueueItem> m_item;
    std::optional<moderation::CommentContext> m_context;
    QFrame *m_card;
    QLabel *m_author;
    Badge *m_state;
    QLabel *m_age;
    QLabel *m_facts;
    BodyView *m_body;
    QLabel *m_verdict;
    QLabel *m_problem;
    QLabel *m_postHeading;
    QLabel *m_postTitle;
    QLabel *m_postFacts;
    BodyView *m_post;
    QLabel *m_threadHeading;
    BodyView *m_thread;
};

} // namespace ui
