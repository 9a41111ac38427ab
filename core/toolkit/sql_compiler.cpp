// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_compiler.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Whether an expression can be NULL, as far as its schema tells.
bool mayBeNull(const Node &node, const QueryCore &query)
{
    const Field *field = node.kind == Node::Kind::Column && node.schema ? node.schema->findField(node.column) : nullptr;
    const bool hasOuterJoin = std::any_of(query.joins.begin(), query.joins.end(), [](const Join &join) { return join.kind == Join::Kind::Left; });
    return !field || field->isNullable() || hasOuterJoin;
}

bool isSimple(const QueryCore &query)
{
    return query.joins.isEmpty() && query.groupBy.isEmpty() && !query.limit && !query.offset && !query.isDistinct;
}

} // namespace

Statement SqlCompiler::finished(Statement::Kind kind, const QString &sql, const QString &source)
{
    Statement statement{kind, sql, m_binds, source};
    m_binds.clear();
    m_sources = 0;
    return statement;
}

Result<Statement> SqlCompiler::checked(Statement::Kind kind, const QString &sql, const QString &source)
{
    const Statement statement = finished(kind, sql, source);
    if (const std::optional<Error> refusal = std::exchange(m_refusal, std::nullopt))
        return Failure(*refusal);
    return statement;
}

QString SqlCompiler::bind(Type type, const QVariant &value)
{
    m_binds.append({type, value});
    return u"?"_s;
}

Result<Statement> SqlCompiler::select(const QueryCore &query)
{
    const QString sql = body(query, nullptr);
    return checked(Statement::Kind::Select, sql, query.schema->table());
}

Result<Statement> SqlCompiler::count(const QueryCore &query)
{
    QueryCore counted = query;
    counted.orderings.clear();
    counted.preloads.clear();
    QString sql;
    if (query.limit || query.offset || query.isDistinct || !query.groupBy.isEmpty()) {
        counted.orderings = query.orderings;
        sql = u"SELECT count(*) FROM ("_s + body(counted, nullptr) + u") AS counted";
    } else {
        counted.outputs = {{.node = Node::make(Node::Kind::CountAll, {}, Type::Integer)}};
        sql = body(counted, nullptr);
    }
    return checked(Statement::Kind::Select, sql, query.schema->table());
}

Result<Statement> SqlCompiler::exists(const QueryCore &query)
{
    QueryCore asked = query;
    asked.limit = 1;
    const QString sql = body(asked, nullptr, true);
    return checked(Statement::Kind::Select, sql, query.schema->table());
}

Result<Statement> SqlCompiler::updateAll(const QueryCore &query, const QList<Assignment> &assignments)
{
    const Scope scope = scopeOf(query, nullptr);
    QStringList sets;
    for (const Assignment &assignment : assignments)
        sets.append(m_dialect.quoted(assignment.column) + u" = " + expression(*assignment.value, scope));
    const QString sql = u"UPDATE "_s + m_dialect.quoted(query.schema->table()) + u" AS " + scope.sources.first().sqlAlias
        + u" SET " + sets.join(u", ") + rows(query, scope);
    return checked(Statement::Kind::Update, sql, query.schema->table());
}

Result<Statement> SqlCompiler::deleteAll(const QueryCore &query)
{
    const Scope scope = scopeOf(query, nullptr);
    const QString sql = m_dialect.deleteFrom(m_dialect.quoted(query.schema->table()), scope.sources.first().sqlAlias) + rows(query, scope);
    return checked(Statement::Kind::Delete, sql, query.schema->table());
}

/// The WHERE of an UPDATE or DELETE. A query that is more than a condition picks its rows by key, in a
/// subquery of its own, without which MariaDB takes no LIMIT.
QString SqlCompiler::rows(const QueryCore &query, const Scope &scope)
{
    if (isSimple(query))
        return query.where ? QString(u" WHERE "_s + expression(*query.where, scope)) : QString();
    const Field &key = query.schema->primaryKey();
    QueryCore keys = query;
    keys.outputs = {{.node = Node::make({.kind = Node::Kind::Column, .type = key.type, .schema = query.schema, .column = key.name})}};
    return u" WHERE "_s + scope.sources.first().sqlAlias + u'.' + m_dialect.quoted(key.name) + u" IN (SELECT * FROM (" + body(keys, nullptr)
        + u") AS chosen)";
}

