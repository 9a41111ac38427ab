// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/operation.h"

namespace db {

/// What migrations can ask for that not every engine has.
enum class Feature {
    PartialIndex,
    IndexedExpression,
    OrderOfNulls,
    IncludedColumns,
    IndexMethod,
    ConcurrentIndex,
    NullsNotDistinct,
    ExclusionConstraint,
    UnvalidatedConstraint,
    DefaultOnDelete,
    PartialOnDelete,
    MatchFull,
    ModifiedGeneration,
    RequiredGeneration
};

/// Everything an operation needs of the engine, in no particular order.
QList<Feature> featuresOf(const Operation &operation);
/// "partial indexes", to go on after "SQLite has no".
QString nameOf(Feature feature);

} // namespace db
