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
    AddedConstraint, ///< to or from a table that is there already
    ExclusionConstraint,
    UnvalidatedConstraint,
    AddedCompositeReference, ///< to or from a table that is there already
    DefaultOnDelete,
    PartialOnDelete,
    MatchFull,
    ModifiedColumn,
    ModifiedGeneration,
    ConditionalColumn,
    RequiredGeneration
};

/// Everything an operation needs of the engine, in no particular order.
QList<Feature> featuresOf(const Operation &operation);
/// "partial indexes", to go on after "SQLite has no".
QString nameOf(Feature feature);

} // namespace db
