// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/structure_difference.h"

#include "core/toolkit/unfinished_migrations.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Part = StructureDifference::Part;
/// What two databases may have in common: name to description.
using Parts = QMap<QString, QString>;

QString listed(const QStringList &names)
{
    return u'(' + names.join(u", ") + u')';
}

/// " -- text"; nothing where there is none, or none is compared.
QString remark(const QString &comment, StructureComparison comparison)
{
    return comment.isEmpty() || comparison == StructureComparison::AcrossEngines ? QString() : QString(u" -- " + comment);
}

QString described(const ColumnInfo &column, StructureComparison comparison)
{
    QStringList words;
    const bool isAll = comparison == StructureComparison::All;
    if (isAll && !column.declaredType.isEmpty())
        words.append(column.declaredType);
    // SQLite calls its counting key nullable, for it takes a NULL for "the next one".
    const bool isNullable = column.isNullable && (isAll || column.keyPosition == 0);
    words.append(isNullable ? u"NULL"_s : u"NOT NULL"_s);
    if (isAll && column.defaultExpression)
        words.append(u"DEFAULT "_s + *column.defaultExpression);
    if (isAll && column.isAutoIncrement)
        words.append(u"AUTO_INCREMENT"_s);
    if (column.isGenerated)
        words.append(u"GENERATED"_s);
    return words.join(u' ') + remark(column.comment, comparison);
}

Parts columnsOf(const TableInfo &table, StructureComparison comparison)
{
    Parts parts;
    for (const ColumnInfo &column : table.columns)
        parts.insert(column.name, described(column, comparison));
    return parts;
}

Parts primaryKeyOf(const TableInfo &table, StructureComparison)
{
    const QStringList key = table.primaryKey();
    return key.isEmpty() ? Parts() : Parts{{QString(), listed(key)}};
}

/// MariaDB makes an index for each foreign key, under its name.
bool servesForeignKey(const IndexInfo &index, const TableInfo &table)
{
    return std::any_of(table.foreignKeys.begin(), table.foreignKeys.end(), [&](const ForeignKeyInfo &key) { return key.name == index.name; });
}

QString condition(const IndexInfo &index, StructureComparison comparison)
{
    if (!index.isPartial)
        return {};
    return u" WHERE " + (comparison == StructureComparison::AcrossEngines ? u"…"_s : index.condition);
}

Parts indexesOf(const TableInfo &table, StructureComparison comparison)
{
    Parts parts;
    for (const IndexInfo &index : table.indexes) {
        const bool isCompared = comparison == StructureComparison::All || !servesForeignKey(index, table);
        if (!index.isPrimaryKey && isCompared)
            parts.insert(index.name, QString((index.isUnique ? u"UNIQUE " : u"") + listed(index.columns) + condition(index, comparison)));
    }
    return parts;
}

/// RESTRICT and NO ACTION differ only in when they refuse; MariaDB takes one for the other.
QString actionOf(const QString &action, StructureComparison comparison)
{
    return comparison == StructureComparison::AcrossEngines && action == u"RESTRICT" ? u"NO ACTION"_s : action;
}

Parts foreignKeysOf(const TableInfo &table, StructureComparison comparison)
{
    Parts parts;
    for (const ForeignKeyInfo &key : table.foreignKeys) {
        const QString name = key.name.isEmpty() || comparison == StructureComparison::AcrossEngines ? QString() : QString(u"CONSTRAINT " + key.name + u' ');
        parts.insert(listed(key.columns), QString(name + u"REFERENCES " + key.referencedTable + listed(key.referencedColumns) + u" ON DELETE " + actionOf(key.onDelete, comparison) + u" ON UPDATE " + actionOf(key.onUpdate, comparison)));
    }
    return parts;
}

Parts checksOf(const TableInfo &table, StructureComparison comparison)
{
    Parts parts;
    if (comparison == StructureComparison::AcrossEngines)
        return parts;
    for (const CheckInfo &check : table.checks)
        parts.insert(check.name.isEmpty() ? check.expression : check.name, listed({check.expression}));
    return parts;
}

