// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialect.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/dialects/postgres.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/interrupt.h"
#include "core/toolkit/pattern.h"

#include <QRegularExpression>

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

QString quotedLiteral(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QList<DatabaseUrl> Dialect::places(const DatabaseUrl &url) const
{
    return {url};
}

Error Dialect::notOpened(const DatabaseUrl &url, const NativeError &error) const
{
    return Error::cannotOpen(url, error.text);
}

Result<void> Dialect::executeOn(const DatabaseUrl &url, const QString &sql)
{
    const auto connection = Connection::open(url);
    if (!connection)
        return Failure(connection.error());
    const auto done = (*connection)->execute({.kind = Statement::Kind::Definition, .sql = sql});
    if (!done)
        return Failure(done.error());
    return {};
}

Error Dialect::failed(Error::Kind kind, const QString &message, const NativeError &native, const Statement &statement)
{
    return {.kind = kind, .message = message, .subject = statement.source, .code = native.code, .sql = statement.sql};
}

Error Dialect::withoutTable(const NativeError &native, const Statement &statement)
{
    const QString message = u"The database lacks something this program needs, perhaps because a migration is pending: " + native.text;
    return failed(Error::Kind::MissingTable, message, native, statement);
}

Error Dialect::withoutUniqueIndex(const NativeError &native, const Statement &statement)
{
    static const QRegularExpression target(u" ON CONFLICT \\((.+?)\\) DO "_s);
    const QString columns = target.match(statement.sql).captured(1);
    const QString message = u"%1 has no unique index over %2, which would tell what is there already; createUniqueIndex() in a migration makes it"_s.arg(statement.source, columns);
    return failed(Error::Kind::MissingTable, message, native, statement);
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
    binds.append({Type::String, QString(u'%' + escapedLike(needle) + u'%')});
    return ilike(text, u"?"_s);
}

QString Dialect::ordered(const QString &term, bool isDescending, bool) const
{
    return term + (isDescending ? u" DESC" : u" ASC");
}

QString Dialect::limit(std::optional<qint64> limit, std::optional<qint64> offset, QList<Bind> &binds) const
{
    if (!limit && !offset)
        return {};
    // Not every engine knows OFFSET alone.
    binds.append({Type::Integer, limit.value_or(std::numeric_limits<qint64>::max())});
    if (!offset)
        return u" LIMIT ?"_s;
    binds.append({Type::Integer, *offset});
    return u" LIMIT ? OFFSET ?"_s;
}

QString Dialect::insertDefaults(const QString &table) const
{
    return u"INSERT INTO "_s + quoted(table) + u" DEFAULT VALUES";
}

QString Dialect::withoutValues(const QString &sql) const
{
    return sql;
}

QList<Operation> Dialect::needed(const QList<Operation> &operations) const
{
    return operations;
}

Result<QStringList> Dialect::statementsOf(const Operation &operation, Connection &) const
{
    return definition({operation});
}

bool Dialect::dependsOnTables(const Operation &) const
{
    return false;
}

bool Dialect::makesTableAnew(const Operation &) const
{
    return false;
}

Result<std::unique_ptr<Connection>> Dialect::structureCopy(Connection &) const
{
    return nullptr;
}

Result<QList<RoutineInfo>> Dialect::routines(Connection &) const
{
    return QList<RoutineInfo>();
}

QString Dialect::lockMigrations(const QString &) const
{
    return {};
}

QString Dialect::unlockMigrations() const
{
    return {};
}

Result<bool> Dialect::suspendReferences(Connection &) const
{
    return false;
}

void Dialect::resumeReferences(Connection &) const { }

Result<void> Dialect::checkReferences(Connection &) const
{
    return {};
}

QString Dialect::commitByStatement() const
{
    return {};
}

bool Dialect::rollsDefinitionsBack() const
{
    return true;
}

} // namespace db
