// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/site.h"

#include <QRandomGenerator>
#include <QTest>

#include <deque>
#include <thread>

using namespace Qt::StringLiterals;
using Kind = db::Error::Kind;
using library::Author;

/// Many requests from many threads at once, of which some are withdrawn at any moment.
class tst_PoolStress : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void everyRequestIsAnsweredOnceAndTruly();
};

namespace {

/// What one thread asked and heard.
class Asker
{
public:
    Asker(db::Database &database, int number)
        : m_database(database), m_number(number), m_random(quint32(number)) { }

    void ask(int requests)
    {
        for (int i = 0; i < requests; ++i) {
            const int dice = m_random.bounded(100);
            if (dice < 10)
                write(u"%1-%2"_s.arg(m_number).arg(i), false);
            else if (dice < 13)
                write(u"%1-%2"_s.arg(m_number).arg(i), true);
            else
                read();
            if (m_random.bounded(10) == 0)
                m_asked.at(std::size_t(m_random.bounded(int(m_asked.size())))).request.cancel();
            constexpr std::size_t mostAtOnce = 16;
            if (m_asked.size() > mostAtOnce)
                hear();
        }
        while (!m_asked.empty())
            hear();
    }

    int answered() const { return m_answered; }
    int canceled() const { return m_canceled; }
    const QStringList &stored() const { return m_stored; }
    const QStringList &wrong() const { return m_wrong; }

private:
    struct Asked
    {
        QString name; ///< of the author to be stored; empty for a read
        bool mustFail = false;
        db::Request<db::Result<qint64>> request;
    };

    void read()
    {
        m_asked.push_back({{}, false, m_database.read([number = m_number](db::Repo &repo) -> db::Result<qint64> {
                               const auto found = repo.getBy(&Author::name, u"%1-0"_s.arg(number));
                               if (!found)
                                   return db::Failure(found.error());
                               return found->has_value() ? 1 : 0;
                           })});
    }

    /// Two rows or none: the second has a name that is taken when it must fail.
    void write(const QString &name, bool mustFail)
    {
        m_asked.push_back({name, mustFail, m_database.write([name, mustFail](db::Repo &repo) {
                               return repo.transaction([&]() -> db::Result<qint64> {
                                   for (const QString &part : {name, mustFail ? name : QString(name + u"'s friend")}) {
                                       const auto added = repo.insert(db::change(Author{}).put(&Author::name, part).put(&Author::email, part));
                                       if (!added)
                                           return db::Failure(added.error());
                                   }
                                   return 2;
                               });
                           })});
    }

    void hear()
    {
        const Asked oldest = std::move(m_asked.front());
        m_asked.pop_front();
        const db::Result<qint64> answer = oldest.request.result();
        ++m_answered;
        if (answer && !oldest.name.isEmpty())
            m_stored += {oldest.name, QString(oldest.name + u"'s friend")};
        if (answer && oldest.mustFail)
            m_wrong.append(u"stored twice: "_s + oldest.name);
        if (!answer && answer.error().kind == Kind::Canceled)
            ++m_canceled;
        else if (!answer && !(oldest.mustFail && answer.error().kind == Kind::Unique))
            m_wrong.append(answer.error().message);
    }

    db::Database &m_database;
    const int m_number;
    QRandomGenerator m_random;
    std::deque<Asked> m_asked;
    int m_answered = 0;
    int m_canceled = 0;
    QStringList m_stored;
    QStringList m_wrong;
};

} // namespace

void tst_PoolStress::everyRequestIsAnsweredOnceAndTruly()
{
    const bool isSqlite = testedEngine() == db::DatabaseUrl::Engine::Sqlite;
    // Each statement on a server is some 50 times as far away, and a cancel a new connection.
    const int requests = isSqlite ? 100'000 : 20'000;
    constexpr int threads = 8;
    const Site site;
    db::Database database(site.url);
    std::vector<Asker> askers;
    std::vector<std::thread> running;
    for (int number = 0; number < threads; ++number)
        askers.emplace_back(database, number);
    for (Asker &asker : askers)
        running.emplace_back([&asker, requests] { asker.ask(requests / threads); });
    for (std::thread &thread : running)
        thread.join();

    int answered = 0;
    int canceled = 0;
    QStringList stored;
    for (const Asker &asker : askers) {
        answered += asker.answered();
        canceled += asker.canceled();
        stored += asker.stored();
        QCOMPARE(asker.wrong(), QStringList());
    }
    QCOMPARE(answered, requests);
    QVERIFY(canceled > 0);

    const auto found = database.read([](db::Repo &repo) { return repo.all(db::from<Author>()); }).result();
    QVERIFY(found);
    QStringList names;
    for (const Author &author : *found)
        names.append(author.name);
    names.sort();
    stored.sort();
    QCOMPARE(names, stored);
}

QTEST_GUILESS_MAIN(tst_PoolStress)
#include "tst_pool_stress.moc"
