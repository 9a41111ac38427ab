// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Associations that are filled from the rows of a join.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// The structs that one source of the query brings, each once, and to which structs of the source before they belong.
struct JoinedSource
{
    const RowType *type = nullptr;
    const Association *association = nullptr; ///< null for the query's own table
    QString alias = {};
    int keyColumn = 0;
    std::shared_ptr<void> list = {};
    QHash<KeyValue, qsizetype> places = {};
    QList<QList<qsizetype>> ofOwner = {};
    QSet<std::pair<qsizetype, qsizetype>> known = {}; ///< pairs of owner and row
    QList<JoinedSource> inner = {};

    const Schema &schema() const { return type->schema(); }
};

/// The name by which a join knows its table: see QueryCore::join().
QString aliasOf(const JoinedStep &step, const Schema &owner)
{
    return step.alias.isEmpty() && &step.association->related->schema() == &owner ? step.association->name : step.alias;
}

/// Paths that begin alike share what is at their beginning.
void addPath(JoinedSource &source, const JoinedPath &path)
{
    if (path.isEmpty())
        return;
    const JoinedStep &step = path.first();
    auto known = std::find_if(source.inner.begin(), source.inner.end(), [&](const JoinedSource &one) { return one.association == step.association; });
    if (known == source.inner.end()) {
        source.inner.append({.type = step.association->related, .association = step.association, .alias = aliasOf(step, source.schema())});
        known = source.inner.end() - 1;
    }
    addPath(*known, path.mid(1));
}

/// The place of the key among the columns; nothing when the struct is not selected as a whole.
std::optional<int> keyColumnOf(const QList<Output> &outputs, const Schema &schema)
{
    int column = 0;
    for (const Output &output : outputs) {
        if (output.schema == &schema && output.member == 0)
            return column + schema.keyColumn();
        column += output.schema ? output.schema->columnCount() : 1;
    }
    return std::nullopt;
}

/// Adds the columns of the sources behind a source; returns the number of columns so far.
int addColumns(JoinedSource &source, QList<Output> &outputs, int columns)
{
    source.list = source.type->makeList();
    for (JoinedSource &inner : source.inner) {
        outputs.append({.schema = &inner.schema(), .name = inner.alias});
        inner.keyColumn = columns + inner.schema().keyColumn();
        columns = addColumns(inner, outputs, columns + inner.schema().columnCount());
    }
    return columns;
}

/// The place of the struct that a row holds, and whether it is new. Nothing where a left join found none.
std::optional<std::pair<qsizetype, bool>> placeOf(const RowReader &row, JoinedSource &source)
{
    if (row.isNull(source.keyColumn))
        return std::nullopt;
    const qsizetype next = source.places.size();
    const KeyValue key(row.value(source.keyColumn, source.schema().primaryKey().type));
    const auto known = source.places.constFind(key);
    if (known != source.places.constEnd())
        return std::pair(*known, false);
    source.places.insert(key, next);
    return std::pair(next, true);
}

void link(JoinedSource &source, qsizetype owner, std::optional<qsizetype> place)
{
    while (source.ofOwner.size() <= owner)
        source.ofOwner.emplaceBack();
    if (!place || source.known.contains({owner, *place}))
        return;
    source.known.insert({owner, *place});
    source.ofOwner[owner].append(*place);
}

/// Puts the rows into the associations, from the last sources to the first: what is put is copied.
void fill(JoinedSource &source)
{
    for (JoinedSource &inner : source.inner) {
        fill(inner);
        for (qsizetype owner = 0; owner < source.type->size(source.list.get()); ++owner) {
            void *object = source.type->at(source.list.get(), owner);
            inner.association->assign(inner.association->holder(object), inner.list, inner.ofOwner.value(owner));
        }
    }
}

} // namespace

Result<void> Repo::joinedInto(const QueryCore &query, const RowType &type, const std::shared_ptr<void> &list)
{
    QueryCore asked = query;
    if (asked.outputs.isEmpty())
        asked.outputs = {{.schema = query.schema, .name = query.alias}};
    const QList<Output> own = asked.outputs;
    const std::optional<int> keyColumn = keyColumnOf(own, *query.schema);
    if (!keyColumn || !query.combinations.isEmpty())
        return Failure(Error::refused(u"Joined associations are filled in whole rows of one query"_s, query.source()));
    JoinedSource root{.type = &type, .keyColumn = *keyColumn};
    for (const JoinedPath &path : query.joinedPreloads)
        addPath(root, path);
    int columns = 0;
    for (const Output &output : own)
        columns += output.schema ? output.schema->columnCount() : 1;
    addColumns(root, asked.outputs, columns);
    root.list = list;

    const std::function<void(const RowReader &, JoinedSource &, qsizetype)> takeInner = [&](const RowReader &row, JoinedSource &owner, qsizetype place) {
        for (JoinedSource &inner : owner.inner) {
            const auto found = placeOf(row, inner);
            if (found && found->second)
                decode(row, inner.keyColumn - inner.schema().keyColumn(), inner.schema(), inner.type->append(inner.list.get()));
            link(inner, place, found ? std::optional(found->first) : std::nullopt);
            if (found)
                takeInner(row, inner, found->first);
        }
    };
    const Result<void> done = select(asked, [&](const RowReader &row) {
        const auto found = placeOf(row, root);
        if (!found)
            return true; // a right join brings rows without an owner
        if (found->second)
            decodeOutputs(row, own, type.append(list.get()));
        takeInner(row, root, found->first);
        return true;
    });
    if (done)
        fill(root);
    return done;
}

} // namespace db
