// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

// The bodies of Repo's templates: each checks types and hands over to a function that knows none.

#include "core/toolkit/repo.h"

namespace db {

template <Storable T>
Result<QList<T>> Repo::all(const Query<T> &query)
{
    auto rows = std::make_shared<QList<T>>();
    const Result<void> done = query.core().joinedPreloads.isEmpty() ? selectInto(query.core(), [&] { return &rows->emplaceBack(); })
                                                                    : joinedInto(query.core(), rowType<T>(), rows);
    if (!done)
        return Failure(done.error());
    if (const Result<void> loaded = preloadList(rowType<T>(), rows, query.core().preloads); !loaded)
        return Failure(loaded.error());
    return std::move(*rows);
}

template <typename Row>
Result<QList<Row>> Repo::all(const Selection<Row> &selection)
{
    QList<Row> rows;
    if (const Result<void> done = selectInto(selection.core(), [&] { return &rows.emplaceBack(); }); !done)
        return Failure(done.error());
    return rows;
}

template <typename Q>
auto Repo::one(const Q &query)
{
    auto found = all(query);
    using Row = typename std::remove_cvref_t<decltype(*found)>::value_type;
    using Answer = Result<std::optional<Row>>;
    if (!found)
        return Answer(Failure(found.error()));
    if (found->size() > 1)
        return Answer(Failure(Error::multipleResults(query.core().source(), found->size())));
    return Answer(found->isEmpty() ? std::nullopt : std::optional<Row>(std::move(found->first())));
}

template <Storable T, template <typename> typename Key>
requires TypedKey<Key<T>> Result<std::optional<T>> Repo::get(const Key<T> &id)
{
    T object;
    const Result<bool> found = getCore(schemaOf<T>(), Codec<Key<T>>::dump(id), &object);
    if (!found)
        return Failure(found.error());
    return *found ? std::optional<T>(std::move(object)) : std::nullopt;
}

template <Storable T, template <typename> typename Key>
requires TypedKey<Key<T>> Result<T> Repo::fetch(const Key<T> &id)
{
    Result<std::optional<T>> found = get(id);
    if (!found)
        return Failure(found.error());
    if (!*found)
        return Failure(Error::notFound(schemaOf<T>().table(), schemaOf<T>().keyText(Codec<Key<T>>::dump(id))));
    return std::move(**found);
}

template <Storable T>
Result<T> Repo::fetch(const Query<T> &query)
{
    Result<std::optional<T>> found = one(query);
    if (!found)
        return Failure(found.error());
    if (!*found)
        return Failure(Error::notFound(schemaOf<T>().table()));
    return std::move(**found);
}

template <Storable T, typename M, typename... More>
Result<std::optional<T>> Repo::getBy(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more)
{
    return one(from<T>().where(member, value, more...));
}

template <Storable T>
Result<std::optional<T>> Repo::getBy(const Condition &condition)
{
    return one(from<T>().where(condition));
}

template <Storable T, typename M, typename... More>
Result<T> Repo::fetchBy(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more)
{
    return fetch(from<T>().where(member, value, more...));
}

template <Storable T, typename M, typename... More>
Result<QList<T>> Repo::allBy(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more)
{
    return all(from<T>().where(member, value, more...));
}

template <Storable T>
Result<QList<T>> Repo::allBy(const Condition &condition)
{
    return all(from<T>().where(condition));
}

template <Storable T>
Result<std::optional<T>> Repo::reload(const T &row)
{
    const Field &key = schemaOf<T>().primaryKey();
    return one(Query<T>(QueryCore{.schema = &schemaOf<T>(), .where = columnIs(schemaOf<T>(), key.name, key.read(&row))}));
}

template <Storable T>
Result<void> Repo::stream(const Query<T> &query, const std::function<bool(const T &)> &each)
{
    std::optional<T> object;
    return streamInto(
        query.core(), [&] { return &object.emplace(); }, [&] { return each(*object); });
}

template <typename Row>
Result<void> Repo::stream(const Selection<Row> &selection, const std::function<bool(const Row &)> &each)
{
    std::optional<Row> object;
    return streamInto(
        selection.core(), [&] { return &object.emplace(); }, [&] { return each(*object); });
}

template <typename T>
Result<qint64> Repo::count(const Query<T> &query)
{
    return countCore(query.core());
}

template <typename Row>
Result<qint64> Repo::count(const Selection<Row> &selection)
{
    return countCore(QueryCore{.subquery = selection.shared()});
}

template <typename T, typename M>
Result<M> Repo::aggregate(const Query<T> &query, const Expr<M> &function)
{
    M value{};
    if (const Result<void> done = aggregateInto(query.core(), detail::outputOf(function, 0), &value); !done)
        return Failure(done.error());
    return value;
}

template <typename T>
Result<bool> Repo::exists(const Query<T> &query)
{
    return existsCore(query.core());
}

template <typename T>
WriteOptions writeOptions(const InsertOptions<T> &options)
{
    return {.conflict = options.onConflict.on(options.conflictTarget), .returning = options.returning.columns()};
}

template <typename T>
WriteOptions writeOptions(const UpdateOptions<T> &options)
{
    return {.force = options.force,
            .allowStale = options.allowStale,
            .staleErrorField = options.staleErrorField ? schemaOf<T>().field(options.staleErrorField->key()).name : QString(),
            .returning = options.returning.columns()};
}

template <Storable T>
Result<T> Repo::insert(const Changeset<T> &changeset, const InsertOptions<T> &options)
{
    T object = changeset.applied();
    ChangesetCore core = changeset.core();
    if (const Result<void> done = insertCore(core, &object, writeOptions(options)); !done)
        return Failure(done.error());
    return object;
}

template <Storable T>
Result<T> Repo::update(const Changeset<T> &changeset, const UpdateOptions<T> &options)
{
    T object = changeset.applied();
    ChangesetCore core = changeset.core();
    if (const Result<void> done = updateCore(core, &object, writeOptions(options)); !done)
        return Failure(done.error());
    return object;
}

template <Storable T>
Result<T> Repo::insertOrUpdate(const Changeset<T> &changeset)
{
    return isNull(schemaOf<T>().primaryKey().read(&changeset.data())) ? insert(changeset) : update(changeset);
}

template <Storable T>
Result<T> Repo::remove(const Changeset<T> &changeset, const UpdateOptions<T> &options)
{
    T object = changeset.data();
    ChangesetCore core = changeset.core();
    if (const Result<void> done = removeCore(core, &object, writeOptions(options)); !done)
        return Failure(done.error());
    return object;
}

template <Storable T>
Result<qint64> Repo::insertAll(const QList<T> &rows)
{
    return insertAllCore(schemaOf<T>(), rows.size(), [&](qsizetype index) -> const void * { return &rows.at(index); });
}

template <typename T, typename R>
Result<qint64> Repo::insertAllJoined(ManyToMany<R> T::*association, const QList<std::pair<Id<T>, Id<R>>> &pairs)
{
    return insertAllJoined<T, R, Id<T>, Id<R>>(association, pairs);
}

template <typename T, typename R, TypedKey Owner, TypedKey Related>
requires std::same_as<typename Owner::Row, T> && std::same_as<typename Related::Row, R> Result<qint64> Repo::insertAllJoined(ManyToMany<R> T::*association, const QList<std::pair<Owner, Related>> &pairs)
{
    const Association &joined = schemaOf<T>().association(memberKey(association));
    if (joined.ownerKey != schemaOf<T>().primaryKey().name || joined.relatedKey != schemaOf<R>().primaryKey().name)
        return Failure(Error::refused(QStringLiteral("%1 refers to other columns than the keys").arg(joined.name), joined.name));
    QList<std::pair<QVariant, QVariant>> keys;
    keys.reserve(pairs.size());
    for (const auto &[owner, related] : pairs)
        keys.append({Codec<Owner>::dump(owner), Codec<Related>::dump(related)});
    return insertJoined(schemaOf<T>(), joined, keys);
}

template <Storable T>
Result<qint64> Repo::updateAll(const Query<T> &query, const QList<Assignment> &assignments)
{
    return updateAllCore(query.core(), assignments);
}

template <Storable T>
Result<qint64> Repo::deleteAll(const Query<T> &query)
{
    return deleteAllCore(query.core());
}

template <Storable T>
Result<QList<T>> Repo::updateAllReturning(const Query<T> &query, const QList<Assignment> &assignments)
{
    QList<T> rows;
    const Result<void> done = updateAllInto(query.core(), assignments, [&] { return &rows.emplaceBack(); });
    return done ? Result<QList<T>>(rows) : Failure(done.error());
}

template <Storable T>
Result<QList<T>> Repo::deleteAllReturning(const Query<T> &query)
{
    QList<T> rows;
    const Result<void> done = deleteAllInto(query.core(), [&] { return &rows.emplaceBack(); });
    return done ? Result<QList<T>>(rows) : Failure(done.error());
}

template <Storable T, typename Holder, typename... Rest>
Result<void> Repo::preload(QList<T> &rows, Holder T::*association, Rest... rest)
{
    auto list = std::make_shared<QList<T>>(std::move(rows));
    const Result<void> loaded = preloadList(rowType<T>(), list, {preloadPath(association, rest...)});
    rows = std::move(*list);
    return loaded;
}

template <Storable T, typename Holder, typename... Rest>
Result<void> Repo::preload(T &row, Holder T::*association, Rest... rest)
{
    QList<T> rows{std::move(row)};
    const Result<void> loaded = preload(rows, association, rest...);
    row = std::move(rows.first());
    return loaded;
}

template <Storable T>
Result<qint64> Repo::insertAll(const QList<T> &rows, const InsertOptions<T> &options)
{
    const Schema &schema = schemaOf<T>();
    return insertRows(schema, cellsOf(schema, rows.size(), [&](qsizetype index) -> const void * { return &rows.at(index); }),
                      options.onConflict.on(options.conflictTarget));
}

template <Storable T>
Result<QList<T>> Repo::insertAllReturning(const QList<T> &rows, const InsertOptions<T> &options)
{
    const Schema &schema = schemaOf<T>();
    QList<T> stored;
    const Result<qint64> done = insertRows(schema, cellsOf(schema, rows.size(), [&](qsizetype index) -> const void * { return &rows.at(index); }),
                                           options.onConflict.on(options.conflictTarget),
                                           [&](const RowReader &row) { decode(row, 0, schema, &stored.emplaceBack()); });
    return done ? Result<QList<T>>(stored) : Failure(done.error());
}

template <Storable T>
Result<qint64> Repo::insertAllValues(const QList<QList<Assignment>> &rows, const InsertOptions<T> &options)
{
    QList<QList<Cell>> cells;
    for (const QList<Assignment> &row : rows) {
        cells.emplaceBack();
        for (const Assignment &assignment : row) {
            if (assignment.value->kind != Node::Kind::Value)
                return Failure(Error::refused(QStringLiteral("A new row takes values, and no expression for %1").arg(assignment.column), assignment.column));
            cells.last().append({assignment.column, {assignment.value->type, assignment.value->value}});
        }
    }
    return insertRows(schemaOf<T>(), cells, options.onConflict.on(options.conflictTarget));
}

template <Storable T, typename Holder, typename... Rest>
Result<void> Repo::forcePreload(QList<T> &rows, Holder T::*association, Rest... rest)
{
    auto list = std::make_shared<QList<T>>(std::move(rows));
    const Result<void> loaded = preloadList(rowType<T>(), list, {preloadPath(association, rest...)}, Loaded::AskedAgain);
    rows = std::move(*list);
    return loaded;
}

template <typename Work>
auto Repo::transaction(Work work) -> decltype(work())
{
    return transaction(Nested::Join, work);
}

template <typename Work>
auto Repo::transaction(Nested nested, Work work) -> decltype(work())
{
    if (const Result<void> begun = begin(nested); !begun)
        return Failure(begun.error());
    auto outcome = work();
    const Result<void> ended = end(outcome.has_value());
    if (outcome && !ended)
        return Failure(ended.error());
    return outcome;
}

template <typename Work>
auto Repo::rehearsal(Work work) -> decltype(work())
{
    if (const Result<void> begun = begin(Nested::Savepoint); !begun)
        return Failure(begun.error());
    auto outcome = work();
    static_cast<void>(end(false));
    return outcome;
}

} // namespace db
