// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialect.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/dialects/postgres.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/interrupt.h"
#include "core/toolkit/qtsql_statement.h"

using namespace Qt::StringLiterals;

namespace db {

const Dialect *Dialect::forEngine(DatabaseUrl::Engine engine)
{
    static const SqliteDialect sqlite;
    static const PostgresDialect postgres;
    static const MariadbDialect mariadb;
    switch (engine) {
    case DatabaseUrl::Engine::Sqlite:
        return &sqlite;
    case DatabaseUrl::Engine::Postgres:
        return &postgres;
    case DatabaseUrl::Engine::MariaDb:
        return &mariadb;
    }
    Q_UNREACHABLE();
}

QString quotedIdentifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

Error Dialect::notOpened(const DatabaseUrl &url, const NativeError &error) const
{
    return Error::cannotOpen(url, error.text);
}

Result<QVariant> Dialect::insert(Connection &connection, const Statement &statement, const Field &key) const
{
    Statement returning = statement;
    returning.sql += u" RETURNING " + quoted(key.name);
    QVariant made;
    const Result<void> inserted = connection.select(returning, [&](const RowReader &row) {
        made = row.value(0, key.type);
        return true;
    });
    if (!inserted)
        return Failure(inserted.error());
    return made;
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> Dialect::prepared(const Connection &, const QSqlDatabase &database,
                                                                                const QString &sql) const
{
    return QtSqlStatement::prepare(database, sql, *this);
}

QString Dialect::onConflict(const QStringList &target, const QStringList &assignments, const QString &) const
{
    QStringList names;
    for (const QString &column : target)
        names.append(quoted(column));
    QString sql = u" ON CONFLICT "_s;
    if (!names.isEmpty())
        sql += u'(' + names.join(u", ") + u") ";
    return assignments.isEmpty() ? QString(sql + u"DO NOTHING") : QString(sql + u"DO UPDATE SET " + assignments.join(u", "));
}

QString Dialect::proposed(const QString &column) const
{
    return u"EXCLUDED."_s + quoted(column);
}

Result<QList<TableInfo>> Dialect::tables(Connection &connection) const
{
    return Failure(Error::refused(QStringLiteral("The catalogue of this engine is not read"), connection.url().displayName()));
}

std::shared_ptr<Interrupt> Dialect::interrupt(const DatabaseUrl &, const QSqlDatabase &) const
{
    return nullptr;
}

TransactionState Dialect::transactionState(const QSqlDatabase &) const
{
    return TransactionState::Active;
}

QString Dialect::beginWrite() const
{
    return u"BEGIN"_s;
}

QString Dialect::beginRead() const
{
    return u"BEGIN"_s;
}

QString Dialect::quoted(const QString &name) const
{
    return quotedIdentifier(name);
}

QString Dialect::isSame(const QString &left, const QString &right) const
{
    return u'(' + left + u" IS NOT DISTINCT FROM " + right + u')';
}

QString Dialect::contains(const QString &text, const QString &needle, QList<Bind> &binds) const
{
    QString pattern = needle;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    binds.append({Type::String, QString(u'%' + pattern + u'%')});
    return ilike(text, u"?"_s);
}

QString Dialect::ordered(const QString &term, bool isDescending, bool mayBeNull) const
{
    // Told only where it matters: an index in the engine's own order serves a term without.
    if (!mayBeNull)
        return term + (isDescending ? u" DESC" : u" ASC");
    return term + (isDescending ? u" DESC NULLS LAST" : u" ASC NULLS FIRST");
}

QString Dialect::limit(std::optional<qint64> limit, std::optional<qint64> offset, QList<Bind> &binds) const
{
    QString sql;
    if (limit) {
        binds.append({Type::Integer, *limit});
        sql += u" LIMIT ?";
    }
    if (offset) {
        binds.append({Type::Integer, *offset});
        sql += u" OFFSET ?";
    }
    return sql;
}

QString Dialect::onConflictDoNothing(const QStringList &columns) const
{
    QStringList names;
    for (const QString &column : columns)
        names.append(quoted(column));
    return u" ON CONFLICT ("_s + names.join(u", ") + u") DO NOTHING";
}

QString Dialect::insertDefaults(const QString &table) const
{
    return u"INSERT INTO "_s + quoted(table) + u" DEFAULT VALUES";
}

QString Dialect::lockMigrations(const QString &) const
{
    return {};
}

QString Dialect::unlockMigrations() const
{
    return {};
}

bool Dialect::rollsDefinitionsBack() const
{
    return true;
}

} // namespace db
