// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_decimal.h"

#include "core/toolkit/decimal.h"

#include <new>
#include <sqlite3.h>

namespace db {

namespace {

QString textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(text, sqlite3_value_bytes(value));
}

std::optional<Decimal> decimalOf(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return std::nullopt;
    case SQLITE_INTEGER:
        return Decimal(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        // SQLite's own text of a REAL ends at 15 digits.
        return Decimal::fromString(QString::number(sqlite3_value_double(value), 'g', QLocale::FloatingPointShortest));
    default:
        return Decimal::fromString(textOf(value));
    }
}

void answer(sqlite3_context *context, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_result_text64(context, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void sortKey(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    if (const std::optional<Decimal> decimal = decimalOf(arguments[0]))
        answer(context, decimal->sortKey());
    else
        answer(context, u'~' + textOf(arguments[0]));
}

template <typename Operation>
void computed(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const std::optional<Decimal> left = decimalOf(arguments[0]);
    const std::optional<Decimal> right = decimalOf(arguments[1]);
    if (left && right)
        answer(context, Operation()(*left, *right).toString());
}

/// What an aggregate found so far; SQLite gives it zeroed memory.
struct Aggregate
{
    Decimal *value;
};

template <typename Step>
void step(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const std::optional<Decimal> next = decimalOf(arguments[0]);
    auto *aggregate = static_cast<Aggregate *>(sqlite3_aggregate_context(context, sizeof(Aggregate)));
    if (!next || !aggregate)
        return;
    if (!aggregate->value)
        aggregate->value = new (std::nothrow) Decimal(*next);
    else
        *aggregate->value = Step()(*aggregate->value, *next);
}

void finish(sqlite3_context *context)
{
    auto *aggregate = static_cast<Aggregate *>(sqlite3_aggregate_context(context, 0));
    if (!aggregate || !aggregate->value)
        return;
    answer(context, aggregate->value->toString());
    delete aggregate->value;
}

struct Least
{
    Decimal operator()(const Decimal &left, const Decimal &right) const { return right < left ? right : left; }
};

struct Greatest
{
    Decimal operator()(const Decimal &left, const Decimal &right) const { return right > left ? right : left; }
};

using Function = void (*)(sqlite3_context *, int, sqlite3_value **);

} // namespace

void addSqliteDecimals(sqlite3 *database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    const auto scalar = [&](const char *name, int arguments, Function function) {
        sqlite3_create_function(database, name, arguments, flags, nullptr, function, nullptr, nullptr);
    };
    const auto aggregate = [&](const char *name, Function step) {
        sqlite3_create_function(database, name, 1, flags, nullptr, nullptr, step, &finish);
    };
    scalar("quecto_decimal", 1, &sortKey);
    scalar("quecto_decimal_add", 2, &computed<std::plus<>>);
    scalar("quecto_decimal_subtract", 2, &computed<std::minus<>>);
    scalar("quecto_decimal_multiply", 2, &computed<std::multiplies<>>);
    aggregate("quecto_decimal_sum", &step<std::plus<>>);
    aggregate("quecto_decimal_min", &step<Least>);
    aggregate("quecto_decimal_max", &step<Greatest>);
}

} // namespace db
