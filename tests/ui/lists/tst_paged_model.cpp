// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/record_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ListQuery;
using ui::PagedModel;

namespace {

struct Row
{
    qint64 key;
    QString text;
};

/// A question the model asked, answered by the test.
struct Asked
{
    ListQuery query;
    int offset; ///< -1 for the number of rows
    std::shared_ptr<db::CancelToken> token;
    std::function<void(const db::Error *error)> answer;
};

} // namespace

class tst_PagedModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rowsComeWithTheirNumber();
    void aMissingRowIsAPlaceholderUntilItsPageCame();
    void lookingNeverAsksAtOnce();
    void theNewestWishIsFetchedFirst();
    void pagesNobodyLooksAtAnyMoreAreWithdrawn();
    void oldRowsStayUntilTheNewOnesAreThere();
    void aNewQueryWithdrawsTheOneBefore();
    void aLateAnswerIsDropped();
    void cancellingBringsTheOldQueryBack();
    void aFailureIsReportedAndRowsStay();
    void reloadingKeepsPlacesAndShowsNewValues();
    void reloadingFollowsTheNumberOfRows();
    void aRowIsFoundByItsKey();
    void pagesThatWereLookedAtLongAgoAreForgotten();

private:
    void ask(int offset, const ListQuery &query, const std::shared_ptr<db::CancelToken> &token, const std::function<void(const db::Error *)> &answer);
    /// Answers everything that is asked, until nothing is.
    void answerAll();
    void answer(qsizetype index, const db::Error *error = nullptr);
    bool isAsked(int offset) const;
    QString textAt(int row) const { return m_model->index(row, 0).data().toString(); }
    bool isPlaceholder(int row) const { return m_model->index(row, 0).data(PagedModel::PlaceholderRole).toBool(); }

    std::unique_ptr<ui::RecordModel<Row>> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QList<Asked> m_asked;
    int m_total = 0;
    QString m_prefix;
};

void tst_PagedModel::ask(int offset, const ListQuery &query, const std::shared_ptr<db::CancelToken> &token, const std::function<void(const db::Error *)> &answer)
{
    m_asked.append({query, offset, token, answer});
}

