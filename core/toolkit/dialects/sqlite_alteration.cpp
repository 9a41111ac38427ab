// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What changes tables that are there already.

#include "core/toolkit/dialects/sqlite_conversion.h"
#include "core/toolkit/dialects/sqlite_definition.h"
#include "core/toolkit/dialects/sqlite_rebuild.h"
#include "core/toolkit/dialects/sqlite_tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = ColumnChange::Kind;
using RuleKind = SqliteTableParts::Rule::Kind;

bool needsNewTable(const ColumnChange &change)
{
    return change.kind == Kind::Modify || !change.column.reference.with.isEmpty();
}

bool removes(const ColumnChange &change)
{
    return change.kind == Kind::Remove || change.kind == Kind::RemoveIfExists;
}

/// Whether the statements depend on what is there.
bool isConditional(const ColumnChange &change)
{
    return change.kind != Kind::Add || needsNewTable(change);
}

QStringList columnsOf(const Column &reference)
{
    QStringList columns{reference.name};
    for (const auto &[here, there] : reference.reference.with)
        columns.append(here);
    return columns;
}

Failure lacking(const SqliteRebuild &rebuild, const QString &what)
{
    return Failure({.kind = Error::Kind::MissingTable, .message = u"table %1 has no %2"_s.arg(rebuild.table(), what), .subject = rebuild.table()});
}

} // namespace

bool SqliteDefinition::dependsOnTables(const Operation &operation)
{
    const auto *alteration = std::get_if<AlterTable>(&operation);
    return makesTableAnew(operation) || (alteration && std::any_of(alteration->changes.begin(), alteration->changes.end(), isConditional));
}

bool SqliteDefinition::makesTableAnew(const Operation &operation)
{
    const auto *alteration = std::get_if<AlterTable>(&operation);
    return std::holds_alternative<CreateConstraint>(operation) || std::holds_alternative<DropConstraint>(operation)
        || (alteration && std::any_of(alteration->changes.begin(), alteration->changes.end(), needsNewTable));
}

Result<QStringList> SqliteDefinition::statements(const Operation &operation, Connection &connection) const
{
    if (!dependsOnTables(operation))
        return statements({operation});
    if (const auto *alteration = std::get_if<AlterTable>(&operation))
        return altered(*alteration, connection);
    if (const auto *creation = std::get_if<CreateConstraint>(&operation))
        return constrained(*creation, connection);
    return released(std::get<DropConstraint>(operation), connection);
}

Result<QStringList> SqliteDefinition::altered(const AlterTable &operation, Connection &connection) const
{
    Result<SqliteRebuild> rebuild = SqliteRebuild::of(connection, operation.table);
    if (!rebuild)
        return Failure(rebuild.error());
    const bool isMadeAnew = makesTableAnew(operation);
    QStringList statements;
    for (const ColumnChange &one : operation.changes) {
        const bool isThere = rebuild->parts().findColumn(one.column.name);
        if ((one.kind == Kind::AddIfNotExists && isThere) || (one.kind == Kind::RemoveIfExists && !isThere))
            continue;
        statements.append(plain(one, *rebuild));
        if (const Result<void> changed = change(*rebuild, one); !changed)
            return Failure(changed.error());
    }
    return isMadeAnew ? rebuild->statements(connection) : statements;
}

QStringList SqliteDefinition::plain(const ColumnChange &change, const SqliteRebuild &rebuild) const
{
    QStringList statements;
    if (removes(change)) {
        const QStringList indexes = rebuild.indexesOf(change.column.name);
        for (const QString &index : indexes)
            statements.append(u"DROP INDEX "_s + quoted(index));
    }
    ColumnChange one = change;
    one.kind = removes(change) ? Kind::Remove : Kind::Add;
    statements.append(alteration(rebuild.table(), clauses(rebuild.table(), one)));
    return statements;
}

Result<void> SqliteDefinition::change(SqliteRebuild &rebuild, const ColumnChange &change) const
{
    if (removes(change))
        return remove(rebuild, change.column);
    if (change.kind == Kind::Modify)
        return modify(rebuild, change.column);
    add(rebuild, change.column);
    return {};
}

