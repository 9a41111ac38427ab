// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the database made of a row that was written.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

#include <QSet>

namespace db {

namespace {

void take(const RowReader &row, const QList<const Field *> &fields, void *object)
{
    for (int column = 0; column < fields.size(); ++column) {
        const Field &field = *fields.at(column);
        if (!field.value->decode(row, column, field.type, static_cast<char *>(object) + field.member))
            row.refuse({.column = column, .isRedacted = field.isRedacted});
    }
}

QueryCore rowsWithKeys(const Schema &schema, const QVariantList &keys)
{
    const Field &key = schema.primaryKey();
    QueryCore query{.schema = &schema};
    query.where = Node::make({.kind = Node::Kind::In, .arguments = {fieldColumn(schema, key)}, .type = key.type, .value = keys});
    return query;
}

} // namespace

QList<const Field *> Repo::fieldsToReadBack(const ChangesetCore &changeset, const void *object, const WriteOptions &options) const
{
    const bool roundsDecimals = m_connection.dialect().has(Dialect::Feature::RoundsDecimals);
    // How many digits a column keeps, no struct tells. What an upsert leaves to the stored row is not what was given.
    const ConflictRule &rule = options.conflict;
    const auto isKept = [&](const Field &field) {
        return rule.kind != ConflictRule::Kind::Raise && !(rule.kind == ConflictRule::Kind::Replace && rule.columns.contains(field.name));
    };
    const auto mayBeRounded = [&](const Field &field) {
        const bool isWritten = changeset.action() == ChangesetCore::Action::Insert || changeset.change(field);
        return roundsDecimals && !isKept(field) && field.type == Type::Decimal && !field.isVirtual && isWritten && !isNull(field.read(object));
    };
    QList<const Field *> fields;
    for (const Field &field : changeset.schema().fields()) {
        if (field.isReadAfterWrites || options.returning.contains(field.name) || mayBeRounded(field))
            fields.append(&field);
    }
    return fields;
}

bool Repo::isLeftAlone(const RowReader &row, const ConflictRule &rule, qsizetype columns) const
{
    const bool tells = rule.kind == ConflictRule::Kind::Nothing && !m_connection.dialect().leftAlone().isEmpty();
    return tells && row.readInteger(int(columns)).value_or(0) != 0;
}

Result<qint64> Repo::takeReturned(const Statement &statement, const QList<const Field *> &fields, void *object, const ConflictRule &rule)
{
    qint64 rows = 0;
    const Result<void> done = m_connection.select(statement, [&](const RowReader &row) {
        if (isLeftAlone(row, rule, fields.size()))
            return true;
        ++rows;
        take(row, fields, object);
        return true;
    });
    return done ? Result<qint64>(rows) : Failure(done.error());
}

Result<void> Repo::readBack(const Schema &schema, const QList<const Field *> &fields, void *object)
{
    QueryCore query{.schema = &schema};
    const QList<const Field *> keys = schema.primaryKeys();
    for (const Field *key : keys) {
        const QVariant value = key->read(object);
        if (isNull(value)) // an upsert left the stored row alone
            return {};
        query.addWhere(columnIs(schema, key->name, value));
    }
    for (const Field *field : fields)
        query.outputs.append({.node = fieldColumn(schema, *field)});
    return select(query, [&](const RowReader &row) {
        take(row, fields, object);
        return true;
    });
}

Result<QVariantList> Repo::lockedKeys(const QueryCore &query)
{
    QueryCore locked = query;
    locked.preloads.clear();
    locked.joinedPreloads.clear();
    locked.outputs = {{.schema = query.schema, .name = query.alias}};
    if (query.combinations.isEmpty())
        locked.lock = Lock::Update;
    const Schema &schema = *query.schema;
    QVariantList keys;
    QSet<KeyValue> known; // a join repeats rows
    const Result<void> asked = select(locked, [&](const RowReader &row) {
        const QVariant key = row.value(schema.keyColumn(), schema.primaryKey().type);
        if (!known.contains(KeyValue(key)))
            keys.append(key);
        known.insert(KeyValue(key));
        return true;
    });
    return asked ? Result<QVariantList>(keys) : Failure(asked.error());
}

Result<void> Repo::updateAllInto(const QueryCore &query, const QList<Assignment> &assignments, const std::function<void *()> &next)
{
    const Schema &schema = *query.schema;
    if (m_connection.dialect().has(Dialect::Feature::UpdateReturning)) {
        const Result<Statement> statement = SqlCompiler(m_connection.dialect()).updateAll(query, assignments, schema.storedFields());
        return statement ? returnedInto(*statement, schema, next) : Failure(statement.error());
    }
    return transaction([&]() -> Result<void> {
        const Result<QVariantList> keys = lockedKeys(query);
        if (!keys)
            return Failure(keys.error());
        const QueryCore rows = rowsWithKeys(schema, *keys);
        const Result<qint64> updated = updateAllCore(rows, assignments);
        return updated ? selectInto(rows, next) : Failure(updated.error());
    });
}

Result<void> Repo::deleteAllInto(const QueryCore &query, const std::function<void *()> &next)
{
    const Schema &schema = *query.schema;
    if (m_connection.dialect().has(Dialect::Feature::UpdateReturning)) {
        const Result<Statement> statement = SqlCompiler(m_connection.dialect()).deleteAll(query, schema.storedFields());
        return statement ? returnedInto(*statement, schema, next) : Failure(statement.error());
    }
    return transaction([&]() -> Result<void> {
        const Result<QVariantList> keys = lockedKeys(query);
        if (!keys)
            return Failure(keys.error());
        const QueryCore rows = rowsWithKeys(schema, *keys);
        if (const Result<void> read = selectInto(rows, next); !read)
            return read;
        const Result<qint64> deleted = deleteAllCore(rows);
        return deleted ? Result<void>() : Failure(deleted.error());
    });
}

Result<void> Repo::returnedInto(const Statement &statement, const Schema &schema, const std::function<void *()> &next)
{
    m_isTouched = true;
    return m_connection.select(statement, [&](const RowReader &row) {
        decode(row, 0, schema, next());
        return true;
    });
}

} // namespace db
