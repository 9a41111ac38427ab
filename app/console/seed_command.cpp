// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/interruption.h"
#include "app/console/open_database.h"
#include "core/sample/sample_community.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

sample::SampleSize sizeFrom(const Arguments &arguments)
{
    sample::SampleSize size;
    if (const std::optional<int> posts = arguments.number(u"posts"_s))
        size = sample::SampleSize::forPosts(*posts);
    size.users = arguments.number(u"users"_s).value_or(size.users);
    size.comments = arguments.number(u"comments"_s).value_or(size.comments);
    return size;
}

db::Result<QJsonObject> seed(const Arguments &arguments, Console &console)
{
    db::Result<OpenDatabase> database = openMigratedDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const auto token = std::make_shared<db::CancelToken>();
    database->connection->setToken(token);
    const sample::SampleSize size = sizeFrom(arguments);
    const QString community = u"%1 users, %2 posts and %3 comments"_s.arg(size.users).arg(size.posts).arg(size.comments);
    console.showProgress(u"Making "_s + community);
    const Interruption interruption(token);
    const QDate until = arguments.date(u"until"_s).value_or(QDateTime::currentDateTimeUtc().date());
    if (const db::Result<void> made = sample::createCommunity(database->repo, size, until.startOfDay(Qt::UTC)); !made)
        return db::Failure(made.error());
    console.showProgress({});
    console.say(u"The database has now "_s + community);
    return QJsonObject{{u"users"_s, size.users}, {u"posts"_s, size.posts}, {u"comments"_s, size.comments}};
}

} // namespace

Command seedCommand()
{
    return {
        .name = u"seed"_s,
        .summary = u"Fill an empty database with a sample community"_s,
        .description = u"Fills an empty database with a community that reads like a real one, 30 months old. The same\n"
                       "sizes and day make the same rows."_s,
        .options = {
            {.name = u"posts"_s, .value = u"N"_s, .description = u"How many posts, with users and comments to match; 500 if not given"_s, .minimum = 0},
            {.name = u"users"_s, .value = u"N"_s, .description = u"How many users"_s, .minimum = 1},
            {.name = u"comments"_s, .value = u"N"_s, .description = u"How many comments"_s, .minimum = 0},
            {.name = u"until"_s, .value = u"DAY"_s, .description = u"The day at whose start (UTC) the dates end; today if not given"_s, .isDate = true},
        },
        .examples = {u"seed"_s, u"seed --posts 100000 --until 2026-11-22 --database sqlite:large.sqlite"_s},
        .run = &seed,
    };
}

} // namespace console
