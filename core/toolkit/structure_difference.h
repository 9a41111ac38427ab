// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"

namespace db {

/// One way in which the structures of two databases differ.
struct StructureDifference
{
    enum class Part {
        Table,
        Column,
        Index,
        PrimaryKey,
        ForeignKey,
        Check,
        Trigger,
        Routine ///< a function or procedure, of no table
    };

    Part part = Part::Table;
    QString table;
    QString name; ///< of the column, index, check, trigger or routine; of a foreign key its columns; empty for tables and primary keys
    QString before; ///< what the first database has, in the words of SQL; empty where it has none
    QString after; ///< the same of the second one

    /// "table", "column", "index", "primary key", "foreign key", "check", "trigger" or "routine".
    QString partName() const;
    /// A line in the manner of diff(1): `+ column books.pages integer NOT NULL`, and two for what is there in both.
    QStringList toLines() const;
};

/// What is to be compared.
enum class StructureComparison {
    All, ///< two databases of one engine
    AcrossEngines ///< all but what each engine words by itself: types, defaults, conditions, triggers, routines, names of foreign keys, and comments
};

/// What leads from one structure to another, by the names of the tables. The order of columns does not count.
QList<StructureDifference> structureDifferences(const Catalogue &before, const Catalogue &after, StructureComparison comparison = StructureComparison::All);

} // namespace db
