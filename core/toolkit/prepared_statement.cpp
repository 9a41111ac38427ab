// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/prepared_statement.h"

namespace db {

tl::expected<qint64, NativeError> PreparedStatement::insertEach(QList<Bind> binds, qsizetype rows, const Fill &fill)
{
    qint64 inserted = 0;
    for (qsizetype row = 0; row < rows && fill(row, binds); ++row) {
        const tl::expected<void, NativeError> made = start(binds);
        inserted += made ? affected() : 0;
        finish();
        if (!made)
            return tl::unexpected(made.error());
    }
    return inserted;
}

} // namespace db
