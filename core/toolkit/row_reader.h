// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/prepared_statement.h"

namespace db {

class Dialect;

/// The values of the row that a running statement stands on, by position.
class RowReader
{
public:
    RowReader(const PreparedStatement &statement, const Dialect &dialect)
        : m_statement(statement), m_dialect(dialect) { }

    bool isNull(int column) const { return m_statement.isNull(column); }
    /// The value of a column, converted to `type`; nothing when it is something else.
    std::optional<QVariant> read(int column, Type type) const;
    /// Like read(), and what is something else is NULL and refused.
    QVariant value(int column, Type type) const;

    // What most columns hold, without a QVariant on the way. NULL, and what is something else, is nothing.
    std::optional<qint64> readInteger(int column) const { return m_statement.integer(column); }
    std::optional<double> readFloat(int column) const { return m_statement.floatingPoint(column); }
    std::optional<bool> readBoolean(int column) const { return m_statement.boolean(column); }
    std::optional<QString> readText(int column) const { return m_statement.text(column); }
    /// A date with time, as UTC.
    std::optional<QDateTime> readTime(int column) const { return m_statement.time(column); }

    /// A value that cannot be taken for what it should be.
    struct Refusal
    {
        int column = 0;
        std::optional<int> keyColumn = {}; ///< tells which row it is
        bool isRedacted = false; ///< the error does not show the value
    };
    /// Ends the select with the error Unreadable, after this row; the first refusal counts.
    void refuse(const Refusal &refusal) const;
    const std::optional<Refusal> &refusal() const { return m_refusal; }

private:
    const PreparedStatement &m_statement;
    const Dialect &m_dialect;
    mutable std::optional<Refusal> m_refusal;
};

} // namespace db
