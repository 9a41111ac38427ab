// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/query_core.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

Node::Ptr joined(Node::Kind kind, const Node::Ptr &left, const Node::Ptr &right)
{
    return left ? Node::make(kind, {left, right}) : right;
}

} // namespace

Node::Ptr keyColumn(const Schema *schema, const QString &alias, const QString &column)
{
    return Node::make({.kind = Node::Kind::Column, .type = Type::Id, .schema = schema, .alias = alias, .column = column});
}

Node::Ptr columnIs(const Schema &schema, const QString &column, const QVariant &value, Node::Kind comparison)
{
    const Field &field = *schema.findField(column);
    const Node::Ptr left = Node::make({.kind = Node::Kind::Column, .type = field.type, .schema = &schema, .column = column});
    return Node::make(comparison, {left, Node::make({.kind = Node::Kind::Value, .type = field.type, .value = value})});
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

void QueryCore::join(Join::Kind kind, const Association &association, const Schema &owner, const QString &alias)
{
    const Schema &related = association.related->schema();
    // The related table may be the owner's own: only a name tells the two apart then.
    const QString name = alias.isEmpty() && &related == &owner ? association.name : alias;
    const Node::Ptr ownerKey = keyColumn(&owner, {}, association.ownerKey);
    const Node::Ptr relatedKey = keyColumn(name.isEmpty() ? &related : nullptr, name, association.relatedKey);
    if (association.kind != Association::Kind::ManyToMany) {
        joins.append({kind, &related, {}, nullptr, name, Node::make(Node::Kind::Equal, {relatedKey, ownerKey})});
        return;
    }
    const QString joinName = association.joinTable + u'/' + association.name;
    joins.append({kind, nullptr, association.joinTable, nullptr, joinName,
                  Node::make(Node::Kind::Equal, {keyColumn(nullptr, joinName, association.joinOwnerKey), ownerKey})});
    joins.append({kind, &related, {}, nullptr, name, Node::make(Node::Kind::Equal, {relatedKey, keyColumn(nullptr, joinName, association.joinRelatedKey)})});
}

} // namespace db
