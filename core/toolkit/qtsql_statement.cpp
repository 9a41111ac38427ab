// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/qtsql_statement.h"

#include "core/toolkit/dialect.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>

namespace db {

namespace {

NativeError nativeError(const QSqlError &error)
{
    return {error.nativeErrorCode(), error.databaseText()};
}

template <typename M>
std::optional<M> typed(const QVariant &value)
{
    return isNull(value) ? std::nullopt : std::optional<M>(value.value<M>());
}

} // namespace

QtSqlStatement::QtSqlStatement(const QSqlDatabase &database, const Dialect &dialect)
    : m_query(database), m_dialect(dialect)
{
    m_query.setForwardOnly(true);
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> QtSqlStatement::prepare(const QSqlDatabase &database, const QString &sql,
                                                                                      const Dialect &dialect)
{
    std::unique_ptr<QtSqlStatement> statement(new QtSqlStatement(database, dialect));
    if (!statement->m_query.prepare(sql))
        return tl::unexpected(nativeError(statement->m_query.lastError()));
    return statement;
}

tl::expected<void, NativeError> QtSqlStatement::start(const QList<Bind> &binds)
{
    for (qsizetype i = 0; i < binds.size(); ++i)
        m_query.bindValue(int(i), m_dialect.toDriver(binds.at(i).type, binds.at(i).value));
    if (!m_query.exec())
        return tl::unexpected(nativeError(m_query.lastError()));
    return {};
}

tl::expected<bool, NativeError> QtSqlStatement::next()
{
    if (m_query.next())
        return true;
    // A result cut short by a cancel or a damaged page ends like a complete one; only the error tells.
    if (const QSqlError error = m_query.lastError(); error.isValid())
        return tl::unexpected(nativeError(error));
    return false;
}

void QtSqlStatement::finish()
{
    m_query.finish();
}

qint64 QtSqlStatement::affected() const
{
    return m_query.numRowsAffected();
}

QVariant QtSqlStatement::insertedId() const
{
    return m_query.lastInsertId();
}

QString QtSqlStatement::columnName(int column) const
{
    return m_query.record().fieldName(column);
}

QString QtSqlStatement::tableName(int column) const
{
    return m_query.record().field(column).tableName();
}

bool QtSqlStatement::isNull(int column) const
{
    return m_query.isNull(column);
}

QVariant QtSqlStatement::raw(int column) const
{
    return m_query.value(column);
}

QVariant QtSqlStatement::value(int column, Type type) const
{
    return m_dialect.fromDriver(type, m_query.value(column)).value_or(QVariant());
}

std::optional<qint64> QtSqlStatement::integer(int column) const
{
    return typed<qint64>(value(column, Type::Integer));
}

std::optional<double> QtSqlStatement::floatingPoint(int column) const
{
    return typed<double>(value(column, Type::Float));
}

std::optional<bool> QtSqlStatement::boolean(int column) const
{
    return typed<bool>(value(column, Type::Boolean));
}

std::optional<QString> QtSqlStatement::text(int column) const
{
    return typed<QString>(value(column, Type::String));
}

std::optional<QDateTime> QtSqlStatement::time(int column) const
{
    return typed<QDateTime>(value(column, Type::UtcDatetime));
}

} // namespace db
