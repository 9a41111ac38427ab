// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_compiler.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

Statement SqlCompiler::finished(Statement::Kind kind, const QString &sql, const QString &source)
{
    m_sources = 0;
    return {kind, sql, std::exchange(m_binds, {}), source};
}

Result<Statement> SqlCompiler::checked(Statement::Kind kind, const QString &sql, const QString &source)
{
    const Statement statement = finished(kind, sql, source);
    if (const std::optional<Error> refusal = std::exchange(m_refusal, std::nullopt))
        return Failure(*refusal);
    return statement;
}

void SqlCompiler::refuse(const QString &why, const QString &subject)
{
    if (!m_refusal)
        m_refusal = Error::refused(why, subject);
}

Result<Statement> SqlCompiler::select(const QueryCore &query)
{
    const QString sql = body(query, nullptr);
    return checked(Statement::Kind::Select, sql, query.source());
}

Result<Statement> SqlCompiler::aggregate(const QueryCore &query, const Node::Ptr &function)
{
    const bool isCut = query.limit || query.offset || query.isDistinct || !query.distinctOn.isEmpty() || !query.groupBy.isEmpty()
        || !query.combinations.isEmpty();
    QueryCore asked = query;
    asked.preloads.clear();
    if (isCut) {
        asked = {.schema = query.schema, .subquery = std::make_shared<const QueryCore>(asked)};
    } else {
        asked.orderings.clear();
        asked.lock = Lock::None;
    }
    asked.outputs = {{.node = function}};
    const QString sql = body(asked, nullptr);
    return checked(Statement::Kind::Select, sql, query.source());
}

Result<Statement> SqlCompiler::exists(const QueryCore &query)
{
    QueryCore asked = query;
    asked.limit = std::min<qint64>(query.limit.value_or(1), 1);
    const QString sql = body(asked, nullptr, Asked::Existence);
    return checked(Statement::Kind::Select, sql, query.source());
}

Result<Statement> SqlCompiler::updateAll(const QueryCore &query, const QList<Assignment> &assignments, const QList<const Field *> &returning)
{
    const Scope scope = scopeOf(query, nullptr);
    QStringList sets;
    for (const Assignment &assignment : assignments)
        sets.append(m_dialect.quoted(assignment.column) + u" = " + operand(*assignment.value, scope));
    const QString sql = u"UPDATE "_s + m_dialect.quoted(query.schema->table()) + u" AS " + scope.sources.first().sqlAlias
        + u" SET " + sets.join(u", ") + rows(query, scope) + returned(returning, scope.sources.first().sqlAlias);
    return checked(Statement::Kind::Update, sql, query.schema->table());
}

Result<Statement> SqlCompiler::deleteAll(const QueryCore &query, const QList<const Field *> &returning)
{
    const Scope scope = scopeOf(query, nullptr);
    const QString sql = m_dialect.deleteFrom(m_dialect.quoted(query.schema->table()), scope.sources.first().sqlAlias) + rows(query, scope)
        + returned(returning, scope.sources.first().sqlAlias);
    return checked(Statement::Kind::Delete, sql, query.schema->table());
}

/// The WHERE of an UPDATE or DELETE. A query that is more than a condition picks its rows by key, in a subquery of its own
/// because MariaDB does not read from the table it changes.
QString SqlCompiler::rows(const QueryCore &query, const Scope &scope)
{
    if (!query.isMoreThanACondition())
        return query.where ? QString(u" WHERE "_s + expression(*query.where, scope)) : QString();
    const Field &key = query.schema->primaryKey();
    QueryCore keys = query;
    keys.outputs = {{.node = fieldColumn(*query.schema, key, query.alias)}};
    return u" WHERE "_s + scope.sources.first().sqlAlias + u'.' + m_dialect.quoted(key.name) + u" IN (SELECT * FROM (" + body(keys, nullptr, Asked::NamedColumns)
        + u") AS chosen)";
}

Statement SqlCompiler::insert(const QString &table, const QList<Cell> &cells, const QStringList &conflictTarget)
{
    if (cells.isEmpty())
        return finished(Statement::Kind::Insert, m_dialect.insertDefaults(table), table);
    constexpr qsizetype usualColumn = 24; // characters: made for each row that a changeset inserts, the text is not to grow in steps
    QString sql;
    sql.reserve((cells.size() + 2) * usualColumn);
    sql += u"INSERT INTO ";
    sql += m_dialect.quoted(table);
    m_binds.reserve(m_binds.size() + cells.size());
    QStringView before = u" (";
    for (const Cell &cell : cells) {
        sql += before;
        sql += m_dialect.quoted(cell.column);
        m_binds.append(cell.bind);
        before = u", ";
    }
    sql += u") VALUES (?";
    for (qsizetype column = 1; column < cells.size(); ++column)
        sql += u", ?";
    sql += u')';
    if (!conflictTarget.isEmpty())
        sql += m_dialect.onConflict(conflictTarget, {}, conflictTarget.first());
    return finished(Statement::Kind::Insert, sql, table);
}