Parts triggersOf(const TableInfo &table, StructureComparison comparison)
{
    Parts parts;
    if (comparison == StructureComparison::AcrossEngines)
        return parts;
    for (const TriggerInfo &trigger : table.triggers)
        parts.insert(trigger.name, trigger.definition);
    return parts;
}

struct Aspect
{
    Part part;
    Parts (*of)(const TableInfo &, StructureComparison);
};

constexpr Aspect aspects[] = {
    {Part::Column, columnsOf},
    {Part::PrimaryKey, primaryKeyOf},
    {Part::Index, indexesOf},
    {Part::ForeignKey, foreignKeysOf},
    {Part::Check, checksOf},
    {Part::Trigger, triggersOf},
};

QList<StructureDifference> betweenParts(Part part, const QString &table, const Parts &before, const Parts &after)
{
    Parts all = before;
    all.insert(after);
    QList<StructureDifference> differences;
    const QStringList names = all.keys();
    for (const QString &name : names) {
        if (before.value(name) != after.value(name))
            differences.append({part, table, name, before.value(name), after.value(name)});
    }
    return differences;
}

Parts routinesOf(const Catalogue &catalogue)
{
    Parts parts;
    for (const RoutineInfo &routine : catalogue.routines)
        parts.insert(routine.name, routine.definition);
    return parts;
}

/// The differences inside a table; one that comes or goes is compared with nothing, for that has to be made or is lost.
QList<StructureDifference> insideTable(const QString &table, const TableInfo &before, const TableInfo &after, StructureComparison comparison)
{
    QList<StructureDifference> differences;
    for (const Aspect &aspect : aspects)
        differences.append(betweenParts(aspect.part, table, aspect.of(before, comparison), aspect.of(after, comparison)));
    return differences;
}

QString kindOf(const TableInfo &table)
{
    switch (table.kind) {
    case TableInfo::Kind::Table:
        return u"TABLE"_s;
    case TableInfo::Kind::View:
        return u"VIEW"_s;
    case TableInfo::Kind::Virtual:
        return u"VIRTUAL TABLE"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString StructureDifference::partName() const
{
    switch (part) {
    case Part::Table:
        return u"table"_s;
    case Part::Column:
        return u"column"_s;
    case Part::Index:
        return u"index"_s;
    case Part::PrimaryKey:
        return u"primary key"_s;
    case Part::ForeignKey:
        return u"foreign key"_s;
    case Part::Check:
        return u"check"_s;
    case Part::Trigger:
        return u"trigger"_s;
    case Part::Routine:
        return u"routine"_s;
    }
    Q_UNREACHABLE();
}

QStringList StructureDifference::toLines() const
{
    const QString place = partName() + u' ' + table + (name.isEmpty() || table.isEmpty() ? u""_s : u"."_s) + name;
    QStringList lines;
    if (!before.isEmpty())
        lines.append(u"- "_s + place + u' ' + before.simplified());
    if (!after.isEmpty())
        lines.append(u"+ "_s + place + u' ' + after.simplified());
    return lines;
}

QList<StructureDifference> structureDifferences(const Catalogue &before, const Catalogue &after, StructureComparison comparison)
{
    const auto described = [comparison](const TableInfo *table) { return table ? QString(kindOf(*table) + remark(table->comment, comparison)) : QString(); };
    QList<StructureDifference> differences;
    QMap<QString, std::pair<const TableInfo *, const TableInfo *>> tables;
    for (const TableInfo &table : before.tables)
        tables[table.name].first = &table;
    for (const TableInfo &table : after.tables)
        tables[table.name].second = &table;
    // How far a migration came is no structure; the books of it are made where one first needs them.
    tables.remove(UnfinishedMigrations::tableName());
    for (auto entry = tables.cbegin(); entry != tables.cend(); ++entry) {
        const auto &[left, right] = *entry;
        if (described(left) != described(right))
            differences.append({Part::Table, entry.key(), {}, described(left), described(right)});
        differences.append(insideTable(entry.key(), left ? *left : TableInfo(), right ? *right : TableInfo(), comparison));
    }
    if (comparison == StructureComparison::All)
        differences.append(betweenParts(Part::Routine, {}, routinesOf(before), routinesOf(after)));
    return differences;
}

} // namespace db
