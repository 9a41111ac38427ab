// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Storing the row of a changeset. What is stored together with it: repo_associations.cpp.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Action = ChangesetCore::Action;
using Cell = SqlCompiler::Cell;

Cell cellOf(const Field &field, const QVariant &value)
{
    return {field.name, {isNull(value) || isOfType(field.type, value) ? field.type : Type::Any, value}};
}

/// Stamps a time column, unless the changeset sets it itself.
void stamp(const ChangesetCore &changeset, const QString &column, const QVariant &now, void *object)
{
    if (column.isEmpty())
        return;
    const Field &field = *changeset.schema().findField(column);
    if (changeset.change(field))
        return;
    field.write(object, truncatedTo(field.type, now));
}

Node::Ptr columnOf(const Schema &schema, const Field &field)
{
    return Node::make({.kind = Node::Kind::Column, .type = field.type, .schema = &schema, .column = field.name});
}

QVariant nextVersion(const ChangesetCore::Lock &lock, const QVariant &current)
{
    if (lock.next)
        return lock.next(current);
    const qint64 version = current.toLongLong();
    return version >= std::numeric_limits<qint32>::max() ? qint64(1) : version + 1;
}

/// What the row must be: its key, and the versions that were read.
QList<Cell> identity(const ChangesetCore &changeset)
{
    const Schema &schema = changeset.schema();
    QList<Cell> cells;
    const QList<const Field *> keys = schema.primaryKeys();
    for (const Field *key : keys)
        cells.append(cellOf(*key, key->read(changeset.data())));
    for (const ChangesetCore::Lock &lock : changeset.locks()) {
        const QVariant version = changeset.current(lock.field);
        if (!isNull(version))
            cells.append(cellOf(*schema.findField(lock.field), version));
    }
    return cells;
}

bool lacksKey(const ChangesetCore &changeset)
{
    const QList<const Field *> keys = changeset.schema().primaryKeys();
    return std::any_of(keys.begin(), keys.end(), [&](const Field *key) { return isNull(key->read(changeset.data())); });
}

/// The answer to a write that found no row.
Result<void> gone(const ChangesetCore &changeset, const WriteOptions &options)
{
    if (options.allowStale)
        return {};
    if (options.staleErrorField.isEmpty())
        return Failure(Error::stale(changeset.schema().table(), changeset.schema().keyText(changeset.data())));
    ChangesetCore refused = changeset;
    refused.addError({options.staleErrorField, QT_TRANSLATE_NOOP("db", "is stale"), {{u"stale"_s, true}}});
    return Failure(Error::invalid(refused));
}

} // namespace

Result<void> Repo::accept(ChangesetCore &changeset, Action action, const void *object)
{
    if (changeset.action() != Action::None && changeset.action() != action)
        return Failure(Error::refused(u"A changeset of %1 that was made for something else cannot be stored like this"_s.arg(changeset.schema().table()),
                                      changeset.schema().table()));
    changeset.setAction(action);
    if (changeset.refusal())
        return Failure(*changeset.refusal());
    const Schema &schema = changeset.schema();
    if (action != Action::Insert && lacksKey(changeset))
        return Failure(Error::refused(u"This row of %1 has no key yet, so there is no stored row to change or remove: insert() stores it"_s.arg(schema.table()), schema.table()));
    if (action != Action::Delete)
        changeset.refuseLostNulls(object);
    return changeset.isValid() ? Result<void>() : Failure(Error::invalid(changeset));
}

Result<void> Repo::prepare(ChangesetCore &changeset, void *object)
{
    if (changeset.prepares().isEmpty())
        return {};
    const QList<ChangesetCore::Prepare> prepares = changeset.prepares();
    for (const ChangesetCore::Prepare &step : prepares) {
        if (const Result<void> prepared = step(*this, changeset); !prepared)
            return prepared;
    }
    changeset.type().assign(object, changeset.applied().get());
    return accept(changeset, changeset.action(), object);
}

