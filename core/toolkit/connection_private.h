// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/connection.h"

#include <QSqlDatabase>
#include <QUuid>

#include <unordered_map>

namespace db {

/// What of a Connection is QtSql's.
struct Connection::Private
{
    QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database;
    std::unordered_map<QString, std::unique_ptr<PreparedStatement>> statements; ///< null while it runs
    std::unordered_map<const Schema *, QString> lookups;
    std::unordered_map<QString, KeptInsert> inserts;

    /// So many prepared statements are kept for a connection.
    static constexpr std::size_t statementLimit = 200;

    /// A prepared statement for the text, or its error.
    tl::expected<std::unique_ptr<PreparedStatement>, NativeError> take(const Connection &connection, const QString &sql)
    {
        const auto found = statements.find(sql);
        if (found != statements.end() && found->second)
            return std::move(found->second);
        return connection.dialect().prepared(connection, database, sql);
    }

    void putBack(const QString &sql, std::unique_ptr<PreparedStatement> statement)
    {
        if (statements.size() >= statementLimit)
            statements.clear();
        statements[sql] = std::move(statement);
    }

    /// Before the connection goes, whose server may not answer.
    void abandonStatements()
    {
        for (const auto &[sql, statement] : statements) {
            if (statement)
                statement->abandon();
        }
        statements.clear();
    }
};

} // namespace db
