// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialect.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/qtsql_statement.h"

using namespace Qt::StringLiterals;

namespace db {

const Dialect *Dialect::forEngine(DatabaseUrl::Engine engine)
{
    static const SqliteDialect sqlite;
    return engine == DatabaseUrl::Engine::Sqlite ? &sqlite : nullptr;
}

QString quotedIdentifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> Dialect::prepared(const QSqlDatabase &database, const QString &sql) const
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

QString Dialect::quoted(const QString &name) const
{
    return quotedIdentifier(name);
}

} // namespace db
