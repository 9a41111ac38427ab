// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// SELECT: sources, columns, order, and how queries are put together. Values are bound in the order of the text, so each
// part of it is made in that order too.

#include "core/toolkit/grouping.h"
#include "core/toolkit/sql_compiler.h"
#include "core/toolkit/window.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QStringView keyword(Join::Kind kind)
{
    switch (kind) {
    case Join::Kind::Inner:
        return u" INNER JOIN ";
    case Join::Kind::Left:
        return u" LEFT OUTER JOIN ";
    case Join::Kind::Right:
        return u" RIGHT OUTER JOIN ";
    case Join::Kind::Full:
        return u" FULL OUTER JOIN ";
    case Join::Kind::Cross:
        return u" CROSS JOIN ";
    }
    Q_UNREACHABLE();
}

QStringView keyword(Combination::Kind kind)
{
    switch (kind) {
    case Combination::Kind::Union:
        return u" UNION ";
    case Combination::Kind::UnionAll:
        return u" UNION ALL ";
    case Combination::Kind::Except:
        return u" EXCEPT ";
    case Combination::Kind::ExceptAll:
        return u" EXCEPT ALL ";
    case Combination::Kind::Intersect:
        return u" INTERSECT ";
    case Combination::Kind::IntersectAll:
        return u" INTERSECT ALL ";
    }
    Q_UNREACHABLE();
}

bool isIntersection(Combination::Kind kind)
{
    return kind == Combination::Kind::Intersect || kind == Combination::Kind::IntersectAll;
}

/// Whether an expression can be NULL, as far as its schema tells.
bool mayBeNull(const Node &node, const QueryCore &query)
{
    const Field *field = node.kind == Node::Kind::Column && node.schema ? node.schema->findField(node.column) : nullptr;
    const bool hasOuterJoin = std::any_of(query.joins.begin(), query.joins.end(), [](const Join &join) { return join.kind != Join::Kind::Inner; });
    return !field || field->isNullable() || hasOuterJoin;
}

} // namespace

SqlCompiler::Scope SqlCompiler::scopeOf(const QueryCore &query, const Scope *outer)
{
    Scope scope;
    scope.outer = outer;
    const auto add = [&](const Schema *schema, const QString &table, const QString &alias) {
        const QString name = schema && table.isEmpty() ? schema->table() : table;
        const QString initial = name.isEmpty() ? u"q"_s : name.left(1);
        const bool isPlain = initial.at(0).unicode() < 128 && initial.at(0).isLetter();
        scope.sources.append({schema, name, alias, (isPlain ? initial.toLower() : u"t"_s) + QString::number(m_sources++)});
    };
    add(query.schema, query.table, query.alias);
    for (const Join &join : query.joins)
        add(join.schema, join.table, join.alias);
    return scope;
}

QString SqlCompiler::body(const QueryCore &query, const Scope *outer, Asked asked)
{
    if (!query.distinctOn.isEmpty())
        return firstOfEach(query, outer, asked);
    QString sql = commonTables(query, outer);
    Scope scope = scopeOf(query, outer);
    if (query.combinations.isEmpty()) {
        sql += plainBody(query, scope, asked);
        if (asked != Asked::Existence)
            sql += orderings(query, scope);
        sql += m_dialect.limit(query.limit, query.offset, m_binds);
        return outer ? sql : QString(sql + m_dialect.locking(query.lock, query.lockWait));
    }
    const Asked columns = asked == Asked::Existence ? Asked::NamedColumns : asked;
    const QString first = plainBody(query, scope, columns);
    sql += combinations(query, first, outer, columns);
    if (asked == Asked::Existence)
        sql = u"SELECT 1 FROM ("_s + sql + u") AS found";
    else
        sql += orderings(query, scope);
    return sql + m_dialect.limit(query.limit, query.offset, m_binds);
}

/// From SELECT to HAVING.
QString SqlCompiler::plainBody(const QueryCore &query, Scope &scope, Asked asked)
{
    QString sql = u"SELECT "_s;
    if (query.isDistinct)
        sql += u"DISTINCT ";
    sql += asked == Asked::Existence ? u"1"_s : outputs(query, scope, asked);
    sql += from(query, scope);
    if (query.where)
        sql += u" WHERE " + expression(*query.where, scope);
    if (!query.groupBy.isEmpty()) {
        QStringList groups;
        for (const Node::Ptr &group : query.groupBy)
            groups.append(m_dialect.comparable(term(group, scope, false), group->type));
        sql += u" GROUP BY " + groups.join(u", ");
    }
    if (query.having)
        sql += u" HAVING " + expression(*query.having, scope);
    if (const QString column = ungroupedColumn(query, asked != Asked::Existence); !column.isEmpty())
        refuse(u"A group has no single %1: group by it too, or select an aggregate of it"_s.arg(column), column);
    return sql;
}

