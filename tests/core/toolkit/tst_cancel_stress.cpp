// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/site.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using Kind = db::Error::Kind;
using library::Author;

/// Requests that are withdrawn at any moment, many of them.
class tst_CancelStress : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void aThousandCancelsAtAnyMomentLeaveNothingHalfWritten();

private:
    static db::Result<Author> addAuthor(db::Repo &repo, const QString &name);
};

db::Result<Author> tst_CancelStress::addAuthor(db::Repo &repo, const QString &name)
{
    return repo.insert(db::change(Author{}).put(&Author::name, name).put(&Author::email, name));
}

void tst_CancelStress::aThousandCancelsAtAnyMomentLeaveNothingHalfWritten()
{
    const Site site;
    constexpr int times = 1000;
    QRandomGenerator random(20261122);
    QSet<QString> stored;
    int canceled = 0;
    {
        db::Database database(site.url);
        struct Asked
        {
            QString name;
            db::Request<db::Result<Author>> request;
        };
        QList<Asked> asked;
        const auto settle = [&] {
            const Asked oldest = asked.takeFirst();
            const db::Result<Author> answer = oldest.request.result();
            if (answer)
                stored.insert(oldest.name);
            else if (answer.error().kind == Kind::Canceled)
                ++canceled;
            else
                QFAIL(qPrintable(answer.error().message));
        };
        for (int i = 0; i < times; ++i) {
            const QString name = u"author %1"_s.arg(i);
            const auto request = database.write([name](db::Repo &repo) {
                return repo.transaction([&]() -> db::Result<Author> {
                    const auto added = addAuthor(repo, name);
                    if (!added)
                        return added;
                    if (const auto read = repo.all(db::from<Author>()); !read)
                        return db::Failure(read.error());
                    return repo.update(db::change(*added).put(&Author::born, 1815));
                });
            });
            asked.append({name, request});
            QThread::usleep(random.bounded(3000));
            request.cancel();
            while (asked.size() >= 4)
                settle();
        }
        while (!asked.isEmpty())
            settle();
    }
    QCOMPARE(canceled + stored.size(), times);
    QVERIFY(canceled > 0);

    db::Database database(site.url);
    const auto found = database.read([](db::Repo &repo) { return repo.all(db::from<Author>()); }).result();
    QVERIFY(found);
    QSet<QString> names;
    for (const Author &author : *found) {
        names.insert(author.name);
        QCOMPARE(author.born, 1815);
    }
    QCOMPARE(names, stored);
}

QTEST_GUILESS_MAIN(tst_CancelStress)
#include "tst_cancel_stress.moc"
