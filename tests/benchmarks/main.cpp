// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compares the toolkit with QSqlQuery written by hand and with the C interface of the engine, on the same data. Each turn of
// each implementation is a process of its own, so that its peak of memory can be told, and the implementations take turns,
// so that a busy machine is as unfair to one as to the other.

#include "tests/benchmarks/migrations.h"
#include "tests/benchmarks/works.h"
#include "tests/benchmarks/workshop.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QStringList implementations{u"raw"_s, u"qsqlquery"_s, u"toolkit"_s};

struct Engine
{
    QString name;
    db::DatabaseUrl::Engine engine;
    std::unique_ptr<bench::Implementation> (*raw)(const db::DatabaseUrl &url);
};
const QList<Engine> engines{
    {u"sqlite"_s, db::DatabaseUrl::Engine::Sqlite, &bench::rawSqlite},
    {u"postgres"_s, db::DatabaseUrl::Engine::Postgres, &bench::rawPostgres},
    {u"mariadb"_s, db::DatabaseUrl::Engine::MariaDb, &bench::rawMariadb},
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

const bench::Work &workNamed(const QString &name)
{
    const QList<bench::Work> &all = bench::works();
    const auto found = std::find_if(all.begin(), all.end(), [&](const bench::Work &work) { return work.name == name; });
    if (found == all.end())
        bench::giveUp(u"There is no work named %1"_s.arg(name));
    return *found;
}

const Engine &engineNamed(const QString &name)
{
    const auto found = std::find_if(engines.begin(), engines.end(), [&](const Engine &engine) { return engine.name == name; });
    if (found == engines.end())
        bench::giveUp(u"There is no engine named %1"_s.arg(name));
    return *found;
}

/// What a child process does: one implementation, one work.
void runTurn(const QString &implementation, const QString &work, const QString &address)
{
    const db::Result<db::DatabaseUrl> url = db::DatabaseUrl::parse(address);
    if (!url)
        bench::giveUp(url.error().message);
    const auto engine = std::find_if(engines.begin(), engines.end(), [&](const Engine &candidate) { return candidate.engine == url->engine(); });
    const std::unique_ptr<bench::Implementation> side = implementation == u"raw" ? engine->raw(*url)
        : implementation == u"qsqlquery"                                         ? bench::handWrittenQtSql(*url)
                                                                                 : bench::toolkit(*url);
    out() << QJsonDocument(bench::measure(workNamed(work), *side)).toJson(QJsonDocument::Compact) << Qt::endl;
}

QJsonObject turnOf(const QString &implementation, const QString &work, const QString &url)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--turn"_s, implementation, u"--work"_s, work, u"--url"_s, url});
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        bench::giveUp(u"%1 failed at %2"_s.arg(implementation, work));
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

double median(const QList<QJsonObject> &turns, const QString &figure)
{
    QList<double> values;
    for (const QJsonObject &turn : turns)
        values.append(turn.value(figure).toDouble());
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void compare(const Engine &engine, const bench::Work &work, const QString &url, int rounds, bool isJson)
{
    QMap<QString, QList<QJsonObject>> turns;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &implementation : implementations)
            turns[implementation].append(turnOf(implementation, work.name, url));
    }
    const QString expected = turns[u"raw"_s].first().value(u"checksum").toString();
    const double rawCpu = median(turns[u"raw"_s], u"cpu_ms"_s);
    const double rawWall = median(turns[u"raw"_s], u"wall_ms"_s);
    if (!isJson)
        out() << u"\n%1: %2 (%3)"_s.arg(engine.name, work.title, work.name) << Qt::endl;
    for (const QString &implementation : implementations) {
        const QList<QJsonObject> &own = turns[implementation];
        if (own.first().value(u"checksum").toString() != expected)
            bench::giveUp(u"%1 found something else at %2"_s.arg(implementation, work.name));
        const double cpu = median(own, u"cpu_ms"_s);
        const double wall = median(own, u"wall_ms"_s);
        const double peak = median(own, u"peak_mb"_s);
        if (isJson) {
            const QJsonObject line{{u"engine"_s, engine.name}, {u"work"_s, work.name}, {u"implementation"_s, implementation}, {u"cpu_ms"_s, cpu}, {u"wall_ms"_s, wall}, {u"peak_mb"_s, peak}, {u"ratio_to_raw"_s, cpu / rawCpu}, {u"wall_ratio_to_raw"_s, wall / rawWall}};
            out() << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
        } else {
            out() << u"%1 %2 ms CPU, %3 ms wall, %4 MB; to raw: CPU %5, wall %6"_s.arg(implementation, 10).arg(cpu, 8, 'f', 1).arg(wall, 8, 'f', 1).arg(peak, 6, 'f', 1).arg(cpu / rawCpu, 5, 'f', 2).arg(wall / rawWall, 5, 'f', 2)
                  << Qt::endl;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Compares the toolkit with QSqlQuery and the engines' C interfaces."_s);
    parser.addHelpOption();
    const QCommandLineOption engineOption(u"engine"_s, u"Only this engine: sqlite, postgres or mariadb."_s, u"name"_s);
    const QCommandLineOption workOption(u"work"_s, u"Only this work: posts, keys, forms, bulk, trees, changeset or stream."_s, u"name"_s);
    const QCommandLineOption roundsOption(u"rounds"_s, u"How often each implementation has its turn."_s, u"number"_s, u"3"_s);
    const QCommandLineOption jsonOption(u"json"_s, u"One JSON object a line."_s);
    // For one turn alone, under a profiler say.
    const QCommandLineOption turnOption(u"turn"_s, u"One turn of raw, qsqlquery or toolkit on the database of --url."_s, u"implementation"_s);
    const QCommandLineOption urlOption(u"url"_s, u"A database with the data."_s, u"url"_s);
    const QCommandLineOption migrationsOption(u"migrations"_s, u"So many migrations on an empty database, instead of the works."_s, u"number"_s);
    parser.addOptions({engineOption, workOption, roundsOption, jsonOption, turnOption, urlOption, migrationsOption});
    parser.process(app);

    if (parser.isSet(turnOption)) {
        runTurn(parser.value(turnOption), parser.value(workOption), parser.value(urlOption));
        return 0;
    }
    const QList<Engine> chosen = parser.isSet(engineOption) ? QList<Engine>{engineNamed(parser.value(engineOption))} : engines;
    if (parser.isSet(migrationsOption)) {
        const int count = parser.value(migrationsOption).toInt();
        for (const Engine &engine : chosen)
            out() << u"%1: %2 migrations in %3 ms"_s.arg(engine.name).arg(count).arg(bench::migrationsOn(engine.engine, count)) << Qt::endl;
        return 0;
    }
    const QList<bench::Work> todo = parser.isSet(workOption) ? QList<bench::Work>{workNamed(parser.value(workOption))} : bench::works();
    for (const Engine &engine : chosen) {
        std::optional<bench::Workshop> workshop;
        if (!parser.isSet(urlOption))
            workshop.emplace(engine.engine);
        const QString url = workshop ? workshop->url() : parser.value(urlOption);
        for (const bench::Work &work : todo)
            compare(engine, work, url, parser.value(roundsOption).toInt(), parser.isSet(jsonOption));
    }
    return 0;
}
