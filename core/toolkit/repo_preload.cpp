// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Loading associations: one query per association and level, however many rows there are.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// The distinct keys of some owners, in their order.
QVariantList keysOf(const RowType &type, void *list, const QList<qsizetype> &owners, const Field &key)
{
    QVariantList keys;
    QSet<KeyValue> seen;
    for (const qsizetype owner : owners) {
        const QVariant value = key.read(type.at(list, owner));
        if (isNull(value) || seen.contains(KeyValue(value)))
            continue;
        seen.insert(KeyValue(value));
        keys.append(value);
    }
    return keys;
}

} // namespace

Result<void> Repo::preloadList(const RowType &type, const std::shared_ptr<void> &list, const QList<PreloadPath> &paths, Loaded loaded)
{
    // Paths that begin with the same association share its rows: [comments], [comments, user] is one load of comments.
    QList<PreloadStep> steps;
    QHash<const Association *, QList<PreloadPath>> deeper;
    for (const PreloadPath &path : paths) {
        const PreloadStep &first = path.first();
        const auto known = std::find_if(steps.begin(), steps.end(), [&](const PreloadStep &step) { return step.association == first.association; });
        if (known == steps.end())
            steps.append(first);
        else if (first.query)
            known->query = first.query;
        if (path.size() > 1)
            deeper[first.association].append(path.mid(1));
    }
    for (const PreloadStep &step : std::as_const(steps)) {
        QList<PreloadPath> behind = deeper.value(step.association);
        if (step.query)
            behind += step.query->preloads;
        if (const Result<void> done = preloadStep(type, list.get(), step, behind, loaded); !done)
            return done;
    }
    return {};
}

Result<void> Repo::preloadStep(const RowType &type, void *list, const PreloadStep &step, const QList<PreloadPath> &deeper, Loaded loaded)
{
    const Association &association = *step.association;
    QList<qsizetype> missing;
    QList<qsizetype> present;
    for (qsizetype i = 0; i < type.size(list); ++i) {
        const bool isKept = loaded == Loaded::Kept && association.isLoaded(association.holder(static_cast<const void *>(type.at(list, i))));
        (isKept ? present : missing).append(i);
    }
    if (!present.isEmpty() && !deeper.isEmpty()) {
        if (const Result<void> done = preloadBehind(type, list, association, deeper, present); !done)
            return done;
    }
    const Field &key = *type.schema().findField(association.ownerKey);
    const QVariantList keys = keysOf(type, list, missing, key);
    const RowType &related = *association.related;
    const std::shared_ptr<void> rows = related.makeList();
    QHash<KeyValue, QList<qsizetype>> rowsOfKey;
    if (!keys.isEmpty()) {
        const QueryCore query = relatedRows(association, key.type, keys, step.query.get());
        const QList<Output> outputs = query.outputs.first(query.outputs.size() - 1);
        const Result<void> done = select(query, [&](const RowReader &row) {
            const int keyColumn = decodeOutputs(row, outputs, related.append(rows.get()));
            rowsOfKey[KeyValue(row.value(keyColumn, key.type))].append(related.size(rows.get()) - 1);
            return true;
        });
        if (!done)
            return done;
    }
    if (const Result<void> done = preloadList(related, rows, deeper, loaded); !done)
        return done;
    for (const qsizetype i : std::as_const(missing)) {
        void *owner = type.at(list, i);
        association.assign(association.holder(owner), rows, rowsOfKey.value(KeyValue(key.read(owner))));
    }
    return {};
}

Result<void> Repo::preloadBehind(const RowType &type, void *list, const Association &association, const QList<PreloadPath> &deeper,
                                 const QList<qsizetype> &owners)
{
    const RowType &related = *association.related;
    const std::shared_ptr<void> rows = related.makeList();
    QHash<const void *, qsizetype> places; // the same row may stand behind many owners
    QList<QList<qsizetype>> rowsOfOwner;
    for (const qsizetype i : owners) {
        QList<qsizetype> &indexes = rowsOfOwner.emplaceBack();
        const QList<const void *> held = association.rows(association.holder(static_cast<const void *>(type.at(list, i))));
        for (const void *row : held) {
            if (!places.contains(row)) {
                places.insert(row, related.size(rows.get()));
                related.assign(related.append(rows.get()), row);
            }
            indexes.append(places.value(row));
        }
    }
    if (const Result<void> done = preloadList(related, rows, deeper); !done)
        return done;
    for (qsizetype i = 0; i < owners.size(); ++i)
        association.assign(association.holder(type.at(list, owners.at(i))), rows, rowsOfOwner.at(i));
    return {};
}

} // namespace db
