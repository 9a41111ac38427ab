// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/mariadb.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/mariadb_definition.h"
#include "core/toolkit/dialects/mariadb_statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <bit>

using namespace Qt::StringLiterals;

namespace db {

QString MariadbDialect::driver() const
{
    return u"QMYSQL"_s;
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> MariadbDialect::prepared(const Connection &, const QSqlDatabase &database,
                                                                                       const QString &sql) const
{
    return MariadbStatement::prepare(mariadbHandle(database), sql, *this);
}

QString MariadbDialect::quoted(const QString &name) const
{
    return mariadbQuoted(name);
}

namespace {

/// `expression` is one of the values, which are one parameter, as JSON. Empty for types that JSON has no word for.
QString inJson(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds)
{
    QString column = u"LONGTEXT"_s;
    QString value = u"value"_s;
    QJsonArray list;
    for (const QVariant &each : values) {
        if (type == Type::Id || type == Type::Integer)
            list.append(each.toLongLong());
        else if (type == Type::Uuid || type == Type::Ulid)
            list.append(each.toUuid().toString(QUuid::Id128));
        else if (type == Type::String || type == Type::Enum)
            list.append(each.toString());
        else
            return {};
    }
    if (type == Type::Id || type == Type::Integer) {
        column = u"BIGINT"_s;
    } else if (type == Type::Uuid || type == Type::Ulid) {
        column = u"CHAR(32)"_s;
        value = u"UNHEX(value)"_s;
    }
    binds.append({Type::String, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact))});
    return expression + u" IN (SELECT " + value + u" FROM JSON_TABLE(?, '$[*]' COLUMNS (value " + column + u" PATH '$')) AS list)";
}

} // namespace

QString MariadbDialect::in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const
{
    if (values.isEmpty())
        return u"(1 = 0)"_s;
    // Fewer than the 65,535 parameters that a statement may have. Only for so many values, for the server searches this
    // way in SELECT, but not in UPDATE and DELETE.
    constexpr qsizetype longestList = 16384;
    if (values.size() > longestList) {
        if (const QString found = inJson(expression, type, values, binds); !found.isEmpty())
            return found;
    }
    // The last value again and again up to a power of two: few texts for the statement cache.
    const auto size = qsizetype(std::bit_ceil(std::size_t(values.size())));
    QStringList marks;
    for (qsizetype i = 0; i < size; ++i) {
        binds.append({type, values.at(qMin(i, values.size() - 1))});
        marks.append(u"?"_s);
    }
    return expression + u" IN (" + marks.join(u", ") + u')';
}

QString MariadbDialect::isSame(const QString &left, const QString &right) const
{
    return u'(' + left + u" <=> " + right + u')';
}

QString MariadbDialect::ilike(const QString &text, const QString &pattern) const
{
    // Folded by hand: the collations of 10.6 that ignore case ignore accents too.
    return u"(LOWER("_s + text + u") LIKE LOWER(" + pattern + u") COLLATE utf8mb4_bin)";
}

QString MariadbDialect::truncated(Unit unit, const QString &time) const
{
    const auto since = [&time](const QString &name) {
        // The first day of all was a Monday.
        const QString start = u"TIMESTAMP'0001-01-01 00:00:00'"_s;
        return QString(u"TIMESTAMPADD("_s + name + u", TIMESTAMPDIFF(" + name + u", " + start + u", " + time + u"), " + start + u')');
    };
    switch (unit) {
    case Unit::Day:
        return since(u"DAY"_s);
    case Unit::Week:
        return since(u"WEEK"_s);
    case Unit::Month:
        return since(u"MONTH"_s);
    case Unit::Quarter:
        return since(u"QUARTER"_s);
    case Unit::Year:
        return since(u"YEAR"_s);
    }
    Q_UNREACHABLE();
}

QString MariadbDialect::tableNames() const
{
    return u"SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') "
           "ORDER BY table_name"_s;
}

// Any unique index counts, not only the one over `target`.
QString MariadbDialect::onConflict(const QStringList &, const QStringList &assignments, const QString &key) const
{
    // INSERT IGNORE would let pass values that are too long, too.
    const QString nothing = quoted(key) + u" = " + quoted(key);
    return u" ON DUPLICATE KEY UPDATE "_s + (assignments.isEmpty() ? nothing : assignments.join(u", "));
}

// A row that is left alone leaves a mark.
QString MariadbDialect::onConflictMarked(const QStringList &target, const QString &key) const
{
    return onConflict(target, {quoted(key) + u" = IF(@quecto_left := 1, " + quoted(key) + u", " + quoted(key) + u')'}, key);
}

// Rows come back one by one, and each takes the mark away behind it.
QString MariadbDialect::leftAlone() const
{
    return u"@quecto_left, (@quecto_left := 0)"_s;
}

QString MariadbDialect::proposed(const QString &column) const
{
    return u"VALUES("_s + quoted(column) + u')';
}

QString MariadbDialect::deleteFrom(const QString &table, const QString &alias) const
{
    // The form of a DELETE from several tables, which alone knows aliases before 11.6.
    return u"DELETE "_s + alias + u" FROM " + table + u" AS " + alias;
}

QString MariadbDialect::insertDefaults(const QString &table) const
{
    return u"INSERT INTO "_s + quoted(table) + u" () VALUES ()";
}

Result<QStringList> MariadbDialect::definition(const QList<Operation> &operations) const
{
    return MariadbDefinition().statements(operations);
}

QList<Operation> MariadbDialect::needed(const QList<Operation> &operations) const
{
    return MariadbDefinition().needed(operations);
}

namespace {

/// The lock of this database, by a name of at most 64 characters. Ecto calls its own after a module that we do not know.
QString migrationLock()
{
    return u"LEFT(CONCAT('ecto_', DATABASE()), 64)"_s;
}

} // namespace

QString MariadbDialect::lockMigrations(const QString &) const
{
    // GET_LOCK only answers that there is no lock; that has to become an error, ER_LOCK_WAIT_TIMEOUT.
    return u"BEGIN NOT ATOMIC IF coalesce(GET_LOCK("_s + migrationLock()
        + u", 0), 0) = 0 THEN SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205, MESSAGE_TEXT = 'another program migrates'; END IF; END";
}

QString MariadbDialect::unlockMigrations() const
{
    return u"DO RELEASE_LOCK("_s + migrationLock() + u')';
}

QString MariadbDialect::commitByStatement() const
{
    return u"SET autocommit = 1"_s;
}

bool MariadbDialect::rollsDefinitionsBack() const
{
    return false;
}

} // namespace db
