// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/decimal.h"
#include "core/toolkit/error.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace db {

/// What the catalogue of a database demands of the rows of one table. Asked only after a row was refused.
struct TableRules
{
    /// A unique index over whole columns and all rows, the primary key aside.
    struct Index
    {
        QString name;
        QStringList columns;
    };
    /// A foreign key, seen from either side.
    struct Reference
    {
        QString name; ///< empty where the engine forgets it
        QStringList columns; ///< of the table that refers
        QString otherTable; ///< the table on the other side
        QStringList otherColumns; ///< of the table that is referred to
    };

    /// A CHECK.
    struct Check
    {
        QString name; ///< the condition itself where SQLite was given none
        QString condition; ///< as SQL
    };

    QList<Index> uniques = {};
    QList<Reference> references = {}; ///< to other tables
    QList<Reference> referrers = {}; ///< from other tables, as far as they keep a row from being removed
    QStringList required = {}; ///< columns that take no NULL and have no default
    QMap<QString, int> widths = {}; ///< characters that a text column has room for
    QMap<QString, Decimal> limits = {}; ///< the greatest number of a column

    QList<Check> checks = {};
    QMap<QString, QString> marks = {}; ///< for each column, SQL that makes a value of its type of a `?`

    /// The columns that a check is about.
    QStringList columnsOf(const Check &check) const;

    static Result<TableRules> of(Connection &connection, const QString &table);
};

} // namespace db
