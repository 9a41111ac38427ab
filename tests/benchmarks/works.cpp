// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/works.h"

#include <algorithm>
#include <sys/resource.h>
#include <time.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

using Checksum = std::function<quint64()>;
using Timed = std::function<Checksum()>;

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024; // kibibytes on Linux
}

/// The checksum is made after the clock has stopped.
Checksum summed(const QList<Post> &posts, quint64 (*sum)(const QList<Post> &))
{
    return [posts, sum] { return sum(posts); };
}

Checksum known(quint64 value)
{
    return [value] { return value; };
}

QList<Work> makeWorks()
{
    return {
        {.name = u"posts"_s, .title = u"all 100,000 posts into structs"_s, .prepare = [](Implementation &side) -> Timed {
             return [&side] { return summed(side.allPosts(), &checksum); };
         }},
        {.name = u"keys"_s, .title = u"20,000 by primary key, one at a time"_s, .prepare = [](Implementation &side) -> Timed {
             return [&side, keys = lookupKeys()] { return summed(side.postsByKey(keys), &checksum); };
         }},
        {.name = u"forms"_s, .title = u"10,000 comments through a changeset, one transaction"_s, .writes = true, .prepare = [](Implementation &side) -> Timed {
             return [&side, forms = commentForms()] { side.insertForms(forms); return known(0); };
         }},
        {.name = u"bulk"_s, .title = u"insertAll of 100,000"_s, .repetitions = 3, .writes = true, .prepare = [](Implementation &side) -> Timed {
             return [&side, comments = newComments()] { side.insertAll(comments); return known(0); };
         }},
        {.name = u"trees"_s, .title = u"2,000 posts with author, tags, comments and their users"_s, .repetitions = 15, .prepare = [](Implementation &side) -> Timed {
             return [&side] { return summed(side.trees(), &treeChecksum); };
         }},
        {.name = u"changeset"_s, .title = u"changeset alone, 10,000 times"_s, .repetitions = 9, .prepare = [](Implementation &side) -> Timed {
             return [&side, forms = commentForms()] { return known(side.checkForms(forms)); };
         }},
        {.name = u"stream"_s, .title = u"5,000,000 rows one after the other"_s, .repetitions = 1, .prepare = [](Implementation &side) -> Timed {
             return [&side] { return known(side.streamRepetitions()); };
         }},
    };
}

} // namespace

const QList<Work> &works()
{
    static const QList<Work> all = makeWorks();
    return all;
}

QJsonObject measure(const Work &work, Implementation &implementation)
{
    const Timed timed = work.prepare(implementation);
    QList<double> cpu;
    QList<double> wall;
    quint64 sum = 0;
    const bool warmsUp = work.repetitions > 1;
    for (int turn = warmsUp ? -1 : 0; turn < work.repetitions; ++turn) {
        const double cpuBefore = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        const double wallBefore = milliseconds(CLOCK_MONOTONIC);
        const Checksum outcome = timed();
        const double cpuSpent = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpuBefore;
        const double wallSpent = milliseconds(CLOCK_MONOTONIC) - wallBefore;
        sum = outcome();
        if (work.writes)
            implementation.removeNewComments();
        if (turn < 0)
            continue;
        cpu.append(cpuSpent);
        wall.append(wallSpent);
    }
    return {{u"cpu_ms"_s, median(cpu)}, {u"wall_ms"_s, median(wall)}, {u"peak_mb"_s, peakMegabytes()}, {u"checksum"_s, QString::number(sum)}};
}

} // namespace bench
