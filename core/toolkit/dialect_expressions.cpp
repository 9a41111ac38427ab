// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How expressions are spelled in standard SQL, as far as PostgreSQL has it.

#include "core/toolkit/dialect.h"

using namespace Qt::StringLiterals;

namespace db {

QString jsonPath(const QVariantList &path)
{
    QString text = u"$"_s;
    for (const QVariant &step : path) {
        if (step.typeId() == QMetaType::Int)
            text += u'[' + step.toString() + u']';
        else
            text += u".\"" + step.toString().replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    }
    return text;
}

bool Dialect::has(Feature) const
{
    return true;
}

QString Dialect::parameter(Type type, const QString &mark) const
{
    return castTo(type, mark);
}

QString Dialect::comparable(const QString &expression, Type) const
{
    return expression;
}

QString Dialect::function(const QString &name, Type, const QStringList &arguments) const
{
    return name + u'(' + arguments.join(u", ") + u')';
}

QString Dialect::arithmetic(char16_t symbol, Type, const QString &left, const QString &right) const
{
    const QString divisor = symbol == u'/' ? QString(u"nullif("_s + right + u", 0)") : right;
    return u'(' + left + u' ' + QChar(symbol) + u' ' + divisor + u')';
}

QString Dialect::concatenated(const QStringList &texts) const
{
    return u'(' + texts.join(u" || ") + u')';
}

QString Dialect::castTo(Type type, const QString &expression) const
{
    const auto as = [&](QStringView name) { return QString(u"CAST("_s + expression + u" AS " + name + u')'); };
    switch (type) {
    case Type::Id:
    case Type::Integer:
        return as(u"bigint");
    case Type::Float:
        return as(u"double precision");
    case Type::Decimal:
        return as(u"numeric");
    case Type::Boolean:
        return as(u"boolean");
    case Type::String:
    case Type::Enum:
        return as(u"text");
    case Type::Uuid:
    case Type::Ulid:
        return as(u"uuid");
    case Type::Date:
        return as(u"date");
    case Type::Time:
    case Type::TimeUsec:
        return as(u"time");
    case Type::NaiveDatetime:
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return as(u"timestamp");
    case Type::Map:
        return as(u"jsonb");
    default:
        return expression;
    }
}

QString Dialect::like(const QString &text, const QString &pattern) const
{
    return u'(' + text + u" LIKE " + pattern + u" ESCAPE '\\')";
}

// A local midnight that does not exist, or exists twice, is found from the last second of the day before.
QString Dialect::truncatedIn(const QString &zone, Unit unit, const QString &time) const
{
    const QString name = quotedLiteral(zone);
    const QString local = u'(' + time + u" AT TIME ZONE 'UTC' AT TIME ZONE " + name + u')';
    return u"((("_s + truncated(unit, local) + u" - INTERVAL '1' SECOND) AT TIME ZONE " + name + u" AT TIME ZONE 'UTC') + INTERVAL '1' SECOND)";
}

QString Dialect::later(const QString &time, qint64 months, qint64 seconds, QList<Bind> &binds) const
{
    binds.append({Type::Integer, months});
    binds.append({Type::Integer, seconds});
    return u'(' + time + u" + ? * INTERVAL '1' MONTH + ? * INTERVAL '1' SECOND)";
}

QString Dialect::jsonText(const QString &document, const QVariantList &path, QList<Bind> &binds) const
{
    QStringList steps;
    for (const QVariant &step : path)
        steps.append(u'"' + step.toString().replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"');
    binds.append({Type::String, QString(u'{' + steps.join(u',') + u'}')});
    return u'(' + document + u" #>> CAST(? AS text[]))";
}

QString Dialect::pushed(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const
{
    binds.append({elementType, element});
    return u"array_append("_s + list + u", ?)";
}

QString Dialect::pulled(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const
{
    binds.append({elementType, element});
    return u"array_remove("_s + list + u", ?)";
}

QString Dialect::locking(Lock lock, LockWait wait) const
{
    if (lock == Lock::None)
        return {};
    QString sql = lock == Lock::Share ? u" FOR SHARE"_s : u" FOR UPDATE"_s;
    if (wait == LockWait::SkipLocked)
        sql += u" SKIP LOCKED";
    if (wait == LockWait::NoWait)
        sql += u" NOWAIT";
    return sql;
}

QString Dialect::deleteFrom(const QString &table, const QString &alias) const
{
    return u"DELETE FROM "_s + table + u" AS " + alias;
}

} // namespace db