Statement SqlCompiler::insert(const QString &table, const QList<Cell> &cells, const QStringList &conflictTarget)
{
    if (cells.isEmpty())
        return finished(Statement::Kind::Insert, m_dialect.insertDefaults(table), table);
    QString columns;
    QString marks;
    for (const Cell &cell : cells) {
        m_binds.append(cell.bind);
        columns += (columns.isEmpty() ? u""_s : u", "_s) + m_dialect.quoted(cell.column);
        marks += marks.isEmpty() ? u"?" : u", ?";
    }
    QString sql = u"INSERT INTO "_s + m_dialect.quoted(table) + u" (" + columns + u") VALUES (" + marks + u')';
    if (!conflictTarget.isEmpty())
        sql += m_dialect.onConflictDoNothing(conflictTarget);
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
    QStringList names;
    for (const Field *field : returning)
        names.append(m_dialect.quoted(field->name));
    if (!names.isEmpty())
        sql += u" RETURNING " + names.join(u", ");
    return finished(Statement::Kind::Insert, sql, schema.table());
}

Statement SqlCompiler::probe(const QString &table, const QList<Cell> &same, const QList<Cell> &other)
{
    QString where = matching(same);
    if (!other.isEmpty())
        where += u" AND NOT (" + conditions(other) + u')';
    return finished(Statement::Kind::Select, u"SELECT 1 FROM "_s + m_dialect.quoted(table) + where + u" LIMIT 1", table);
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
    return m_dialect.onConflict(rule.target, sets, schema.primaryKey().name);
}

