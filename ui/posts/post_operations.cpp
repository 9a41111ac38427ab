// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/post_operations.h"

#include "core/blog/blog.h"
#include "ui/common/format.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Changes = QList<blog::PostChange>;

struct PostTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::PostOperations)
};

constexpr int TitleLength = 40;

QString titleOf(const Changes &changes)
{
    return firstLine(changes.first().after.title, TitleLength);
}

/// Completes "Undo …".
QString operationText(const Changes &changes, blog::PostAction action)
{
    const int count = int(changes.size());
    if (count == 1) {
        switch (action) {
        case blog::PostAction::Publish:
            return PostTexts::tr("Publish “%1”").arg(titleOf(changes));
        case blog::PostAction::Unpublish:
            return PostTexts::tr("Unpublish “%1”").arg(titleOf(changes));
        case blog::PostAction::Delete:
            return PostTexts::tr("Move “%1” to the trash").arg(titleOf(changes));
        case blog::PostAction::Restore:
            return PostTexts::tr("Restore “%1”").arg(titleOf(changes));
        }
    }
    switch (action) {
    case blog::PostAction::Publish:
        return PostTexts::tr("Publish %Ln post(s)", nullptr, count);
    case blog::PostAction::Unpublish:
        return PostTexts::tr("Unpublish %Ln post(s)", nullptr, count);
    case blog::PostAction::Delete:
        return PostTexts::tr("Move %Ln post(s) to the trash", nullptr, count);
    case blog::PostAction::Restore:
        return PostTexts::tr("Restore %Ln post(s)", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString doneText(const Changes &changes, blog::PostAction action)
{
    const int count = int(changes.size());
    if (count == 1) {
        switch (action) {
        case blog::PostAction::Publish:
            return PostTexts::tr("“%1” is published.").arg(titleOf(changes));
        case blog::PostAction::Unpublish:
            return PostTexts::tr("“%1” is a draft again.").arg(titleOf(changes));
        case blog::PostAction::Delete:
            return PostTexts::tr("“%1” is in the trash.").arg(titleOf(changes));
        case blog::PostAction::Restore:
            return PostTexts::tr("“%1” is out of the trash.").arg(titleOf(changes));
        }
    }
    switch (action) {
    case blog::PostAction::Publish:
        return PostTexts::tr("%Ln post(s) are published.", nullptr, count);
    case blog::PostAction::Unpublish:
        return PostTexts::tr("%Ln post(s) are drafts again.", nullptr, count);
    case blog::PostAction::Delete:
        return PostTexts::tr("%Ln post(s) are in the trash.", nullptr, count);
    case blog::PostAction::Restore:
        return PostTexts::tr("%Ln post(s) are out of the trash.", nullptr, count);
    }
    Q_UNREACHABLE();
}

Operation::Step takingBack(Session &session, const Changes &changes)
{
    return [&session, changes] {
        return session.write([changes](db::Repo &repo) { return blog::Blog(repo).takeBack(changes); });
    };
}

} // namespace

void recordPosts(Session &session, const Changes &changes, const QString &text, const QString &doneText)
{
    Changes inverses;
    for (const blog::PostChange &change : changes)
        inverses.prepend(change.inverse());
    session.record({text, {DataKind::Posts, DataKind::Tags}, takingBack(session, changes), takingBack(session, inverses)}, doneText);
}

void changePosts(Session &session, const QList<qint64> &keys, blog::PostAction action)
{
    if (keys.isEmpty() || session.isReadOnly())
        return;
    QList<db::Id<blog::Post>> ids;
    for (const qint64 key : keys)
        ids.append(db::Id<blog::Post>{key});
    session
        .write([ids, action](db::Repo &repo) { return blog::Blog(repo).changePosts(ids, action); })
        .then(&session, [&session, action, activity = session.activities().start(PostTexts::tr("Changing posts"))](const db::Result<Changes> &changes) {
            if (!changes)
                return session.report(changes.error());
            if (changes->isEmpty())
                return session.tell({Message::Kind::Info, PostTexts::tr("There was nothing to change."), {}});
            recordPosts(session, *changes, operationText(*changes, action), doneText(*changes, action));
        });
}

} // namespace ui
