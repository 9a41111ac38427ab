// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the database made of a row that was written.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

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

QList<const Field *> storedFields(const Schema &schema)
{
    QList<const Field *> fields;
    for (const Field &field : schema.fields()) {
        if (!field.isVirtual)
            fields.append(&field);
    }
    return fields;
}

/// The rows of a query, for a transaction that is about to change them.
QueryCore wholeRows(const QueryCore &query)
{
    QueryCore whole = query;
    whole.preloads.clear();
    whole.joinedPreloads.clear();
    whole.outputs = {{.schema = query.schema, .name = query.alias}};
    if (query.combinations.isEmpty())
        whole.lock = Lock::Update;
    return whole;
}

QueryCore rowsWithKeys(const Schema &schema, const QVariantList &keys)
{
    const Field &key = schema.primaryKey();
    QueryCore query{.schema = &schema};
    query.where = Node::make({.kind = Node::Kind::In, .arguments = {fieldColumn(schema, key)}, .type = key.type, .value = keys});
    return query;
}

} // namespace

QList<const Field *> Repo::fieldsToReadBack(const Schema &schema, const WriteOptions &options)
{
    QList<const Field *> fields;
    for (const Field &field : schema.fields()) {
        if (field.isReadAfterWrites || options.returning.contains(field.name))
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

Result<void> Repo::updateAllInto(const QueryCore &query, const QList<Assignment> &assignments, const std::function<void *()> &next)
{
    const Schema &schema = *query.schema;
    if (m_connection.dialect().has(Dialect::Feature::UpdateReturning)) {
        const Result<Statement> statement = SqlCompiler(m_connection.dialect()).updateAll(query, assignments, storedFields(schema));
        return statement ? returnedInto(*statement, schema, next) : Failure(statement.error());
    }
    return transaction([&]() -> Result<void> {
        const int keyColumn = schema.keyColumn();
        QVariantList keys;
        const Result<void> asked = select(wholeRows(query), [&](const RowReader &row) {
            keys.append(row.value(keyColumn, schema.primaryKey().type));
            return true;
        });
        if (!asked)
            return asked;
        const QueryCore rows = rowsWithKeys(schema, keys);
        const Result<qint64> updated = updateAllCore(rows, assignments);
        return updated ? selectInto(rows, next) : Failure(updated.error());
    });
}

Result<void> Repo::deleteAllInto(const QueryCore &query, const std::function<void *()> &next)
{
    const Schema &schema = *query.schema;
    if (m_connection.dialect().has(Dialect::Feature::UpdateReturning)) {
        const Result<Statement> statement = SqlCompiler(m_connection.dialect()).deleteAll(query, storedFields(schema));
        return statement ? returnedInto(*statement, schema, next) : Failure(statement.error());
    }
    return transaction([&]() -> Result<void> {
        QVariantList keys;
        void *last = nullptr;
        const auto take = [&] { return last = next(); };
        const auto note = [&] {
            keys.append(schema.primaryKey().read(last));
            return true;
        };
        if (const Result<void> asked = selectInto(wholeRows(query), take, note); !asked)
            return asked;
        const Result<qint64> deleted = deleteAllCore(rowsWithKeys(schema, keys));
        return deleted ? Result<void>() : Failure(deleted.error());
    });
}

Result<void> Repo::returnedInto(const Statement &statement, const Schema &schema, const std::function<void *()> &next)
{
    m_hasWritten = true;
    return m_connection.select(statement, [&](const RowReader &row) {
        decode(row, 0, schema, next());
        return true;
    });
}

} // namespace db
