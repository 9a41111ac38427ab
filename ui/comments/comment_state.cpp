// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comments/comment_state.h"

#include "core/toolkit/changeset.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct CommentStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::CommentState)
};

} // namespace

QString commentStateText(blog::ModerationState state)
{
    switch (state) {
    case blog::ModerationState::Pending:
        return CommentStateTexts::tr("Pending");
    case blog::ModerationState::Approved:
        return CommentStateTexts::tr("Approved");
    case blog::ModerationState::Rejected:
        return CommentStateTexts::tr("Rejected");
    case blog::ModerationState::Spam:
        return CommentStateTexts::tr("Spam");
    }
    Q_UNREACHABLE();
}

QIcon commentStateIcon(blog::ModerationState state)
{
    switch (state) {
    case blog::ModerationState::Pending:
        return icon("clock");
    case blog::ModerationState::Approved:
        return icon("dialog-ok-apply");
    case blog::ModerationState::Rejected:
        return icon("dialog-cancel");
    case blog::ModerationState::Spam:
        return icon("mail-mark-junk");
    }
    Q_UNREACHABLE();
}

Theme::Role commentStateRole(blog::ModerationState state)
{
    switch (state) {
    case blog::ModerationState::Pending:
        return Theme::Role::Pending;
    case blog::ModerationState::Approved:
        return Theme::Role::Ok;
    case blog::ModerationState::Rejected:
        return Theme::Role::Error;
    case blog::ModerationState::Spam:
        return Theme::Role::Warning;
    }
    Q_UNREACHABLE();
}

QString commentStateCommand(blog::ModerationState state)
{
    switch (state) {
    case blog::ModerationState::Pending:
        return CommentStateTexts::tr("Back to pending");
    case blog::ModerationState::Approved:
        return CommentStateTexts::tr("Approve");
    case blog::ModerationState::Rejected:
        return CommentStateTexts::tr("Reject");
    case blog::ModerationState::Spam:
        return CommentStateTexts::tr("Mark as spam");
    }
    Q_UNREACHABLE();
}

QString commentOperationText(blog::ModerationState state, qsizetype comments)
{
    switch (state) {
    case blog::ModerationState::Pending:
        return CommentStateTexts::tr("Put %Ln comment(s) back to pending", nullptr, int(comments));
    case blog::ModerationState::Approved:
        return CommentStateTexts::tr("Approve %Ln comment(s)", nullptr, int(comments));
    case blog::ModerationState::Rejected:
        return CommentStateTexts::tr("Reject %Ln comment(s)", nullptr, int(comments));
    case blog::ModerationState::Spam:
        return CommentStateTexts::tr("Mark %Ln comment(s) as spam", nullptr, int(comments));
    }
    Q_UNREACHABLE();
}

int longestReason()
{
    const db::ChangesetCore changeset = blog::Comment::moderation({}, {}, {}).core();
    for (const db::Validation &validation : changeset.validations()) {
        if (validation.field == u"moderation_reason" && validation.length.max)
            return *validation.length.max;
    }
    Q_UNREACHABLE();
}

QString commentAuthor(const blog::Comment &comment)
{
    return comment.user ? comment.user->username : QString(u'#' + QString::number(comment.userId.value));
}

} // namespace ui
