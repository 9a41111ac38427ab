// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAnyStringView>
#include <QList>
#include <QString>
#include <QStringList>

namespace db {

/// What an index sorts its rows by.
class IndexColumn
{
public:
    IndexColumn(const QString &name)
        : text(name) { }
    IndexColumn(const char *name)
        : text(QString::fromUtf8(name)) { }
    /// An SQL expression instead of a column, such as "lower(email)". Not on MariaDB.
    static IndexColumn expression(const QString &sql);

    IndexColumn desc() const;
    /// PostgreSQL, which otherwise takes NULL for the largest value.
    IndexColumn nullsFirst() const;
    IndexColumn nullsLast() const;

    enum class Nulls {
        AsUsual,
        First,
        Last
    };

    QString text; ///< the name of a column, or an expression
    bool isExpression = false;
    bool isDescending = false;
    Nulls nulls = Nulls::AsUsual;
};

/// An index of a migration; the calls refine it. What an engine lacks is refused before anything runs.
class Index
{
public:
    Index(const QString &table, const QList<IndexColumn> &columns)
        : table(table), columns(columns) { }

    Index &unique();
    /// A name of its own, in place of `table_column_column_index`.
    Index &named(QAnyStringView name);
    /// Only rows for which this SQL is true. Not on MariaDB.
    Index &where(const QString &condition);
    /// PostgreSQL: columns that the index keeps without sorting by them.
    Index &include(const QStringList &columns);
    /// The engine's name of the kind of index, such as "gin" on PostgreSQL. Not on SQLite.
    Index &method(const QString &name);
    /// Made while others go on writing. On PostgreSQL the migration has to say `.inTransaction = false`. Not on SQLite.
    Index &concurrently();
    /// PostgreSQL: a unique index in which NULL is like NULL.
    Index &nullsNotDistinct();
    /// Kept by servers; SQLite has no place for it.
    Index &commented(const QString &text);
    /// Leaves an index of this name as it is.
    Index &ifNotExists();
    /// Does nothing where there is no index of this name.
    Index &ifExists();

    /// The given name, or the one that Ecto makes of table and columns.
    QString name() const;

    QString table;
    QList<IndexColumn> columns;
    bool isUnique = false;
    QString givenName = {};
    QString condition = {};
    QStringList included = {};
    QString accessMethod = {};
    bool isConcurrent = false;
    bool hasDistinctNulls = true;
    QString comment = {};
    bool isConditional = false; ///< ifNotExists() where it is made, ifExists() where it is dropped
};

} // namespace db
