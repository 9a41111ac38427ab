// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Many rows in few statements.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

#include <algorithm>

namespace db {

namespace {

bool sameColumns(const QList<Cell> &left, const QList<Cell> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const Cell &a, const Cell &b) { return a.column == b.column; });
}

} // namespace

QList<QList<Cell>> Repo::cellsOf(const Schema &schema, qsizetype rows, const std::function<const void *(qsizetype)> &row)
{
    QList<QList<Cell>> all;
    all.reserve(rows);
    for (qsizetype index = 0; index < rows; ++index) {
        QList<Cell> &cells = all.emplaceBack();
        for (const Field &field : schema.fields()) {
            const QVariant value = field.read(row(index));
            if (!field.isVirtual && !field.isGenerated && !(field.isPrimaryKey && isNull(value)))
                cells.append({field.name, {field.type, value}});
        }
    }
    return all;
}

Result<qint64> Repo::insertRows(const Schema &schema, QList<QList<Cell>> rows, const ConflictRule &rule,
                                const std::function<void(const RowReader &)> &each)
{
    if (const std::optional<Error> problem = rule.problem(schema))
        return Failure(*problem);
    const Field &key = schema.primaryKey();
    const QList<const Field *> returning = each ? schema.storedFields() : QList<const Field *>{&key};
    bool bringKeys = false;
    for (QList<Cell> &row : rows) {
        const bool bringsKey = std::any_of(row.begin(), row.end(), [&](const Cell &cell) { return cell.column == key.name; });
        if (const std::optional<QVariant> made = generatedKey(key.type); made && !bringsKey)
            row.append({key.name, {key.type, *made}});
        bringKeys = bringKeys || bringsKey;
        std::sort(row.begin(), row.end(), [](const Cell &left, const Cell &right) { return left.column < right.column; });
    }
    const Dialect &dialect = m_connection.dialect();
    return transaction([&]() -> Result<qint64> {
        qint64 count = 0;
        qsizetype end = 0;
        for (qsizetype begin = 0; begin < rows.size(); begin = end) {
            // A statement for neighbours with the same columns, as many as one takes.
            const qsizetype columns = rows.at(begin).size();
            const qsizetype most = columns == 0 ? 1 : dialect.parameterLimit() / columns;
            for (end = begin + 1; end < rows.size() && end - begin < most && sameColumns(rows.at(begin), rows.at(end));)
                ++end;
            m_isTouched = true;
            const Statement statement = SqlCompiler(dialect).insertRows(schema, rows.sliced(begin, end - begin), rule, returning);
            const Result<void> done = m_connection.select(statement, [&](const RowReader &row) {
                if (isLeftAlone(row, rule, returning.size()))
                    return true;
                ++count;
                if (each)
                    each(row);
                return true;
            });
            if (!done)
                return Failure(done.error());
        }
        if (const Result<void> continued = bringKeys ? continueKeys(schema) : Result<void>(); !continued)
            return Failure(continued.error());
        return count;
    });
}

Result<void> Repo::continueKeys(const Schema &schema)
{
    const Field &key = schema.primaryKey();
    const QString sql = key.type == Type::Id ? m_connection.dialect().continueKeys(schema.table(), key.name) : QString();
    if (sql.isEmpty())
        return {};
    return m_connection.select({.sql = sql, .source = schema.table()}, [](const RowReader &) { return true; });
}

} // namespace db
