// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/drift.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/migration_books.h"
#include "core/toolkit/migration_checksums.h"
#include "core/toolkit/schema.h"
#include "core/toolkit/type_name.h"
#include "core/toolkit/unfinished_migrations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// What schemas say of one table.
struct DeclaredTable
{
    QString name;
    QList<const Field *> fields = {};
    QStringList columns = {}; ///< that associations lead by; those of fields may be among them
    QStringList primaryKey = {};
    bool isDescribed = false; ///< false for what is known as a join table only
};

QString listed(const QStringList &names)
{
    return names.isEmpty() ? u"(none)"_s : QString(u'(' + names.join(u", ") + u')');
}

class DeclaredTables
{
public:
    explicit DeclaredTables(const QList<const Schema *> &schemas)
    {
        for (const Schema *schema : schemas)
            add(*schema);
        for (const Schema *schema : schemas) {
            for (const Association &association : schema->associations())
                add(association);
        }
    }

    const QList<DeclaredTable> &tables() const { return m_tables; }

private:
    DeclaredTable &table(const QString &name)
    {
        const auto known = std::find_if(m_tables.begin(), m_tables.end(), [&](const DeclaredTable &one) { return one.name == name; });
        return known == m_tables.end() ? m_tables.emplaceBack(DeclaredTable{.name = name}) : *known;
    }

    void add(const Schema &schema)
    {
        DeclaredTable &declared = table(schema.table());
        declared.isDescribed = true;
        declared.fields += schema.storedFields();
        declared.primaryKey.clear();
        const QList<const Field *> keys = schema.primaryKeys();
        for (const Field *key : keys)
            declared.primaryKey.append(key->name);
    }

    void add(const Association &association)
    {
        if (association.isEmbedded() || association.isThrough())
            return;
        if (association.kind == Association::Kind::ManyToMany)
            table(association.joinTable).columns += {association.joinOwnerKey, association.joinRelatedKey};
        table(association.related->schema().table()).columns += association.relatedKey;
    }

    QList<DeclaredTable> m_tables;
};

/// Compares one described table with what is there.
class TableComparison
{
public:
    TableComparison(const DeclaredTable &declared, const TableInfo &found, const Dialect &dialect)
        : m_declared(declared), m_found(found), m_dialect(dialect) { }

    QList<Drift> drift()
    {
        if (m_found.problem)
            return {{.kind = Drift::Kind::Unreadable, .table = m_found.name, .found = m_found.problem->message}};
        compareFields();
        compareKey();
        if (m_declared.isDescribed && m_found.kind == TableInfo::Kind::Table)
            listUndeclared();
        return m_drift;
    }

private:
    const ColumnInfo *find(const QString &column) const
    {
        const auto found = std::find_if(m_found.columns.begin(), m_found.columns.end(),
                                        [&](const ColumnInfo &one) { return one.name.compare(column, m_dialect.caseOfColumns()) == 0; });
        return found == m_found.columns.end() ? nullptr : &*found;
    }

    void tell(Drift::Kind kind, const QString &column, const QString &declared = {}, const QString &found = {})
    {
        m_drift.append({kind, m_found.name, column, declared, found});
    }

    void compareFields()
    {
        QStringList seen;
        for (const Field *field : m_declared.fields) {
            seen.append(field->name);
            if (const ColumnInfo *column = find(field->name))
                compare(*field, *column);
            else
                tell(Drift::Kind::MissingColumn, field->name, typeName(field->type));
        }
        for (const QString &column : m_declared.columns) {
            if (!seen.contains(column) && !find(column))
                tell(Drift::Kind::MissingColumn, column);
            seen.append(column);
        }
    }

