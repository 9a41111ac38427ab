// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"

#include <QHash>

#include <functional>

namespace db {

class RowReader;

/// Collects what a server tells of its tables in statements about all of them at once.
class CatalogueReader
{
public:
    explicit CatalogueReader(Connection &connection)
        : m_connection(connection) { }

    using Row = std::function<void(const RowReader &)>;

    /// Runs a statement; once one has failed, the others are left out.
    void ask(const QString &sql, const Row &each);
    /// Runs a statement whose first column names a table that was added.
    void askAboutTables(const QString &sql, const std::function<void(TableInfo &, const RowReader &)> &each);
    void add(const TableInfo &table);

    Result<QList<TableInfo>> result() const;

    static QString text(const RowReader &row, int column);
    static int number(const RowReader &row, int column);
    static bool flag(const RowReader &row, int column);
    /// A list of names as JSON; null stands for an empty name.
    static QStringList list(const RowReader &row, int column);

private:
    Connection &m_connection;
    QList<TableInfo> m_tables;
    QHash<QString, qsizetype> m_index;
    std::optional<Error> m_error;
};

} // namespace db
