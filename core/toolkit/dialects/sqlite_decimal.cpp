// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_decimal.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/dialects/sqlite_value.h"

#include <QLocale>

#include <functional>
#include <sqlite3.h>

namespace db {

namespace {

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

template <typename Operation>
void computed(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const std::optional<Decimal> left = decimalOf(arguments[0]);
    const std::optional<Decimal> right = decimalOf(arguments[1]);
    if (left && right)
        answer(context, Operation()(*left, *right).toString());
}

void divided(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const std::optional<Decimal> left = decimalOf(arguments[0]);
    const std::optional<Decimal> right = decimalOf(arguments[1]);
    if (left && right && !right->isZero())
        answer(context, left->dividedBy(*right).toString());
}

int compare(void *, int leftSize, const void *left, int rightSize, const void *right)
{
    const QString leftText = QString::fromUtf8(static_cast<const char *>(left), leftSize);
    const QString rightText = QString::fromUtf8(static_cast<const char *>(right), rightSize);
    const std::optional<Decimal> one = Decimal::fromString(leftText);
    const std::optional<Decimal> other = Decimal::fromString(rightText);
    if (one && other)
        return *one < *other ? -1 : *other < *one ? 1
                                                  : 0;
    if (one || other)
        return one ? -1 : 1;
    return leftText.compare(rightText);
}

/// What an aggregate found so far.
struct Sum
{
    Decimal total;
    qint64 count = 0;
};

/// The state of this aggregate; null until it sees a row.
Sum *&sumOf(sqlite3_context *context)
{
    return *static_cast<Sum **>(sqlite3_aggregate_context(context, sizeof(Sum *)));
}

void addToSum(sqlite3_context *context, int, sqlite3_value **arguments)
{
    Sum *&sum = sumOf(context);
    if (!sum)
        sum = new Sum;
    if (const std::optional<Decimal> next = decimalOf(arguments[0])) {
        sum->total += *next;
        ++sum->count;
    }
}

/// For a row that leaves the frame of a window.
void takeFromSum(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (const std::optional<Decimal> gone = decimalOf(arguments[0])) {
        Sum *sum = sumOf(context);
        sum->total = sum->total - *gone;
        --sum->count;
    }
}

void currentSum(sqlite3_context *context)
{
    if (const Sum *sum = sumOf(context); sum && sum->count > 0)
        answer(context, sum->total.toString());
}

void currentAverage(sqlite3_context *context)
{
    if (const Sum *sum = sumOf(context); sum && sum->count > 0)
        answer(context, sum->total.dividedBy(sum->count).toString());
}

template <void current(sqlite3_context *)>
void finish(sqlite3_context *context)
{
    current(context);
    delete sumOf(context);
    sumOf(context) = nullptr;
}

using Function = void (*)(sqlite3_context *, int, sqlite3_value **);

} // namespace

void addSqliteDecimals(sqlite3 *database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    const auto scalar = [&](const char *name, int arguments, Function function) {
        sqlite3_create_function(database, name, arguments, flags, nullptr, function, nullptr, nullptr);
    };
    const auto aggregate = [&](const char *name, void current(sqlite3_context *), void finish(sqlite3_context *)) {
        sqlite3_create_window_function(database, name, 1, flags, nullptr, &addToSum, finish, current, &takeFromSum, nullptr);
    };
    scalar("quecto_decimal_add", 2, &computed<std::plus<>>);
    scalar("quecto_decimal_subtract", 2, &computed<std::minus<>>);
    scalar("quecto_decimal_multiply", 2, &computed<std::multiplies<>>);
    scalar("quecto_decimal_divide", 2, &divided);
    aggregate("quecto_decimal_sum", &currentSum, &finish<currentSum>);
    aggregate("quecto_decimal_avg", &currentAverage, &finish<currentAverage>);
    sqlite3_create_collation(database, "quecto_decimal", SQLITE_UTF8, nullptr, &compare);
}

} // namespace db
