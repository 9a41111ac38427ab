// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/statement.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>
#include <tl/expected.hpp>

namespace db {

/// What a refused statement violated, as far as the engine tells.
struct Violation
{
    QString constraint = {}; ///< its name, where the engine has one
    QString table = {};
    QStringList columns = {};
};

/// What an engine answers that did not do what it was told.
struct NativeError
{
    QString code = {};
    QString text = {};
    Violation violation = {}; ///< what it tells apart from its text
};

/// A statement that an engine has prepared and, while it runs, the row it stands on. There is one kind for each engine: its
/// C interface is used on the connection that QtSql opened, for what QtSql spends on a value or a statement is often more
/// than what the engine does.
class PreparedStatement
{
public:
    virtual ~PreparedStatement() = default;

    /// Runs it with these values, which stay where they are until finish().
    virtual tl::expected<void, NativeError> start(const QList<Bind> &binds) = 0;
    /// Puts the values of a row into `binds`; false withdraws the rest.
    using Fill = std::function<bool(qsizetype row, QList<Bind> &binds)>;
    /// Runs an INSERT once for each of many rows and finishes it; returns how many rows it made.
    virtual tl::expected<qint64, NativeError> insertEach(QList<Bind> binds, qsizetype rows, const Fill &fill);
    /// Goes to the next row; false behind the last one.
    virtual tl::expected<bool, NativeError> next() = 0;
    /// Ends it, so that it holds no lock and no snapshot; start() may follow.
    virtual void finish() = 0;
    /// Its connection is about to be closed: what is left to do takes no answer of the server.
    virtual void abandon() { }

    /// How many rows it changed.
    virtual qint64 affected() const = 0;
    /// The key that the engine gave to the inserted row.
    virtual QVariant insertedId() const = 0;

    /// The names of a column of the result and of its table, for messages.
    virtual QString columnName(int column) const = 0;
    virtual QString tableName(int column) const = 0;

    virtual bool isNull(int column) const = 0;
    /// The value as it is stored: what Dialect::fromDriver() takes.
    virtual QVariant raw(int column) const = 0;
    // NULL, and what is something else, is nothing.
    virtual std::optional<qint64> integer(int column) const = 0;
    virtual std::optional<double> floatingPoint(int column) const = 0;
    virtual std::optional<bool> boolean(int column) const = 0;
    virtual std::optional<QString> text(int column) const = 0;
    virtual std::optional<QDateTime> time(int column) const = 0;
};

} // namespace db