/// The first row of each group of rows that agree in `distinctOn`: numbered inside their group, and the ones are taken.
QString SqlCompiler::firstOfEach(const QueryCore &query, const Scope *outer, Asked asked)
{
    QueryCore numbered = query;
    numbered.distinctOn.clear();
    numbered.orderings.clear();
    numbered.limit.reset();
    numbered.offset.reset();
    const auto window = std::make_shared<WindowCore>();
    window->partitions = query.distinctOn;
    window->orderings = query.orderings;
    if (numbered.outputs.isEmpty())
        numbered.outputs = {{.schema = query.schema, .name = query.alias}};
    QList<Output> extra;
    for (qsizetype i = 0; i < query.orderings.size(); ++i)
        extra.append({.node = query.orderings.at(i).node, .name = u"order_"_s + QString::number(i)});
    extra.append({.node = Node::make({.kind = Node::Kind::Over,
                                      .arguments = {Node::call(u"row_number"_s, {}, Type::Integer)},
                                      .type = Type::Integer,
                                      .window = window}),
                  .name = u"place"_s});
    const QString alias = u"d"_s + QString::number(m_sources++);
    const QString with = commonTables(query, outer);
    numbered.commonTables.clear();
    numbered.outputs.append(extra);
    Scope scope = scopeOf(numbered, outer);
    const QString inner = plainBody(numbered, scope, Asked::NamedColumns);
    QStringList columns;
    for (qsizetype i = 0; i < scope.columns.size() - extra.size(); ++i)
        columns.append(alias + u'.' + m_dialect.quoted(scope.columns.at(i)));
    QStringList terms;
    for (qsizetype i = 0; i < query.orderings.size(); ++i) {
        const Ordering &ordering = query.orderings.at(i);
        const QString column = alias + u'.' + m_dialect.quoted(extra.at(i).name);
        terms.append(m_dialect.ordered(m_dialect.comparable(column, ordering.node->type), ordering.isDescending, true));
    }
    return with + u"SELECT " + (asked == Asked::Existence ? u"1"_s : columns.join(u", ")) + u" FROM (" + inner + u") AS " + alias + u" WHERE " + alias
        + u'.' + m_dialect.quoted(u"place"_s) + u" = 1" + (terms.isEmpty() ? QString() : QString(u" ORDER BY "_s + terms.join(u", ")))
        + m_dialect.limit(query.limit, query.offset, m_binds);
}

/// UNION and its like. Engines disagree on which of them binds more tightly and on parentheses: what came before is a
/// subquery of its own where that matters.
QString SqlCompiler::combinations(const QueryCore &query, const QString &first, const Scope *outer, Asked asked)
{
    QString sql = first;
    bool isCombined = false;
    for (const Combination &combination : query.combinations) {
        const bool needsAll = combination.kind == Combination::Kind::ExceptAll || combination.kind == Combination::Kind::IntersectAll;
        if (needsAll && !m_dialect.has(Dialect::Feature::CombineAll))
            refuse(u"This engine cannot subtract or intersect rows that occur more than once"_s);
        if (isCombined && isIntersection(combination.kind))
            sql = u"SELECT * FROM ("_s + sql + u") AS combined";
        const QueryCore &other = *combination.query;
        const bool isPlain = other.orderings.isEmpty() && !other.limit && !other.offset && other.combinations.isEmpty()
            && other.commonTables.isEmpty() && other.distinctOn.isEmpty();
        const QString rows = body(other, outer, isPlain ? asked : Asked::NamedColumns);
        sql += keyword(combination.kind) + (isPlain ? rows : QString(u"SELECT * FROM ("_s + rows + u") AS other"));
        isCombined = true;
    }
    return sql;
}

QString SqlCompiler::commonTables(const QueryCore &query, const Scope *outer)
{
    if (query.commonTables.isEmpty())
        return {};
    QStringList tables;
    for (const CommonTable &table : query.commonTables)
        tables.append(m_dialect.quoted(table.name) + u" AS (" + body(*table.query, outer, Asked::NamedColumns) + u')');
    return u"WITH RECURSIVE "_s + tables.join(u", ") + u' ';
}