Statement SqlCompiler::update(const QString &table, const QList<Cell> &cells, const QList<Cell> &same)
{
    QStringList sets;
    for (const Cell &cell : cells) {
        m_binds.append(cell.bind);
        sets.append(m_dialect.quoted(cell.column) + u" = ?");
    }
    const QString where = matching(same);
    return finished(Statement::Kind::Update, u"UPDATE "_s + m_dialect.quoted(table) + u" SET " + sets.join(u", ") + where, table);
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

SqlCompiler::Scope SqlCompiler::scopeOf(const QueryCore &query, const Scope *outer)
{
    Scope scope;
    scope.outer = outer;
    const auto add = [&](const Schema *schema, const QString &table, const QString &alias) {
        const QString name = schema ? schema->table() : table;
        const char16_t first = name.isEmpty() ? u'q' : name.front().toLower().unicode();
        const QChar initial = first >= u'a' && first <= u'z' ? first : u'q';
        scope.sources.append({schema, name, alias, QString(initial + QString::number(m_sources++))});
    };
    add(query.schema, {}, {});
    for (const Join &join : query.joins)
        add(join.schema, join.table, join.alias);
    return scope;
}

QString SqlCompiler::body(const QueryCore &query, const Scope *outer, bool existsOnly)
{
    // Values are bound in the order of the text, so each part is made in that order too.
    const Scope scope = scopeOf(query, outer);
    QString sql = u"SELECT "_s;
    if (query.isDistinct)
        sql += u"DISTINCT ";
    sql += existsOnly ? u"1"_s : outputs(query, scope);
    sql += from(query, scope);
    if (query.where)
        sql += u" WHERE " + expression(*query.where, scope);
    if (!query.groupBy.isEmpty()) {
        QStringList groups;
        for (const Node::Ptr &group : query.groupBy)
            groups.append(expression(*group, scope));
        sql += u" GROUP BY " + groups.join(u", ");
    }
    if (query.having)
        sql += u" HAVING " + expression(*query.having, scope);
    if (!existsOnly)
        sql += orderings(query, scope);
    sql += m_dialect.limit(query.limit, query.offset, m_binds);
    return sql;
}

QString SqlCompiler::outputs(const QueryCore &query, const Scope &scope)
{
    QStringList columns;
    const auto addAll = [&](const Schema &schema, const QString &alias) {
        for (const Field &field : schema.fields()) {
            if (!field.isVirtual)
                columns.append(alias + u'.' + m_dialect.quoted(field.name));
        }
    };
    if (query.outputs.isEmpty())
        addAll(*query.schema, scope.sources.first().sqlAlias);
    for (const Output &output : query.outputs) {
        if (output.node) {
            const QString value = expression(*output.node, scope);
            columns.append(output.name.isEmpty() ? value : QString(value + u" AS " + m_dialect.quoted(output.name)));
            continue;
        }
        const auto source = std::find_if(scope.sources.begin(), scope.sources.end(),
                                         [&](const Scope::Source &candidate) { return candidate.schema == output.schema; });
        Q_ASSERT_X(source != scope.sources.end(), "select()", "a whole struct is asked for whose table is not part of the query");
        addAll(*output.schema, source->sqlAlias);
    }
    return columns.join(u", ");
}

QString SqlCompiler::from(const QueryCore &query, const Scope &scope)
{
    QString sql = u" FROM "_s + m_dialect.quoted(query.schema->table()) + u" AS " + scope.sources.first().sqlAlias;
    for (qsizetype i = 0; i < query.joins.size(); ++i) {
        const Join &join = query.joins.at(i);
        const Scope::Source &source = scope.sources.at(i + 1);
        sql += join.kind == Join::Kind::Inner ? u" INNER JOIN " : u" LEFT OUTER JOIN ";
        sql += join.subquery ? QString(u'(' + body(*join.subquery, nullptr) + u')') : m_dialect.quoted(source.table);
        sql += u" AS " + source.sqlAlias + u" ON " + expression(*join.on, scope);
    }
    return sql;
}

QString SqlCompiler::orderings(const QueryCore &query, const Scope &scope)
{
    QStringList terms;
    for (const Ordering &ordering : query.orderings)
        terms.append(m_dialect.ordered(expression(*ordering.node, scope), ordering.isDescending, mayBeNull(*ordering.node, query)));
    return terms.isEmpty() ? QString() : QString(u" ORDER BY "_s + terms.join(u", "));
}

QString SqlCompiler::column(const Node &node, const Scope &scope) const
{
    for (const Scope *current = &scope; current; current = current->outer) {
        for (const Scope::Source &source : current->sources) {
            const bool meant = node.alias.isEmpty() ? source.schema == node.schema : source.alias == node.alias;
            if (meant)
                return source.sqlAlias + u'.' + m_dialect.quoted(node.column);
        }
    }
    qFatal("A query uses %s of a table that it does not join", qUtf8Printable(node.column));
}

QString SqlCompiler::binary(const Node &node, const Scope &scope, QStringView symbol)
{
    const QString left = expression(*node.arguments.at(0), scope);
    const QString right = expression(*node.arguments.at(1), scope);
    return u'(' + left + u' ' + symbol + u' ' + right + u')';
}

QString SqlCompiler::comparison(const Node &node, const Scope &scope, QStringView symbol)
{
    for (const Node::Ptr &side : node.arguments) {
        if (side->kind != Node::Kind::Value || !isNull(side->value))
            continue;
        const QString column = node.arguments.first()->column;
        m_refusal = Error::refused(u"%1 is compared with NULL, which no row passes; isNull() asks for it"_s.arg(column), column);
    }
    return binary(node, scope, symbol);
}

QString SqlCompiler::call(const Node &node, const Scope &scope, QStringView function)
{
    QStringList arguments;
    for (const Node::Ptr &argument : node.arguments)
        arguments.append(expression(*argument, scope));
    return function + u'(' + arguments.join(u", ") + u')';
}

QString SqlCompiler::expression(const Node &node, const Scope &scope)
{
    const auto argument = [&](int index) { return expression(*node.arguments.at(index), scope); };
    switch (node.kind) {
    case Node::Kind::Column:
        return column(node, scope);
    case Node::Kind::Value:
        return bind(node.type, node.value);
    case Node::Kind::And:
        return binary(node, scope, u"AND");
    case Node::Kind::Or:
        return binary(node, scope, u"OR");
    case Node::Kind::Not:
        return u"NOT ("_s + argument(0) + u')';
    case Node::Kind::Equal:
        return comparison(node, scope, u"=");
    case Node::Kind::NotEqual:
        return comparison(node, scope, u"!=");
    case Node::Kind::Less:
        return comparison(node, scope, u"<");
    case Node::Kind::LessOrEqual:
        return comparison(node, scope, u"<=");
    case Node::Kind::Greater:
        return comparison(node, scope, u">");
    case Node::Kind::GreaterOrEqual:
        return comparison(node, scope, u">=");
    case Node::Kind::IsNull:
        return u'(' + argument(0) + u" IS NULL)";
    case Node::Kind::IsSame: {
        const QString left = argument(0);
        return m_dialect.isSame(left, argument(1));
    }
    case Node::Kind::In: {
        const QString left = argument(0);
        return m_dialect.in(left, node.type, node.value.toList(), m_binds);
    }
    case Node::Kind::Exists:
        return u"EXISTS ("_s + body(*node.query, &scope, true) + u')';
    case Node::Kind::Contains: {
        const QString text = argument(0);
        return m_dialect.contains(text, node.arguments.at(1)->value.toString(), m_binds);
    }
    case Node::Kind::ILike: {
        const QString text = argument(0);
        return m_dialect.ilike(text, argument(1));
    }
    case Node::Kind::Add:
        return binary(node, scope, u"+");
    case Node::Kind::CountAll:
        return u"count(*)"_s;
    case Node::Kind::Count:
        return call(node, scope, u"count");
    case Node::Kind::Sum:
        return call(node, scope, u"sum");
    case Node::Kind::Min:
        return call(node, scope, u"min");
    case Node::Kind::Max:
        return call(node, scope, u"max");
    case Node::Kind::Coalesce:
        return call(node, scope, u"coalesce");
    case Node::Kind::Lower:
        return call(node, scope, u"lower");
    case Node::Kind::Left:
        return u"substr("_s + argument(0) + u", 1, " + argument(1) + u')';
    case Node::Kind::Length:
        return call(node, scope, u"length");
    case Node::Kind::Truncate:
        return m_dialect.truncated(node.unit, argument(0));
    }
    Q_UNREACHABLE();
}

} // namespace db
