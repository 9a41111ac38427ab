// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/dialects/sqlite_native.h"
#include "tests/support/reason.h"

#include <QSqlDatabase>
#include <QTest>

using namespace Qt::StringLiterals;

/// What SQLite asks of us while it runs a statement.
class tst_SqliteNative : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_token = std::make_shared<db::CancelToken>(); }
    void cleanupTestCase();

    void whatACancelEndsHasNotHappened();
    void aCancelEndsAStatementThatRuns();

private:
    /// Runs the statement, whose connection is canceled from the start: SQLite asks only every thousand steps.
    tl::expected<void, db::NativeError> run(const QString &sql)
    {
        auto &statement = m_statements[sql];
        if (!statement) {
            auto prepared = m_dialect.prepared(*m_connection, m_database, sql);
            if (!prepared)
                return tl::unexpected(prepared.error());
            statement = std::move(*prepared);
        }
        const auto started = statement->start({});
        statement->finish();
        return started;
    }
    bool isInTransaction() const { return m_dialect.transactionState(m_database) == db::TransactionState::Active; }

    db::SqliteDialect m_dialect;
    QSqlDatabase m_database;
    std::unique_ptr<db::Connection> m_connection;
    std::shared_ptr<db::CancelToken> m_token;
    std::map<QString, std::unique_ptr<db::PreparedStatement>> m_statements;
};

void tst_SqliteNative::initTestCase()
{
    auto opened = db::Connection::open(db::DatabaseUrl::inMemory());
    QVERIFY2(opened, reason(opened).constData());
    m_connection = std::move(*opened);
    m_database = QSqlDatabase::addDatabase(m_dialect.driver(), u"watched"_s);
    m_database.setDatabaseName(u":memory:"_s);
    QVERIFY(m_database.open());
    QVERIFY(db::attachSqlite(*m_connection, m_database));
}

void tst_SqliteNative::cleanupTestCase()
{
    m_statements.clear();
    m_database = {};
    QSqlDatabase::removeDatabase(u"watched"_s);
}

void tst_SqliteNative::whatACancelEndsHasNotHappened()
{
    m_token->cancel();
    int ended = 0;
    for (int i = 0; i < 2000; ++i) {
        m_connection->setToken(m_token);
        const bool hasBegun = run(u"BEGIN IMMEDIATE"_s).has_value();
        QCOMPARE(isInTransaction(), hasBegun);
        const bool isCommitted = hasBegun && run(u"COMMIT"_s);
        QCOMPARE(isInTransaction(), hasBegun && !isCommitted);
        if (isCommitted)
            continue;
        ++ended;
        m_connection->setToken({});
        QCOMPARE(run(u"ROLLBACK"_s).has_value(), hasBegun);
    }
    QVERIFY(ended > 0);
}

void tst_SqliteNative::aCancelEndsAStatementThatRuns()
{
    m_token->cancel();
    m_connection->setToken(m_token);
    const auto counted = run(u"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) FROM numbers"_s);
    QVERIFY(!counted);
    QCOMPARE(counted.error().text, u"interrupted"_s);
}

QTEST_GUILESS_MAIN(tst_SqliteNative)
#include "tst_sqlite_native.moc"
