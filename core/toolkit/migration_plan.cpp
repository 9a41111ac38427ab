// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_plan.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/migration_checksum.h"
#include "core/toolkit/migration_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool isConcurrent(const Operation &operation)
{
    const auto *created = std::get_if<CreateIndex>(&operation);
    const auto *dropped = std::get_if<DropIndex>(&operation);
    return (created && created->index.isConcurrent) || (dropped && dropped->index.isConcurrent);
}

} // namespace

Result<MigrationPlan> planOf(const Migration &migration, bool up, const Connection &connection)
{
    const Dialect &dialect = connection.dialect();
    QString reason;
    const std::optional<QList<Operation>> operations = up ? migration.upOperations() : migration.downOperations(&reason);
    if (!operations)
        return Failure(Error::refused(reason, titleOf(migration)));
    if (migration.inTransaction && dialect.rollsDefinitionsBack()) {
        if (const auto concurrent = std::find_if(operations->cbegin(), operations->cend(), isConcurrent); concurrent != operations->cend())
            return Failure(Error::refused(u"a migration that does things concurrently needs inTransaction = false: "_s + describe(*concurrent), titleOf(migration)));
    }
    if (const auto anew = std::find_if(operations->cbegin(), operations->cend(), [&](const Operation &one) { return dialect.makesTableAnew(one); });
        !migration.inTransaction && anew != operations->cend())
        return Failure(Error::refused(u"a migration that makes a table anew needs inTransaction = true: "_s + describe(*anew), titleOf(migration)));
    const Result<QStringList> statements = dialect.definition(*operations);
    if (!statements) {
        Error error = statements.error();
        error.subject = titleOf(migration);
        return Failure(error);
    }
    return MigrationPlan{.run = {.version = migration.version, .name = migration.name, .isUp = up, .inTransaction = migration.inTransaction, .statements = *statements},
                         .operations = dialect.needed(*operations),
                         .checksum = checksumOf(up ? *operations : migration.upOperations(), connection.url().engine())};
}

} // namespace db
