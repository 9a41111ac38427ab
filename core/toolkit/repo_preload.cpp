// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Loading associations: one query per association and level, however many rows there are.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// The distinct keys of the owners, in their order.
QVariantList keysOf(const RowType &type, void *list, const Field &key)
{
    QVariantList keys;
    QSet<KeyValue> seen;
    for (qsizetype i = 0; i < type.size(list); ++i) {
        const QVariant value = key.read(type.at(list, i));
        if (isNull(value) || seen.contains(KeyValue(value)))
            continue;
        seen.insert(KeyValue(value));
        keys.append(value);
    }
    return keys;
}

/// All related rows of the keys, which are of `keyType`; the key each belongs to is the last column.
QueryCore relatedRows(const Association &association, Type keyType, const QVariantList &keys)
{
    const Schema &related = association.related->schema();
    QueryCore query;
    query.schema = &related;
    Node::Ptr ownerKey = keyColumn(&related, {}, association.relatedKey);
    if (association.kind == Association::Kind::ManyToMany) {
        const QString name = association.joinTable;
        query.joins.append({Join::Kind::Inner, nullptr, association.joinTable, nullptr, name,
                            Node::make(Node::Kind::Equal, {keyColumn(nullptr, name, association.joinRelatedKey), ownerKey})});
        ownerKey = keyColumn(nullptr, name, association.joinOwnerKey);
    }
    query.addWhere(Node::make({.kind = Node::Kind::In, .arguments = {ownerKey}, .type = keyType, .value = keys}));
    query.outputs = {{.node = nullptr, .schema = &related}, {.node = ownerKey}};
    if (!association.isToOne())
        query.orderings = {{ownerKey}, {keyColumn(&related, {}, related.primaryKey().name)}};
    return query;
}

} // namespace

Result<void> Repo::preloadList(const RowType &type, const std::shared_ptr<void> &list, const QList<PreloadPath> &paths)
{
    // Paths that begin with the same association share its rows: [comments], [comments, user] is one load of comments.
    QList<const Association *> order;
    QHash<const Association *, QList<PreloadPath>> deeper;
    for (const PreloadPath &path : paths) {
        if (!order.contains(path.first()))
            order.append(path.first());
        if (path.size() > 1)
            deeper[path.first()].append(path.mid(1));
    }
    for (const Association *association : std::as_const(order)) {
        if (const Result<void> loaded = preloadAssociation(type, list, *association, deeper.value(association)); !loaded)
            return loaded;
    }
    return {};
}

Result<void> Repo::preloadAssociation(const RowType &type, const std::shared_ptr<void> &list, const Association &association,
                                      const QList<PreloadPath> &deeper)
{
    const qsizetype owners = type.size(list.get());
    bool allLoaded = true;
    for (qsizetype i = 0; i < owners && allLoaded; ++i)
        allLoaded = association.isLoaded(association.holder(static_cast<const void *>(type.at(list.get(), i))));
    if (allLoaded && deeper.isEmpty())
        return {};

    const Field &key = *type.schema().findField(association.ownerKey);
    const QVariantList keys = keysOf(type, list.get(), key);
    const RowType &related = *association.related;
    const std::shared_ptr<void> rows = related.makeList();
    QHash<KeyValue, QList<qsizetype>> rowsOfKey;
    if (!keys.isEmpty()) {
        const Result<void> done = select(relatedRows(association, key.type, keys), [&](const RowReader &row) {
            const int keyColumn = decode(row, 0, related.schema(), related.append(rows.get()));
            rowsOfKey[KeyValue(row.value(keyColumn, key.type))].append(related.size(rows.get()) - 1);
            return true;
        });
        if (!done)
            return done;
    }
    if (const Result<void> loaded = preloadList(related, rows, deeper); !loaded)
        return loaded;
    for (qsizetype i = 0; i < owners; ++i) {
        void *owner = type.at(list.get(), i);
        association.assign(association.holder(owner), rows, rowsOfKey.value(KeyValue(key.read(owner))));
    }
    return {};
}

} // namespace db
