// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/comment.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// What has been decided about a comment, and a button for each other decision, with a reason beside them.
class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names: "comments.form" gives "comments.form.approved".
    explicit DecisionBar(const QString &name, QWidget *parent = nullptr);

    /// The comment to decide about.
    void setComment(const blog::Comment &comment);
    void setReadOnly(bool readOnly);
    /// Nothing can be pressed while a decision is being stored; setComment() ends it.
    void setBusy(bool busy);

signals:
    void decided(blog::ModerationState state, const QString &reason);

private:
    void updateTexts();

    blog::Comment m_comment;
    bool m_isReadOnly = false;
    bool m_isBusy = false;
    QLabel *m_state;
    QLabel *m_caption;
    QLineEdit *m_reason;
    QMap<blog::ModerationState, QPushButton *> m_buttons;
};

} // namespace ui
