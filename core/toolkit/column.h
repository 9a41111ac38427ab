// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAnyStringView>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>
#include <utility>

namespace db {

/// What a removed row does to the rows that refer to it. Nothing is the engine's default: the removal is refused.
enum class OnDelete {
    Nothing,
    Restrict, ///< refused at once, even where the check of the others waits for the end of the transaction
    DeleteAll,
    NilifyAll,
    DefaultAll ///< not on MariaDB
};

/// What a changed key does to the rows that refer to it. Nothing is the engine's default: the change is refused.
enum class OnUpdate {
    Nothing,
    Restrict,
    UpdateAll,
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

/// Where a column of type Reference leads.
struct Reference
{
    QString table = {};
    QString column = QStringLiteral("id");
    QString name = {}; ///< of the foreign key; `table_column_fkey` when empty
    OnDelete onDelete = OnDelete::Nothing;
    QStringList onDeleteColumns = {}; ///< the only ones that a removal touches; all when empty
    OnUpdate onUpdate = OnUpdate::Nothing;
    QList<std::pair<QString, QString>> with = {}; ///< further columns, here and there
    bool matchesFull = false;
};

/// A rule that every row keeps, as SQL.
struct Check
{
    QString name = {};
    QString expression = {};
};

/// One column of a migration; the calls after the type refine it.
class Column
{
public:
    Column(const QString &name, ColumnType type)
        : name(name), type(type) { }
    /// A column that from() describes: it has the same name as the one that takes its place.
    Column(ColumnType type)
        : type(type) { }

    Column &notNull();
    /// For a table that does without the usual `id`. Several columns make one key together.
    Column &primaryKey();
    /// String: how many characters it holds.
    Column &size(int characters);
    /// Reference: the type of the key that is referred to, where that is no counting number.
    Column &ofType(ColumnType keyType);
    /// A text, number, Decimal or truth value that new rows get.
    Column &defaultTo(const QVariant &value);
    /// An SQL expression that new rows get, such as "CURRENT_TIMESTAMP".
    Column &defaultToSql(const QString &expression);
    /// Computed from other columns of the row by an SQL expression: stored by servers, computed on reading by SQLite.
    Column &generatedAs(const QString &expression);
    /// The engine's name of the order in which texts are compared and sorted.
    Column &collatedBy(const QString &collation);
    /// Kept by servers; SQLite has no place for it.
    Column &commented(const QString &text);
    /// A rule for the rows, named as its violation is to be known.
    Column &check(const QString &name, const QString &expression);

    /// Reference: to another column than `id`.
    Column &referring(QAnyStringView column);
    /// Reference: the name of its foreign key, which is `table_column_fkey` by itself.
    Column &foreignKeyName(QAnyStringView name);
    Column &onDelete(OnDelete action);
    /// Reference, PostgreSQL: a removed row leaves NULL in these columns of the foreign key only.
    Column &nilifyOnly(const QStringList &columns);
    /// Reference, PostgreSQL: a removed row leaves the default in these columns of the foreign key only.
    Column &defaultOnly(const QStringList &columns);
    Column &onUpdate(OnUpdate action);
    /// Reference: a column of this table that belongs to the foreign key, too, and the one it refers to.
    Column &with(QAnyStringView column, QAnyStringView referredColumn);
    /// Reference, PostgreSQL: of several columns either all or none are NULL.
    Column &matchFull();

    /// In modify(): what the column was before, so that the change can be taken back.
    Column &from(const Column &before);

    /// Whether rows that are there already would be left without a value.
    bool needsValue() const { return !isNullable && !defaultValue.isValid() && defaultSql.isEmpty() && generated.isEmpty(); }
    /// The name of the foreign key in `table`.
    QString foreignKey(const QString &table) const;

    QString name = {};
    ColumnType type;
    bool isNullable = true;
    bool isPrimaryKey = false;
    QVariant defaultValue = {};
    QString defaultSql = {};
    QString generated = {}; ///< the expression
    QString collation = {};
    QString comment = {};
    QList<Check> checks = {};
    int length = 255; ///< String: characters; SQLite keeps longer ones, too
    std::optional<ColumnType> elementType = {}; ///< Array: of its elements; Reference: of the key referred to
    int precision = 0; ///< Decimal: all digits
    int scale = 0; ///< Decimal: digits behind the point
    Reference reference = {};
    std::shared_ptr<const Column> before = {}; ///< modify(): what it was
};

/// The columns that tell when a row was made and changed.
struct TimestampColumns
{
    ColumnType type = ColumnType::NaiveDatetime;
    QString insertedAt = QStringLiteral("inserted_at"); ///< none when empty
    QString updatedAt = QStringLiteral("updated_at"); ///< none when empty
    bool isNullable = false;
    QString defaultSql = {}; ///< an SQL expression that new rows get, such as "CURRENT_TIMESTAMP"
};

/// The words for columns, one for each type.
class ColumnWords
{
public:
    virtual ~ColumnWords() = default;

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
    /// `inserted_at` and `updated_at`, both NOT NULL, unless told otherwise.
    void timestamps(const TimestampColumns &columns = {});

protected:
    virtual Column &append(const Column &column) = 0;

private:
    Column &add(QAnyStringView name, ColumnType type) { return append(Column(name.toString(), type)); }
};

/// Collects the columns of a table.
class ColumnList : public ColumnWords
{
public:
    const QList<Column> &columns() const { return m_columns; }

protected:
    Column &append(const Column &column) override { return m_columns.emplaceBack(column); }

private:
    QList<Column> m_columns;
};

} // namespace db