Statement SqlCompiler::insertRows(const Schema &schema, const QList<QList<Cell>> &rows, const ConflictRule &rule,
                                  const QList<const Field *> &returning)
{
    const Statement first = insert(schema.table(), rows.first());
    m_binds = first.binds;
    QString sql = first.sql;
    const QString marks = u", ("_s + QStringList(rows.first().size(), u"?"_s).join(u", ") + u')';
    for (const QList<Cell> &row : rows.sliced(1)) {
        sql += marks;
        for (const Cell &cell : row)
            m_binds.append(cell.bind);
    }
    sql += conflict(schema, rule);
    sql += returned(returning);
    if (rule.kind == ConflictRule::Kind::Nothing && !m_dialect.leftAlone().isEmpty())
        sql += u", " + m_dialect.leftAlone();
    return finished(Statement::Kind::Insert, sql, schema.table());
}

QString SqlCompiler::returned(const QList<const Field *> &fields, const QString &alias) const
{
    QStringList names;
    for (const Field *field : fields)
        names.append(alias.isEmpty() ? m_dialect.quoted(field->name) : QString(alias + u'.' + m_dialect.quoted(field->name)));
    return names.isEmpty() ? QString() : QString(u" RETURNING "_s + names.join(u", "));
}

Statement SqlCompiler::probe(const QString &table, const QList<Cell> &same, const QList<Cell> &other)
{
    QString where = matching(same);
    if (!other.isEmpty())
        where += u" AND NOT (" + conditions(other) + u')';
    return finished(Statement::Kind::Select, u"SELECT 1 FROM "_s + m_dialect.quoted(table) + where + u" LIMIT 1", table);
}

Statement SqlCompiler::trial(const QString &table, const QList<Cell> &row, const QMap<QString, QString> &marks, const QStringList &conditions)
{
    QStringList answers;
    for (const QString &condition : conditions)
        answers.append(u"CASE WHEN NOT ("_s + condition + u"\n) THEN 1 ELSE 0 END"); // the line ends a comment
    QStringList values;
    for (const Cell &cell : row) {
        m_binds.append(cell.bind);
        values.append(marks.value(cell.column, u"?"_s) + u" AS " + m_dialect.quoted(cell.column));
    }
    const QString sql = u"SELECT "_s + answers.join(u", ") + u" FROM (SELECT " + values.join(u", ") + u") AS " + m_dialect.quoted(table);
    return finished(Statement::Kind::Select, sql, table);
}

/// What follows the VALUES of an INSERT.
QString SqlCompiler::conflict(const Schema &schema, const ConflictRule &rule)
{
    if (rule.kind == ConflictRule::Kind::Raise)
        return {};
    // In the assignments the stored row goes by the name of the table.
    Scope scope;
    scope.sources.append({&schema, schema.table(), {}, m_dialect.quoted(schema.table())});
    QStringList sets;
    for (const QString &column : rule.columns)
        sets.append(m_dialect.quoted(column) + u" = " + m_dialect.proposed(column));
    for (const Assignment &assignment : rule.assignments)
        sets.append(m_dialect.quoted(assignment.column) + u" = " + expression(*assignment.value, scope));
    const QString &key = schema.primaryKey().name;
    return rule.kind == ConflictRule::Kind::Nothing ? m_dialect.onConflictMarked(rule.target, key) : m_dialect.onConflict(rule.target, sets, key);
}

Statement SqlCompiler::update(const QString &table, const QList<Cell> &cells, const QList<Cell> &same, const QList<const Field *> &returning)
{
    QStringList sets;
    for (const Cell &cell : cells) {
        m_binds.append(cell.bind);
        sets.append(m_dialect.quoted(cell.column) + u" = ?");
    }
    const QString where = matching(same);
    return finished(Statement::Kind::Update, u"UPDATE "_s + m_dialect.quoted(table) + u" SET " + sets.join(u", ") + where + returned(returning), table);
}

Statement SqlCompiler::remove(const QString &table, const QList<Cell> &same)
{
    const QString where = matching(same);
    return finished(Statement::Kind::Delete, u"DELETE FROM "_s + m_dialect.quoted(table) + where, table);
}

QString SqlCompiler::conditions(const QList<Cell> &same)
{
    QStringList terms;
    for (const Cell &cell : same) {
        // An index serves these two, and not on every engine a comparison that is right for both.
        if (isNull(cell.bind.value)) {
            terms.append(m_dialect.quoted(cell.column) + u" IS NULL");
            continue;
        }
        m_binds.append(cell.bind);
        terms.append(m_dialect.quoted(cell.column) + u" = ?");
    }
    return terms.join(u" AND ");
}

QString SqlCompiler::matching(const QList<Cell> &same)
{
    return u" WHERE "_s + conditions(same);
}

} // namespace db
