// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/type.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace db {

/// A column as the database describes it.
struct ColumnInfo
{
    QString name = {};
    QString declaredType = {}; ///< in the engine's words: "varchar(20)", "DECIMAL(10,2)", or nothing on SQLite
    Type type = Type::Any; ///< what the toolkit takes it for
    QStringList names = {}; ///< of an enumeration
    std::optional<qint64> size = {}; ///< characters of a text, at most
    std::optional<int> precision = {}; ///< all digits of a decimal
    std::optional<int> scale = {}; ///< digits behind its point
    bool isNullable = true;
    std::optional<QString> defaultExpression = {}; ///< as SQL
    int keyPosition = 0; ///< its place in the primary key, from 1; 0 when it is no part of it
    bool isAutoIncrement = false; ///< the database counts when nothing is given
    bool isGenerated = false; ///< computed by the database: never written
    QString comment = {};
};

struct IndexInfo
{
    QString name = {};
    QStringList columns = {}; ///< an empty name stands for an expression
    bool isUnique = false;
    bool isPartial = false; ///< holds some rows only
    bool isPrimaryKey = false;
    QString condition = {}; ///< of a partial one: which rows, as SQL
};

struct ForeignKeyInfo
{
    QString name = {}; ///< empty where SQLite was given none
    QString table = {}; ///< the one that refers
    QStringList columns = {};
    QString referencedTable = {};
    QStringList referencedColumns = {};
    QString onDelete = {}; ///< "CASCADE", "SET NULL", "NO ACTION" …
    QString onUpdate = {};
};

struct CheckInfo
{
    QString name = {}; ///< empty where SQLite was given none
    QString expression = {}; ///< as SQL
};

/// What the database runs by itself when the rows of a table or view change.
struct TriggerInfo
{
    QString name = {};
    QString definition = {}; ///< as SQL: the whole statement on SQLite and PostgreSQL, all behind its name on MariaDB
};

/// A function or procedure that is kept in a database.
struct RoutineInfo
{
    QString name = {}; ///< PostgreSQL: with the types of its arguments, for several may have one name
    QString definition = {}; ///< as SQL, without the name of PostgreSQL's schema
};

/// A table or view as the database describes it.
struct TableInfo
{
    enum class Kind {
        Table,
        View, ///< materialized ones too
        Virtual ///< SQLite's modules, such as full-text search
    };

    QString name = {};
    Kind kind = Kind::Table;
    QList<ColumnInfo> columns = {};
    QList<IndexInfo> indexes = {};
    QList<ForeignKeyInfo> foreignKeys = {}; ///< to other tables
    QList<ForeignKeyInfo> referencedBy = {}; ///< from other tables
    QList<CheckInfo> checks = {};
    QList<TriggerInfo> triggers = {};
    QString comment = {};
    QString rowKey = {}; ///< SQLite: the name under which a table without a primary key tells its rows apart
    std::optional<Error> problem = {}; ///< why the rest could not be found out, such as a damaged page

    const ColumnInfo *findColumn(QStringView column) const;
    /// The columns of the primary key, in its order; empty when there is none.
    QStringList primaryKey() const;
};

/// What a database says about its tables and views.
struct Catalogue
{
    QList<TableInfo> tables = {}; ///< by name
    QList<RoutineInfo> routines = {}; ///< by name; SQLite keeps none, and those of PostgreSQL's extensions are left out

    const TableInfo *findTable(QStringView name) const;
};

/// Asks the database for everything above, with a few statements on a server and some for each table on SQLite. What a
/// damaged SQLite file does not tell is the `problem` of its table. On PostgreSQL the current schema is described.
Result<Catalogue> readCatalogue(Connection &connection);

} // namespace db
