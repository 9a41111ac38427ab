// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace db {

/// " of books"; nothing where the table is not known, as of a statement that was written by hand.
inline QString ofTable(const QString &table)
{
    return table.isEmpty() ? QString() : QString(QStringLiteral(" of ") + table);
}

} // namespace db
