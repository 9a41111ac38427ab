// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace db {

/// A CREATE TABLE as SQLite keeps it (https://www.sqlite.org/lang_createtable.html), taken apart: what stands where in its
/// text.
struct SqliteTableParts
{
    /// A piece of the text, from the blanks in front of it on.
    struct Place
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    /// A rule of a column or of the table.
    struct Rule
    {
        enum class Kind {
            PrimaryKey,
            Nullability, ///< NOT NULL or NULL
            Unique,
            Check,
            Default,
            Collation,
            Reference,
            Generation
        };
        Kind kind = Kind::Check;
        QString name = {}; ///< empty where it has none
        QStringList columns = {}; ///< that a key or a rule of the table names
        bool isDescending = false; ///< the key of a column
        bool counts = false; ///< AUTOINCREMENT
        Place place = {};
    };

    struct Column
    {
        QString name = {};
        QString type = {};
        Place typePlace = {}; ///< empty behind the name where there is no type
        Place place = {};
        QList<Rule> rules = {};

        const Rule *find(Rule::Kind kind) const;
    };

    Place name = {};
    QList<Column> columns = {}; ///< at least one
    QList<Rule> rules = {}; ///< of the table
    QList<qsizetype> commas = {}; ///< where they stand between columns and rules
    bool hasRowNumbers = true; ///< not WITHOUT ROWID

    /// The columns of the primary key; empty when there is none.
    QStringList key() const;
    bool counts() const;
    /// Whether a column is the number of the row, under a name of its own.
    bool hasNumberedKey() const;
    const Column *findColumn(QStringView name) const;
};

/// Nothing where the text is no CREATE TABLE with columns.
std::optional<SqliteTableParts> takeApart(const QString &sql);

} // namespace db
