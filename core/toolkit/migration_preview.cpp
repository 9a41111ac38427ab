// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_preview.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/sql_lexer.h"
#include "core/toolkit/telemetry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Whether a statement of the migration's own would do something to other files than the database.
bool reachesFurther(const QString &sql, const Connection &copy)
{
    using Kind = SqlLexer::Token::Kind;
    SqlLexer lexer(sql, copy.url().engine());
    SqlLexer::Token token = lexer.next();
    while (token.kind == Kind::LineComment)
        token = lexer.next();
    const QString word = sql.sliced(token.at, token.size).toUpper();
    return word == u"ATTACH" || word == u"DETACH" || word == u"VACUUM";
}

/// The statements of the operations, which are run. One of the migration's own may fail for want of rows.
QStringList tried(const QList<Operation> &operations, Connection &copy)
{
    QStringList all;
    for (const Operation &operation : operations) {
        const Result<QStringList> statements = copy.dialect().statementsOf(operation, copy);
        if (!statements) {
            all.append(u"-- "_s + describe(operation) + u": " + statements.error().message);
            continue;
        }
        for (const QString &sql : *statements) {
            if (!reachesFurther(sql, copy))
                copy.executeAnyway(sql);
        }
        all.append(*statements);
    }
    return all;
}

} // namespace

bool dependsOnTables(const MigrationPlan &plan, const Dialect &dialect)
{
    return std::any_of(plan.operations.begin(), plan.operations.end(), [&](const Operation &operation) { return dialect.dependsOnTables(operation); });
}

Result<void> foresee(QList<MigrationPlan> &plans, Connection &connection)
{
    const Dialect &dialect = connection.dialect();
    if (std::none_of(plans.cbegin(), plans.cend(), [&](const MigrationPlan &plan) { return dependsOnTables(plan, dialect); }))
        return {};
    const Telemetry::Silence silence;
    const Result<std::unique_ptr<Connection>> copy = dialect.structureCopy(connection);
    if (!copy)
        return Failure(copy.error());
    for (MigrationPlan &plan : plans)
        plan.run.statements = tried(plan.operations, **copy);
    return {};
}

QList<MigrationPlan> plansInFrontOf(qint64 version, bool up, const MigrationChoice &choice, const Connection &connection)
{
    const bool isApplied = choice.isApplied(version);
    // To be applied once more, it is taken back itself, and the other way round.
    const Migrator::Options options = up == isApplied ? Migrator::Options{.to = version} : Migrator::Options{.toExclusive = version};
    const Result<QList<Migration>> migrations = isApplied ? choice.toTakeBack(options) : choice.toApply(options);
    QList<MigrationPlan> plans;
    if (!migrations)
        return plans;
    for (const Migration &migration : *migrations) {
        if (const Result<MigrationPlan> plan = planOf(migration, !isApplied, connection))
            plans.append(*plan);
    }
    return plans;
}

} // namespace db
