// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes numbered rows at an even pace while somebody else kills servers, and tells what became of them; see run.

#include "core/toolkit/database.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/schema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = db::Error::Kind;

namespace {

/// Nothing keeps a number from being there twice, so that it would be seen.
struct Entry
{
    db::Id<Entry> id;
    qint64 number = 0;

    static void describe(db::SchemaBuilder<Entry> &schema)
    {
        schema.table("entries");
        schema.primaryKey("id", &Entry::id);
        schema.field("number", &Entry::number);
    }
};

QList<db::Migration> migrations()
{
    return {db::Migration{.change = [](db::SchemaChange &schema) {
                schema.createTable("entries", [](db::ColumnList &table) { table.bigInteger("number").notNull(); });
            }}.identified(20260101000000, u"create_entries"_s)};
}

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Every other row is written in a transaction. Numbers that were refused are written again: nothing was stored of them.
class Writer : public QObject
{
public:
    Writer(const db::DatabaseUrl &url, int rows)
        : m_database(url), m_rows(rows)
    {
        connect(&m_pace, &QTimer::timeout, this, [this] {
            write(m_asked++);
            if (m_asked == m_rows)
                m_pace.stop();
        });
    }

    db::Result<void> start()
    {
        const auto migrated = m_database.write([](db::Repo &repo) { return db::Migrator(repo, migrations()).migrate({}); }).result();
        if (!migrated)
            return db::Failure(migrated.error());
        constexpr std::chrono::milliseconds fiftyASecond = 20ms;
        m_pace.start(fiftyASecond);
        return {};
    }

    /// Compares what was heard with what is stored. True when nothing acknowledged is missing, and nothing is there that
    /// should not be.
    bool check(const db::DatabaseUrl &url) const
    {
        db::Database database(url);
        const auto found = database.read([](db::Repo &repo) { return repo.all(db::from<Entry>()); }).result();
        if (!found) {
            say(u"error: "_s + found.error().message);
            return false;
        }
        QHash<qint64, int> times;
        for (const Entry &entry : *found)
            ++times[entry.number];
        int lost = 0;
        int twice = 0;
        int unknownStored = 0;
        for (int number = 0; number < m_rows; ++number) {
            const int count = times.value(number);
            lost += m_acknowledged.contains(number) && count == 0;
            twice += count > 1;
            unknownStored += m_unknown.contains(number) && count > 0;
        }
        say(u"found=%1 lost=%2 twice=%3 unknown_stored=%4"_s.arg(found->size()).arg(lost).arg(twice).arg(unknownStored));
        return lost == 0 && twice == 0;
    }

    void report() const
    {
        say(u"asked=%1 acknowledged=%2 unknown=%3 refused=%4"_s.arg(m_asked).arg(m_acknowledged.size()).arg(m_unknown.size()).arg(m_refused));
        say(u"acknowledged_at="_s + m_acknowledgedAt.join(u' '));
    }

private:
    void write(qint64 number)
    {
        const auto insert = [number](db::Repo &repo) { return repo.insert(Entry{.id = {}, .number = number}); };
        const auto request = number % 2 == 0 ? m_database.write(insert)
                                             : m_database.write([insert](db::Repo &repo) { return repo.transaction([&] { return insert(repo); }); });
        request.then(this, [this, number](const db::Result<Entry> &answer) { hear(number, answer); });
    }

    void hear(qint64 number, const db::Result<Entry> &answer)
    {
        if (answer) {
            m_acknowledged.insert(number);
            m_acknowledgedAt.append(QString::number(QDateTime::currentMSecsSinceEpoch()));
            constexpr int someRows = 100;
            if (m_acknowledged.size() % someRows == 0)
                say(u"progress=%1"_s.arg(m_acknowledged.size()));
        } else if (answer.error().kind == Kind::OutcomeUnknown) {
            m_unknown.insert(number);
        } else {
            refuse(number, answer.error());
        }
        if (m_acknowledged.size() + m_unknown.size() == m_rows)
            QCoreApplication::quit();
    }

    void refuse(qint64 number, const db::Error &error)
    {
        ++m_refused;
        if (!m_reasons.contains(error.message)) {
            m_reasons.insert(error.message);
            say(u"refused: "_s + error.message);
        }
        const bool mayPass = error.kind == Kind::ConnectionLost || error.kind == Kind::CannotOpen || error.kind == Kind::TimedOut || error.kind == Kind::Locked;
        if (!mayPass)
            QCoreApplication::exit(1);
        QTimer::singleShot(50ms, this, [this, number] { write(number); });
    }

    db::Database m_database;
    const int m_rows;
    QTimer m_pace;
    int m_asked = 0;
    int m_refused = 0;
    QSet<qint64> m_acknowledged;
    QSet<qint64> m_unknown;
    QSet<QString> m_reasons;
    QStringList m_acknowledgedAt; ///< milliseconds since 1970
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    QList<db::DatabaseUrl> urls;
    const int rows = arguments.isEmpty() ? 0 : arguments.takeFirst().toInt();
    for (const QString &text : std::as_const(arguments)) {
        const auto url = db::DatabaseUrl::parse(text);
        if (!url) {
            say(u"error: "_s + url.error().message);
            return 2;
        }
        urls.append(*url);
    }
    if (rows < 1 || urls.isEmpty()) {
        say(u"cluster_writer ROWS URL [URL…]: writes rows to the first, and looks for them in all"_s);
        return 2;
    }
    Writer writer(urls.first(), rows);
    if (const auto started = writer.start(); !started) {
        say(u"error: "_s + started.error().message);
        return 1;
    }
    QTimer::singleShot(2min, &application, [] { QCoreApplication::exit(1); });
    bool isGood = QCoreApplication::exec() == 0;
    writer.report();
    for (const db::DatabaseUrl &url : std::as_const(urls))
        isGood = writer.check(url) && isGood;
    return isGood ? 0 : 1;
}