void tst_PagedModel::init()
{
    m_asked.clear();
    m_total = 1000;
    m_prefix = u"row "_s;
    ui::RowSource<Row> source;
    source.key = [](const Row &row) { return row.key; };
    source.fetch = [this](const ListQuery &query, int offset, int limit) {
        auto promise = std::make_shared<QPromise<db::Result<QList<Row>>>>();
        promise->start();
        auto token = std::make_shared<db::CancelToken>();
        ask(offset, query, token, [this, promise, offset, limit, query](const db::Error *error) {
            if (error) {
                promise->addResult(db::Failure(*error));
            } else {
                QList<Row> rows;
                for (int i = offset; i < qMin(offset + limit, m_total); ++i)
                    rows.append({i + 1, m_prefix + query.search + QString::number(i)});
                promise->addResult(rows);
            }
            promise->finish();
        });
        return db::Request<db::Result<QList<Row>>>(promise->future(), token);
    };
    source.count = [this](const ListQuery &query) {
        auto promise = std::make_shared<QPromise<db::Result<qint64>>>();
        promise->start();
        auto token = std::make_shared<db::CancelToken>();
        ask(-1, query, token, [this, promise](const db::Error *error) {
            promise->addResult(error ? db::Result<qint64>(db::Failure(*error)) : db::Result<qint64>(m_total));
            promise->finish();
        });
        return db::Request<db::Result<qint64>>(promise->future(), token);
    };
    m_model = std::make_unique<ui::RecordModel<Row>>(QList<ui::Column<Row>>{{.title = [] { return u"Text"_s; }, .text = [](const Row &row) { return row.text; }}}, source);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_PagedModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void tst_PagedModel::answer(qsizetype index, const db::Error *error)
{
    m_asked.takeAt(index).answer(error);
    QCoreApplication::processEvents();
}

void tst_PagedModel::answerAll()
{
    QCoreApplication::processEvents();
    while (!m_asked.isEmpty())
        answer(0);
}

bool tst_PagedModel::isAsked(int offset) const
{
    return std::any_of(m_asked.cbegin(), m_asked.cend(), [offset](const Asked &asked) { return asked.offset == offset && !asked.token->isCanceled(); });
}

void tst_PagedModel::rowsComeWithTheirNumber()
{
    QSignalSpy loaded(m_model.get(), &PagedModel::loaded);
    m_model->setQuery({});
    QVERIFY(m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 0);
    answerAll();
    QCOMPARE(loaded.size(), 1);
    QVERIFY(!m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(textAt(7), u"row 7"_s);
    QCOMPARE(m_model->keyAt(7), 8);
    QCOMPARE(m_model->record(7)->text, u"row 7"_s);
}

void tst_PagedModel::aMissingRowIsAPlaceholderUntilItsPageCame()
{
    m_model->setQuery({});
    answerAll();
    QVERIFY(isPlaceholder(500));
    QCOMPARE(textAt(500), QString());
    QCOMPARE(m_model->keyAt(500), 0);
    QSignalSpy changed(m_model.get(), &PagedModel::dataChanged);
    answerAll();
    QVERIFY(!isPlaceholder(500));
    QCOMPARE(textAt(500), u"row 500"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 400);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 599);
}

void tst_PagedModel::lookingNeverAsksAtOnce()
{
    m_model->setQuery({});
    answerAll();
    QVERIFY(isPlaceholder(500));
    QVERIFY(m_asked.isEmpty());
    QCoreApplication::processEvents();
    QVERIFY(isAsked(400));
}

void tst_PagedModel::theNewestWishIsFetchedFirst()
{
    m_tester.reset(); // it looks at the first rows whenever others arrive, which is a wish too
    m_model->setQuery({});
    answerAll();
    for (const int row : {200, 400, 600})
        QVERIFY(isPlaceholder(row));
    QCoreApplication::processEvents();
    QCOMPARE(m_asked.size(), 2);
    QCOMPARE(m_asked.at(0).offset, 600);
    QCOMPARE(m_asked.at(1).offset, 400);
    answer(0);
    QVERIFY(isAsked(200));
}

void tst_PagedModel::pagesNobodyLooksAtAnyMoreAreWithdrawn()
{
    m_model->setQuery({});
    answerAll();
    QVERIFY(isPlaceholder(200));
    QCoreApplication::processEvents();
    QVERIFY(isAsked(200));
    for (const int row : {400, 600, 800})
        QVERIFY(isPlaceholder(row));
    QCoreApplication::processEvents();
    QVERIFY(!isAsked(200));
    QVERIFY(isAsked(800));
}

void tst_PagedModel::oldRowsStayUntilTheNewOnesAreThere()
{
    m_model->setQuery({});
    answerAll();
    m_model->setQuery({.search = u"x"_s});
    QCoreApplication::processEvents();
    QCOMPARE(m_asked.size(), 2);
    answer(0);
    QCOMPARE(textAt(3), u"row 3"_s);
    QVERIFY(!m_model->isShowing({.search = u"x"_s}));
    answer(0);
    QCOMPARE(textAt(3), u"row x3"_s);
    QVERIFY(m_model->isShowing({.search = u"x"_s}));
}

void tst_PagedModel::aNewQueryWithdrawsTheOneBefore()
{
    m_model->setQuery({.search = u"a"_s});
    m_model->setQuery({.search = u"b"_s});
    QCOMPARE(m_asked.size(), 4);
    QVERIFY(m_asked.at(0).token->isCanceled());
    QVERIFY(m_asked.at(1).token->isCanceled());
    QVERIFY(!m_asked.at(2).token->isCanceled());
}

void tst_PagedModel::aLateAnswerIsDropped()
{
    QSignalSpy loaded(m_model.get(), &PagedModel::loaded);
    QSignalSpy failed(m_model.get(), &PagedModel::failed);
    const db::Error canceled = db::Error::canceled();
    m_model->setQuery({.search = u"a"_s});
    m_model->setQuery({.search = u"b"_s});
    answer(0);
    answer(0, &canceled);
    QCOMPARE(loaded.size(), 0);
    answerAll();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(textAt(0), u"row b0"_s);
}

void tst_PagedModel::cancellingBringsTheOldQueryBack()
{
    QSignalSpy canceled(m_model.get(), &PagedModel::canceled);
    m_model->setQuery({.search = u"a"_s});
    answerAll();
    m_model->setQuery({.search = u"b"_s});
    m_model->cancel();
    QCOMPARE(canceled.size(), 1);
    QCOMPARE(m_model->query().search, u"a"_s);
    QVERIFY(!m_model->isLoading());
    answerAll();
    QCOMPARE(textAt(0), u"row a0"_s);
    m_model->cancel();
    QCOMPARE(canceled.size(), 1);
}

void tst_PagedModel::aFailureIsReportedAndRowsStay()
{
    QSignalSpy failed(m_model.get(), &PagedModel::failed);
    m_model->setQuery({});
    answerAll();
    const db::Error locked{.kind = db::Error::Kind::Locked};
    m_model->reload();
    answer(0, &locked);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<db::Error>().kind, db::Error::Kind::Locked);
    QVERIFY(!m_model->isLoading());
    answerAll();
    QCOMPARE(m_model->rowCount(), 1000);
    QCOMPARE(textAt(0), u"row 0"_s);
}

