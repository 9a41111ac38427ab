// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/conflict.h"
#include "core/toolkit/dialect.h"
#include "core/toolkit/error.h"
#include "core/toolkit/query_core.h"

namespace db {

/// Turns query trees into statements of one dialect. A query that compares with NULL, which no row passes, is refused:
/// isNull() asks for that.
class SqlCompiler
{
public:
    explicit SqlCompiler(const Dialect &dialect)
        : m_dialect(dialect) { }

    Result<Statement> select(const QueryCore &query);
    /// The number of rows of a query; one with limit, offset or distinct is counted as a subquery.
    Result<Statement> count(const QueryCore &query);
    Result<Statement> exists(const QueryCore &query);
    Result<Statement> updateAll(const QueryCore &query, const QList<Assignment> &assignments);
    Result<Statement> deleteAll(const QueryCore &query);

    using Cell = db::Cell;
    Statement insert(const QString &table, const QList<Cell> &cells, const QStringList &conflictTarget = {});
    /// INSERT of rows with the same columns, which follows `rule` for those that are there already, and returns the given
    /// fields of each.
    Statement insertRows(const Schema &schema, const QList<QList<Cell>> &rows, const ConflictRule &rule,
                         const QList<const Field *> &returning);
    /// Finds out whether a row has these values, apart from the one with the values `other`.
    Statement probe(const QString &table, const QList<Cell> &same, const QList<Cell> &other);
    /// `same` columns have these values, or are NULL like them.
    Statement update(const QString &table, const QList<Cell> &cells, const QList<Cell> &same);
    Statement remove(const QString &table, const QList<Cell> &same);

private:
    struct Scope
    {
        struct Source
        {
            const Schema *schema;
            QString table;
            QString alias; ///< as the query names it
            QString sqlAlias; ///< as the SQL text names it
        };
        QList<Source> sources;
        const Scope *outer = nullptr;
    };

    QString body(const QueryCore &query, const Scope *outer, bool existsOnly = false);
    QString from(const QueryCore &query, const Scope &scope);
    Scope scopeOf(const QueryCore &query, const Scope *outer);
    QString rows(const QueryCore &query, const Scope &scope);
    QString conflict(const Schema &schema, const ConflictRule &rule);
    QString conditions(const QList<Cell> &same);
    QString matching(const QList<Cell> &same);
    QString outputs(const QueryCore &query, const Scope &scope);
    QString orderings(const QueryCore &query, const Scope &scope);
    QString expression(const Node &node, const Scope &scope);
    QString binary(const Node &node, const Scope &scope, QStringView symbol);
    QString call(const Node &node, const Scope &scope, QStringView function);
    QString column(const Node &node, const Scope &scope) const;
    QString bind(Type type, const QVariant &value);
    QString comparison(const Node &node, const Scope &scope, QStringView symbol);
    Statement finished(Statement::Kind kind, const QString &sql, const QString &source);
    Result<Statement> checked(Statement::Kind kind, const QString &sql, const QString &source);

    const Dialect &m_dialect;
    QList<Bind> m_binds;
    std::optional<Error> m_refusal;
    int m_sources = 0; ///< so that every source of a statement has an alias of its own
};

} // namespace db
