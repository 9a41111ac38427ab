// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/drift_repair.h"

#include "core/toolkit/drift_columns.h"
#include "core/toolkit/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

class Repairs
{
public:
    Repairs(const QList<const Schema *> &declared, const Catalogue &found)
        : m_declared(declared), m_found(found) { }

    QList<DriftRepair> of(const QList<Drift> &drift)
    {
        for (const Drift &one : drift)
            add(one);
        return inOrder() + m_alterations + m_others;
    }

private:
    const Schema *schemaOfTable(const QString &table) const
    {
        const auto found = std::find_if(m_declared.begin(), m_declared.end(), [&](const Schema *schema) { return schema->table() == table; });
        return found == m_declared.end() ? nullptr : *found;
    }

    void add(const Drift &drift)
    {
        switch (drift.kind) {
        case Drift::Kind::MissingTable:
            m_tables.append({{drift}, newTable(drift.table), false, {}});
            return;
        case Drift::Kind::MissingColumn:
            alter(drift, addedColumn(drift), ColumnChange::Kind::Add);
            return;
        case Drift::Kind::Type:
        case Drift::Kind::Nullability:
            alter(drift, modifiedColumn(drift), ColumnChange::Kind::Modify);
            return;
        case Drift::Kind::UndeclaredTable:
            m_others.append({{drift}, DropTable{drift.table, {}}, true, {}});
            return;
        case Drift::Kind::UndeclaredColumn:
        case Drift::Kind::RequiredColumn:
            m_others.append({{drift}, AlterTable{drift.table, {ColumnChange(ColumnChange::Kind::Remove, Column(drift.column, ColumnType::Text), false)}}, true, {}});
            return;
        case Drift::Kind::Generated:
        case Drift::Kind::PrimaryKey:
        case Drift::Kind::Unreadable:
            m_others.append({{drift}, std::nullopt, false, {}});
            return;
        }
    }

    /// All changes of one table are one alteration.
    void alter(const Drift &drift, const std::optional<Column> &column, ColumnChange::Kind kind)
    {
        if (!column) {
            m_others.append({{drift}, std::nullopt, false, {}});
            return;
        }
        const bool isNext = !m_alterations.isEmpty() && std::get<AlterTable>(*m_alterations.last().operation).table == drift.table;
        if (!isNext)
            m_alterations.append({{}, AlterTable{drift.table, {}}, false, {}});
        DriftRepair &repair = m_alterations.last();
        auto &changes = std::get<AlterTable>(*repair.operation).changes;
        const bool isChanged = std::any_of(changes.cbegin(), changes.cend(), [&](const ColumnChange &change) { return change.column.name == drift.column; });
        if (!isChanged)
            changes.append(ColumnChange(kind, *column));
        repair.reasons.append(drift);
        if (kind != ColumnChange::Kind::Modify)
            return;
        if (repair.remark.isEmpty())
            repair.remark = u"It fails, or rounds, where a row has a value that the new type cannot hold, and fails where a NULL is that may not be"_s;
        repair.remark += lostDefault(drift);
    }

    /// Half a sentence; empty where the column has none.
    QString lostDefault(const Drift &modified) const
    {
        const TableInfo *table = m_found.findTable(modified.table);
        const ColumnInfo *column = table ? table->findColumn(modified.column) : nullptr;
        if (!column || !column->defaultExpression)
            return {};
        return u"; the default of %1, %2, is not kept unless it is said"_s.arg(modified.column, *column->defaultExpression);
    }

    std::optional<Column> addedColumn(const Drift &drift) const
    {
        const Schema *schema = schemaOfTable(drift.table);
        const Field *field = schema ? schema->findField(drift.column) : nullptr;
        if (!field)
            return std::nullopt;
        Column column = columnFor(*schema, *field);
        const QVariant fresh = field->value->asRead({});
        if (!column.isNullable && (isNull(fresh) || fresh.typeId() == QMetaType::QVariantList))
            column.isNullable = true;
        else if (!column.isNullable)
            column.defaultTo(fresh);
        return column;
    }

