// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/query_core.h"

#include "core/toolkit/window.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

Node::Ptr joined(Node::Kind kind, const Node::Ptr &left, const Node::Ptr &right)
{
    return left ? Node::make(kind, {left, right}) : right;
}

Node::Ptr equal(const Node::Ptr &left, const Node::Ptr &right)
{
    return Node::make(Node::Kind::Equal, {left, right});
}

Node::Ptr both(const Node::Ptr &condition, const Node::Ptr &other)
{
    return other ? Node::make(Node::Kind::And, {condition, other}) : condition;
}

/// A column of a join table, which holds a key of `schema`.
Node::Ptr joinColumn(const QString &joinAlias, const QString &column, const Schema &schema, const QString &key)
{
    const Field *field = schema.findField(key);
    return Node::make({.kind = Node::Kind::Column, .type = field ? field->type : Type::Id, .alias = joinAlias, .column = column});
}

/// Joins one association; the owner is the source with the alias, or the first one of its table.
void joinStep(QueryCore &query, Join::Kind kind, const Association &association, const Schema &owner, const QString &ownerAlias,
              const QString &alias)
{
    const Schema &related = association.related->schema();
    // The related table may be the owner's own: only a name tells the two apart then.
    const QString name = alias.isEmpty() && &related == &owner ? association.name : alias;
    const Node::Ptr ownerKey = keyColumn(&owner, ownerAlias, association.ownerKey);
    const Node::Ptr relatedKey = keyColumn(&related, name, association.relatedKey);
    if (association.kind != Association::Kind::ManyToMany) {
        query.joins.append({.kind = kind, .schema = &related, .alias = name, .on = both(equal(relatedKey, ownerKey), chosenRows(association, name))});
        return;
    }
    const QString joinAlias = association.joinTable + u'/' + association.name + u'/' + name;
    query.joins.append({.kind = kind,
                        .table = association.joinTable,
                        .alias = joinAlias,
                        .on = equal(joinColumn(joinAlias, association.joinOwnerKey, owner, association.ownerKey), ownerKey)});
    query.joins.append({.kind = kind,
                        .schema = &related,
                        .alias = name,
                        .on = both(equal(relatedKey, joinColumn(joinAlias, association.joinRelatedKey, related, association.relatedKey)),
                                   chosenRows(association, name))});
}

/// The column in which a query for the related rows of an association finds the key of the owner. Joins what lies between.
Node::Ptr ownerColumn(QueryCore &query, const Association &association, Type keyType, const QString &relatedAlias)
{
    const Schema &related = association.related->schema();
    const Node::Ptr relatedKey = keyColumn(&related, relatedAlias, association.relatedKey);
    if (const Node::Ptr chosen = chosenRows(association, relatedAlias))
        query.addWhere(chosen);
    if (association.kind != Association::Kind::ManyToMany)
        return relatedKey;
    const QString joinAlias = association.joinTable + u"/owners"_s + relatedAlias;
    query.joins.append({.table = association.joinTable,
                        .alias = joinAlias,
                        .on = equal(joinColumn(joinAlias, association.joinRelatedKey, related, association.relatedKey), relatedKey)});
    return Node::make({.kind = Node::Kind::Column, .type = keyType, .alias = joinAlias, .column = association.joinOwnerKey});
}

/// The same for an association that leads through others: walks back from its rows to those that know the owner.
Node::Ptr ownerColumnThrough(QueryCore &query, const Association &association, Type keyType)
{
    const QList<const Association *> steps = association.steps();
    QString alias;
    for (qsizetype i = steps.size() - 1; i > 0; --i) {
        const Schema &between = steps.at(i - 1)->related->schema();
        const Node::Ptr column = ownerColumn(query, *steps.at(i), between.findField(steps.at(i)->ownerKey)->type, alias);
        alias = u"through"_s + QString::number(i);
        query.joins.append({.schema = &between, .alias = alias, .on = equal(keyColumn(&between, alias, steps.at(i)->ownerKey), column)});
    }
    return ownerColumn(query, *steps.first(), keyType, alias);
}

constexpr QStringView ownerName = u"preload_owner";
constexpr QStringView placeName = u"preload_place";
constexpr QStringView preloadAlias = u"preloaded";