QString SqlCompiler::outputs(const QueryCore &query, Scope &scope, Asked asked)
{
    QStringList columns;
    const auto add = [&](const QString &text, const QString &name, bool isNamed, const Node::Ptr &node) {
        QString unique = name.isEmpty() ? u"c"_s + QString::number(columns.size()) : name;
        if (asked == Asked::NamedColumns && scope.columns.contains(unique))
            unique += u'_' + QString::number(columns.size());
        const bool mustBeNamed = isNamed || (asked == Asked::NamedColumns && unique != name) || (asked == Asked::NamedColumns && node);
        columns.append(mustBeNamed ? QString(text + u" AS " + m_dialect.quoted(unique)) : text);
        scope.columns.append(asked == Asked::NamedColumns ? unique : text);
        scope.nodes.append(node);
    };
    const auto addAll = [&](const Schema &schema, const Scope::Source &source) {
        for (const Field &field : schema.fields()) {
            if (!field.isVirtual)
                add(source.sqlAlias + u'.' + m_dialect.quoted(field.name), field.name, false, {});
        }
    };
    if (query.outputs.isEmpty())
        addAll(*query.schema, scope.sources.first());
    for (const Output &output : query.outputs) {
        if (output.node) {
            const QString name = output.name.isEmpty() && output.node->kind == Node::Kind::Column ? output.node->column : output.name;
            add(expression(*output.node, scope), name, !output.name.isEmpty(), output.node);
            continue;
        }
        const auto source = std::find_if(scope.sources.begin(), scope.sources.end(), [&](const Scope::Source &candidate) {
            return output.name.isEmpty() ? candidate.schema == output.schema : candidate.alias == output.name;
        });
        if (source != scope.sources.end())
            addAll(*output.schema, *source);
        else
            refuse(u"The query selects rows of %1, but does not join it"_s.arg(output.schema->table()), output.schema->table());
    }
    return columns.join(u", ");
}

QString SqlCompiler::source(const QueryCore *subquery, const QString &table, const Scope *outer)
{
    return subquery ? QString(u'(' + body(*subquery, outer, Asked::NamedColumns) + u')') : m_dialect.quoted(table);
}

QString SqlCompiler::from(const QueryCore &query, const Scope &scope)
{
    const Scope::Source &main = scope.sources.first();
    QString sql = u" FROM "_s + source(query.subquery.get(), main.table, scope.outer) + u" AS " + main.sqlAlias;
    for (qsizetype i = 0; i < query.joins.size(); ++i) {
        const Join &join = query.joins.at(i);
        const Scope::Source &joined = scope.sources.at(i + 1);
        if (join.kind == Join::Kind::Full && !m_dialect.has(Dialect::Feature::FullJoin))
            refuse(u"This engine has no FULL JOIN"_s, joined.table);
        if (join.isLateral && !m_dialect.has(Dialect::Feature::Lateral))
            refuse(u"This engine has no LATERAL"_s, join.alias);
        sql += keyword(join.kind);
        if (join.isLateral)
            sql += u"LATERAL ";
        sql += source(join.subquery.get(), joined.table, join.isLateral ? &scope : scope.outer) + u" AS " + joined.sqlAlias;
        if (join.on)
            sql += u" ON " + expression(*join.on, scope);
    }
    return sql;
}

QString SqlCompiler::orderings(const QueryCore &query, const Scope &scope)
{
    QStringList terms;
    for (const Ordering &ordering : query.orderings) {
        const QString text = term(ordering.node, scope, !query.combinations.isEmpty());
        terms.append(m_dialect.ordered(m_dialect.comparable(text, ordering.node->type), ordering.isDescending, mayBeNull(*ordering.node, query)));
    }
    return terms.isEmpty() ? QString() : QString(u" ORDER BY "_s + terms.join(u", "));
}

/// A term of GROUP BY or ORDER BY: the place of the column where the same is selected, because two expressions with bound
/// values are not the same for PostgreSQL, nor is a column of a UNION one of its first table.
QString SqlCompiler::term(const Node::Ptr &node, const Scope &scope, bool mustBeSelected)
{
    const bool isColumn = node->kind == Node::Kind::Column;
    if (isColumn && !mustBeSelected)
        return column(*node, scope);
    for (qsizetype i = 0; i < scope.nodes.size(); ++i) {
        const Node::Ptr &selected = scope.nodes.at(i);
        if (selected && (selected == node || sameTree(*selected, *node)))
            return QString::number(i + 1);
    }
    if (!mustBeSelected)
        return expression(*node, scope);
    const QString text = isColumn ? column(*node, scope) : QString();
    for (qsizetype i = 0; i < scope.columns.size(); ++i) {
        if (isColumn && (scope.columns.at(i) == text || (!scope.nodes.at(i) && scope.columns.at(i) == node->column)))
            return QString::number(i + 1);
    }
    refuse(u"Rows of several queries can be ordered only by what is selected"_s, node->column);
    return {};
}

} // namespace db