Result<void> Repo::insertCore(ChangesetCore &changeset, void *object, const WriteOptions &options)
{
    if (const Result<void> accepted = accept(changeset, Action::Insert, object); !accepted)
        return accepted;
    const bool isReadApart = !m_connection.dialect().has(Dialect::Feature::InsertReturning) && !fieldsToReadBack(changeset, object, options).isEmpty();
    if (changeset.associations().isEmpty() && changeset.prepares().isEmpty() && (!isReadApart || isInTransaction()))
        return insertRow(changeset, object, options);
    return transaction([&]() -> Result<void> {
        return prepare(changeset, object)
            .and_then([&] { return saveParents(changeset, object); })
            .and_then([&] { return insertRow(changeset, object, options); })
            .and_then([&] { return saveChildren(changeset, object); });
    });
}

Result<void> Repo::insertRow(const ChangesetCore &changeset, void *object, const WriteOptions &options)
{
    const Schema &schema = changeset.schema();
    const Field &key = schema.primaryKey();
    if (const std::optional<QVariant> made = generatedKey(key.type); made && isNull(key.read(object)))
        key.write(object, *made);
    for (const Field &field : schema.fields()) {
        if (field.autogenerate && isNull(field.read(object)))
            field.write(object, field.autogenerate());
    }
    const QVariant now = QVariant::fromValue(Timestamp::now());
    for (const QString *column : {&schema.insertedAt(), &schema.updatedAt()}) {
        if (!column->isEmpty() && isNull(schema.findField(*column)->read(object)))
            stamp(changeset, *column, now, object);
    }
    QList<Cell> cells;
    cells.reserve(schema.fields().size());
    for (const Field &field : schema.fields()) {
        const QVariant value = field.read(object);
        if (!field.isVirtual && !field.isGenerated && (!isNull(value) || changeset.change(field)))
            cells.append(cellOf(field, value));
    }
    const Dialect &dialect = m_connection.dialect();
    const QList<const Field *> stored = fieldsToReadBack(changeset, object, options);
    const bool isReadApart = !stored.isEmpty() && !dialect.has(Dialect::Feature::InsertReturning);
    const bool isUpsert = options.conflict.kind != ConflictRule::Kind::Raise;
    if (const std::optional<Error> problem = options.conflict.problem(schema))
        return Failure(*problem);
    if (const Result<void> guarded = guard(); !guarded)
        return guarded;
    // The key is asked back with other fields, or where the driver does not tell it.
    QList<const Field *> returned = isReadApart ? QList<const Field *>() : stored;
    if (isUpsert || !returned.isEmpty() || dialect.has(Dialect::Feature::ReturnedKeys))
        returned.append(&key);
    Result<void> inserted;
    if (returned.isEmpty()) {
        inserted = m_connection.execute(insertion(schema, cells, returned)).map([&](const Connection::Outcome &outcome) {
            if (isNull(key.read(object)))
                key.write(object, outcome.insertedId);
        });
    } else {
        const Statement statement = isUpsert ? SqlCompiler(dialect).insertRows(schema, {cells}, options.conflict, returned) : insertion(schema, cells, returned);
        inserted = takeReturned(statement, returned, object, options.conflict).map([](qint64) {});
    }
    if (!inserted)
        return Failure(explained(inserted.error(), changeset, object));
    if (const Result<void> noted = noteWrite(); !noted)
        return noted;
    return isReadApart ? readBack(schema, stored, object) : Result<void>();
}

