// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Asking, and how rows become structs.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

namespace db {

namespace {

/// The place of the key among the columns of a row.
int columnOfKey(const Schema &schema)
{
    int column = 0;
    for (const Field &field : schema.fields()) {
        if (field.isPrimaryKey)
            break;
        if (!field.isVirtual)
            ++column;
    }
    return column;
}

} // namespace

Result<void> Repo::select(const QueryCore &query, const std::function<bool(const RowReader &)> &each)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).select(query);
    if (!statement)
        return Failure(statement.error());
    return m_connection.select(*statement, each);
}

int Repo::decode(const RowReader &row, int column, const Schema &schema, void *object)
{
    const int first = column;
    for (const Field &field : schema.fields()) {
        if (field.isVirtual)
            continue;
        if (!field.value->decode(row, column, field.type, static_cast<char *>(object) + field.member))
            row.refuse({.column = column, .keyColumn = first + columnOfKey(schema), .isRedacted = field.isRedacted});
        ++column;
    }
    return column;
}

void Repo::decodeOutputs(const RowReader &row, const QList<Output> &outputs, void *object)
{
    int column = 0;
    for (const Output &output : outputs) {
        char *place = static_cast<char *>(object) + output.member;
        if (output.schema) {
            column = decode(row, column, *output.schema, place);
            continue;
        }
        if (!output.value->decode(row, column, output.value->type, place))
            row.refuse({.column = column});
        ++column;
    }
}

Result<bool> Repo::getCore(const Schema &schema, const QVariant &key, void *object)
{
    const Field &field = schema.primaryKey();
    QString &sql = m_connection.lookup(schema);
    Statement statement{.sql = sql, .binds = {{field.type, key}}, .source = schema.table()};
    if (sql.isEmpty() || isNull(key)) {
        QueryCore query;
        query.schema = &schema;
        query.addWhere(columnIs(schema, field.name, key));
        Result<Statement> compiled = SqlCompiler(m_connection.dialect()).select(query);
        if (!compiled)
            return Failure(compiled.error());
        statement = std::move(*compiled);
        sql = statement.sql;
    }
    bool found = false;
    const Result<void> done = m_connection.select(statement, [&](const RowReader &row) {
        decode(row, 0, schema, object);
        found = true;
        return false;
    });
    if (!done)
        return Failure(done.error());
    return found;
}

Result<qint64> Repo::countCore(const QueryCore &query)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).count(query);
    if (!statement)
        return Failure(statement.error());
    qint64 count = 0;
    const Result<void> done = m_connection.select(*statement, [&](const RowReader &row) {
        count = row.value(0, Type::Integer).toLongLong();
        return true;
    });
    if (!done)
        return Failure(done.error());
    return count;
}

Result<bool> Repo::existsCore(const QueryCore &query)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).exists(query);
    if (!statement)
        return Failure(statement.error());
    bool found = false;
    const Result<void> done = m_connection.select(*statement, [&](const RowReader &) {
        found = true;
        return false;
    });
    if (!done)
        return Failure(done.error());
    return found;
}

} // namespace db
