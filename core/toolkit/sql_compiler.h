// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/conflict.h"
#include "core/toolkit/dialect.h"
#include "core/toolkit/error.h"
#include "core/toolkit/query_core.h"

#include <utility>

namespace db {

/// Turns query trees into statements of one dialect. What cannot be said there is refused: a comparison with NULL, which
/// no row passes (isNull() asks for that), and what the engine has no words for.
class SqlCompiler
{
public:
    explicit SqlCompiler(const Dialect &dialect)
        : m_dialect(dialect) { }

    Result<Statement> select(const QueryCore &query);
    /// An aggregate over the rows of a query. One with limit, offset, distinct, groups or combinations is asked as a
    /// subquery.
    Result<Statement> aggregate(const QueryCore &query, const Node::Ptr &function);
    Result<Statement> exists(const QueryCore &query);
    Result<Statement> updateAll(const QueryCore &query, const QList<Assignment> &assignments, const QList<const Field *> &returning = {});
    Result<Statement> deleteAll(const QueryCore &query, const QList<const Field *> &returning = {});

    using Cell = db::Cell;
    Statement insert(const QString &table, const QList<Cell> &cells, const QStringList &conflictTarget = {});
    /// INSERT of rows with the same columns, which follows `rule` for those that are there already, and returns the given
    /// fields of each; behind them Dialect::leftAlone(), if the rule leaves rows alone.
    Statement insertRows(const Schema &schema, const QList<QList<Cell>> &rows, const ConflictRule &rule,
                         const QList<const Field *> &returning);
    /// Finds out whether a row has these values, apart from the one with the values `other`.
    Statement probe(const QString &table, const QList<Cell> &same, const QList<Cell> &other);
    /// Tells, in a column for each condition, whether a row with these values breaks it: 1 or 0. `marks` has for each
    /// column SQL that makes a value of its type of a `?`.
    Statement trial(const QString &table, const QList<Cell> &row, const QMap<QString, QString> &marks, const QStringList &conditions);
    /// `same` columns have these values, or are NULL like them.
    Statement update(const QString &table, const QList<Cell> &cells, const QList<Cell> &same, const QList<const Field *> &returning = {});
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
        QStringList columns; ///< the texts of what is selected
        QList<Node::Ptr> nodes; ///< what is selected; null for the columns of whole structs
    };
    /// What a query is asked for: its rows, its rows with a name for each column, or whether there are any.
    enum class Asked {
        Rows,
        NamedColumns,
        Existence
    };

    // sql_compiler.cpp
    QString rows(const QueryCore &query, const Scope &scope);
    QString conflict(const Schema &schema, const ConflictRule &rule);
    QString returned(const QList<const Field *> &fields, const QString &alias = {}) const;
    QString conditions(const QList<Cell> &same);
    QString matching(const QList<Cell> &same);
    Statement finished(Statement::Kind kind, const QString &sql, const QString &source);
    Result<Statement> checked(Statement::Kind kind, const QString &sql, const QString &source);
    void refuse(const QString &why, const QString &subject = {});

    // sql_query.cpp
    QString body(const QueryCore &query, const Scope *outer, Asked asked = Asked::Rows);
    QString plainBody(const QueryCore &query, Scope &scope, Asked asked);
    QString firstOfEach(const QueryCore &query, const Scope *outer, Asked asked);
    QString combinations(const QueryCore &query, const QString &first, const Scope *outer, Asked asked);
    QString commonTables(const QueryCore &query, const Scope *outer);
    QString outputs(const QueryCore &query, Scope &scope, Asked asked);
    QString from(const QueryCore &query, const Scope &scope);
    QString source(const QueryCore *subquery, const QString &table, const Scope *outer);
    QString orderings(const QueryCore &query, const Scope &scope);
    QString term(const Node::Ptr &node, const Scope &scope, bool mustBeSelected);
    Scope scopeOf(const QueryCore &query, const Scope *outer);

    // sql_expression.cpp
    QString expression(const Node &node, const Scope &scope);
    QString operand(const Node &node, const Scope &scope);
    QStringList expressions(const QList<Node::Ptr> &nodes, const Scope &scope);
    QString binary(const Node &node, const Scope &scope, QStringView symbol);
    QString comparison(const Node &node, const Scope &scope, QStringView symbol);
    std::pair<QString, QString> sides(const Node &node, const Scope &scope);
    QString arithmetic(const Node &node, const Scope &scope, char16_t symbol);
    QString choice(const Node &node, const Scope &scope);
    QString fragment(const Node &node, const Scope &scope);
    QString truncation(const Node &node, const Scope &scope);
    QString window(const WindowCore &window, const Scope &scope);
    QString column(const Node &node, const Scope &scope);
    QString bind(Type type, const QVariant &value);

    const Dialect &m_dialect;
    QList<Bind> m_binds;
    std::optional<Error> m_refusal;
    int m_sources = 0; ///< so that every source of a statement has an alias of its own
};

} // namespace db
