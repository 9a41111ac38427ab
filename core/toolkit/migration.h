// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

#include <QAnyStringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace db {

/// What a removed row does to the rows that refer to it. Nothing is the engine's default: the removal is refused.
enum class OnDelete {
    Nothing,
    Restrict,
    DeleteAll,
    NilifyAll
};

/// What a column holds in a migration; names and widths are Ecto's.
enum class ColumnType {
    Reference,
    String,
    Text,
    Integer,
    BigInteger,
    Float,
    Decimal,
    Boolean,
    Binary,
    Uuid, ///< UUIDs and ULIDs; Ecto's binary_id
    Date,
    Time,
    TimeUsec,
    NaiveDatetime,
    NaiveDatetimeUsec,
    UtcDatetime,
    UtcDatetimeUsec,
    Map, ///< JSON
    Array ///< of its element type on PostgreSQL, JSON elsewhere
};

/// One column of a migration; the calls after the type refine it.
class Column
{
public:
    Column(const QString &name, ColumnType type)
        : name(name), type(type) { }

    Column &notNull()
    {
        isNullable = false;
        return *this;
    }
    /// For a table that does without the usual `id`.
    Column &primaryKey()
    {
        isPrimaryKey = true;
        return *this;
    }
    /// String: how many characters it holds.
    Column &size(int characters)
    {
        length = characters;
        return *this;
    }
    /// Reference: the type of the key that is referred to, where that is no counting number.
    Column &ofType(ColumnType keyType)
    {
        elementType = keyType;
        return *this;
    }
    /// A text, number, Decimal or truth value that new rows get.
    Column &defaultTo(const QVariant &value)
    {
        defaultValue = value;
        return *this;
    }

    QString name;
    ColumnType type;
    bool isNullable = true;
    bool isPrimaryKey = false;
    QVariant defaultValue;
    int length = 255; ///< String: characters; SQLite keeps longer ones, too
    std::optional<ColumnType> elementType = {}; ///< Array: of its elements; Reference: of the key referred to
    int precision = 0; ///< Decimal: all digits
    int scale = 0; ///< Decimal: digits behind the point
    QString referencedTable;
    OnDelete onDelete = OnDelete::Nothing;
};

/// Collects the columns of a table being created, or of an alteration.
class ColumnList
{
public:
    Column &string(QAnyStringView name) { return add(name, ColumnType::String); }
    Column &text(QAnyStringView name) { return add(name, ColumnType::Text); }
    Column &integer(QAnyStringView name) { return add(name, ColumnType::Integer); }
    Column &bigInteger(QAnyStringView name) { return add(name, ColumnType::BigInteger); }
    Column &floatingPoint(QAnyStringView name) { return add(name, ColumnType::Float); }
    Column &decimal(QAnyStringView name, int precision, int scale);
    Column &boolean(QAnyStringView name) { return add(name, ColumnType::Boolean); }
    Column &binary(QAnyStringView name) { return add(name, ColumnType::Binary); }
    Column &uuid(QAnyStringView name) { return add(name, ColumnType::Uuid); }
    Column &date(QAnyStringView name) { return add(name, ColumnType::Date); }
    Column &time(QAnyStringView name) { return add(name, ColumnType::Time); }
    Column &timeUsec(QAnyStringView name) { return add(name, ColumnType::TimeUsec); }
    Column &naiveDatetime(QAnyStringView name) { return add(name, ColumnType::NaiveDatetime); }
    Column &naiveDatetimeUsec(QAnyStringView name) { return add(name, ColumnType::NaiveDatetimeUsec); }
    Column &utcDatetime(QAnyStringView name) { return add(name, ColumnType::UtcDatetime); }
    Column &utcDatetimeUsec(QAnyStringView name) { return add(name, ColumnType::UtcDatetimeUsec); }
    Column &map(QAnyStringView name) { return add(name, ColumnType::Map); }
    Column &array(QAnyStringView name, ColumnType elementType) { return add(name, ColumnType::Array).ofType(elementType); }
    /// The key of a row of `table`.
    Column &references(QAnyStringView name, QAnyStringView table, OnDelete onDelete = OnDelete::Nothing);
    /// `inserted_at` and `updated_at`, both NOT NULL.
    void timestamps();

