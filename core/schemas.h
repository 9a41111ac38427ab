// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/drift.h"
#include "core/toolkit/error.h"
#include "core/toolkit/fwd.h"

#include <QList>

/// The schemas of all structs of the community, of which each table has one: what the program takes its database for.
QList<const db::Schema *> declaredSchemas();

/// Where a database differs from them.
db::Result<QList<db::Drift>> findDrift(db::Repo &repo);
