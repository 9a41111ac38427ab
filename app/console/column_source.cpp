// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/column_source.h"

#include "app/console/cpp_names.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using Engine = db::DatabaseUrl::Engine;

bool isWide(const db::ColumnInfo &column, Engine engine)
{
    const QString &type = column.declaredType;
    return engine == Engine::Sqlite || type.startsWith(u"bigint") || (type.startsWith(u"int(") && type.contains(u"unsigned"));
}

/// timestamp(0) on PostgreSQL, datetime on MariaDB.
bool keepsWholeSeconds(const QString &declaredType, Engine engine)
{
    return engine == Engine::Postgres ? declaredType.contains(u"(0)") : !declaredType.contains(u'(');
}

ValueSource momentSource(const db::ColumnInfo &column, Engine engine)
{
    const bool isWhole = keepsWholeSeconds(column.declaredType, engine);
    const bool hasZone = column.type == db::Type::UtcDatetimeUsec;
    ValueSource source{.type = isWhole ? u"QDateTime"_s : u"db::Timestamp"_s, .isBlankByItself = true};
    if (!hasZone)
        source.storedAs = isWhole ? u"NaiveDatetime"_s : u"NaiveDatetimeUsec"_s;
    return source;
}

/// What SQLite's programs mean by types that SQLite does not know.
ValueSource looseSource(const db::ColumnInfo &column, Engine engine)
{
    static const QHash<QString, ValueSource> known{
        {u"DATE"_s, {.type = u"QDate"_s, .isBlankByItself = true}},
        {u"TIME"_s, {.type = u"QTime"_s, .isBlankByItself = true}},
        {u"DATETIME"_s, {.type = u"QDateTime"_s, .storedAs = u"NaiveDatetime"_s, .isBlankByItself = true}},
        {u"TIMESTAMP"_s, {.type = u"QDateTime"_s, .storedAs = u"NaiveDatetime"_s, .isBlankByItself = true}},
        {u"JSON"_s, {.type = u"QJsonValue"_s, .isBlankByItself = true}},
    };
    const QString name = column.declaredType.section(u'(', 0, 0).trimmed().toUpper();
    if (engine == Engine::Sqlite && known.contains(name))
        return known.value(name);
    return {.type = u"QString"_s, .remark = column.declaredType.simplified(), .isBlankByItself = true};
}

ValueSource arraySource(const db::ColumnInfo &column, Engine engine)
{
    static const QHash<QString, db::Type> elements{
        {u"smallint"_s, db::Type::Integer},
        {u"integer"_s, db::Type::Integer},
        {u"bigint"_s, db::Type::Integer},
        {u"real"_s, db::Type::Float},
        {u"double precision"_s, db::Type::Float},
        {u"numeric"_s, db::Type::Decimal},
        {u"boolean"_s, db::Type::Boolean},
        {u"uuid"_s, db::Type::Uuid},
        {u"date"_s, db::Type::Date},
        {u"jsonb"_s, db::Type::Map},
        {u"json"_s, db::Type::Map},
    };
    db::ColumnInfo element{.declaredType = column.declaredType.section(u'[', 0, 0)};
    element.type = elements.value(element.declaredType.section(u'(', 0, 0), db::Type::String);
    return {.type = u"QList<"_s + valueSource(element, engine).type + u'>', .remark = column.declaredType, .isBlankByItself = true};
}

/// "'it''s'" without its quotes; nothing when the text is not one literal.
std::optional<QString> unquoted(const QString &text)
{
    static const QRegularExpression literal(u"^'((?:[^']|'')*)'(?:::[\\w\\s.\"()\\[\\]]+)?$"_s);
    const QRegularExpressionMatch match = literal.match(text);
    return match.hasMatch() ? std::optional(match.captured(1).replace(u"''"_s, u"'"_s)) : std::nullopt;
}

} // namespace

