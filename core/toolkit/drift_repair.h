// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/drift.h"
#include "core/toolkit/operation.h"

namespace db {

/// What leads a database to what schemas say of it, table by table.
struct DriftRepair
{
    QList<Drift> reasons; ///< what it mends, or what nothing mends
    /// Nothing where somebody has to decide: see `reasons`.
    std::optional<Operation> operation;
    /// Whether rows would be lost: such an operation is for somebody to think over, never to be run unasked.
    bool losesData = false;
    QString remark; ///< an English sentence about what to look at before it runs; may be empty
};

/// What mends the drift between schemas and a database: tables and columns that are missing are made, new tables behind those that
/// they refer to, columns of another type are modified. What only the database has is dropped by an operation that `losesData`.
///
/// Schemas know less than migrations: texts get the usual 255 characters, decimals 12 digits with 2 behind the point, lists hold
/// texts. A new column of a table that is there may have rows above it: where its member has no room for NULL it gets the value
/// as default that the member makes of NULL.
QList<DriftRepair> driftRepairs(const QList<const Schema *> &declared, const Catalogue &found, const Dialect &dialect);

} // namespace db
