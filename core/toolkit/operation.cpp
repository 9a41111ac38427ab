// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/operation.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = ColumnChange::Kind;

std::optional<ColumnChange> inverted(const ColumnChange &change)
{
    switch (change.kind) {
    case Kind::Add:
        return ColumnChange(Kind::Remove, change.column);
    case Kind::Remove:
        return change.isDescribed ? std::optional(ColumnChange(Kind::Add, change.column)) : std::nullopt;
    case Kind::Modify: {
        if (!change.column.before)
            return std::nullopt;
        Column back = *change.column.before;
        Column now = change.column;
        now.before.reset();
        return ColumnChange(Kind::Modify, back.from(now));
    }
    case Kind::AddIfNotExists: // whether it was there is forgotten
    case Kind::RemoveIfExists:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<Operation> inverted(const CreateTable &operation)
{
    return DropTable{operation.table, operation.columns, operation.hasPrimaryKey, operation.ifNotExists, operation.comment};
}
std::optional<Operation> inverted(const DropTable &operation)
{
    if (operation.columns.isEmpty())
        return std::nullopt;
    return CreateTable{operation.table, operation.columns, operation.hasPrimaryKey, operation.ifExists, operation.comment};
}
std::optional<Operation> inverted(const AlterTable &operation)
{
    AlterTable back{operation.table, {}};
    for (const ColumnChange &change : operation.changes) {
        const std::optional<ColumnChange> one = inverted(change);
        if (!one)
            return std::nullopt;
        back.changes.prepend(*one);
    }
    return back;
}
std::optional<Operation> inverted(const CreateIndex &operation)
{
    return DropIndex{operation.index};
}
std::optional<Operation> inverted(const DropIndex &operation)
{
    if (operation.index.columns.isEmpty())
        return std::nullopt;
    return CreateIndex{operation.index};
}
std::optional<Operation> inverted(const CreateConstraint &operation)
{
    return DropConstraint{operation.constraint};
}
std::optional<Operation> inverted(const DropConstraint &operation)
{
    const TableConstraint &constraint = operation.constraint;
    if (constraint.isConditional || (constraint.expression.isEmpty() && constraint.excluded.isEmpty()))
        return std::nullopt;
    return CreateConstraint{constraint};
}
std::optional<Operation> inverted(const RenameTable &operation)
{
    return RenameTable{operation.to, operation.from};
}
std::optional<Operation> inverted(const RenameColumn &operation)
{
    return RenameColumn{operation.table, operation.to, operation.from};
}
std::optional<Operation> inverted(const RenameIndex &operation)
{
    Index renamed = operation.index;
    renamed.named(operation.to);
    return RenameIndex{renamed, operation.index.name()};
}
std::optional<Operation> inverted(const Execute &operation)
{
    if (!operation.down)
        return std::nullopt;
    return Execute{*operation.down, operation.up};
}
std::optional<Operation> inverted(const Call &operation)
{
    if (!operation.down)
        return std::nullopt;
    return Call{operation.name, operation.down, operation.up, !operation.isTakenBack};
}

QString described(const CreateTable &operation)
{
    return (operation.ifNotExists ? u"create table if not exists " : u"create table ") + operation.table;
}
QString described(const DropTable &operation)
{
    return (operation.ifExists ? u"drop table if exists " : u"drop table ") + operation.table;
}
QString described(const AlterTable &operation)
{
    return u"alter table " + operation.table;
}
QString described(const CreateIndex &operation)
{
    return (operation.index.isConditional ? u"create index if not exists " : u"create index ") + operation.index.name();
}
QString described(const DropIndex &operation)
{
    return (operation.index.isConditional ? u"drop index if exists " : u"drop index ") + operation.index.name();
}
QString described(const CreateConstraint &operation)
{
    const TableConstraint &constraint = operation.constraint;
    return (constraint.excluded.isEmpty() ? u"create check constraint " : u"create exclude constraint ") + constraint.name + u" on table "
        + constraint.table;
}
QString described(const DropConstraint &operation)
{
    const TableConstraint &constraint = operation.constraint;
    return (constraint.isConditional ? u"drop constraint if exists " : u"drop constraint ") + constraint.name + u" from table " + constraint.table;
}
QString described(const RenameTable &operation)
{
    return u"rename table " + operation.from + u" to " + operation.to;
}
QString described(const RenameColumn &operation)
{
    return u"rename column " + operation.from + u" to " + operation.to + u" on table " + operation.table;
}
QString described(const RenameIndex &operation)
{
    return u"rename index " + operation.index.name() + u" to " + operation.to;
}
QString described(const Execute &operation)
{
    return u"execute \"" + operation.up + u'"';
}
QString described(const Call &operation)
{
    return (operation.isTakenBack ? u"take back function " : u"execute function ") + operation.name.simplified();
}

} // namespace

CreateTable &CreateTable::commented(const QString &text)
{
    comment = text;
    return *this;
}

DropTable &DropTable::commented(const QString &text)
{
    comment = text;
    return *this;
}

TableConstraint &TableConstraint::check(const QString &sql)
{
    expression = sql;
    return *this;
}

TableConstraint &TableConstraint::exclude(const QString &elements)
{
    excluded = elements;
    return *this;
}

TableConstraint &TableConstraint::notValidated()
{
    isValidated = false;
    return *this;
}

TableConstraint &TableConstraint::ifExists()
{
    isConditional = true;
    return *this;
}

std::optional<Operation> inverse(const Operation &operation)
{
    return std::visit([](const auto &alternative) { return inverted(alternative); }, operation);
}

QString describe(const Operation &operation)
{
    return std::visit([](const auto &alternative) { return described(alternative); }, operation);
}

} // namespace db