bool isMoment(const db::ColumnInfo &column, Engine engine)
{
    const bool isLoose = engine == Engine::Sqlite && (column.type == db::Type::String || column.type == db::Type::Any);
    return isLoose || column.type == db::Type::NaiveDatetimeUsec || column.type == db::Type::UtcDatetimeUsec;
}

bool isUuid(const db::ColumnInfo &column)
{
    return column.type == db::Type::Uuid || (column.type == db::Type::Binary && column.declaredType == u"binary(16)");
}

ValueSource valueSource(const db::ColumnInfo &column, Engine engine)
{
    switch (column.type) {
    case db::Type::Id:
    case db::Type::Integer:
        return {.type = isWide(column, engine) ? u"qint64"_s : u"int"_s};
    case db::Type::Float:
        return {.type = u"double"_s};
    case db::Type::Decimal:
        return {.type = u"db::Decimal"_s};
    case db::Type::Boolean:
        return {.type = u"bool"_s};
    case db::Type::Binary:
        return {.type = isUuid(column) ? u"QUuid"_s : u"QByteArray"_s, .isBlankByItself = true};
    case db::Type::Uuid:
    case db::Type::Ulid:
        return {.type = u"QUuid"_s, .isBlankByItself = true};
    case db::Type::Date:
        return {.type = u"QDate"_s, .isBlankByItself = true};
    case db::Type::Time:
    case db::Type::TimeUsec:
        return {.type = keepsWholeSeconds(column.declaredType, engine) ? u"QTime"_s : u"db::ClockTime"_s};
    case db::Type::NaiveDatetime:
    case db::Type::NaiveDatetimeUsec:
    case db::Type::UtcDatetime:
    case db::Type::UtcDatetimeUsec:
        return momentSource(column, engine);
    case db::Type::Map:
        return {.type = u"QJsonValue"_s, .isBlankByItself = true};
    case db::Type::Array:
        return arraySource(column, engine);
    case db::Type::Any:
        return looseSource(column, engine);
    case db::Type::String:
    case db::Type::Enum:
        return {.type = u"QString"_s, .isBlankByItself = true};
    }
    Q_UNREACHABLE();
}

std::optional<QString> literalDefault(const db::ColumnInfo &column)
{
    static const QRegularExpression number(u"^-?[0-9]{1,18}(\\.[0-9]{1,18})?$"_s);
    QString text = column.defaultExpression.value_or(QString()).trimmed();
    while (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.sliced(1).chopped(1).trimmed();
    if (const std::optional<QString> quoted = unquoted(text))
        return quoted;
    const bool isPlain = number.match(text).hasMatch() || text.compare(u"true", Qt::CaseInsensitive) == 0 || text.compare(u"false", Qt::CaseInsensitive) == 0;
    return isPlain ? std::optional(text.toLower()) : std::nullopt;
}

std::optional<QString> initialValue(const db::ColumnInfo &column, const QString &type)
{
    const std::optional<QString> literal = literalDefault(column);
    if (!literal)
        return std::nullopt;
    bool isNumber = false;
    if (type == u"bool") {
        static const QStringList yes{u"true"_s, u"1"_s, u"t"_s};
        static const QStringList no{u"false"_s, u"0"_s, u"f"_s};
        return yes.contains(*literal) ? std::optional(u"true"_s) : no.contains(*literal) ? std::optional(u"false"_s)
                                                                                         : std::nullopt;
    }
    if (type == u"int" || type == u"qint64") {
        const qint64 value = literal->toLongLong(&isNumber);
        const bool fits = type == u"qint64" || (value > std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max());
        return isNumber && fits ? std::optional(QString::number(value)) : std::nullopt;
    }
    if (type == u"double") {
        const double value = literal->toDouble(&isNumber);
        return isNumber ? std::optional(QString::number(value, 'g', QLocale::FloatingPointShortest)) : std::nullopt;
    }
    if (type == u"QString")
        return literal->isEmpty() ? QString() : QString(u"QStringLiteral(\"" + cppLiteral(*literal) + u"\")");
    return std::nullopt;
}

} // namespace console