    std::optional<Column> modifiedColumn(const Drift &drift) const
    {
        const Schema *schema = schemaOfTable(drift.table);
        const Field *field = schema ? schema->findField(drift.column) : nullptr;
        const TableInfo *table = m_found.findTable(drift.table);
        const ColumnInfo *before = table ? table->findColumn(drift.column) : nullptr;
        if (!field || !before)
            return std::nullopt;
        Column column = columnFor(*schema, *field);
        if (column.type == ColumnType::Reference)
            column.type = column.elementType.value_or(ColumnType::BigInteger); // its foreign key stays as it is
        column.elementType = column.type == ColumnType::Array ? column.elementType : std::nullopt;
        column.isNullable = drift.kind == Drift::Kind::Type && before->isNullable;
        if (const std::optional<Column> known = columnFrom(*before))
            column.from(*known);
        return column;
    }

    CreateTable newTable(const QString &table) const
    {
        const Schema *schema = schemaOfTable(table);
        if (!schema)
            return {table, joinColumns(table), false};
        CreateTable made{table, {}, false};
        const QList<const Field *> fields = schema->storedFields();
        for (const Field *field : fields) {
            if (field->isPrimaryKey && field->type == Type::Id && field->name == u"id")
                made.hasPrimaryKey = true;
            else
                made.columns.append(columnFor(*schema, *field));
        }
        return made;
    }

    /// Of the table that a many_to_many keeps its pairs in.
    QList<Column> joinColumns(const QString &table) const
    {
        QList<Column> columns;
        const auto refer = [&](const QString &name, const Schema &target, const QString &key) {
            Column column(name, ColumnType::Reference);
            column.reference.table = target.table();
            column.reference.column = key;
            const Field *field = target.findField(key);
            if (field && field->type != Type::Id)
                column.elementType = columnTypeOf(*field);
            columns.append(column.notNull().onDelete(OnDelete::DeleteAll));
        };
        for (const Schema *schema : m_declared) {
            for (const Association &association : schema->associations()) {
                if (association.kind != Association::Kind::ManyToMany || association.joinTable != table || !columns.isEmpty())
                    continue;
                refer(association.joinOwnerKey, *schema, association.ownerKey);
                refer(association.joinRelatedKey, association.related->schema(), association.relatedKey);
            }
        }
        return columns;
    }

    /// New tables, each behind those that it refers to; where they refer to each other in a circle, as they come.
    QList<DriftRepair> inOrder() const
    {
        QList<DriftRepair> ordered;
        QList<DriftRepair> left = m_tables;
        const auto waits = [&](const DriftRepair &repair) {
            const CreateTable &made = std::get<CreateTable>(*repair.operation);
            return std::any_of(made.columns.begin(), made.columns.end(), [&](const Column &column) {
                return column.type == ColumnType::Reference && column.reference.table != made.table
                    && std::any_of(left.cbegin(), left.cend(), [&](const DriftRepair &other) { return std::get<CreateTable>(*other.operation).table == column.reference.table; });
            });
        };
        while (!left.isEmpty()) {
            const auto free = std::find_if(left.cbegin(), left.cend(), [&](const DriftRepair &repair) { return !waits(repair); });
            const qsizetype next = free == left.cend() ? 0 : free - left.cbegin();
            ordered.append(left.at(next));
            left.removeAt(next);
        }
        return ordered;
    }

    const QList<const Schema *> &m_declared;
    const Catalogue &m_found;
    QList<DriftRepair> m_tables;
    QList<DriftRepair> m_alterations;
    QList<DriftRepair> m_others;
};

} // namespace

QList<DriftRepair> driftRepairs(const QList<const Schema *> &declared, const Catalogue &found, const Dialect &dialect)
{
    return Repairs(declared, found).of(driftBetween(declared, found, dialect));
}

} // namespace db
