// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/moderation/moderation.h"
#include "core/toolkit/database.h"
#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"
#include "tests/support/builders.h"
#include "tests/support/gui.h"
#include "ui/moderation/moderation_page.h"
#include "ui/moderation/queue_model.h"
#include "ui/session.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

#include <functional>

/// The moderation page on a database of its own, as a moderator called "operator" sees it.
struct ModerationBench
{
    /// In memory, with so many pending comments by turns of ann and ben, oldest first: "Comment number 1 of a test".
    explicit ModerationBench(int comments, const db::DatabaseUrl &url = db::DatabaseUrl::inMemory())
        : ModerationBench([comments](db::Repo &repo) { fill(repo, comments); }, url) { }
    explicit ModerationBench(const std::function<void(db::Repo &)> &filled, const db::DatabaseUrl &url = db::DatabaseUrl::inMemory())
    {
        gui::reset();
        auto database = std::make_unique<db::Database>(url);
        must(database->write([filled](db::Repo &repo) -> db::Result<void> {
                         must(db::Migrator(repo, migrations::all()).migrate({}));
                         filled(repo);
                         return {};
                     })
                 .result());
        session = std::make_unique<ui::Session>(std::move(database), u"operator"_qs);
        messages = std::make_unique<QSignalSpy>(session.get(), &ui::Session::messagePosted);
        page = std::make_unique<ui::ModerationPage>(*session);
        page->resize(1100, 700);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the window is not active");
        page->visit({u"moderation"_qs});
        list = gui::find<QListView>(page.get(), u"moderation.list"_qs);
        // Counts and rows come from different readers, in any order.
        const auto *rows = qobject_cast<const ui::QueueModel *>(list->model());
        if (!QTest::qWaitFor([this, rows] { return tabs().first().contains(u'(') && !rows->isLoading(); }))
            qFatal("the page shows nothing");
        page->focusFirst();
    }
    ~ModerationBench() { page.reset(); }
    ModerationBench(const ModerationBench &) = delete;
    ModerationBench &operator=(const ModerationBench &) = delete;

    static QString body(int number) { return u"Comment number %1 of a test"_qs.arg(number); }
    static void fill(db::Repo &repo, int comments)
    {
        Builders builders(repo);
        const accounts::User ann = builders.user(u"ann"_qs);
        const accounts::User ben = builders.user(u"ben"_qs);
        const blog::Post post = builders.post(ann, u"A post about something"_qs, QDateTime::currentDateTimeUtc().addDays(-20));
        const QDateTime start = QDateTime::currentDateTimeUtc().addDays(-10);
        for (int number = 1; number <= comments; ++number)
            builders.comment(post, number % 2 ? ann : ben, body(number), blog::ModerationState::Pending, start.addSecs(number));
    }

    template <typename Widget = QWidget>
    Widget *find(const QString &name) const
    {
        return gui::find<Widget>(page.get(), name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(list, key, modifiers); }
    void click(const QString &button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    int rows() const { return list->model()->rowCount(); }
    QString current() const { return list->currentIndex().data().toString(); }
    QString rowText(int row) const { return list->model()->index(row, 0).data().toString(); }
    QStringList tabs() const
    {
        const auto *bar = gui::find<QTabBar>(page.get(), u"moderation.scopes"_qs);
        QStringList texts;
        for (int index = 0; index < bar->count(); ++index)
            texts.append(bar->tabText(index));
        return texts;
    }
    QString lastMessage() const { return messages->isEmpty() ? QString() : messages->last().first().value<ui::Message>().text(); }

    /// The comment as it is stored.
    blog::Comment stored(int id) const
    {
        return must(session->database().read([id](db::Repo &repo) { return repo.fetch(db::Id<blog::Comment>{id}); }).result());
    }
    blog::ModerationState state(int id) const { return stored(id).state; }
    qint64 count(blog::ModerationState state) const
    {
        return must(session->database().read([](db::Repo &repo) { return moderation::Moderation(repo).countsByState(); }).result()).value(state);
    }

    std::unique_ptr<ui::Session> session;
    std::unique_ptr<QSignalSpy> messages;
    std::unique_ptr<ui::ModerationPage> page;
    QListView *list = nullptr;
};
