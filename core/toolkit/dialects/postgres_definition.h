// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/definition.h"

namespace db {

/// Migrations on PostgreSQL, with the types and names of Ecto's adapter.
class PostgresDefinition : public Definition
{
protected:
    QString typeName(const Column &column) const override;
    QString countingKey() const override;
};

} // namespace db
