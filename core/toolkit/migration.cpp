// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

#include <algorithm>

namespace db {

namespace {

QString indexName(const QString &table, const QStringList &columns)
{
    return table + u'_' + columns.join(u'_') + u"_index";
}

QList<Column> collected(const std::function<void(ColumnList &)> &columns)
{
    ColumnList list;
    if (columns)
        columns(list);
    return list.columns();
}

std::optional<Operation> inverted(const CreateTable &operation)
{
    return DropTable{operation.table, operation.columns, operation.hasPrimaryKey};
}
std::optional<Operation> inverted(const DropTable &operation)
{
    if (operation.columns.isEmpty())
        return std::nullopt;
    return CreateTable{operation.table, operation.columns, operation.hasPrimaryKey};
}
std::optional<Operation> inverted(const AddColumns &operation)
{
    return RemoveColumns{operation.table, operation.columns};
}
std::optional<Operation> inverted(const RemoveColumns &operation)
{
    return AddColumns{operation.table, operation.columns};
}
std::optional<Operation> inverted(const CreateIndex &operation)
{
    return DropIndex{operation.table, operation.columns, operation.isUnique, operation.name};
}
std::optional<Operation> inverted(const DropIndex &operation)
{
    return CreateIndex{operation.table, operation.columns, operation.isUnique, operation.name};
}
std::optional<Operation> inverted(const RenameTable &operation)
{
    return RenameTable{operation.to, operation.from};
}
std::optional<Operation> inverted(const RenameColumn &operation)
{
    return RenameColumn{operation.table, operation.to, operation.from};
}
std::optional<Operation> inverted(const Execute &operation)
{
    if (!operation.down)
        return std::nullopt;
    return Execute{*operation.down, operation.up};
}

QString described(const CreateTable &operation)
{
    return (operation.ifNotExists ? u"create table if not exists " : u"create table ") + operation.table;
}
QString described(const DropTable &operation)
{
    return u"drop table " + operation.table;
}
QString described(const AddColumns &operation)
{
    return u"alter table " + operation.table;
}
QString described(const RemoveColumns &operation)
{
    return u"alter table " + operation.table;
}
QString described(const CreateIndex &operation)
{
    return u"create index " + operation.name;
}
QString described(const DropIndex &operation)
{
    return u"drop index " + operation.name;
}
QString described(const RenameTable &operation)
{
    return u"rename table " + operation.from + u" to " + operation.to;
}
QString described(const RenameColumn &operation)
{
    return u"rename column " + operation.from + u" to " + operation.to + u" on table " + operation.table;
}
QString described(const Execute &operation)
{
    return u"execute \"" + operation.up + u'"';
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
                                  return table && table->table == index->table;
                              });
        if (!isDoomed)
            kept.append(*operation);
    }
    return kept;
}

} // namespace

std::optional<Operation> inverse(const Operation &operation)
{
    return std::visit([](const auto &alternative) { return inverted(alternative); }, operation);
}

QString describe(const Operation &operation)
{
    return std::visit([](const auto &alternative) { return described(alternative); }, operation);
}

Column &ColumnList::decimal(QAnyStringView name, int precision, int scale)
{
    Column &column = add(name, ColumnType::Decimal);
    column.precision = precision;
    column.scale = scale;
    return column;
}

Column &ColumnList::references(QAnyStringView name, QAnyStringView table, OnDelete onDelete)
{
    Column &column = add(name, ColumnType::Reference);
    column.referencedTable = table.toString();
    column.onDelete = onDelete;
    return column;
}

void ColumnList::timestamps()
{
    naiveDatetime("inserted_at").notNull();
    naiveDatetime("updated_at").notNull();
}

Column &ColumnList::add(QAnyStringView name, ColumnType type)
{
    return m_columns.emplaceBack(name.toString(), type);
}

namespace {

/// Whether one of the columns is a primary key, so that the table needs no `id`.
bool bringKey(const QList<Column> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [](const Column &column) { return column.isPrimaryKey; });
}

} // namespace

void SchemaChange::createTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns)
{
    const QList<Column> told = collected(columns);
    m_operations.append(CreateTable{name.toString(), told, !bringKey(told)});
}

void SchemaChange::createJoinTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns)
{
    m_operations.append(CreateTable{name.toString(), collected(columns), false});
}

void SchemaChange::dropTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns)
{
    const QList<Column> told = collected(columns);
    m_operations.append(DropTable{name.toString(), told, !bringKey(told)});
}

void SchemaChange::dropJoinTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns)
{
    m_operations.append(DropTable{name.toString(), collected(columns), false});
}

void SchemaChange::addColumns(QAnyStringView table, const std::function<void(ColumnList &)> &columns)
{
    m_operations.append(AddColumns{table.toString(), collected(columns)});
}

void SchemaChange::removeColumns(QAnyStringView table, const std::function<void(ColumnList &)> &columns)
{
    m_operations.append(RemoveColumns{table.toString(), collected(columns)});
}

void SchemaChange::createIndex(QAnyStringView table, const QStringList &columns)
{
    const QString name = table.toString();
    m_operations.append(CreateIndex{name, columns, false, indexName(name, columns)});
}

void SchemaChange::createUniqueIndex(QAnyStringView table, const QStringList &columns)
{
    const QString name = table.toString();
    m_operations.append(CreateIndex{name, columns, true, indexName(name, columns)});
}

void SchemaChange::dropIndex(QAnyStringView table, const QStringList &columns)
{
    const QString name = table.toString();
    m_operations.append(DropIndex{name, columns, false, indexName(name, columns)});
}

void SchemaChange::dropUniqueIndex(QAnyStringView table, const QStringList &columns)
{
    const QString name = table.toString();
    m_operations.append(DropIndex{name, columns, true, indexName(name, columns)});
}

void SchemaChange::renameTable(QAnyStringView from, QAnyStringView to)
{
    m_operations.append(RenameTable{from.toString(), to.toString()});
}

void SchemaChange::renameColumn(QAnyStringView table, QAnyStringView from, QAnyStringView to)
{
    m_operations.append(RenameColumn{table.toString(), from.toString(), to.toString()});
}

void SchemaChange::execute(const QString &up, const std::optional<QString> &down)
{
    m_operations.append(Execute{up, down});
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

std::optional<QList<Operation>> Migration::downOperations(QString *reason) const
{
    const auto refused = [reason](const QString &why) {
        if (reason)
            *reason = why;
        return std::nullopt;
    };
    if (!change)
        return down ? std::optional(recorded(down)) : refused(u"cannot reverse migration "_qs + name + u": it has no down"_qs);

    QList<Operation> operations;
    for (const Operation &operation : upOperations()) {
        const std::optional<Operation> inverted = inverse(operation);
        if (!inverted)
            return refused(u"cannot reverse migration command: "_qs + describe(operation)
                           + u". You will need to explicitly define up and down in your migration"_qs);
        operations.prepend(*inverted);
    }
    return withoutDoomedIndexes(operations);
}

} // namespace db
