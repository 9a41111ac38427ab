// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/moderation_texts.h"

#include "ui/comments/comment_state.h"
#include "ui/common/format.h"

#include <QCoreApplication>

using blog::ModerationState;

namespace ui::moderation_texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::Moderation)
};

} // namespace

static QString doneAlone(ModerationState state, int comments)
{
    if (comments == 1) {
        switch (state) {
        case ModerationState::Pending:
            return Texts::tr("Back to pending.");
        case ModerationState::Approved:
            return Texts::tr("Approved.");
        case ModerationState::Rejected:
            return Texts::tr("Rejected.");
        case ModerationState::Spam:
            return Texts::tr("Marked as spam.");
        }
    }
    switch (state) {
    case ModerationState::Pending:
        return Texts::tr("%n comment(s) back to pending.", nullptr, comments);
    case ModerationState::Approved:
        return Texts::tr("%n comment(s) approved.", nullptr, comments);
    case ModerationState::Rejected:
        return Texts::tr("%n comment(s) rejected.", nullptr, comments);
    case ModerationState::Spam:
        return Texts::tr("%n comment(s) marked as spam.", nullptr, comments);
    }
    Q_UNREACHABLE();
}

QString done(ModerationState state, qsizetype comments, qint64 left)
{
    return Texts::tr("%1 %2", "Approved. | 117 left.").arg(doneAlone(state, int(comments)), Texts::tr("%n left.", nullptr, int(left)));
}

QString verdict(const moderation::Verdict &verdict)
{
    if (verdict.state == ModerationState::Pending)
        return Texts::tr("Put back to pending");
    const QString what = commentStateText(verdict.state);
    if (!verdict.at)
        return verdict.by ? Texts::tr("%1 by %2", "Approved | ann").arg(what, *verdict.by) : what;
    if (!verdict.by)
        return Texts::tr("%1 %2", "Approved | 5 min ago").arg(what, ago(*verdict.at));
    return Texts::tr("%1 by %2 %3", "Approved | ann | 5 min ago").arg(what, *verdict.by, ago(*verdict.at));
}

QString record(const moderation::AuthorRecord &record)
{
    if (record.isNewcomer())
        return Texts::tr("new");
    QStringList parts;
    if (record.approved > 0)
        parts.append(Texts::tr("%n approved", nullptr, int(record.approved)));
    if (record.rejected > 0)
        parts.append(Texts::tr("%n rejected", nullptr, int(record.rejected)));
    if (record.spam > 0)
        parts.append(Texts::tr("%n spam", nullptr, int(record.spam)));
    return parts.join(Texts::tr(", "));
}

QString links(qsizetype count)
{
    return count > 0 ? Texts::tr("%n link(s)", nullptr, int(count)) : QString();
}

QString ago(const QDateTime &utc)
{
    return utc.secsTo(QDateTime::currentDateTimeUtc()) < 60 ? Texts::tr("just now") : Texts::tr("%1 ago").arg(formatAge(utc));
}

} // namespace ui::moderation_texts
