// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"
#include "core/toolkit/fwd.h"

namespace db {

class Dialect;

/// One way in which a database is not as the schemas of a program take it to be.
struct Drift
{
    enum class Kind {
        MissingTable, ///< a described table, or the join table of an association
        MissingColumn,
        Type, ///< the column cannot hold what the program keeps in it
        Nullability, ///< the column may be NULL, has no default, and its member has no room for that
        Generated, ///< the database computes a column that the program writes
        PrimaryKey,
        RequiredColumn, ///< no field has it, and new rows need a value for it
        Unreadable, ///< a damaged table, of which nothing else can be told
        UndeclaredTable, ///< no schema has it
        UndeclaredColumn ///< no field has it, and no row needs a value for it
    };

    Kind kind = Kind::MissingTable;
    QString table;
    QString column = {}; ///< empty where it is about the table
    /// What the program takes for granted: the toolkit's name of a type such as "naive_datetime", or "(id)" of a key.
    QString declared = {};
    /// What is there instead: the engine's name of a type such as "varchar(255)", "(a, b)" of a key, or why it is unreadable.
    QString found = {};

    /// Whether the program works all the same: there is more in the database than it knows.
    bool isHarmless() const { return kind == Kind::UndeclaredTable || kind == Kind::UndeclaredColumn; }
    /// "missing_table" for example.
    QString kindName() const;
    /// An English sentence without a full stop: "posts.title is integer in the database, string in the program".
    QString sentence() const;
};

/// How a database differs from what schemas say of it, table by table, first those that a schema describes.
///
/// Told is what a schema says: columns, what they hold, the primary key, and the join tables of associations. It says nothing of
/// indexes, defaults, lengths and foreign keys. Two types count as the same where one is stored like the other, so that
/// neither migrations of this toolkit nor Ecto's are taken for drift. SQLite tells texts, numbers and bytes apart, no more.
/// The books of migrations and views that no schema describes are left out.
QList<Drift> driftBetween(const QList<const Schema *> &declared, const Catalogue &found, const Dialect &dialect);

/// The same of a database: asks for its catalogue.
Result<QList<Drift>> findDrift(Connection &connection, const QList<const Schema *> &declared);

} // namespace db
