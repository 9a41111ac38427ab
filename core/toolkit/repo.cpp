// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/repo.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/sql_compiler.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Cell = SqlCompiler::Cell;

Cell cellOf(const Field &field, const QVariant &value)
{
    return {field.name, {field.type, value}};
}

/// The types of both columns of a join table.
std::pair<Type, Type> joinTypes(const Schema &owner, const Association &association)
{
    return {owner.findField(association.ownerKey)->type, association.related->schema().findField(association.relatedKey)->type};
}

} // namespace

Result<qint64> Repo::insertAllCore(const Schema &schema, qsizetype rows, const std::function<const void *(qsizetype)> &row)
{
    m_isTouched = true;
    const auto hasKey = [&](qsizetype index) { return !isNull(schema.primaryKey().read(row(index))); };
    return transaction([&]() -> Result<qint64> {
        qsizetype end = 0;
        for (qsizetype begin = 0; begin < rows; begin = end) {
            // A statement for rows that bring their key, and another for those that do not.
            const bool bringKey = hasKey(begin);
            for (end = begin + 1; end < rows && hasKey(end) == bringKey;)
                ++end;
            QList<const Field *> fields;
            QList<Cell> cells;
            for (const Field &field : schema.fields()) {
                if (field.isVirtual || field.isGenerated || (field.isPrimaryKey && !bringKey && !generatedKey(field.type)))
                    continue;
                fields.append(&field);
                cells.append(cellOf(field, {}));
            }
            const auto fill = [&](qsizetype index, QList<Bind> &binds) {
                for (qsizetype column = 0; column < fields.size(); ++column) {
                    const Field &field = *fields.at(column);
                    const bool isMade = field.isPrimaryKey && !bringKey;
                    binds[column].value = isMade ? *generatedKey(field.type) : field.read(row(begin + index));
                }
            };
            const Statement statement = SqlCompiler(m_connection.dialect()).insert(schema.table(), cells);
            if (const auto inserted = m_connection.insertEach(statement, end - begin, fill); !inserted)
                return Failure(inserted.error());
            if (const Result<void> continued = bringKey ? continueKeys(schema) : Result<void>(); !continued)
                return Failure(continued.error());
        }
        return rows;
    });
}

Result<qint64> Repo::insertJoined(const Schema &owner, const Association &association, const QList<std::pair<QVariant, QVariant>> &pairs)
{
    if (pairs.isEmpty())
        return 0;
    m_isTouched = true;
    const auto [ownerType, relatedType] = joinTypes(owner, association);
    const QList<Cell> cells{{association.joinOwnerKey, {ownerType}}, {association.joinRelatedKey, {relatedType}}};
    const Statement statement
        = SqlCompiler(m_connection.dialect()).insert(association.joinTable, cells, {association.joinOwnerKey, association.joinRelatedKey});
    const auto fill = [&](qsizetype index, QList<Bind> &binds) {
        binds[0].value = pairs.at(index).first;
        binds[1].value = pairs.at(index).second;
    };
    return transaction([&] { return m_connection.insertEach(statement, pairs.size(), fill); });
}

Result<qint64> Repo::updateAllCore(const QueryCore &query, const QList<Assignment> &assignments)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).updateAll(query, assignments);
    if (!statement)
        return Failure(statement.error());
    m_isTouched = true;
    const auto outcome = m_connection.execute(*statement);
    if (!outcome)
        return Failure(outcome.error());
    return outcome->affected;
}

Result<qint64> Repo::deleteAllCore(const QueryCore &query)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).deleteAll(query);
    if (!statement)
        return Failure(statement.error());
    m_isTouched = true;
    const auto outcome = m_connection.execute(*statement);
    if (!outcome)
        return Failure(outcome.error());
    return outcome->affected;
}

Result<void> Repo::execute(const QString &sql)
{
    m_isTouched = true;
    const auto outcome = m_connection.execute({.kind = Statement::Kind::Definition, .sql = sql, .binds = {}, .source = {}});
    if (!outcome)
        return Failure(outcome.error());
    return {};
}

} // namespace db
