// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Asking, and how rows become structs.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Whether a join found no row for the struct whose columns begin there: all of them are NULL.
bool isAbsent(const RowReader &row, int first, const Schema &schema)
{
    for (int column = first; column < first + schema.columnCount(); ++column) {
        if (!row.isNull(column))
            return false;
    }
    return true;
}

} // namespace

Result<void> Repo::select(const QueryCore &query, const std::function<bool(const RowReader &)> &each)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).select(query);
    if (!statement)
        return Failure(statement.error());
    m_isTouched = m_isTouched || query.lock != Lock::None;
    return m_connection.select(*statement, each);
}

int Repo::decode(const RowReader &row, int column, const Schema &schema, void *object)
{
    const int first = column;
    for (const Field &field : schema.fields()) {
        if (field.isVirtual)
            continue;
        if (!field.value->decode(row, column, field.type, static_cast<char *>(object) + field.member))
            row.refuse({.column = column, .keyColumn = first + schema.keyColumn(), .isRedacted = field.isRedacted});
        ++column;
    }
    return column;
}

int Repo::decodeOutputs(const RowReader &row, const QList<Output> &outputs, void *object)
{
    int column = 0;
    for (const Output &output : outputs) {
        char *place = static_cast<char *>(object) + output.member;
        if (output.schema && output.emplace && isAbsent(row, column, *output.schema)) {
            column += output.schema->columnCount();
        } else if (output.schema) {
            column = decode(row, column, *output.schema, output.emplace ? output.emplace(place) : place);
        } else {
            if (output.value && !output.value->decode(row, column, output.node->type, place))
                row.refuse({.column = column});
            ++column;
        }
    }
    return column;
}

Result<void> Repo::selectInto(const QueryCore &query, const std::function<void *()> &next, const std::function<bool()> &done)
{
    return select(query, [&](const RowReader &row) {
        void *object = next();
        if (query.outputs.isEmpty())
            decode(row, 0, *query.schema, object);
        else
            decodeOutputs(row, query.outputs, object);
        return !done || done();
    });
}

Result<void> Repo::streamInto(const QueryCore &query, const std::function<void *()> &next, const std::function<bool()> &done)
{
    if (!query.preloads.isEmpty() || !query.joinedPreloads.isEmpty())
        return Failure(Error::refused(u"A stream keeps no rows for which associations could be loaded"_s, query.source()));
    return selectInto(query, next, done);
}

Result<void> Repo::aggregateInto(const QueryCore &query, const Output &output, void *value)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).aggregate(query, output.node);
    if (!statement)
        return Failure(statement.error());
    return m_connection.select(*statement, [&](const RowReader &row) {
        decodeOutputs(row, {output}, value);
        return true;
    });
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
    qint64 count = 0;
    const Output output{.node = countAll().node(), .value = &valueType<qint64>()};
    if (const Result<void> done = aggregateInto(query, output, &count); !done)
        return Failure(done.error());
    return count;
}

Result<Statement> Repo::toSqlCore(const QueryCore &query) const
{
    return SqlCompiler(m_connection.dialect()).select(query);
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