Statement Repo::insertion(const Schema &schema, const QList<Cell> &cells, const QList<const Field *> &returned)
{
    Connection::KeptInsert &kept = m_connection.keptInsert(schema.table());
    const auto isColumn = [](const Cell &cell, const QString &column) { return cell.column == column; };
    const auto isReturned = [](const Field *field, const QString &column) { return field->name == column; };
    const bool isSame = !kept.sql.isEmpty() && std::equal(cells.begin(), cells.end(), kept.columns.begin(), kept.columns.end(), isColumn)
        && std::equal(returned.begin(), returned.end(), kept.returned.begin(), kept.returned.end(), isReturned);
    if (!isSame) {
        kept = {.columns = {}, .returned = {}, .sql = SqlCompiler(m_connection.dialect()).insertRows(schema, {cells}, {}, returned).sql};
        for (const Cell &cell : cells)
            kept.columns.append(cell.column);
        for (const Field *field : returned)
            kept.returned.append(field->name);
    }
    Statement statement{.kind = Statement::Kind::Insert, .sql = kept.sql, .binds = {}, .source = schema.table()};
    statement.binds.reserve(cells.size());
    for (const Cell &cell : cells)
        statement.binds.append(cell.bind);
    return statement;
}

Result<void> Repo::updateCore(ChangesetCore &changeset, void *object, const WriteOptions &options)
{
    if (const Result<void> accepted = accept(changeset, Action::Update, object); !accepted)
        return accepted;
    if (!changeset.isChanged() && !options.force)
        return {};
    // What is compared first must not change before it is written.
    const bool isReadApart = !m_connection.dialect().has(Dialect::Feature::UpdateReturning) && !fieldsToReadBack(changeset, object, options).isEmpty();
    const bool isOneStatement = changeset.associations().isEmpty() && changeset.prepares().isEmpty()
        && ((!changeset.mustBeUnchanged() && !isReadApart) || isInTransaction());
    if (isOneStatement)
        return updateRow(changeset, object, options);
    return transaction([&]() -> Result<void> {
        return prepare(changeset, object)
            .and_then([&] { return saveParents(changeset, object); })
            .and_then([&] { return updateRow(changeset, object, options); })
            .and_then([&] { return saveChildren(changeset, object); });
    });
}

Result<void> Repo::updateRow(const ChangesetCore &changeset, void *object, const WriteOptions &options)
{
    const Schema &schema = changeset.schema();
    stamp(changeset, schema.updatedAt(), QVariant::fromValue(Timestamp::now()), object);
    for (const ChangesetCore::Lock &lock : changeset.locks())
        schema.findField(lock.field)->write(object, nextVersion(lock, changeset.current(lock.field)));
    QList<Cell> cells;
    QList<const Field *> changed;
    for (const Field &field : schema.fields()) {
        if (field.isVirtual || field.isGenerated)
            continue;
        const bool changes = changeset.change(field) != nullptr;
        if (field.isInsertOnly) {
            if (changes)
                field.write(object, changeset.current(field.name));
            continue;
        }
        const bool isVersion = std::any_of(changeset.locks().begin(), changeset.locks().end(),
                                           [&](const ChangesetCore::Lock &lock) { return lock.field == field.name; });
        if (changes)
            changed.append(&field);
        if (changes || isVersion || field.name == schema.updatedAt())
            cells.append(cellOf(field, field.read(object)));
    }
    if (changeset.mustBeUnchanged()) {
        const Result<bool> isSame = isUnchanged(changeset, changed);
        if (!isSame)
            return Failure(isSame.error());
        if (!*isSame)
            return gone(changeset, options);
    }
    if (cells.isEmpty())
        return {};
    const QList<const Field *> stored = fieldsToReadBack(changeset, object, options);
    const bool isReadApart = !stored.isEmpty() && !m_connection.dialect().has(Dialect::Feature::UpdateReturning);
    const QList<const Field *> returned = isReadApart ? QList<const Field *>() : stored;
    if (const Result<void> guarded = guard(); !guarded)
        return guarded;
    const Statement statement = SqlCompiler(m_connection.dialect()).update(schema.table(), cells, identity(changeset), returned);
    const Result<qint64> affected = returned.isEmpty() ? m_connection.execute(statement).map([](const Connection::Outcome &outcome) { return outcome.affected; })
                                                       : takeReturned(statement, returned, object);
    if (!affected)
        return Failure(explained(affected.error(), changeset, object));
    if (const Result<void> noted = noteWrite(); !noted)
        return noted;
    if (*affected == 0)
        return gone(changeset, options);
    return isReadApart ? readBack(schema, stored, object) : Result<void>();
}

