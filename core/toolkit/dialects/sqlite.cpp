// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite_definition.h"
#include "core/toolkit/dialects/sqlite_native.h"
#include "core/toolkit/dialects/sqlite_statement.h"
#include "core/toolkit/stored_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace db {

QString SqliteDialect::driver() const
{
    return u"QSQLITE"_s;
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> SqliteDialect::prepared(const Connection &, const QSqlDatabase &database, const QString &sql) const
{
    return SqliteStatement::prepare(sqliteHandle(database), sql, *this);
}

// A plain BEGIN takes the write lock only at the first write, and then fails at once, without waiting, when another
// writer got in between.
QString SqliteDialect::beginWrite() const
{
    return u"BEGIN IMMEDIATE"_s;
}

QVariant SqliteDialect::toDriver(Type type, const QVariant &value) const
{
    if (isNull(value))
        return {};
    switch (type) {
    case Type::Boolean:
        return value.toBool() ? 1 : 0;
    case Type::Id:
    case Type::Integer:
        return value.toLongLong();
    case Type::String:
    case Type::Enum: {
        // The driver would bind a null QString as NULL.
        const QString text = value.toString();
        return text.isNull() ? u""_s : text;
    }
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
        return QString::fromUtf8(storedSeconds(type, value));
    case Type::Float:
    case Type::Binary:
        return value;
    case Type::Any:
        return value.typeId() == QMetaType::Bool || value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Double
                || value.typeId() == QMetaType::QByteArray
            ? value
            : QVariant(elementText(value));
    default:
        return storedText(type, value);
    }
}

// A column takes any value, whatever its declared type.
std::optional<QVariant> SqliteDialect::fromDriver(Type type, const QVariant &raw) const
{
    return readStored(type, raw);
}

QString SqliteDialect::in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const
{
    // One parameter for any number of values: one text for the statement cache, and no limit on parameters.
    const bool isBinary = type == Type::Binary; // which JSON has no word for
    QJsonArray list;
    for (const QVariant &value : values)
        list.append(isBinary ? QJsonValue(QString::fromLatin1(value.toByteArray().toHex())) : QJsonValue::fromVariant(toDriver(type, value)));
    binds.append({Type::String, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact))});
    return expression + (isBinary ? u" IN (SELECT quecto_unhex(value) FROM json_each(?))" : u" IN (SELECT value FROM json_each(?))");
}

QString SqliteDialect::isSame(const QString &left, const QString &right) const
{
    return left + u" IS " + right;
}

QString SqliteDialect::tableNames() const
{
    return u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"_s;
}

Result<QStringList> SqliteDialect::definition(const QList<Operation> &operations) const
{
    return SqliteDefinition().statements(operations);
}

Result<QStringList> SqliteDialect::statementsOf(const Operation &operation, Connection &connection) const
{
    return SqliteDefinition().statements(operation, connection);
}

bool SqliteDialect::dependsOnTables(const Operation &operation) const
{
    return SqliteDefinition::dependsOnTables(operation);
}

bool SqliteDialect::makesTableAnew(const Operation &operation) const
{
    return SqliteDefinition::makesTableAnew(operation);
}

// Virtual tables make tables of their own, which are then there already.
Result<std::unique_ptr<Connection>> SqliteDialect::structureCopy(Connection &connection) const
{
    QStringList statements{u"PRAGMA foreign_keys = OFF"_s};
    const Statement all{.sql = u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"_s};
    const Result<void> read = connection.select(all, [&](const RowReader &row) {
        statements.append(row.value(0, Type::String).toString());
        return true;
    });
    if (!read)
        return Failure(read.error());
    Result<std::unique_ptr<Connection>> copy = Connection::open(DatabaseUrl::inMemory());
    if (copy) {
        for (const QString &sql : std::as_const(statements))
            (*copy)->executeAnyway(sql);
    }
    return copy;
}

} // namespace db
