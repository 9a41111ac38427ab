// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/column.h"
#include "core/toolkit/error.h"
#include "core/toolkit/index.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace db {

class Repo;

// What migrations do, as data: shown before it runs, inverted for a rollback.

struct CreateTable
{
    /// Kept by servers; SQLite has no place for it.
    CreateTable &commented(const QString &text);

    QString table;
    QList<Column> columns;
    bool hasPrimaryKey = true; ///< an `id` that counts up by itself
    bool ifNotExists = false; ///< leaves an existing table as it is
    QString comment = {};
};
/// `columns` are there to make the table again when this is taken back; without any it cannot be.
struct DropTable
{
    /// What the table has again when it is made again.
    DropTable &commented(const QString &text);

    QString table;
    QList<Column> columns;
    bool hasPrimaryKey = true;
    bool ifExists = false;
    QString comment = {};
};

/// What an alteration does to one column.
struct ColumnChange
{
    enum class Kind {
        Add,
        AddIfNotExists,
        Modify,
        Remove,
        RemoveIfExists
    };

    ColumnChange(Kind kind, const Column &column, bool isDescribed = true)
        : kind(kind), column(column), isDescribed(isDescribed) { }

    Kind kind;
    Column column;
    bool isDescribed = true; ///< Remove: false when only its name is told
};
struct AlterTable
{
    QString table;
    QList<ColumnChange> changes;
};

struct CreateIndex
{
    Index index;
};
struct DropIndex
{
    Index index;
};

/// A rule for the rows of a table that is there already; the calls refine it.
class TableConstraint
{
public:
    TableConstraint(const QString &table, const QString &name)
        : table(table), name(name) { }

    /// SQL that is true for every row.
    TableConstraint &check(const QString &expression);
    /// PostgreSQL: which rows exclude each other, such as "gist (room WITH =, during WITH &&)".
    TableConstraint &exclude(const QString &elements);
    /// PostgreSQL: holds for rows to come only.
    TableConstraint &notValidated();
    /// Does nothing where there is no constraint of this name.
    TableConstraint &ifExists();

    QString table;
    QString name;
    QString expression = {};
    QString excluded = {};
    bool isValidated = true;
    bool isConditional = false;
};
struct CreateConstraint
{
    TableConstraint constraint;
};
/// Can be taken back if its rule is told.
struct DropConstraint
{
    TableConstraint constraint;
};

struct RenameTable
{
    QString from;
    QString to;
};
struct RenameColumn
{
    QString table;
    QString from;
    QString to;
};
/// SQLite makes the index anew, and so needs all of it to be told.
struct RenameIndex
{
    Index index;
    QString to;
};
/// One statement that every supported engine understands, with what takes it back (may be empty: nothing to do).
struct Execute
{
    QString up;
    std::optional<QString> down;
};

/// A function of the program's own in the midst of a migration. An error fails it.
using MigrationAction = std::function<Result<void>(Repo &repo)>;
struct Call
{
    QString name; ///< what it is shown as
    MigrationAction up;
    MigrationAction down = {}; ///< empty where it cannot be taken back
    bool isTakenBack = false; ///< whether `up` is what takes it back
};

using Operation = std::variant<CreateTable, DropTable, AlterTable, CreateIndex, DropIndex, CreateConstraint, DropConstraint, RenameTable, RenameColumn,
                               RenameIndex, Execute, Call>;

/// What takes an operation back; nothing when it cannot be taken back.
std::optional<Operation> inverse(const Operation &operation);
/// One line for logs, in Ecto's words: "create table users".
QString describe(const Operation &operation);

} // namespace db