void tst_PagedModel::reloadingKeepsPlacesAndShowsNewValues()
{
    m_model->setQuery({});
    answerAll();
    QVERIFY(isPlaceholder(450));
    answerAll();
    QSignalSpy reset(m_model.get(), &PagedModel::modelReset);
    const QPersistentModelIndex place = m_model->index(450, 0);
    m_prefix = u"new "_s;
    m_model->reload();
    QCOMPARE(place.data().toString(), u"row 450"_s);
    answerAll();
    QCOMPARE(reset.size(), 0);
    QVERIFY(place.isValid());
    QCOMPARE(place.data().toString(), u"new 450"_s);
}

void tst_PagedModel::reloadingFollowsTheNumberOfRows()
{
    m_model->setQuery({});
    answerAll();
    m_total = 3;
    m_model->reload();
    answerAll();
    QCOMPARE(m_model->rowCount(), 3);
    m_total = 0;
    m_model->reload();
    answerAll();
    QCOMPARE(m_model->rowCount(), 0);
    m_total = 250;
    m_model->reload();
    answerAll();
    QCOMPARE(m_model->rowCount(), 250);
    QVERIFY(isPlaceholder(249));
    answerAll();
    QCOMPARE(textAt(249), u"row 249"_s);
}

void tst_PagedModel::aRowIsFoundByItsKey()
{
    m_model->setQuery({});
    answerAll();
    QCOMPARE(m_model->rowOf(8), 7);
    QCOMPARE(m_model->rowOf(900), -1);
    QVERIFY(isPlaceholder(899));
    answerAll();
    QCOMPARE(m_model->rowOf(900), 899);
}

void tst_PagedModel::pagesThatWereLookedAtLongAgoAreForgotten()
{
    m_tester.reset(); // it looks at the first rows whenever others arrive, which keeps them
    m_total = 200 * 60;
    m_model->setQuery({});
    answerAll();
    for (int page = 1; page < 60; ++page) {
        QVERIFY(isPlaceholder(page * 200));
        answerAll();
    }
    QVERIFY(!isPlaceholder(59 * 200));
    QVERIFY(isPlaceholder(0));
}

QTEST_MAIN(tst_PagedModel)
#include "tst_paged_model.moc"
