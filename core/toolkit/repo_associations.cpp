// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Storing the rows of associations together with their owner: those it refers to before it, the others after it.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Action = ChangesetCore::Action;
using Cell = SqlCompiler::Cell;

const Field &fieldOf(const Schema &schema, const QString &column)
{
    return *schema.findField(column);
}

/// The keys of the rows that the association held when the owner was read.
QVariantList keysBefore(const ChangesetCore &owner, const Association &association)
{
    QVariantList keys;
    const Field &key = association.related->schema().primaryKey();
    const QList<const void *> rows = association.rows(association.holder(owner.data()));
    for (const void *row : rows)
        keys.append(key.read(row));
    return keys;
}

bool sameKeys(const QVariantList &left, const QVariantList &right)
{
    return left.size() == right.size() && std::is_permutation(left.begin(), left.end(), right.begin());
}

} // namespace

Result<void> Repo::saveChild(ChangesetCore &owner, const Association &association, qsizetype index, ChangesetCore &child, void *object)
{
    const WriteOptions options{.allowStale = association.onReplace == OnReplace::DeleteIfExists && child.action() == Action::Delete};
    // With a savepoint of its own a refused child can be asked about, whatever was written before.
    const auto save = [&] { return saveCore(child, object, options); };
    const Result<void> saved = m_connection.dialect().abortsTransactions() ? transaction(Nested::Savepoint, save) : save();
    if (saved || saved.error().kind != Error::Kind::Invalid || !saved.error().changeset)
        return saved;
    owner.replaceChild(association, index, *saved.error().changeset);
    return Failure(Error::invalid(owner));
}

Result<void> Repo::saveParents(ChangesetCore &changeset, void *object)
{
    const QList<AssociationChange> changes = changeset.associations();
    for (const AssociationChange &change : changes) {
        const Association &association = *change.association;
        if (association.isEmbedded())
            saveEmbedded(changeset, change, object);
        if (association.kind != Association::Kind::BelongsTo)
            continue;
        QVariant key;
        const auto kept = change.kept();
        if (!kept.isEmpty()) {
            ChangesetCore child = *kept.first();
            const std::shared_ptr<void> row = child.applied();
            if (const Result<void> saved = saveChild(changeset, association, change.children.indexOf(kept.first()), child, row.get()); !saved)
                return saved;
            key = fieldOf(child.schema(), association.relatedKey).read(row.get());
            hold(association, object, {row});
        }
        changeset.put(association.ownerKey, key);
        fieldOf(changeset.schema(), association.ownerKey).write(object, key);
    }
    return {};
}

/// Gives new embedded structs their keys, and makes their JSON a change of the column.
void Repo::saveEmbedded(ChangesetCore &changeset, const AssociationChange &change, void *object)
{
    const Association &association = *change.association;
    const Field &key = association.related->schema().primaryKey();
    QList<std::shared_ptr<void>> rows;
    const auto kept = change.kept();
    for (const auto &child : kept) {
        rows.append(child->applied());
        if (const std::optional<QVariant> made = generatedKey(key.type); made && isNull(key.read(rows.last().get())))
            key.write(rows.last().get(), *made);
    }
    hold(association, object, rows);
    changeset.force(association.ownerKey, fieldOf(changeset.schema(), association.ownerKey).read(object));
}

Result<void> Repo::saveChildren(ChangesetCore &changeset, void *object)
{
    const QList<AssociationChange> changes = changeset.associations();
    for (const AssociationChange &change : changes) {
        const Association &association = *change.association;
        if (association.isEmbedded())
            continue;
        if (association.kind != Association::Kind::BelongsTo) {
            if (const Result<void> saved = saveHeld(changeset, change, object); !saved)
                return saved;
            continue;
        }
        // Who was referred to before can go only now.
        for (qsizetype index = 0; index < change.children.size(); ++index) {
            ChangesetCore child = *change.children.at(index);
            if (child.action() != Action::Delete)
                continue;
            const std::shared_ptr<void> row = child.applied();
            if (const Result<void> removed = saveChild(changeset, association, index, child, row.get()); !removed)
                return removed;
        }
    }
    return {};
}

