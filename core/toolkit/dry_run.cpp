// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dry_run.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

QString DataLoss::text() const
{
    switch (kind) {
    case Kind::Table:
        return u"table %1 with %2 rows"_s.arg(table).arg(count);
    case Kind::Column:
        return u"column %1 of table %2 with %3 values"_s.arg(column, table).arg(count);
    case Kind::NarrowedColumn:
        return u"what does not fit any more of column %1 of table %2, which has %3 values"_s.arg(column, table).arg(count);
    case Kind::Rows:
        return u"%2 rows of table %1"_s.arg(table).arg(count);
    }
    Q_UNREACHABLE();
}

bool DryRun::hasSucceeded() const
{
    return std::none_of(migrations.cbegin(), migrations.cend(), [](const TriedMigration &migration) { return migration.error || !migration.notTried.isEmpty(); });
}

} // namespace db