/// Only some rows for each owner: all of them are numbered, owner by owner, and some numbers are taken.
QueryCore someForEachOwner(QueryCore all, const Node::Ptr &ownerKey)
{
    const qint64 offset = std::exchange(all.offset, std::nullopt).value_or(0);
    const std::optional<qint64> limit = std::exchange(all.limit, std::nullopt);
    if (all.orderings.isEmpty())
        all.orderByKey();
    const auto window = std::make_shared<WindowCore>();
    window->partitions = {ownerKey};
    window->orderings = std::exchange(all.orderings, {});
    // A row that several paths lead to is one row: its places are the same, and distinct() takes one.
    if (all.isDistinct)
        window->orderings.append({fieldColumn(*all.schema, all.schema->primaryKey(), all.alias)});
    const QString number = all.isDistinct ? u"dense_rank"_s : u"row_number"_s;
    const Node::Ptr place = Node::make({.kind = Node::Kind::Over,
                                        .arguments = {Node::call(number, {}, Type::Integer)},
                                        .type = Type::Integer,
                                        .window = window});

    const auto outer = [](const QString &name, Type type) {
        return Node::make({.kind = Node::Kind::Column, .type = type, .alias = preloadAlias.toString(), .column = name});
    };
    QueryCore some{.schema = all.schema, .alias = preloadAlias.toString()};
    for (Output &output : all.outputs) {
        Output taken = output;
        if (output.node) {
            output.name = output.name.isEmpty() ? u"preload_"_s + QString::number(some.outputs.size()) : output.name;
            taken.node = outer(output.name, output.node->type);
        } else {
            taken.name = preloadAlias.toString();
        }
        some.outputs.append(taken);
    }
    some.outputs.last().node = outer(ownerName.toString(), ownerKey->type);
    all.outputs.last().name = ownerName.toString();
    all.outputs.append({.node = place, .name = placeName.toString()});
    const Node::Ptr numbered = outer(placeName.toString(), Type::Integer);
    const auto is = [&](Node::Kind comparison, qint64 value) {
        some.addWhere(Node::make(comparison, {numbered, Node::make({.kind = Node::Kind::Value, .type = Type::Integer, .value = value})}));
    };
    is(Node::Kind::Greater, offset);
    if (limit)
        is(Node::Kind::LessOrEqual, offset + *limit);
    some.orderings = {{some.outputs.last().node}, {numbered}};
    some.subquery = std::make_shared<const QueryCore>(std::move(all));
    return some;
}

} // namespace

Node::Ptr keyColumn(const Schema *schema, const QString &alias, const QString &column)
{
    const Field *field = schema ? schema->findField(column) : nullptr;
    return Node::make({.kind = Node::Kind::Column, .type = field ? field->type : Type::Id, .schema = schema, .alias = alias, .column = column});
}

Node::Ptr fieldColumn(const Schema &schema, const Field &field, const QString &alias)
{
    return Node::make({.kind = Node::Kind::Column, .type = field.type, .schema = &schema, .alias = alias, .column = field.name});
}

Node::Ptr columnIs(const Schema &schema, const QString &column, const QVariant &value, Node::Kind comparison)
{
    const Field &field = *schema.findField(column);
    return Node::make(comparison, {fieldColumn(schema, field), Node::make({.kind = Node::Kind::Value, .type = field.type, .value = value})});
}

void QueryCore::addWhere(const Node::Ptr &condition)
{
    where = joined(Node::Kind::And, where, condition);
}

void QueryCore::addOrWhere(const Node::Ptr &condition)
{
    where = joined(Node::Kind::Or, where, condition);
}

void QueryCore::addHaving(const Node::Ptr &condition)
{
    having = joined(Node::Kind::And, having, condition);
}

void QueryCore::addOrHaving(const Node::Ptr &condition)
{
    having = joined(Node::Kind::Or, having, condition);
}

void QueryCore::join(Join::Kind kind, const Association &association, const Schema &owner, const QString &alias)
{
    const QList<const Association *> steps = association.steps();
    const Schema *from = &owner;
    QString fromAlias;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const bool isLast = i == steps.size() - 1;
        const QString name = isLast ? alias : QString(association.name + u'/' + steps.at(i)->name + u'/' + alias);
        joinStep(*this, kind, *steps.at(i), *from, fromAlias, name);
        from = &steps.at(i)->related->schema();
        fromAlias = name;
    }
}

