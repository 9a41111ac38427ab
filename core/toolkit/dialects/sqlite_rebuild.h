// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/sqlite_table_edit.h"
#include "core/toolkit/error.h"

#include <QMap>
#include <QStringList>

namespace db {

/// A table of SQLite that is made anew under its name, with its rows, indexes and triggers and what its keys have counted
/// to, since SQLite can change little of a table that is there: https://www.sqlite.org/lang_altertable.html#otheralter
///
/// The old table gets another name first, so that what refers to the name means the new one: views, triggers and references
/// of other tables stay as they are.
class SqliteRebuild
{
public:
    /// Reads what is there. Refused where the table's text cannot be taken apart.
    static Result<SqliteRebuild> of(Connection &connection, const QString &table);

    const QString &table() const { return m_table; }
    SqliteTableEdit &edit() { return m_edit; }
    const SqliteTableParts &parts() const { return m_edit.parts(); }
    /// The indexes in which a column stands.
    QStringList indexesOf(const QString &column) const;

    void addColumn(const QString &name, const QString &definition);
    /// An index over the column goes with it.
    bool removeColumn(const QString &name);
    /// What the rows get in a column, instead of what they had.
    void convert(const QString &column, const QString &expression) { m_values.insert(column, expression); }
    /// The rows are refused, with these words, where typeof() of a column is another.
    void require(const QString &column, const QStringList &storageTypes, const QString &otherwise);

    /// None where nothing changes. Refused where references do not rest, or where the changes left no text of a table.
    Result<QStringList> statements(Connection &connection) const;

private:
    struct Part
    {
        QString name;
        QString sql;
        QStringList columns = {}; ///< of an index
    };
    struct Requirement
    {
        QString condition;
        QString otherwise;
    };
    explicit SqliteRebuild(const QString &sql)
        : m_before(sql), m_edit(sql) { }

    Result<void> readParts(Connection &connection);
    QString freeName(const QString &suffix) const;
    QString copied(const QString &from) const;
    /// The name of the row number that both tables keep; empty where one has none of its own.
    QString rowNumber() const;

    QString m_table;
    SqliteTableEdit m_before;
    SqliteTableEdit m_edit;
    QList<Part> m_indexes;
    QList<Part> m_triggers;
    QStringList m_names; ///< of everything in the database
    QStringList m_added;
    QMap<QString, QString> m_values;
    QList<Requirement> m_requirements;
};

} // namespace db
