// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "tests/support/reason.h"
#include "tests/support/test_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Engine = db::DatabaseUrl::Engine;

/// What PostgreSQL is told and answers, below queries and changesets.
class tst_PostgresStatement : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }

    void marksAreValuesOnlyWhereSqlMeansThem_data();
    void marksAreValuesOnlyWhereSqlMeansThem();
    void valuesComeBackAsTheyWere_data();
    void valuesComeBackAsTheyWere();
    void aTextThatCannotBeStoredIsRefused();
    void violationsAreDescribedByTheirParts();
    void aRefusedStatementCanBeRunAgain();
    void aResultThatIsNotReadToItsEndIsForgotten();
    void aStatementOutlivesAChangeOfItsTable();
    void aForgottenStatementIsPreparedAnew();

private:
    db::Result<QVariantList> row(const QString &sql, const QList<db::Bind> &binds, const QList<db::Type> &types)
    {
        QVariantList values;
        const auto asked = m_connection->select({.sql = sql, .binds = binds}, [&](const db::RowReader &reader) {
            for (int column = 0; column < types.size(); ++column)
                values.append(reader.value(column, types.at(column)));
            return true;
        });
        return asked ? db::Result<QVariantList>(values) : db::Failure(asked.error());
    }

    std::unique_ptr<db::Connection> m_connection;
};

void tst_PostgresStatement::initTestCase()
{
    if (const QString problem = TestServer::problem(Engine::Postgres); !problem.isEmpty()) {
        QVERIFY2(qEnvironmentVariableIsEmpty("CI"), qPrintable(problem));
        QSKIP(qPrintable(problem));
    }
    auto opened = db::Connection::open(TestServer::shared(Engine::Postgres).emptyDatabase());
    QVERIFY2(opened, reason(opened).constData());
    m_connection = std::move(*opened);
    for (const QString &sql : {u"CREATE TABLE teams (id bigserial PRIMARY KEY)"_s,
                               u"CREATE TABLE players (id bigserial PRIMARY KEY, name varchar(5) NOT NULL, \"shirt no\" int CHECK (\"shirt no\" > 0), team_id bigint "
                               "REFERENCES teams(id), UNIQUE (name, \"shirt no\"))"_s})
        QVERIFY(m_connection->execute({.kind = db::Statement::Kind::Definition, .sql = sql}));
}

void tst_PostgresStatement::marksAreValuesOnlyWhereSqlMeansThem_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("answer");
    QTest::newRow("text") << u"SELECT 'why?' || ?"_s << u"why?yes"_s;
    QTest::newRow("quote in a text") << u"SELECT 'it''s ?' || ?"_s << u"it's ?yes"_s;
    QTest::newRow("name") << u"SELECT a.\"?\" || ? FROM (SELECT 'x' AS \"?\") a"_s << u"xyes"_s;
    QTest::newRow("comment") << u"SELECT -- what?\n ?"_s << u"yes"_s;
    QTest::newRow("operator") << u"SELECT (jsonb_build_object('k', 1) ?? 'k')::text || ?"_s << u"trueyes"_s;
    QTest::newRow("apostrophe in a comment") << u"SELECT -- it's what?\n ?"_s << u"yes"_s;
    QTest::newRow("comment in a comment") << u"SELECT /* it's /* what? */ why? */ ?"_s << u"yes"_s;
    QTest::newRow("text between dollars") << u"SELECT $$it's ?$$ || $a$ $$?$$ $a$ || ?"_s << u"it's ? $$?$$ yes"_s;
    QTest::newRow("escaped quote") << u"SELECT E'\\'?' || ?"_s << u"'?yes"_s;
    QTest::newRow("dollar in a name") << u"SELECT a.x$y$z || ? FROM (SELECT 'x' AS x$y$z) a"_s << u"xyes"_s;
}

void tst_PostgresStatement::marksAreValuesOnlyWhereSqlMeansThem()
{
    QFETCH(QString, sql);
    QFETCH(QString, answer);
    const auto found = row(sql, {{db::Type::String, u"yes"_s}}, {db::Type::String});
    QVERIFY2(found, reason(found).constData());
    QCOMPARE(found->first().toString(), answer);
}

void tst_PostgresStatement::valuesComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("sqlType");
    QTest::addColumn<db::Type>("type");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("text like SQL") << u"text"_s << db::Type::String << QVariant(u"'; DROP TABLE players; -- \\ ? $1"_s);
    QTest::newRow("empty text") << u"text"_s << db::Type::String << QVariant(u""_s);
    QTest::newRow("bytes") << u"bytea"_s << db::Type::Binary << QVariant(QByteArray("\0\1\\x\xff", 5));
    QTest::newRow("largest number") << u"bigint"_s << db::Type::Integer << QVariant(std::numeric_limits<qint64>::max());
    QTest::newRow("a third") << u"double precision"_s << db::Type::Float << QVariant(1.0 / 3);
    QTest::newRow("infinity") << u"double precision"_s << db::Type::Float << QVariant(qInf());
    QTest::newRow("false") << u"boolean"_s << db::Type::Boolean << QVariant(false);
    QTest::newRow("date") << u"date"_s << db::Type::Date << QVariant(QDate(1999, 12, 31));
    // The hour that Berlin skips.
    const QDateTime skipped(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC);
    QTest::newRow("time without zone") << u"timestamp"_s << db::Type::UtcDatetime << QVariant(skipped);
    QTest::newRow("time with zone") << u"timestamptz"_s << db::Type::UtcDatetime << QVariant(skipped);
    QTest::newRow("NULL") << u"bigint"_s << db::Type::Integer << QVariant();
}

