// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_plan.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/migration_checksum.h"
#include "core/toolkit/migration_list.h"

#include <QRegularExpression>

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

/// A statement that only looks whether the operation may go on.
bool isGuard(const QString &statement)
{
    return statement.startsWith(u"BEGIN NOT ATOMIC");
}

} // namespace

bool MigrationPlan::isAtomic(const Connection &connection) const
{
    return run.inTransaction && connection.dialect().rollsDefinitionsBack();
}

bool MigrationPlan::dropsTables(const Dialect &dialect) const
{
    static const QRegularExpression drop(u"\\bDROP\\s+TABLE\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (std::any_of(operations.begin(), operations.end(), [&](const Operation &operation) { return dialect.makesTableAnew(operation); }))
        return true;
    return std::any_of(run.statements.begin(), run.statements.end(), [](const QString &sql) { return sql.contains(drop); });
}

Result<MigrationPlan> planOf(const Migration &migration, bool up, const Connection &connection)
{
    const Dialect &dialect = connection.dialect();
    QString reason;
    std::optional<QList<Operation>> operations = up ? migration.upOperations() : migration.downOperations(&reason);
    if (!operations)
        return Failure(Error::refused(reason, titleOf(migration)));
    const QString checksum = checksumOf(up ? *operations : migration.upOperations(), connection.url().engine());
    if (migration.inTransaction && dialect.rollsDefinitionsBack()) {
        operations = migration.inTheirTransaction(*operations);
        if (const auto concurrent = std::find_if(operations->cbegin(), operations->cend(), isConcurrent); concurrent != operations->cend())
            return Failure(Error::refused(u"a migration that does things concurrently needs inTransaction = false: "_s + describe(*concurrent), titleOf(migration)));
    }
    if (const auto anew = std::find_if(operations->cbegin(), operations->cend(), [&](const Operation &one) { return dialect.makesTableAnew(one); });
        !migration.inTransaction && anew != operations->cend())
        return Failure(Error::refused(u"a migration that makes a table anew needs inTransaction = true: "_s + describe(*anew), titleOf(migration)));
    // Gone on with half-way, its statements would be others.
    if (const auto dependent = std::find_if(operations->cbegin(), operations->cend(), [&](const Operation &one) { return dialect.dependsOnTables(one); });
        !migration.inTransaction && dependent != operations->cend())
        return Failure(Error::refused(u"a migration whose statements depend on the columns that are there needs inTransaction = true: "_s + describe(*dependent), titleOf(migration)));
    const Result<QStringList> statements = dialect.definition(*operations);
    if (!statements) {
        Error error = statements.error();
        error.subject = titleOf(migration);
        return Failure(error);
    }
    return MigrationPlan{.run = {.version = migration.version, .name = migration.name, .isUp = up, .inTransaction = migration.inTransaction, .statements = *statements},
                         .operations = dialect.needed(*operations),
                         .checksum = checksum};
}

Result<MigrationPlan> planOfPart(const Migration &migration, int done, const Connection &connection)
{
    const QString title = titleOf(migration);
    if (!migration.change)
        return Failure(Error::refused(u"migration %1 stopped half-way, and has up and down of its own: only migrate() can go on with it"_s.arg(title), title));
    const Dialect &dialect = connection.dialect();
    const QList<Operation> operations = dialect.needed(migration.upOperations());
    QList<Operation> whole;
    qsizetype left = done;
    for (const Operation &operation : operations) {
        const Result<QStringList> statements = dialect.definition({operation});
        if (!statements)
            return Failure(statements.error());
        if (left < statements->size()) {
            if (!std::all_of(statements->cbegin(), statements->cbegin() + left, &isGuard))
                return Failure(Error::refused(u"migration %1 stopped in the midst of \"%2\": only migrate() can go on with it"_s.arg(title, describe(operation)), title));
            break;
        }
        left -= statements->size();
        whole.append(operation);
    }
    QString reason;
    const std::optional<QList<Operation>> back = takenBack(whole, &reason);
    if (!back)
        return Failure(Error::refused(reason, title));
    const Result<QStringList> statements = dialect.definition(*back);
    if (!statements)
        return Failure(statements.error());
    return MigrationPlan{.run = {.version = migration.version, .name = migration.name, .isUp = false, .inTransaction = migration.inTransaction, .statements = *statements},
                         .operations = dialect.needed(*back),
                         .checksum = {},
                         .part = done};
}

} // namespace db
