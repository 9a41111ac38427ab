// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

#include "core/toolkit/migration_list.h"

#include <algorithm>

namespace db {

namespace {

QList<Column> collected(const std::function<void(ColumnList &)> &columns)
{
    ColumnList list;
    if (columns)
        columns(list);
    return list.columns();
}

/// Whether one of the columns is a primary key, so that the table needs no `id`.
bool bringKey(const QList<Column> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const Column &column) { return column.isPrimaryKey; });
}

QList<Operation> recorded(const std::function<void(SchemaChange &)> &callback)
{
    SchemaChange schema;
    if (callback)
        callback(schema);
    return schema.operations();
}

/// Without dropping indexes whose table is dropped behind them: MariaDB refuses that where a foreign key needs the index.
QList<Operation> withoutDoomedIndexes(const QList<Operation> &operations)
{
    QList<Operation> kept;
    for (auto operation = operations.begin(); operation != operations.end(); ++operation) {
        const auto *index = std::get_if<DropIndex>(&*operation);
        const bool isDoomed = index && std::any_of(operation, operations.end(), [index](const Operation &later) {
                                  const auto *table = std::get_if<DropTable>(&later);
                                  return table && table->table == index->index.table;
                              });
        if (!isDoomed)
            kept.append(*operation);
    }
    return kept;
}

bool isRemoved(const AlterTable &alteration, const QString &column)
{
    using Kind = ColumnChange::Kind;
    return std::any_of(alteration.changes.begin(), alteration.changes.end(), [&column](const ColumnChange &change) {
        return (change.kind == Kind::Remove || change.kind == Kind::RemoveIfExists) && change.column.name == column;
    });
}

/// What becomes of an index.
enum class Fate {
    Stays,
    Goes, ///< with its table or columns
    LosesColumns
};

Fate fateOf(Index index, QList<Operation>::const_iterator from, QList<Operation>::const_iterator end)
{
    QString name = index.name();
    for (auto operation = from; operation != end; ++operation) {
        if (const auto *dropped = std::get_if<DropIndex>(&*operation); dropped && dropped->index.name() == name)
            return Fate::Stays; // and will be there again
        if (const auto *dropped = std::get_if<DropTable>(&*operation); dropped && dropped->table == index.table)
            return Fate::Goes;
        if (const auto *renamed = std::get_if<RenameIndex>(&*operation); renamed && renamed->index.name() == name)
            name = renamed->to;
        if (const auto *renamed = std::get_if<RenameTable>(&*operation); renamed && renamed->from == index.table)
            index.table = renamed->to;
        if (const auto *renamed = std::get_if<RenameColumn>(&*operation); renamed && renamed->table == index.table) {
            for (IndexColumn &column : index.columns)
                column.text = column.text == renamed->from ? renamed->to : column.text;
        }
        if (const auto *alteration = std::get_if<AlterTable>(&*operation); alteration && alteration->table == index.table) {
            const auto removed = std::count_if(index.columns.begin(), index.columns.end(),
                                               [alteration](const IndexColumn &column) { return isRemoved(*alteration, column.text); });
            if (removed > 0)
                return removed == index.columns.size() ? Fate::Goes : Fate::LosesColumns;
        }
    }
    return Fate::Stays;
}

} // namespace

ColumnWords &TableChange::as(ColumnChange::Kind kind)
{
    m_kind = kind;
    return *this;
}

void TableChange::remove(QAnyStringView column)
{
    m_changes.emplaceBack(ColumnChange::Kind::Remove, Column(column.toString(), ColumnType::String), false);
}

void TableChange::removeIfExists(QAnyStringView column)
{
    m_changes.emplaceBack(ColumnChange::Kind::RemoveIfExists, Column(column.toString(), ColumnType::String), false);
}

CreateTable &SchemaChange::createTable(QAnyStringView name, const Columns &columns)
{
    const QList<Column> told = collected(columns);
    return append(CreateTable{name.toString(), told, !bringKey(told)});
}

CreateTable &SchemaChange::createTableIfNotExists(QAnyStringView name, const Columns &columns)
{
    const QList<Column> told = collected(columns);
    return append(CreateTable{name.toString(), told, !bringKey(told), true});
}

CreateTable &SchemaChange::createJoinTable(QAnyStringView name, const Columns &columns)
{
    return append(CreateTable{name.toString(), collected(columns), false});
}

DropTable &SchemaChange::dropTable(QAnyStringView name, const Columns &columns)
{
    const QList<Column> told = collected(columns);
    return append(DropTable{name.toString(), told, !bringKey(told)});
}

