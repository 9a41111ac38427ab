// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/statement_log.h"
#include "tests/support/site.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using library::Author;

/// The examples of docs/toolkit/running.md.
class tst_RunningExample : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void aWindowAsksAndIsAnswered();
    void aRequestHasATimeToBeDoneIn();
    void aLogTellsWhatTookLong();

private:
    void show(const QList<Author> &authors) { m_shown = int(authors.size()); }
    void explain(const db::Error &error) { m_explained = error.message; }

    int m_shown = -1;
    QString m_explained;
};

void tst_RunningExample::aWindowAsksAndIsAnswered()
{
    const Site site;
    db::Database m_database(site.url);
    const auto request = m_database.read([](db::Repo &repo) { return repo.all(db::from<Author>()); });
    request.then(this, [this](const db::Result<QList<Author>> &authors) {
        if (authors)
            show(*authors);
        else
            explain(authors.error());
    });
    QTRY_COMPARE(m_shown, 0);

    request.cancel();
}

void tst_RunningExample::aRequestHasATimeToBeDoneIn()
{
    const Site site;
    db::Database database(site.url);
    const auto saved = database
                           .write(
                               [](db::Repo &repo) {
                                   return repo.insert(db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"ada@example.com"_s));
                               },
                               5s)
                           .result();
    QVERIFY(saved);
}

void tst_RunningExample::aLogTellsWhatTookLong()
{
    const Site site;
    db::Database database(site.url);
    const db::StatementLog log;
    QVERIFY(database.read([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result());
    QStringList lines;
    const QList<db::StatementLog::Statistics> statistics = log.statistics();
    for (const db::StatementLog::Statistics &each : statistics)
        lines.append(u"%1 times, %2 ms: %3"_s.arg(each.calls).arg(double(each.p95Nanoseconds) / 1e6).arg(each.sql));
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QString &line) { return line.contains(u"count(*)"); }));
}

QTEST_GUILESS_MAIN(tst_RunningExample)
#include "tst_running_example.moc"
