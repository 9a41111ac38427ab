// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How SQLite spells expressions; what it has no words for, functions of ours do (sqlite_functions.h).

#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/pattern.h"
#include "core/toolkit/stored_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

bool SqliteDialect::has(Feature feature) const
{
    return feature == Feature::FullJoin;
}

// Values have types of their own here, and need no declaration.
QString SqliteDialect::parameter(Type, const QString &mark) const
{
    return mark;
}

QString SqliteDialect::comparable(const QString &expression, Type type) const
{
    return type == Type::Decimal ? QString(expression + u" COLLATE quecto_decimal") : expression;
}

QString SqliteDialect::function(const QString &name, Type of, const QStringList &arguments) const
{
    if (of == Type::Decimal && (name == u"sum" || name == u"avg"))
        return Dialect::function(u"quecto_decimal_"_s + name, of, arguments);
    return Dialect::function(name == u"char_length" ? u"length"_s : name, of, arguments);
}

QString SqliteDialect::arithmetic(char16_t symbol, Type type, const QString &left, const QString &right) const
{
    if (type != Type::Decimal)
        return Dialect::arithmetic(symbol, type, left, right);
    const QStringView name = symbol == u'+' ? u"add" : symbol == u'-' ? u"subtract"
        : symbol == u'*'                                              ? u"multiply"
                                                                      : u"divide";
    return u"quecto_decimal_"_s + name + u'(' + left + u", " + right + u')';
}

QString SqliteDialect::castTo(Type type, const QString &expression) const
{
    switch (type) {
    case Type::Id:
    case Type::Integer:
    case Type::Boolean:
        return u"CAST("_s + expression + u" AS INTEGER)";
    case Type::Float:
        return u"CAST("_s + expression + u" AS REAL)";
    case Type::Date:
        return u"date("_s + expression + u')';
    case Type::UtcDatetime:
        return u"strftime('%Y-%m-%dT%H:%M:%SZ', "_s + expression + u')';
    case Type::UtcDatetimeUsec:
        return u"quecto_moment("_s + expression + u')';
    default:
        return u"CAST("_s + expression + u" AS TEXT)";
    }
}

QString SqliteDialect::like(const QString &text, const QString &pattern) const
{
    return u"quecto_like("_s + text + u", " + pattern + u')';
}

QString SqliteDialect::truncatedIn(const QString &zone, Unit unit, const QString &time) const
{
    return u"quecto_truncate("_s + time + u", " + QString::number(int(unit)) + u", " + quotedLiteral(zone) + u')';
}

QString SqliteDialect::later(const QString &time, qint64 months, qint64 seconds, QList<Bind> &binds) const
{
    binds.append({Type::Integer, months});
    binds.append({Type::Integer, seconds});
    return u"quecto_later("_s + time + u", ?, ?)";
}

QString SqliteDialect::jsonText(const QString &document, const QVariantList &path, QList<Bind> &binds) const
{
    binds.append({Type::String, jsonPath(path)});
    // JSON's true would be 1. The inner SELECT names what is needed more than once.
    return u"(SELECT CASE json_type(document, path) WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' "
           u"ELSE CAST(json_extract(document, path) AS TEXT) END FROM (SELECT "_s
        + document + u" AS document, ? AS path))";
}

// Lists are JSON. The element comes inside a list of its own, for a plain TRUE would arrive as 1.
QString SqliteDialect::pushed(const QString &list, Type, const QVariant &element, QList<Bind> &binds) const
{
    binds.append({Type::String, jsonListText({element})});
    return u"json_insert(coalesce("_s + list + u", '[]'), '$[#]', json(? -> '$[0]'))";
}

QString SqliteDialect::pulled(const QString &list, Type, const QVariant &element, QList<Bind> &binds) const
{
    binds.append({Type::String, jsonListText({element})});
    return u"iif("_s + list + u" IS NULL, NULL, (SELECT json_group_array(json(" + list + u" -> fullkey)) FROM json_each(" + list
        + u") WHERE value IS NOT json_extract(?, '$[0]')))";
}

// There are no locks on rows: whoever writes is alone from the beginning of the transaction.
QString SqliteDialect::locking(Lock, LockWait) const
{
    return {};
}

QString SqliteDialect::contains(const QString &text, const QString &needle, QList<Bind> &binds) const
{
    const bool ascii = std::all_of(needle.begin(), needle.end(), [](QChar c) { return c.unicode() < 128; });
    if (!ascii) {
        // LIKE folds the case of ASCII letters only.
        binds.append({Type::String, simpleLower(needle)});
        return u"quecto_contains("_s + text + u", ?)";
    }
    binds.append({Type::String, QString(u'%' + escapedLike(needle) + u'%')});
    return Dialect::like(text, u"?"_s);
}

QString SqliteDialect::ilike(const QString &text, const QString &pattern) const
{
    return u"quecto_ilike("_s + text + u", " + pattern + u')';
}

QString SqliteDialect::truncated(Unit unit, const QString &time) const
{
    const QString midnight = u"T00:00:00Z"_s;
    switch (unit) {
    case Unit::Day:
        return u"strftime('%Y-%m-%d" + midnight + u"', " + time + u')';
    case Unit::Week:
        return u"strftime('%Y-%m-%d" + midnight + u"', " + time + u", '-6 days', 'weekday 1')";
    case Unit::Month:
        return u"strftime('%Y-%m-01" + midnight + u"', " + time + u')';
    case Unit::Quarter:
        return truncatedIn(u"UTC"_s, unit, time);
    case Unit::Year:
        return u"strftime('%Y-01-01" + midnight + u"', " + time + u')';
    }
    Q_UNREACHABLE();
}

} // namespace db
