// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/row_reader.h"

#include "core/toolkit/dialect.h"

namespace db {

std::optional<QVariant> RowReader::read(int column, Type type) const
{
    return m_dialect.fromDriver(type, m_statement.raw(column));
}

QVariant RowReader::value(int column, Type type) const
{
    const std::optional<QVariant> found = read(column, type);
    if (!found)
        refuse({.column = column});
    return found.value_or(QVariant());
}

void RowReader::refuse(const Refusal &refusal) const
{
    if (!m_refusal)
        m_refusal = refusal;
}

} // namespace db