void tst_PostgresStatement::valuesComeBackAsTheyWere()
{
    QFETCH(QString, sqlType);
    QFETCH(db::Type, type);
    QFETCH(QVariant, value);
    const auto found = row(u"SELECT ?::%1"_s.arg(sqlType), {{type, value}}, {type});
    QVERIFY2(found, reason(found).constData());
    QCOMPARE(found->first(), value);
}

void tst_PostgresStatement::aTextThatCannotBeStoredIsRefused()
{
    const auto refused = row(u"SELECT ?::text"_s, {{db::Type::String, QString(u"a"_s + QChar(0) + u"b")}}, {db::Type::String});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"U+0000"), qPrintable(refused.error().message));
}

void tst_PostgresStatement::violationsAreDescribedByTheirParts()
{
    const auto insert = [&](const QString &values) {
        return m_connection->execute({.kind = db::Statement::Kind::Insert, .sql = u"INSERT INTO players (name, \"shirt no\", team_id) VALUES (%1)"_s.arg(values), .source = u"players"_s});
    };
    QVERIFY(insert(u"'Ada', 7, NULL"_s));

    QCOMPARE(insert(u"'Ada', 7, NULL"_s).error().kind, db::Error::Kind::Unique);
    QCOMPARE(m_connection->lastViolation().columns, QStringList({u"name"_s, u"shirt no"_s}));
    QCOMPARE(insert(u"'Bob', 0, NULL"_s).error().kind, db::Error::Kind::Check);
    QCOMPARE(m_connection->lastViolation().constraint, u"players_shirt no_check"_s);
    QCOMPARE(insert(u"'Bob', 1, 99"_s).error().kind, db::Error::Kind::ForeignKey);
    QCOMPARE(m_connection->lastViolation().columns, QStringList{u"team_id"_s});
    QCOMPARE(insert(u"NULL, 1, NULL"_s).error().kind, db::Error::Kind::NotNull);
    QCOMPARE(m_connection->lastViolation().columns, QStringList{u"name"_s});
    QCOMPARE(insert(u"'Catherine', 1, NULL"_s).error().kind, db::Error::Kind::TooLong);
    QCOMPARE(insert(u"'Dan', 3000000000, NULL"_s).error().kind, db::Error::Kind::OutOfRange);
}

void tst_PostgresStatement::aRefusedStatementCanBeRunAgain()
{
    const auto divide = [&](qint64 by) { return row(u"SELECT 6 / ?::bigint"_s, {{db::Type::Integer, by}}, {db::Type::Integer}); };
    QVERIFY(!divide(0));
    QCOMPARE(divide(2)->first().toLongLong(), qint64(3));
}

void tst_PostgresStatement::aResultThatIsNotReadToItsEndIsForgotten()
{
    int seen = 0;
    QVERIFY(m_connection->select({.sql = u"SELECT generate_series(1, 1000)"_s}, [&](const db::RowReader &) { return ++seen < 3; }));
    QCOMPARE(seen, 3);
    QCOMPARE(row(u"SELECT 1"_s, {}, {db::Type::Integer})->size(), 1);
}

void tst_PostgresStatement::aStatementOutlivesAChangeOfItsTable()
{
    const auto other = db::Connection::open(m_connection->url());
    QVERIFY2(other, reason(other).constData());
    const auto change = [&](const QString &sql) {
        const auto changed = (*other)->execute({.kind = db::Statement::Kind::Definition, .sql = sql});
        QVERIFY2(changed, reason(changed).constData());
    };
    change(u"CREATE TABLE scores (points int)"_s);
    change(u"INSERT INTO scores VALUES (7)"_s);
    const QString sql = u"SELECT points FROM scores"_s;
    QCOMPARE(*row(sql, {}, {db::Type::Integer}), QVariantList{qint64(7)});
    change(u"ALTER TABLE scores ALTER COLUMN points TYPE bigint"_s);
    const auto outside = row(sql, {}, {db::Type::Integer});
    QVERIFY2(outside, reason(outside).constData());
    QCOMPARE(*outside, QVariantList{qint64(7)});

    // In a transaction, which has failed with it, it cannot be repeated; in the next one it is as new.
    change(u"ALTER TABLE scores ALTER COLUMN points TYPE text"_s);
    QVERIFY(m_connection->begin());
    const auto inside = row(sql, {}, {db::Type::String});
    QVERIFY(!inside);
    QCOMPARE(inside.error().code, u"0A000"_s);
    m_connection->rollback();
    QVERIFY(m_connection->begin());
    const auto next = row(sql, {}, {db::Type::String});
    QVERIFY2(next, reason(next).constData());
    QCOMPARE(*next, QVariantList{u"7"_s});
    QVERIFY(m_connection->commit());
}

void tst_PostgresStatement::aForgottenStatementIsPreparedAnew()
{
    const QString sql = u"SELECT 'still here'"_s;
    QVERIFY(row(sql, {}, {db::Type::String}));
    QVERIFY(m_connection->execute({.kind = db::Statement::Kind::Update, .sql = u"DEALLOCATE ALL"_s}));
    const auto again = row(sql, {}, {db::Type::String});
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(*again, QVariantList{u"still here"_s});
}

QTEST_GUILESS_MAIN(tst_PostgresStatement)
#include "tst_postgres_statement.moc"