    void compare(const Field &field, const ColumnInfo &column)
    {
        const auto sorted = [](QStringList names) { names.sort(); return names; };
        if (!m_dialect.holds(field.type, column))
            tell(Drift::Kind::Type, field.name, typeName(field.type), column.declaredType);
        else if (field.type == Type::Enum && column.type == Type::Enum && sorted(field.names()) != sorted(column.names))
            tell(Drift::Kind::Type, field.name, u"enum "_s + listed(field.names()), u"enum "_s + listed(column.names));
        const QVariant fresh = field.value->asRead({});
        const bool hasRoomForNull = field.isNullable() || isNull(fresh) || fresh.typeId() == QMetaType::QVariantList;
        const bool mayBeNull = column.isNullable && column.keyPosition == 0 && !column.defaultExpression && !column.isGenerated && m_found.kind == TableInfo::Kind::Table;
        if (mayBeNull && !hasRoomForNull)
            tell(Drift::Kind::Nullability, field.name, typeName(field.type), column.declaredType);
        if (column.isGenerated && !field.isGenerated)
            tell(Drift::Kind::Generated, field.name, typeName(field.type), column.declaredType);
    }

    /// What is found by one row has another key than the table where the column is unique anyway.
    bool isUnique(const QStringList &columns) const
    {
        return std::any_of(m_found.indexes.begin(), m_found.indexes.end(),
                           [&](const IndexInfo &index) { return index.isUnique && !index.isPartial && isSame(index.columns, columns); });
    }

    bool isSame(QStringList left, QStringList right) const
    {
        left.sort();
        right.sort();
        return left.size() == right.size() && std::equal(left.cbegin(), left.cend(), right.cbegin(), [&](const QString &a, const QString &b) { return a.compare(b, m_dialect.caseOfColumns()) == 0; });
    }

    void compareKey()
    {
        const QStringList key = m_found.primaryKey();
        if (m_declared.primaryKey.isEmpty() || m_found.kind != TableInfo::Kind::Table)
            return;
        if (!isSame(key, m_declared.primaryKey) && !isUnique(m_declared.primaryKey))
            tell(Drift::Kind::PrimaryKey, {}, listed(m_declared.primaryKey), listed(key));
    }

    void listUndeclared()
    {
        for (const ColumnInfo &column : m_found.columns) {
            const auto isColumn = [&](const QString &name) { return name.compare(column.name, m_dialect.caseOfColumns()) == 0; };
            const bool isField = std::any_of(m_declared.fields.begin(), m_declared.fields.end(), [&](const Field *field) { return isColumn(field->name); });
            if (isField || std::any_of(m_declared.columns.begin(), m_declared.columns.end(), isColumn))
                continue;
            const bool isRequired = !column.isNullable && !column.defaultExpression && !column.isGenerated && !column.isAutoIncrement;
            tell(isRequired ? Drift::Kind::RequiredColumn : Drift::Kind::UndeclaredColumn, column.name, {}, column.declaredType);
        }
    }

    const DeclaredTable &m_declared;
    const TableInfo &m_found;
    const Dialect &m_dialect;
    QList<Drift> m_drift;
};

} // namespace

QList<Drift> driftBetween(const QList<const Schema *> &declared, const Catalogue &found, const Dialect &dialect)
{
    const DeclaredTables known(declared);
    QStringList seen{MigrationBooks::tableName(), MigrationChecksums::tableName(), UnfinishedMigrations::tableName()};
    QList<Drift> drift;
    for (const DeclaredTable &table : known.tables()) {
        seen.append(table.name);
        if (const TableInfo *there = found.findTable(table.name))
            drift += TableComparison(table, *there, dialect).drift();
        else
            drift.append({.kind = Drift::Kind::MissingTable, .table = table.name});
    }
    for (const TableInfo &table : found.tables) {
        if (table.kind != TableInfo::Kind::View && !seen.contains(table.name))
            drift.append({.kind = Drift::Kind::UndeclaredTable, .table = table.name});
    }
    return drift;
}

Result<QList<Drift>> findDrift(Connection &connection, const QList<const Schema *> &declared)
{
    const Result<Catalogue> found = readCatalogue(connection);
    if (!found)
        return Failure(found.error());
    return driftBetween(declared, *found, connection.dialect());
}

} // namespace db
