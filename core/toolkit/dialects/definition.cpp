// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/definition.h"

#include "core/toolkit/dialect.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

Result<QStringList> Definition::statements(const QList<Operation> &operations) const
{
    const QList<Operation> left = needed(operations);
    QStringList statements;
    for (const Operation &operation : left) {
        const QList<Feature> features = featuresOf(operation);
        for (const Feature feature : features) {
            if (!has(feature))
                return Failure(Error::refused(engine() + u" has no " + nameOf(feature) + u": " + describe(operation)));
        }
        if (const QString what = missing(operation); !what.isEmpty())
            return Failure(Error::refused(what + u": " + describe(operation)));
        statements.append(std::visit([this](const auto &alternative) { return make(alternative); }, operation));
    }
    return statements;
}

QString Definition::missing(const Operation &operation) const
{
    if (const auto *call = std::get_if<Call>(&operation); call && (!call->up || call->name.isEmpty()))
        return u"a function needs a name, and something to do"_s;
    if (const auto *index = std::get_if<CreateIndex>(&operation); index && index->index.columns.isEmpty())
        return u"an index needs columns"_s;
    if (const auto *constraint = std::get_if<CreateConstraint>(&operation);
        constraint && constraint->constraint.expression.isEmpty() == constraint->constraint.excluded.isEmpty())
        return u"a constraint needs either a check or what it excludes"_s;
    const auto *alteration = std::get_if<AlterTable>(&operation);
    if (alteration && alteration->changes.isEmpty())
        return u"an alteration needs changes"_s;
    if (alteration && std::any_of(alteration->changes.begin(), alteration->changes.end(), [](const ColumnChange &change) {
            return change.kind == ColumnChange::Kind::Modify && !change.column.checks.isEmpty();
        }))
        return u"a column that is modified keeps its checks: they come and go with createConstraint() and dropConstraint()"_s;
    return {};
}

QString Definition::quoted(const QString &name) const
{
    return quotedIdentifier(name);
}

QString Definition::quotedList(const QStringList &names) const
{
    QStringList list;
    for (const QString &name : names)
        list.append(quoted(name));
    return list.join(u", ");
}

QString Definition::alteration(const QString &table, const QStringList &clauses) const
{
    return u"ALTER TABLE "_s + quoted(table) + u' ' + clauses.join(u", ");
}

QStringList Definition::make(const CreateTable &operation) const
{
    QStringList keys;
    for (const Column &one : operation.columns) {
        if (one.isPrimaryKey)
            keys.append(one.name);
    }
    QStringList parts;
    if (operation.hasPrimaryKey)
        parts.append(quoted(u"id"_s) + u' ' + countingKey());
    for (const Column &one : operation.columns)
        parts.append(column(operation.table, one, keys.size() == 1));
    if (keys.size() > 1)
        parts.append(u"PRIMARY KEY ("_s + quotedList(keys) + u')');
    for (const Column &one : operation.columns)
        parts.append(apart(operation.table, one));
    return {(operation.ifNotExists ? u"CREATE TABLE IF NOT EXISTS " : u"CREATE TABLE ") + quoted(operation.table) + u" (" + parts.join(u", ") + u')'
            + tableOptions(operation)};
}

QStringList Definition::make(const DropTable &operation) const
{
    return {(operation.ifExists ? u"DROP TABLE IF EXISTS " : u"DROP TABLE ") + quoted(operation.table)};
}

QStringList Definition::make(const AlterTable &operation) const
{
    QStringList parts;
    for (const ColumnChange &change : operation.changes)
        parts.append(clauses(operation.table, change));
    return {alteration(operation.table, parts)};
}

QStringList Definition::clauses(const QString &table, const ColumnChange &change) const
{
    using Kind = ColumnChange::Kind;
    switch (change.kind) {
    case Kind::Add:
    case Kind::AddIfNotExists: {
        QStringList parts{(change.kind == Kind::Add ? u"ADD COLUMN " : u"ADD COLUMN IF NOT EXISTS ") + column(table, change.column, true)};
        for (const QString &constraint : apart(table, change.column))
            parts.append(u"ADD "_s + constraint);
        return parts;
    }
    case Kind::Remove:
        return {u"DROP COLUMN "_s + quoted(change.column.name)};
    case Kind::RemoveIfExists:
        return {u"DROP COLUMN IF EXISTS "_s + quoted(change.column.name)};
    case Kind::Modify: // each engine has words of its own
        break;
    }
    return {};
}

QStringList Definition::make(const CreateConstraint &operation) const
{
    const TableConstraint &constraint = operation.constraint;
    const QString rule = constraint.excluded.isEmpty() ? QString(u"CHECK (" + constraint.expression + u')') : QString(u"EXCLUDE USING " + constraint.excluded);
    return {alteration(constraint.table, {QString(u"ADD CONSTRAINT " + quoted(constraint.name) + u' ' + rule + (constraint.isValidated ? u"" : u" NOT VALID"))})};
}

QStringList Definition::make(const DropConstraint &operation) const
{
    const TableConstraint &constraint = operation.constraint;
    return {alteration(constraint.table, {QString((constraint.isConditional ? u"DROP CONSTRAINT IF EXISTS " : u"DROP CONSTRAINT ") + quoted(constraint.name))})};
}

QStringList Definition::make(const RenameTable &operation) const
{
    return {u"ALTER TABLE " + quoted(operation.from) + u" RENAME TO " + quoted(operation.to)};
}

QStringList Definition::make(const RenameColumn &operation) const
{
    return {u"ALTER TABLE " + quoted(operation.table) + u" RENAME COLUMN " + quoted(operation.from) + u" TO " + quoted(operation.to)};
}

QStringList Definition::make(const RenameIndex &operation) const
{
    return {u"ALTER INDEX " + quoted(operation.index.name()) + u" RENAME TO " + quoted(operation.to)};
}

QStringList Definition::make(const Execute &operation) const
{
    return operation.up.isEmpty() ? QStringList() : QStringList{operation.up};
}

QStringList Definition::make(const Call &operation) const
{
    return {u"-- "_s + describe(operation)};
}

} // namespace db
