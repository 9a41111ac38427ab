// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/grouping.h"

#include "core/toolkit/window.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool isAggregate(const Node &node)
{
    static const QStringList functions{u"count"_s, u"sum"_s, u"avg"_s, u"min"_s, u"max"_s};
    return node.kind == Node::Kind::CountAll || node.kind == Node::Kind::CountDistinct
        || (node.kind == Node::Kind::Call && functions.contains(node.text));
}

/// What an expression computes with for each row or group. Fragments and subqueries are left to the database.
QList<Node::Ptr> partsOf(const Node &node)
{
    if (node.kind == Node::Kind::Fragment)
        return {};
    if (node.kind != Node::Kind::Over)
        return node.arguments;
    // A window function looks at the groups, as at rows.
    QList<Node::Ptr> parts = node.arguments.first()->arguments + node.window->partitions;
    for (const Ordering &ordering : node.window->orderings)
        parts.append(ordering.node);
    return parts;
}

bool hasAggregate(const Node::Ptr &node)
{
    if (!node || isAggregate(*node))
        return node != nullptr;
    const QList<Node::Ptr> parts = partsOf(*node);
    return std::any_of(parts.begin(), parts.end(), hasAggregate);
}

class Groups
{
public:
    explicit Groups(const QueryCore &query)
        : m_query(query) { }

    /// The first column of an expression that a group has no single value of.
    QString missing(const Node &node) const
    {
        const auto isNode = [&](const Node::Ptr &group) { return sameTree(*group, node); };
        if (isAggregate(node) || std::any_of(m_query.groupBy.begin(), m_query.groupBy.end(), isNode))
            return {};
        if (node.kind == Node::Kind::Column)
            return missing(node.schema, node.alias, node.column);
        const QList<Node::Ptr> parts = partsOf(node);
        for (const Node::Ptr &part : parts) {
            if (const QString column = missing(*part); !column.isEmpty())
                return column;
        }
        return {};
    }

    /// The same of a whole struct.
    QString missing(const Schema &schema, const QString &alias) const
    {
        for (const Field &field : schema.fields()) {
            const QString column = field.isVirtual ? QString() : missing(&schema, alias, field.name);
            if (!column.isEmpty())
                return column;
        }
        return {};
    }

private:
    QString missing(const Schema *schema, const QString &alias, const QString &column) const
    {
        const std::optional<qsizetype> source = sourceOf(schema, alias);
        const auto isGrouped = [&](const QString &name) {
            return std::any_of(m_query.groupBy.begin(), m_query.groupBy.end(), [&](const Node::Ptr &group) {
                return group->kind == Node::Kind::Column && group->column == name && sourceOf(group->schema, group->alias) == source;
            });
        };
        const QList<const Field *> keys = schema ? schema->primaryKeys() : QList<const Field *>();
        const bool isKeyGrouped = !keys.isEmpty() && std::all_of(keys.begin(), keys.end(), [&](const Field *key) { return isGrouped(key->name); });
        // Columns of queries around this one have one value.
        if (!source || isKeyGrouped || isGrouped(column))
            return {};
        return schema ? QString(schema->table() + u'.' + column) : column;
    }

    std::optional<qsizetype> sourceOf(const Schema *schema, const QString &alias) const
    {
        const auto meant = [&](const Schema *one, const QString &name) { return alias.isEmpty() ? one == schema : name == alias; };
        if (meant(m_query.schema, m_query.alias))
            return 0;
        const auto join = std::find_if(m_query.joins.begin(), m_query.joins.end(), [&](const Join &one) { return meant(one.schema, one.alias); });
        return join == m_query.joins.end() ? std::nullopt : std::optional(join - m_query.joins.begin() + 1);
    }

    const QueryCore &m_query;
};

} // namespace

QString ungroupedColumn(const QueryCore &query, bool isSelected)
{
    // Several queries together are ordered by what they select.
    const QList<Ordering> orderings = isSelected && query.combinations.isEmpty() ? query.orderings : QList<Ordering>();
    const bool aggregates = std::any_of(query.outputs.begin(), query.outputs.end(), [](const Output &output) { return hasAggregate(output.node); })
        || std::any_of(orderings.begin(), orderings.end(), [](const Ordering &ordering) { return hasAggregate(ordering.node); });
    if (query.groupBy.isEmpty() && !query.having && !aggregates)
        return {};
    const Groups groups(query);
    QStringList missing;
    if (query.having)
        missing.append(groups.missing(*query.having));
    if (isSelected) {
        if (query.outputs.isEmpty() && query.schema)
            missing.append(groups.missing(*query.schema, query.alias));
        for (const Output &output : query.outputs)
            missing.append(output.node ? groups.missing(*output.node) : groups.missing(*output.schema, output.name));
        for (const Ordering &ordering : orderings)
            missing.append(groups.missing(*ordering.node));
    }
    missing.removeAll(QString());
    return missing.value(0);
}

} // namespace db