void SqliteDefinition::add(SqliteRebuild &rebuild, const Column &column) const
{
    rebuild.addColumn(column.name, this->column(rebuild.table(), column, true));
    const QStringList rules = apart(rebuild.table(), column);
    for (const QString &rule : rules)
        rebuild.edit().addRule(rule);
}

Result<void> SqliteDefinition::remove(SqliteRebuild &rebuild, const Column &column) const
{
    if (!column.reference.with.isEmpty() && !rebuild.edit().removeForeignKey(column.foreignKey(rebuild.table()), columnsOf(column)))
        return lacking(rebuild, u"foreign key "_s + column.foreignKey(rebuild.table()));
    if (!rebuild.removeColumn(column.name))
        return lacking(rebuild, u"column "_s + column.name);
    return {};
}

Result<void> SqliteDefinition::modify(SqliteRebuild &rebuild, const Column &now) const
{
    const SqliteTableParts::Column *was = rebuild.parts().findColumn(now.name);
    if (!was)
        return lacking(rebuild, u"column "_s + now.name);
    const QString name = was->name;
    const QString type = was->type;
    const bool wasGenerated = was->find(RuleKind::Generation);
    const Column *before = now.before.get();
    if (before && before->type == ColumnType::Reference && !rebuild.edit().removeForeignKey(before->foreignKey(rebuild.table()), columnsOf(*before)))
        return lacking(rebuild, u"foreign key "_s + before->foreignKey(rebuild.table()));
    if (before && before->isPrimaryKey && !now.isPrimaryKey && !rebuild.edit().removePrimaryKey())
        return lacking(rebuild, u"primary key"_s);

    Column column = now;
    column.name = name;
    const QStringList key = rebuild.parts().key();
    const bool isInKey = std::any_of(key.begin(), key.end(), [&](const QString &one) { return areSqliteNamesSame(one, name); });
    column.isNullable = column.isNullable && !(isInKey && key.size() > 1); // SQLite alone would let NULL into a key
    QString rules = now.isPrimaryKey && !isInKey ? u" PRIMARY KEY"_s : QString();
    const bool isReference = now.type == ColumnType::Reference;
    if (isReference && now.reference.with.isEmpty())
        rules += u" CONSTRAINT "_s + quoted(now.foreignKey(rebuild.table())) + u' ' + target(now.reference);
    rebuild.edit().modifyColumn(name, attributes(column).mid(quoted(name).size()), rules);
    if (isReference && !now.reference.with.isEmpty())
        rebuild.edit().addRule(foreignKey(rebuild.table(), now));

    const QString held = heldType(now);
    if (before && !wasGenerated) {
        if (const QString value = sqliteConversion(*before, column); !value.isEmpty())
            rebuild.convert(name, value);
    }
    const bool isNumber = held == u"INTEGER" || held == u"NUMERIC";
    if (isNumber && held.compare(type, Qt::CaseInsensitive) != 0 && now.generated.isEmpty()) {
        QStringList storage{u"integer"_s, u"null"_s};
        if (held == u"NUMERIC")
            storage.append(u"real"_s);
        rebuild.require(name, storage, u"column %1 of table %2 holds what is no %3"_s.arg(name, rebuild.table(), held == u"INTEGER" ? u"whole number"_s : u"number"_s));
    }
    return {};
}

Result<QStringList> SqliteDefinition::constrained(const CreateConstraint &operation, Connection &connection) const
{
    const TableConstraint &constraint = operation.constraint;
    Result<SqliteRebuild> rebuild = SqliteRebuild::of(connection, constraint.table);
    if (!rebuild)
        return Failure(rebuild.error());
    rebuild->edit().addRule(checkClause({constraint.name, constraint.expression}));
    return rebuild->statements(connection);
}

Result<QStringList> SqliteDefinition::released(const DropConstraint &operation, Connection &connection) const
{
    const TableConstraint &constraint = operation.constraint;
    Result<SqliteRebuild> rebuild = SqliteRebuild::of(connection, constraint.table);
    if (!rebuild)
        return Failure(rebuild.error());
    if (!rebuild->edit().removeRule(constraint.name) && !constraint.isConditional)
        return lacking(*rebuild, u"constraint "_s + constraint.name);
    return rebuild->statements(connection);
}

} // namespace db