Result<bool> Repo::isUnchanged(const ChangesetCore &changeset, const QList<const Field *> &fields)
{
    const Schema &schema = changeset.schema();
    QueryCore query;
    query.schema = &schema;
    const QList<const Field *> keys = schema.primaryKeys();
    for (const Field *key : keys) {
        query.addWhere(columnIs(schema, key->name, changeset.current(key->name)));
    }
    // Nobody writes between the comparison and what follows. Without fields it is associations that are compared, and their
    // rows come and go under the lock of their owner.
    query.lock = Lock::Update;
    query.outputs.append({.node = columnOf(schema, *keys.first())});
    for (const Field *field : fields)
        query.outputs.append({.node = columnOf(schema, *field)});
    // By value: one and the same moment can be stored in several spellings.
    bool isSame = false;
    const Result<void> looked = select(query, [&](const RowReader &row) {
        isSame = true;
        for (int column = 0; column < fields.size(); ++column) {
            const Field &field = *fields.at(column);
            const std::optional<QVariant> stored = row.read(column + 1, field.type);
            isSame = isSame && stored && field.value->fits(*stored)
                && sameValue(field.type, field.value->asRead(*stored), changeset.current(field.name));
        }
        return false;
    });
    return looked ? Result<bool>(isSame) : Failure(looked.error());
}

Result<void> Repo::removeCore(ChangesetCore &changeset, void *object, const WriteOptions &options)
{
    if (const Result<void> accepted = accept(changeset, Action::Delete, object); !accepted)
        return accepted;
    const bool clearsChildren = std::any_of(changeset.schema().associations().begin(), changeset.schema().associations().end(),
                                            [](const Association &association) { return association.onRemove != OnRemove::Nothing; });
    // What is compared first must not change before it is removed.
    const bool isOneStatement = changeset.prepares().isEmpty() && !clearsChildren && (!changeset.mustBeUnchanged() || isInTransaction());
    if (isOneStatement)
        return removeRow(changeset, object, options);
    return transaction([&] {
        return prepare(changeset, object)
            .and_then([&] { return clearChildren(changeset); })
            .and_then([&] { return removeRow(changeset, object, options); });
    });
}

Result<void> Repo::removeRow(const ChangesetCore &changeset, const void *object, const WriteOptions &options)
{
    const Schema &schema = changeset.schema();
    if (changeset.mustBeUnchanged()) {
        QList<const Field *> compared;
        for (const Field &field : schema.fields()) {
            if (!field.isVirtual && !field.isPrimaryKey && field.name != schema.updatedAt())
                compared.append(&field);
        }
        const Result<bool> isSame = isUnchanged(changeset, compared);
        if (!isSame)
            return Failure(isSame.error());
        if (!*isSame)
            return gone(changeset, options);
    }
    if (const Result<void> guarded = guard(); !guarded)
        return guarded;
    const Statement statement = SqlCompiler(m_connection.dialect()).remove(schema.table(), identity(changeset));
    const Result<Connection::Outcome> outcome = m_connection.execute(statement);
    if (!outcome)
        return Failure(explained(outcome.error(), changeset, object));
    if (const Result<void> noted = noteWrite(); !noted)
        return noted;
    return outcome->affected == 0 ? gone(changeset, options) : Result<void>();
}

Result<void> Repo::saveCore(ChangesetCore &changeset, void *object, const WriteOptions &options)
{
    switch (changeset.action()) {
    case Action::Insert:
        return insertCore(changeset, object, options);
    case Action::Delete:
        return removeCore(changeset, object, options);
    case Action::None:
    case Action::Update:
    case Action::Replace:
        return updateCore(changeset, object, options);
    }
    Q_UNREACHABLE();
}

} // namespace db
