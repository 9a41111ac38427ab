// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/importing/import_fixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using importing::ImportCounts;
using importing::ImportReport;
using Reasons = QMap<QString, qint64>;

namespace {

void expect(const ImportCounts &counts, const ImportCounts &expected)
{
    QCOMPARE(counts.read, expected.read);
    QCOMPARE(counts.imported, expected.imported);
    QCOMPARE(counts.unchanged, expected.unchanged);
    QCOMPARE(counts.rejected, expected.rejected);
}

} // namespace

/// A whole dump: quantumcomputing.stackexchange.com from March to September 2018.
class tst_StackExchangeQuantum : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();

    void theDumpComesInWithItsFigures();
};

/// On servers it takes minutes on a slow machine; the small dumps of the other tests go to all engines.
void tst_StackExchangeQuantum::initTestCase_data()
{
    QTest::addColumn<db::DatabaseUrl::Engine>("engine");
    QTest::newRow("sqlite") << db::DatabaseUrl::Engine::Sqlite;
}

void tst_StackExchangeQuantum::theDumpComesInWithItsFigures()
{
    const QString dump = QStringLiteral(QUECTO_SHARED_DATA) + u"/se-quantum-2018";
    if (!QDir(dump).exists())
        QSKIP("The dump is not on this machine.");

    ImportFixture f;
    const auto report = importing::importStackExchange(f.database.repo, {dump, {}, f.rejectsPath()});
    QVERIFY(report);
    QCOMPARE(report->source, u"stackexchange/se-quantum-2018"_s);
    expect(report->users, {.read = 3461, .imported = 3461});
    expect(report->posts, {.read = 1986, .imported = 612 + 1060, .rejected = 314});
    expect(report->tags, {.read = 154, .imported = 154});
    expect(report->comments, {.read = 3413, .imported = 3413});

    QCOMPARE(report->posts.reasons, Reasons({{u"PostTypeId is neither a question's nor an answer's"_s, 314}}));
    QCOMPARE(report->users.adjusted,
             Reasons({{u"DisplayName is taken and got a suffix"_s, 52},
                      {u"WebsiteUrl was left out: it must be a valid URL starting with http:// or https://"_s, 2}}));
    QCOMPARE(report->posts.adjusted, Reasons({{u"OwnerDisplayName is all that is left of a deleted account"_s, 2}}));
    QCOMPARE(report->comments.adjusted, Reasons({{u"UserDisplayName is all that is left of a deleted account"_s, 1}}));
    QCOMPARE(f.rejects().count(u'\n'), 1 + 314 + 52 + 2 + 2 + 1);

    QCOMPARE(f.text(u"SELECT count(*) FROM users"_s), QString::number(3461 + 3));
    QCOMPARE(f.text(u"SELECT count(*) FROM profiles"_s), u"1767"_s);
    QCOMPARE(f.text(u"SELECT count(*) FROM posts_tags"_s), u"1553"_s);
    QCOMPARE(f.text(u"SELECT count(*) FROM comments WHERE moderation_state = 'pending'"_s), u"3413"_s);

    const qint64 rows = f.rows();
    const auto again = importing::importStackExchange(f.database.repo, {dump, {}, f.rejectsPath()});
    QVERIFY(again);
    expect(again->users, {.read = 3461, .unchanged = 3461});
    expect(again->posts, {.read = 1986, .unchanged = 612 + 1060, .rejected = 314});
    expect(again->tags, {.read = 154, .unchanged = 154});
    expect(again->comments, {.read = 3413, .unchanged = 3413});
    QCOMPARE(f.rows(), rows);
}

QTEST_GUILESS_MAIN(tst_StackExchangeQuantum)
#include "tst_stackexchange_quantum.moc"
