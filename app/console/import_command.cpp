// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/interruption.h"
#include "app/console/open_database.h"
#include "core/importing/stackexchange.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using importing::ImportCounts;
using importing::ImportProgress;
using importing::ImportReport;

struct Kind
{
    QString name;
    const ImportCounts &counts;
};

QList<Kind> kindsOf(const ImportReport &report)
{
    return {{u"users"_s, report.users}, {u"posts"_s, report.posts}, {u"tags"_s, report.tags}, {u"comments"_s, report.comments}};
}

QJsonObject toJson(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

QJsonObject toJson(const ImportReport &report)
{
    QJsonObject object{
        {u"source"_s, report.source},
        {u"rejects_file"_s, report.rejectsFile.isEmpty() ? QJsonValue() : QJsonValue(report.rejectsFile)},
    };
    for (const Kind &kind : kindsOf(report)) {
        object.insert(kind.name, QJsonObject{
                                     {u"read"_s, kind.counts.read},
                                     {u"imported"_s, kind.counts.imported},
                                     {u"unchanged"_s, kind.counts.unchanged},
                                     {u"rejected"_s, kind.counts.rejected},
                                     {u"reasons"_s, toJson(kind.counts.reasons)},
                                     {u"adjusted"_s, toJson(kind.counts.adjusted)},
                                 });
    }
    return object;
}

void sayReasons(const QString &heading, const QMap<QString, qint64> ImportCounts::*reasons, const ImportReport &report, Console &console)
{
    bool isFirst = true;
    for (const Kind &kind : kindsOf(report)) {
        const QMap<QString, qint64> &counts = kind.counts.*reasons;
        for (auto reason = counts.cbegin(); reason != counts.cend(); ++reason) {
            if (std::exchange(isFirst, false))
                console.say(heading);
            console.say(u"%1  %2: %3"_s.arg(reason.value(), 8).arg(kind.name, reason.key()));
        }
    }
}

void sayReport(const ImportReport &report, Console &console)
{
    const QString row = u"%1%2%3%4%5"_s;
    console.say(row.arg(QString(), -10).arg(u"read"_s, 10).arg(u"imported"_s, 10).arg(u"unchanged"_s, 11).arg(u"rejected"_s, 10));
    for (const Kind &kind : kindsOf(report)) {
        console.say(row.arg(kind.name, -10)
                        .arg(kind.counts.read, 10)
                        .arg(kind.counts.imported, 10)
                        .arg(kind.counts.unchanged, 11)
                        .arg(kind.counts.rejected, 10));
    }
    sayReasons(u"Rejected:"_s, &ImportCounts::reasons, report, console);
    sayReasons(u"Adjusted:"_s, &ImportCounts::adjusted, report, console);
    if (!report.rejectsFile.isEmpty())
        console.say(u"Each of these rows is listed in "_s + QDir::toNativeSeparators(report.rejectsFile));
}

db::Result<QJsonObject> importStackExchange(const Arguments &arguments, Console &console)
{
    db::Result<OpenDatabase> database = openMigratedDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const auto token = std::make_shared<db::CancelToken>();
    database->connection->setToken(token);

    importing::StackExchangeDump dump{.folder = arguments.operands.first(), .site = arguments.value(u"site"_s)};
    if (arguments.isSet(u"rejects"_s))
        dump.rejectsFile = arguments.value(u"rejects"_s);
    const auto showProgress = [&console](const ImportProgress &progress) {
        const qint64 percent = progress.totalBytes > 0 ? 100 * progress.bytes / progress.totalBytes : 100;
        console.showProgress(u"%1 %  %2, %3 rows"_s.arg(percent, 3).arg(progress.file).arg(progress.rows));
    };
    const Interruption interruption(token);
    const auto report = importing::importStackExchange(database->repo, dump, showProgress);
    if (!report)
        return db::Failure(report.error());
    console.showProgress({});
    sayReport(*report, console);
    return toJson(*report);
}

} // namespace

Command importStackExchangeCommand()
{
    return {
        .name = u"import stackexchange"_s,
        .operands = {u"FOLDER"_s},
        .summary = u"Import a dump of a Stack Exchange site"_s,
        .description = u"Imports Users.xml, Posts.xml, Comments.xml and Tags.xml of a dump: all of it or, if something\n"
                       "is wrong with a file, nothing. What came in earlier is left as it is now."_s,
        .options = {
            {.name = u"site"_s, .value = u"NAME"_s, .description = u"Tells the dumps of several sites apart; the name of FOLDER if not given"_s},
            {.name = u"rejects"_s, .value = u"FILE"_s, .description = u"Where to list rejected and adjusted rows; stackexchange-rejects.csv if not given"_s},
        },
        .examples = {u"import stackexchange dumps/quantumcomputing"_s, u"import stackexchange . --site quantumcomputing --rejects /tmp/rejects.csv --json"_s},
        .run = &importStackExchange,
    };
}

} // namespace console