DropTable &SchemaChange::dropTableIfExists(QAnyStringView name, const Columns &columns)
{
    const QList<Column> told = collected(columns);
    return append(DropTable{name.toString(), told, !bringKey(told), true});
}

DropTable &SchemaChange::dropJoinTable(QAnyStringView name, const Columns &columns)
{
    return append(DropTable{name.toString(), collected(columns), false});
}

void SchemaChange::alterTable(QAnyStringView name, const std::function<void(TableChange &)> &changes)
{
    TableChange table;
    changes(table);
    append(AlterTable{name.toString(), table.changes()});
}

void SchemaChange::addColumns(QAnyStringView table, const Columns &columns)
{
    AlterTable alteration{table.toString(), {}};
    const QList<Column> told = collected(columns);
    for (const Column &column : told)
        alteration.changes.emplaceBack(ColumnChange::Kind::Add, column);
    append(alteration);
}

Index &SchemaChange::createIndex(QAnyStringView table, const QList<IndexColumn> &columns)
{
    return append(CreateIndex{Index(table.toString(), columns)}).index;
}

Index &SchemaChange::createUniqueIndex(QAnyStringView table, const QList<IndexColumn> &columns)
{
    return createIndex(table, columns).unique();
}

Index &SchemaChange::dropIndex(QAnyStringView table, const QList<IndexColumn> &columns)
{
    return append(DropIndex{Index(table.toString(), columns)}).index;
}

Index &SchemaChange::dropUniqueIndex(QAnyStringView table, const QList<IndexColumn> &columns)
{
    return dropIndex(table, columns).unique();
}

TableConstraint &SchemaChange::createConstraint(QAnyStringView table, QAnyStringView name)
{
    return append(CreateConstraint{TableConstraint(table.toString(), name.toString())}).constraint;
}

TableConstraint &SchemaChange::dropConstraint(QAnyStringView table, QAnyStringView name)
{
    return append(DropConstraint{TableConstraint(table.toString(), name.toString())}).constraint;
}

void SchemaChange::renameTable(QAnyStringView from, QAnyStringView to)
{
    append(RenameTable{from.toString(), to.toString()});
}

void SchemaChange::renameColumn(QAnyStringView table, QAnyStringView from, QAnyStringView to)
{
    append(RenameColumn{table.toString(), from.toString(), to.toString()});
}

Index &SchemaChange::renameIndex(QAnyStringView table, const QList<IndexColumn> &columns, QAnyStringView to)
{
    return append(RenameIndex{Index(table.toString(), columns), to.toString()}).index;
}

void SchemaChange::execute(const QString &up, const std::optional<QString> &down)
{
    append(Execute{up, down});
}

void SchemaChange::execute(const QString &name, const MigrationAction &up, const MigrationAction &down)
{
    append(Call{name, up, down});
}

Result<void> nothing(Repo &)
{
    return {};
}

Migration Migration::identified(qint64 withVersion, const QString &withName) const
{
    Migration migration = *this;
    migration.version = withVersion;
    migration.name = withName;
    return migration;
}

QList<Operation> Migration::upOperations() const
{
    return recorded(change ? change : up);
}

QList<Operation> Migration::inTheirTransaction(const QList<Operation> &operations) const
{
    return recorded(afterBegin) + operations + recorded(beforeCommit);
}

std::optional<QList<Operation>> Migration::downOperations(QString *reason) const
{
    if (change)
        return takenBack(upOperations(), reason);
    if (down)
        return recorded(down);
    if (reason)
        *reason = u"cannot reverse migration "_qs + name + u": it has no down"_qs;
    return std::nullopt;
}

std::optional<QList<Operation>> takenBack(const QList<Operation> &ups, QString *reason)
{
    QList<Operation> operations;
    for (auto up = ups.cbegin(); up != ups.cend(); ++up) {
        const Operation &operation = *up;
        const auto *made = std::get_if<CreateIndex>(&operation);
        const Fate fate = made ? fateOf(made->index, up + 1, ups.cend()) : Fate::Stays;
        if (fate == Fate::Goes)
            continue;
        const std::optional<Operation> inverted = fate == Fate::Stays ? inverse(operation) : std::nullopt;
        if (!inverted) {
            if (reason)
                *reason = u"cannot reverse migration command: "_qs + describe(operation) + u". You will need to explicitly define up and down in your migration"_qs;
            return std::nullopt;
        }
        operations.prepend(*inverted);
    }
    return withoutDoomedIndexes(operations);
}

} // namespace db