    const QList<Column> &columns() const { return m_columns; }

private:
    Column &add(QAnyStringView name, ColumnType type);

    QList<Column> m_columns;
};

// The operations, as data: shown before they run, inverted for a rollback.

struct CreateTable
{
    QString table;
    QList<Column> columns;
    bool hasPrimaryKey = true; ///< an `id` that counts up by itself
    bool ifNotExists = false; ///< leaves an existing table as it is
};
/// `columns` are there to make the table again when this is taken back; without any it cannot be.
struct DropTable
{
    QString table;
    QList<Column> columns;
    bool hasPrimaryKey = true;
};
struct AddColumns
{
    QString table;
    QList<Column> columns;
};
struct RemoveColumns
{
    QString table;
    QList<Column> columns;
};
struct CreateIndex
{
    QString table;
    QStringList columns;
    bool isUnique = false;
    QString name; ///< `table_column_column_index`
};
struct DropIndex
{
    QString table;
    QStringList columns;
    bool isUnique = false;
    QString name;
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
/// One statement that every supported engine understands, with what takes it back (may be empty: nothing to do).
struct Execute
{
    QString up;
    std::optional<QString> down;
};

using Operation = std::variant<CreateTable, DropTable, AddColumns, RemoveColumns, CreateIndex, DropIndex, RenameTable, RenameColumn, Execute>;

/// What takes an operation back; nothing when it cannot be taken back.
std::optional<Operation> inverse(const Operation &operation);
/// One line for logs, in Ecto's words: "create table users".
QString describe(const Operation &operation);

/// Records the operations of one migration.
class SchemaChange
{
public:
    /// A table with an `id` that counts up, unless a column is its primary key.
    void createTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns);
    /// A table without an `id`, such as a join table.
    void createJoinTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns);
    /// Can be taken back only if its columns are told.
    void dropTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns = {});
    /// The same for a table that createJoinTable() made.
    void dropJoinTable(QAnyStringView name, const std::function<void(ColumnList &)> &columns = {});
    void addColumns(QAnyStringView table, const std::function<void(ColumnList &)> &columns);
    /// The columns are told in full so that they can be made again.
    void removeColumns(QAnyStringView table, const std::function<void(ColumnList &)> &columns);
    void createIndex(QAnyStringView table, const QStringList &columns);
    void createUniqueIndex(QAnyStringView table, const QStringList &columns);
    void dropIndex(QAnyStringView table, const QStringList &columns);
    void dropUniqueIndex(QAnyStringView table, const QStringList &columns);
    void renameTable(QAnyStringView from, QAnyStringView to);
    void renameColumn(QAnyStringView table, QAnyStringView from, QAnyStringView to);
    /// Cannot be rolled back without `down`; pass an empty text when there is nothing to take back.
    void execute(const QString &up, const std::optional<QString> &down = std::nullopt);

    const QList<Operation> &operations() const { return m_operations; }

private:
    QList<Operation> m_operations;
};

/// One numbered change of the database: `change`, which runs both ways, or `up` and `down`.
struct Migration
{
    qint64 version = 0; ///< UTC time of its making, YYYYMMDDHHMMSS
    QString name = {}; ///< snake_case, as in the file's name
    std::function<void(SchemaChange &)> change = {};
    std::function<void(SchemaChange &)> up = {};
    std::function<void(SchemaChange &)> down = {};

    Migration identified(qint64 withVersion, const QString &withName) const;
    QList<Operation> upOperations() const;
    /// Nothing when the migration cannot be taken back; `reason`, if given, is then a sentence that says why.
    std::optional<QList<Operation>> downOperations(QString *reason = nullptr) const;
};

} // namespace db
