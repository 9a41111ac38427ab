// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the database made of a row that was written.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

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

Result<qint64> Repo::takeReturned(const Statement &statement, const QList<const Field *> &fields, void *object)
{
    qint64 rows = 0;
    const Result<void> done = m_connection.select(statement, [&](const RowReader &row) {
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

} // namespace db
