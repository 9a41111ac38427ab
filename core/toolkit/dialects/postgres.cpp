// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/postgres.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/postgres_definition.h"
#include "core/toolkit/dialects/postgres_statement.h"
#include "core/toolkit/dialects/postgres_values.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace db {

QString PostgresDialect::driver() const
{
    return u"QPSQL"_s;
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> PostgresDialect::prepared(const Connection &connection, const QSqlDatabase &database,
                                                                                        const QString &sql) const
{
    const QVariant handle = database.driver()->handle();
    return PostgresStatement::prepare(connection, *static_cast<PGconn *const *>(handle.constData()), sql);
}

QString PostgresDialect::withoutValues(const QString &sql) const
{
    return PostgresStatement::withoutValues(sql);
}

QVariant PostgresDialect::toDriver(Type type, const QVariant &value) const
{
    return isNull(value) ? QVariant() : QVariant(QString::fromUtf8(postgresText(type, value)));
}

std::optional<QVariant> PostgresDialect::fromDriver(Type type, const QVariant &raw) const
{
    return postgresValue(type, raw);
}

// One parameter for any number of values: one text for the statement cache, and no limit on parameters.
QString PostgresDialect::in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const
{
    binds.append({Type::String, QString::fromUtf8(postgresArray(type, values))});
    return expression + u" = ANY (?)";
}

QString PostgresDialect::ilike(const QString &text, const QString &pattern) const
{
    return u'(' + text + u" ILIKE " + pattern + u')';
}

QString PostgresDialect::truncated(Unit unit, const QString &time) const
{
    const auto cut = [&](QStringView name) -> QString { return u"date_trunc('"_s + name + u"', " + time + u')'; };
    switch (unit) {
    case Unit::Day:
        return cut(u"day");
    case Unit::Week:
        return cut(u"week");
    case Unit::Month:
        return cut(u"month");
    case Unit::Quarter:
        return cut(u"quarter");
    case Unit::Year:
        return cut(u"year");
    }
    Q_UNREACHABLE();
}

QString PostgresDialect::ordered(const QString &term, bool isDescending, bool mayBeNull) const
{
    // Told only where it matters: an index in the engine's own order serves a term without.
    if (!mayBeNull)
        return Dialect::ordered(term, isDescending, mayBeNull);
    return term + (isDescending ? u" DESC NULLS LAST" : u" ASC NULLS FIRST");
}

// A sequence does not look at its table. Nothing happens where the key has none.
QString PostgresDialect::continueKeys(const QString &table, const QString &key) const
{
    const QString sequence = u"pg_get_serial_sequence("_s + quotedLiteral(quoted(table)) + u", " + quotedLiteral(key) + u')';
    return u"SELECT setval("_s + sequence + u", greatest(nextval(" + sequence + u"), (SELECT max(" + quoted(key) + u") FROM " + quoted(table)
        + u")))";
}

QString PostgresDialect::tableNames() const
{
    return u"SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ANY (current_schemas(false)) ORDER BY tablename"_s;
}

Result<QStringList> PostgresDialect::definition(const QList<Operation> &operations) const
{
    return PostgresDefinition().statements(operations);
}

// The lock that Ecto takes: its programs and ours wait for each other.
QString PostgresDialect::lockMigrations(const QString &table) const
{
    return u"LOCK TABLE "_s + quoted(table) + u" IN SHARE UPDATE EXCLUSIVE MODE NOWAIT";
}

} // namespace db
