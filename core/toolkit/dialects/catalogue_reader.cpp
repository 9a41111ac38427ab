// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/catalogue_reader.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/stored_text.h"

#include <QJsonArray>

namespace db {

void CatalogueReader::ask(const QString &sql, const Row &each)
{
    if (m_error)
        return;
    const Result<void> asked = m_connection.select({.kind = Statement::Kind::Select, .sql = sql, .binds = {}, .source = {}}, [&](const RowReader &row) {
        each(row);
        return true;
    });
    if (!asked)
        m_error = asked.error();
}

void CatalogueReader::askAboutTables(const QString &sql, const std::function<void(TableInfo &, const RowReader &)> &each)
{
    ask(sql, [&](const RowReader &row) {
        const auto found = m_index.constFind(text(row, 0));
        if (found != m_index.constEnd())
            each(m_tables[*found], row);
    });
}

void CatalogueReader::add(const TableInfo &table)
{
    m_index.insert(table.name, m_tables.size());
    m_tables.append(table);
}

Result<QList<TableInfo>> CatalogueReader::result() const
{
    if (m_error)
        return Failure(*m_error);
    return m_tables;
}

QString CatalogueReader::text(const RowReader &row, int column)
{
    return row.value(column, Type::String).toString();
}

int CatalogueReader::number(const RowReader &row, int column)
{
    return int(row.value(column, Type::Integer).toLongLong());
}

bool CatalogueReader::flag(const RowReader &row, int column)
{
    return row.value(column, Type::Boolean).toBool();
}

QStringList CatalogueReader::list(const RowReader &row, int column)
{
    QStringList names;
    const QJsonArray array = parseJson(text(row, column)).value_or(QJsonValue()).toArray();
    for (const QJsonValue &name : array)
        names.append(name.toString());
    return names;
}

} // namespace db