void QueryCore::exclude(Part part)
{
    switch (part) {
    case Part::Joins:
        joins.clear();
        return;
    case Part::Where:
        where.reset();
        return;
    case Part::GroupBy:
        groupBy.clear();
        return;
    case Part::Having:
        having.reset();
        return;
    case Part::OrderBy:
        orderings.clear();
        return;
    case Part::Limit:
        limit.reset();
        return;
    case Part::Offset:
        offset.reset();
        return;
    case Part::Distinct:
        isDistinct = false;
        distinctOn.clear();
        return;
    case Part::Select:
        outputs.clear();
        return;
    case Part::Combinations:
        combinations.clear();
        return;
    case Part::With:
        commonTables.clear();
        return;
    case Part::Lock:
        lock = Lock::None;
        lockWait = LockWait::Wait;
        return;
    case Part::Preload:
        preloads.clear();
        joinedPreloads.clear();
        return;
    }
}

void QueryCore::orderByKey()
{
    if (orderings.isEmpty() && schema)
        orderings.append({fieldColumn(*schema, schema->primaryKey(), alias)});
}

void QueryCore::reverse()
{
    orderByKey();
    for (Ordering &ordering : orderings)
        ordering.isDescending = !ordering.isDescending;
}

bool QueryCore::isMoreThanACondition() const
{
    return subquery || !table.isEmpty() || !commonTables.isEmpty() || !joins.isEmpty() || !groupBy.isEmpty() || having || limit || offset
        || isDistinct || !distinctOn.isEmpty() || !combinations.isEmpty();
}

QString QueryCore::source() const
{
    if (!table.isEmpty())
        return table;
    if (schema)
        return schema->table();
    return subquery ? subquery->source() : QString();
}

Node::Ptr chosenRows(const Association &association, const QString &relatedAlias)
{
    const Schema &related = association.related->schema();
    Node::Ptr condition;
    for (auto value = association.where.cbegin(); value != association.where.cend(); ++value) {
        const Field &field = *related.findField(value.key());
        const Node::Ptr column = fieldColumn(related, field, relatedAlias);
        const bool isList = value->typeId() == QMetaType::QVariantList && field.type != Type::Array;
        Node::Ptr term = Node::make({.kind = Node::Kind::In, .arguments = {column}, .type = field.type, .value = isList ? *value : QVariantList{*value}});
        if (isNull(*value))
            term = Node::make(Node::Kind::IsNull, {column});
        condition = joined(Node::Kind::And, condition, term);
    }
    return condition;
}

QueryCore associatedRows(const Association &association, Type keyType, const QVariantList &ownerKeys)
{
    QueryCore query = relatedRows(association, keyType, ownerKeys);
    query.outputs.clear();
    query.orderings.clear();
    // A row that belongs to two of the owners is one row.
    query.isDistinct = association.isThrough() || association.kind == Association::Kind::ManyToMany;
    return query;
}

QueryCore relatedRows(const Association &association, Type keyType, const QVariantList &ownerKeys, const QueryCore *custom)
{
    const Schema &related = association.related->schema();
    QueryCore query = custom ? *custom : QueryCore{.schema = &related};
    query.preloads.clear();
    const Node::Ptr ownerKey = ownerColumnThrough(query, association, keyType);
    query.addWhere(Node::make({.kind = Node::Kind::In, .arguments = {ownerKey}, .type = ownerKey->type, .value = ownerKeys}));
    if (query.outputs.isEmpty())
        query.outputs = {{.schema = &related, .name = query.alias}};
    query.outputs.append({.node = ownerKey});
    query.isDistinct = query.isDistinct || association.isThrough();
    if (query.orderings.isEmpty()) {
        for (const PreloadOrder &order : association.preloadOrder)
            query.orderings.append({fieldColumn(related, *related.findField(order.column), query.alias), order.isDescending});
    }
    if (query.limit || query.offset)
        return someForEachOwner(query, ownerKey);
    if (query.orderings.isEmpty() && !association.isToOne())
        query.orderings = {{ownerKey}, {fieldColumn(related, related.primaryKey(), query.alias)}};
    return query;
}

void linkToOwner(const Association &association, const Schema &ownerSchema, const void *owner, void *child)
{
    const Schema &related = association.related->schema();
    for (auto value = association.defaults.begin(); value != association.defaults.end(); ++value)
        related.findField(value.key())->write(child, value.value());
    if (association.kind != Association::Kind::HasOne && association.kind != Association::Kind::HasMany)
        return;
    if (association.isThrough())
        qFatal("Association %s leads through others: a row for it has to be built for one of those", qUtf8Printable(association.name));
    related.findField(association.relatedKey)->write(child, ownerSchema.findField(association.ownerKey)->read(owner));
}

} // namespace db
