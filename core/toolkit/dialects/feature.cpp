// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/feature.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QList<Feature> needs(const Column &column)
{
    const Reference &reference = column.reference;
    QList<Feature> features;
    if (reference.onDelete == OnDelete::DefaultAll)
        features.append(Feature::DefaultOnDelete);
    if (!reference.onDeleteColumns.isEmpty())
        features.append(Feature::PartialOnDelete);
    if (reference.matchesFull)
        features.append(Feature::MatchFull);
    if (!column.generated.isEmpty() && !column.isNullable)
        features.append(Feature::RequiredGeneration);
    return features;
}

QList<Feature> needs(const ColumnChange &change)
{
    QList<Feature> features = needs(change.column);
    const bool isGenerated = !change.column.generated.isEmpty() || (change.column.before && !change.column.before->generated.isEmpty());
    if (change.kind == ColumnChange::Kind::Modify && isGenerated)
        features.append(Feature::ModifiedGeneration);
    return features;
}

QList<Feature> needs(const Index &index)
{
    QList<Feature> features;
    if (!index.condition.isEmpty())
        features.append(Feature::PartialIndex);
    if (std::any_of(index.columns.begin(), index.columns.end(), [](const IndexColumn &column) { return column.isExpression; }))
        features.append(Feature::IndexedExpression);
    if (std::any_of(index.columns.begin(), index.columns.end(), [](const IndexColumn &column) { return column.nulls != IndexColumn::Nulls::AsUsual; }))
        features.append(Feature::OrderOfNulls);
    if (!index.included.isEmpty())
        features.append(Feature::IncludedColumns);
    if (!index.accessMethod.isEmpty())
        features.append(Feature::IndexMethod);
    if (index.isConcurrent)
        features.append(Feature::ConcurrentIndex);
    if (!index.hasDistinctNulls)
        features.append(Feature::NullsNotDistinct);
    return features;
}

QList<Feature> needs(const TableConstraint &constraint)
{
    QList<Feature> features;
    if (!constraint.excluded.isEmpty())
        features.append(Feature::ExclusionConstraint);
    if (!constraint.isValidated)
        features.append(Feature::UnvalidatedConstraint);
    return features;
}

QList<Feature> needs(const CreateTable &operation)
{
    QList<Feature> features;
    for (const Column &column : operation.columns)
        features.append(needs(column));
    return features;
}
QList<Feature> needs(const AlterTable &operation)
{
    QList<Feature> features;
    for (const ColumnChange &change : operation.changes)
        features.append(needs(change));
    return features;
}
QList<Feature> needs(const CreateIndex &operation)
{
    return needs(operation.index);
}
QList<Feature> needs(const CreateConstraint &operation)
{
    return needs(operation.constraint);
}
QList<Feature> needs(const DropConstraint &operation)
{
    return needs(operation.constraint);
}
// Each of these is there already, or was refused when it was to be made.
QList<Feature> needs(const DropTable &)
{
    return {};
}
QList<Feature> needs(const DropIndex &operation)
{
    return operation.index.isConcurrent ? QList{Feature::ConcurrentIndex} : QList<Feature>();
}
QList<Feature> needs(const RenameTable &)
{
    return {};
}
QList<Feature> needs(const RenameColumn &)
{
    return {};
}
QList<Feature> needs(const RenameIndex &)
{
    return {};
}
QList<Feature> needs(const Execute &)
{
    return {};
}
QList<Feature> needs(const Call &)
{
    return {};
}

} // namespace

QList<Feature> featuresOf(const Operation &operation)
{
    return std::visit([](const auto &alternative) { return needs(alternative); }, operation);
}

QString nameOf(Feature feature)
{
    switch (feature) {
    case Feature::PartialIndex:
        return u"partial indexes"_s;
    case Feature::IndexedExpression:
        return u"indexes on expressions"_s;
    case Feature::OrderOfNulls:
        return u"indexes with NULLS FIRST or LAST"_s;
    case Feature::IncludedColumns:
        return u"indexes that include columns"_s;
    case Feature::IndexMethod:
        return u"kinds of indexes to choose from"_s;
    case Feature::ConcurrentIndex:
        return u"indexes that are made or dropped concurrently"_s;
    case Feature::NullsNotDistinct:
        return u"unique indexes in which NULLs are not distinct"_s;
    case Feature::ExclusionConstraint:
        return u"exclusion constraints"_s;
    case Feature::UnvalidatedConstraint:
        return u"constraints that are not validated"_s;
    case Feature::DefaultOnDelete:
        return u"ON DELETE SET DEFAULT"_s;
    case Feature::PartialOnDelete:
        return u"ON DELETE for some columns of a foreign key"_s;
    case Feature::MatchFull:
        return u"MATCH FULL"_s;
    case Feature::ModifiedGeneration:
        return u"way to modify a generated column"_s;
    case Feature::RequiredGeneration:
        return u"generated columns that are NOT NULL"_s;
    }
    Q_UNREACHABLE();
}

} // namespace db
