// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/connection.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"
#include "tests/support/test_server.h"

#include <QFile>
#include <QTest>

#include <memory>

/// In initTestCase_data(): every function of the test class runs on each engine in turn, and TestDatabase::empty() is of
/// that engine. An engine that is not installed is left out with a warning; where CI is set, that ends the program.
inline void addEngines()
{
    using Engine = db::DatabaseUrl::Engine;
    QTest::addColumn<Engine>("engine");
    QTest::newRow("sqlite") << Engine::Sqlite;
    for (const auto &[name, engine] : {std::pair("postgres", Engine::Postgres), std::pair("mariadb", Engine::MariaDb)}) {
        const QString problem = TestServer::problem(engine);
        if (problem.isEmpty())
            QTest::newRow(name) << engine;
        else if (qEnvironmentVariableIsEmpty("CI"))
            qWarning("Left out: %s", qPrintable(problem));
        else
            qFatal("%s", qPrintable(problem));
    }
}

/// The engine that is being tested, after addEngines().
inline db::DatabaseUrl::Engine testedEngine()
{
    QFETCH_GLOBAL(db::DatabaseUrl::Engine, engine);
    return engine;
}

/// A real database for one test. What cannot be opened ends the test program with the reason.
struct TestDatabase
{
    std::unique_ptr<db::Connection> connection;
    db::Repo repo;

    /// Empty, of the engine that is being tested: see addEngines().
    static TestDatabase empty()
    {
        const db::DatabaseUrl::Engine engine = testedEngine();
        return open(engine == db::DatabaseUrl::Engine::Sqlite ? db::DatabaseUrl::inMemory() : TestServer::shared(engine).emptyDatabase());
    }
    /// SQLite's, empty and in memory.
    static TestDatabase inMemory() { return open(db::DatabaseUrl::inMemory()); }
    /// A file, made if it is not there.
    static TestDatabase file(const QString &path)
    {
        const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(path);
        if (!QFile::exists(path))
            require(db::Connection::create(url));
        return open(url);
    }

    void migrate(const QList<db::Migration> &migrations) { require(db::Migrator(repo, migrations).migrate({})); }
    void execute(const QString &sql) { require(repo.execute(sql)); }
    /// One column of every row that a SELECT finds, as text.
    QStringList texts(const QString &sql, int column = 0)
    {
        QStringList found;
        require(connection->select({.kind = db::Statement::Kind::Select, .sql = sql, .binds = {}, .source = {}}, [&](const db::RowReader &row) {
            found.append(row.value(column, db::Type::String).toString());
            return true;
        }));
        return found;
    }
    db::DatabaseUrl::Engine engine() const { return connection->url().engine(); }
    /// SQLite: the definitions of all tables and indexes in the order of their names.
    QStringList catalogue()
    {
        return texts(QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name"));
    }

private:
    static TestDatabase open(const db::DatabaseUrl &url)
    {
        auto opened = db::Connection::open(url);
        require(opened);
        db::Connection &connection = **opened;
        return {std::move(*opened), db::Repo(connection)};
    }
    template <typename T>
    static void require(const db::Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
    }
};
