// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/connection.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"

#include <QFile>

#include <memory>

/// A real database for one test. What cannot be opened ends the test program with the reason.
struct TestDatabase
{
    std::unique_ptr<db::Connection> connection;
    db::Repo repo;

    /// Empty and in memory.
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
    /// The definitions of all tables and indexes in the order of their names.
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
