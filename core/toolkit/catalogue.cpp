// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/catalogue.h"

#include "core/toolkit/connection.h"

#include <algorithm>

namespace db {

const ColumnInfo *TableInfo::findColumn(QStringView column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [column](const ColumnInfo &one) { return one.name == column; });
    return found == columns.end() ? nullptr : &*found;
}

QStringList TableInfo::primaryKey() const
{
    QMap<int, QString> names;
    for (const ColumnInfo &column : columns) {
        if (column.keyPosition > 0)
            names.insert(column.keyPosition, column.name);
    }
    return names.values();
}

const TableInfo *Catalogue::findTable(QStringView name) const
{
    const auto found = std::find_if(tables.begin(), tables.end(), [name](const TableInfo &one) { return one.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

Result<Catalogue> readCatalogue(Connection &connection)
{
    Result<QList<TableInfo>> tables = connection.dialect().tables(connection);
    if (!tables)
        return Failure(tables.error());
    const Result<QList<RoutineInfo>> routines = connection.dialect().routines(connection);
    if (!routines)
        return Failure(routines.error());
    Catalogue catalogue{*tables, *routines};
    std::sort(catalogue.tables.begin(), catalogue.tables.end(), [](const TableInfo &a, const TableInfo &b) { return a.name < b.name; });
    for (const TableInfo &table : std::as_const(*tables)) {
        for (const ForeignKeyInfo &key : table.foreignKeys) {
            // SQLite does not mind the case of names.
            const auto target = std::find_if(catalogue.tables.begin(), catalogue.tables.end(), [&](const TableInfo &one) {
                return one.name.compare(key.referencedTable, Qt::CaseInsensitive) == 0;
            });
            if (target != catalogue.tables.end())
                target->referencedBy.append(key);
        }
    }
    return catalogue;
}

} // namespace db
