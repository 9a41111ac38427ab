// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How MariaDB spells expressions.

#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/stored_text.h"
#include "core/toolkit/zone_offsets.h"

using namespace Qt::StringLiterals;

namespace db {

bool MariadbDialect::has(Feature feature) const
{
    return feature == Feature::CombineAll || feature == Feature::InsertReturning || feature == Feature::ComparesMoments
        || feature == Feature::RoundsDecimals;
}

// A bound value brings its type along.
QString MariadbDialect::parameter(Type, const QString &mark) const
{
    return mark;
}

QString MariadbDialect::arithmetic(char16_t symbol, Type type, const QString &left, const QString &right) const
{
    if (symbol == u'/' && (type == Type::Integer || type == Type::Id))
        return u'(' + left + u" DIV nullif(" + right + u", 0))";
    return Dialect::arithmetic(symbol, type, left, right);
}

QString MariadbDialect::concatenated(const QStringList &texts) const
{
    return u"concat("_s + texts.join(u", ") + u')';
}

QString MariadbDialect::castTo(Type type, const QString &expression) const
{
    const auto as = [&](QStringView name) { return QString(u"CAST("_s + expression + u" AS " + name + u')'); };
    switch (type) {
    case Type::Id:
    case Type::Integer:
        return as(u"signed");
    case Type::Float:
        return as(u"double");
    case Type::Decimal:
        return as(u"decimal(65,10)");
    case Type::Boolean:
        return u'(' + expression + u" <> 0)";
    case Type::String:
    case Type::Enum:
        return as(u"char");
    case Type::Date:
        return as(u"date");
    case Type::Time:
        return as(u"time");
    case Type::TimeUsec:
        return as(u"time(6)");
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
        return as(u"datetime");
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetimeUsec:
        return as(u"datetime(6)");
    default:
        return expression;
    }
}

QString MariadbDialect::like(const QString &text, const QString &pattern) const
{
    return u'(' + text + u" LIKE " + pattern + u" COLLATE utf8mb4_bin)";
}

// A server knows zones by name only once somebody has loaded them into it, so their clocks come along: INTERVAL() finds
// the last change before a moment, by halving.
QString MariadbDialect::truncatedIn(const QString &zone, Unit unit, const QString &time) const
{
    const auto offsets = ZoneOffsets::of(zone.toUtf8());
    QStringList starts;
    QStringList localStarts;
    QStringList seconds{QString::number(offsets->firstOffset())};
    for (const ZoneOffsets::Change &change : offsets->changes()) {
        starts.append(QString::number(change.at));
        localStarts.append(QString::number(change.localAt));
        seconds.append(QString::number(change.offset));
    }
    if (starts.isEmpty())
        return u'(' + truncated(unit, u'(' + time + u" + INTERVAL " + seconds.first() + u" SECOND)") + u" - INTERVAL " + seconds.first() + u" SECOND)";
    const auto offsetAt = [&](const QString &moment, const QStringList &changes) {
        return QString(u"ELT(INTERVAL(TIMESTAMPDIFF(SECOND, TIMESTAMP'1970-01-01 00:00:00', "_s + moment + u"), " + changes.join(u", ") + u") + 1, "
                       + seconds.join(u", ") + u')');
    };
    const QString local = u'(' + time + u" + INTERVAL " + offsetAt(time, starts) + u" SECOND)";
    const QString start = truncated(unit, local);
    return u'(' + start + u" - INTERVAL " + offsetAt(start, localStarts) + u" SECOND)";
}

// The engine would cut the average of whole numbers to four digits behind the point.
QString MariadbDialect::function(const QString &name, Type of, const QStringList &arguments) const
{
    if (name == u"avg" && of != Type::Decimal)
        return u"avg("_s + castTo(Type::Float, arguments.first()) + u')';
    return Dialect::function(name, of, arguments);
}

QString MariadbDialect::later(const QString &time, qint64 months, qint64 seconds, QList<Bind> &binds) const
{
    binds.append({Type::Integer, months});
    binds.append({Type::Integer, seconds});
    return u'(' + time + u" + INTERVAL ? MONTH + INTERVAL ? SECOND)";
}

QString MariadbDialect::jsonText(const QString &document, const QVariantList &path, QList<Bind> &binds) const
{
    binds.append({Type::String, jsonPath(path)});
    // JSON's null is spelled so before the quotes of texts are gone.
    return u"JSON_UNQUOTE(nullif(JSON_EXTRACT("_s + document + u", ?), 'null'))";
}

// Lists are JSON. The element comes inside a list of its own, from which it is taken as JSON and not as a text.
QString MariadbDialect::pushed(const QString &list, Type, const QVariant &element, QList<Bind> &binds) const
{
    binds.append({Type::String, jsonListText({element})});
    return u"JSON_COMPACT(JSON_ARRAY_APPEND(coalesce("_s + list + u", '[]'), '$', JSON_EXTRACT(?, '$[0]')))";
}

QString MariadbDialect::pulled(const QString &list, Type, const QVariant &element, QList<Bind> &binds) const
{
    binds.append({Type::String, jsonListText({element})});
    return u"IF("_s + list + u" IS NULL, NULL, (SELECT concat('[', coalesce(group_concat(item ORDER BY place SEPARATOR ','), ''), ']') FROM JSON_TABLE("
        + list + u", '$[*]' COLUMNS (place FOR ORDINALITY, item JSON PATH '$')) AS items "
        + u"WHERE NOT JSON_UNQUOTE(item) <=> JSON_UNQUOTE(JSON_EXTRACT(?, '$[0]')) COLLATE utf8mb4_bin))";
}

QString MariadbDialect::locking(Lock lock, LockWait wait) const
{
    if (lock != Lock::Share)
        return Dialect::locking(lock, wait);
    return Dialect::locking(lock, wait).replace(u"FOR SHARE"_s, u"LOCK IN SHARE MODE"_s);
}

} // namespace db