/// Stores the rows that refer to the owner, or that a join table connects with it.
Result<void> Repo::saveHeld(ChangesetCore &owner, const AssociationChange &change, void *object)
{
    const Association &association = *change.association;
    const QVariant ownerKey = fieldOf(owner.schema(), association.ownerKey).read(object);
    const bool isJoined = association.kind == Association::Kind::ManyToMany;
    const QVariantList before = keysBefore(owner, association);
    if (owner.mustBeUnchanged() && owner.action() == Action::Update) {
        const Result<QVariantList> stored = storedKeys(association, owner.schema(), ownerKey);
        if (!stored)
            return Failure(stored.error());
        if (!sameKeys(*stored, before))
            return Failure(Error::stale(owner.schema().table(), owner.schema().keyText(owner.data())));
    }
    const Field &key = association.related->schema().primaryKey();
    // What the join table refers to, which need not be the primary key.
    const Field &referred = isJoined ? fieldOf(association.related->schema(), association.relatedKey) : key;
    QList<std::shared_ptr<void>> held;
    QVariantList joined;
    QVariantList parted;
    for (qsizetype index = 0; index < change.children.size(); ++index) {
        ChangesetCore child = *change.children.at(index);
        const bool isGoing = child.action() == Action::Delete || child.action() == Action::Replace;
        if (isJoined && isGoing) {
            parted.append(referred.read(child.data()));
            continue;
        }
        if (!isJoined && child.action() != Action::Delete) {
            const bool isGivenUp = child.action() == Action::Replace;
            if (isGivenUp)
                child.setAction(Action::Update);
            child.put(association.relatedKey, isGivenUp ? QVariant() : ownerKey);
        }
        if (child.action() == Action::Insert) {
            for (auto value = association.defaults.cbegin(); value != association.defaults.cend(); ++value)
                child.put(value.key(), value.value());
        }
        const std::shared_ptr<void> row = child.applied();
        if (const Result<void> saved = saveChild(owner, association, index, child, row.get()); !saved)
            return saved;
        if (isGoing)
            continue;
        held.append(row);
        if (isJoined && !before.contains(key.read(row.get())))
            joined.append(referred.read(row.get()));
    }
    hold(association, object, held);
    if (!isJoined)
        return {};
    const Type ownerType = fieldOf(owner.schema(), association.ownerKey).type;
    const Type relatedType = fieldOf(association.related->schema(), association.relatedKey).type;
    for (const QVariant &key : std::as_const(parted)) {
        const QList<Cell> same{{association.joinOwnerKey, {ownerType, ownerKey}}, {association.joinRelatedKey, {relatedType, key}}};
        m_isTouched = true;
        if (const auto removed = m_connection.execute(SqlCompiler(m_connection.dialect()).remove(association.joinTable, same)); !removed)
            return Failure(removed.error());
    }
    QList<std::pair<QVariant, QVariant>> pairs;
    for (const QVariant &key : std::as_const(joined))
        pairs.append({ownerKey, key});
    const Result<qint64> inserted = insertJoined(owner.schema(), association, pairs);
    return inserted ? Result<void>() : Failure(inserted.error());
}

void Repo::hold(const Association &association, void *owner, const QList<std::shared_ptr<void>> &rows)
{
    const std::shared_ptr<void> list = association.related->makeList();
    QList<qsizetype> indexes;
    for (const std::shared_ptr<void> &row : rows) {
        association.related->assign(association.related->append(list.get()), row.get());
        indexes.append(indexes.size());
    }
    association.assign(association.holder(owner), list, indexes);
}

Result<QVariantList> Repo::storedKeys(const Association &association, const Schema &owner, const QVariant &ownerKey)
{
    const Schema &related = association.related->schema();
    const Field &key = related.primaryKey();
    const Type ownerType = fieldOf(owner, association.ownerKey).type;
    const auto is = [&](const Node::Ptr &column) {
        return Node::make(Node::Kind::Equal, {column, Node::make({.kind = Node::Kind::Value, .type = ownerType, .value = ownerKey})});
    };
    QueryCore query;
    query.schema = &related;
    if (association.kind == Association::Kind::ManyToMany) {
        const QString name = association.joinTable;
        query.joins.append({Join::Kind::Inner, nullptr, association.joinTable, nullptr, name,
                            Node::make(Node::Kind::Equal, {keyColumn(nullptr, name, association.joinRelatedKey), keyColumn(&related, {}, association.relatedKey)})});
        query.addWhere(is(keyColumn(nullptr, name, association.joinOwnerKey)));
    } else {
        query.addWhere(is(keyColumn(&related, {}, association.relatedKey)));
    }
    if (const Node::Ptr chosen = chosenRows(association))
        query.addWhere(chosen);
    query.outputs = {{.node = keyColumn(&related, {}, key.name)}};
    QVariantList keys;
    const Result<void> done = select(query, [&](const RowReader &row) {
        keys.append(row.value(0, key.type));
        return true;
    });
    if (!done)
        return Failure(done.error());
    return keys;
}

Result<void> Repo::clearChildren(const ChangesetCore &changeset)
{
    for (const Association &association : changeset.schema().associations()) {
        if (association.onRemove == OnRemove::Nothing)
            continue;
        const Schema &related = association.related->schema();
        const QVariant key = changeset.current(association.ownerKey);
        if (association.kind == Association::Kind::ManyToMany) {
            const QList<Cell> pairs{{association.joinOwnerKey, {fieldOf(changeset.schema(), association.ownerKey).type, key}}};
            m_isTouched = true;
            if (const auto parted = m_connection.execute(SqlCompiler(m_connection.dialect()).remove(association.joinTable, pairs)); !parted)
                return Failure(parted.error());
            continue;
        }
        QueryCore children;
        children.schema = &related;
        children.addWhere(columnIs(related, association.relatedKey, key));
        if (const Node::Ptr chosen = chosenRows(association))
            children.addWhere(chosen);
        const Node::Ptr null = Node::make({.kind = Node::Kind::Value, .type = fieldOf(related, association.relatedKey).type});
        const Result<qint64> cleared = association.onRemove == OnRemove::DeleteAll ? deleteAllCore(children)
                                                                                   : updateAllCore(children, {{association.relatedKey, null}});
        if (!cleared)
            return Failure(cleared.error());
    }
    return {};
}

} // namespace db
