// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/operation.h"

#include <QAnyStringView>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace db {

/// Records what happens to the columns of a table: `table.add().string("motto").size(80);`
///
/// A column is always told in full: what is not said of it, such as notNull(), does not hold afterwards.
class TableChange : private ColumnWords
{
public:
    /// A column that is NOT NULL without a default can only be added to a table without rows.
    ColumnWords &add() { return as(ColumnChange::Kind::Add); }
    /// Cannot be taken back.
    ColumnWords &addIfNotExists() { return as(ColumnChange::Kind::AddIfNotExists); }
    /// The column as it is to be, `from()` how it was. Values are converted. SQLite makes the table anew.
    ColumnWords &modify() { return as(ColumnChange::Kind::Modify); }
    /// The column is told in full so that it can be made again, empty.
    ColumnWords &remove() { return as(ColumnChange::Kind::Remove); }
    /// Cannot be taken back.
    void remove(QAnyStringView column);
    /// Cannot be taken back.
    void removeIfExists(QAnyStringView column);

    const QList<ColumnChange> &changes() const { return m_changes; }

private:
    Column &append(const Column &column) override { return m_changes.emplaceBack(m_kind, column).column; }
    ColumnWords &as(ColumnChange::Kind kind);

    ColumnChange::Kind m_kind = ColumnChange::Kind::Add;
    QList<ColumnChange> m_changes;
};

/// Records the operations of one migration.
class SchemaChange
{
public:
    using Columns = std::function<void(ColumnList &)>;

    /// A table with an `id` that counts up, unless columns are its primary key.
    CreateTable &createTable(QAnyStringView name, const Columns &columns);
    CreateTable &createTableIfNotExists(QAnyStringView name, const Columns &columns);
    /// A table without an `id`, such as a join table.
    CreateTable &createJoinTable(QAnyStringView name, const Columns &columns);
    /// Can be taken back only if its columns are told.
    DropTable &dropTable(QAnyStringView name, const Columns &columns = {});
    DropTable &dropTableIfExists(QAnyStringView name, const Columns &columns = {});
    /// The same for a table that createJoinTable() made.
    DropTable &dropJoinTable(QAnyStringView name, const Columns &columns = {});
    void alterTable(QAnyStringView name, const std::function<void(TableChange &)> &changes);
    /// The shortest alteration.
    void addColumns(QAnyStringView table, const Columns &columns);

    Index &createIndex(QAnyStringView table, const QList<IndexColumn> &columns);
    Index &createUniqueIndex(QAnyStringView table, const QList<IndexColumn> &columns);
    /// Told as it was made, so that it can be made again; with no columns and its name it cannot be.
    Index &dropIndex(QAnyStringView table, const QList<IndexColumn> &columns);
    Index &dropUniqueIndex(QAnyStringView table, const QList<IndexColumn> &columns);

    /// Say its check() or exclude(). SQLite makes the table anew.
    TableConstraint &createConstraint(QAnyStringView table, QAnyStringView name);
    /// Can be taken back only if its check() or exclude() is told. SQLite makes the table anew.
    TableConstraint &dropConstraint(QAnyStringView table, QAnyStringView name);

    void renameTable(QAnyStringView from, QAnyStringView to);
    void renameColumn(QAnyStringView table, QAnyStringView from, QAnyStringView to);
    /// The index over these columns gets a name of its own. On SQLite it is made anew, so tell all of it.
    Index &renameIndex(QAnyStringView table, const QList<IndexColumn> &columns, QAnyStringView to);

    /// Cannot be rolled back without `down`; pass an empty text when there is nothing to take back.
    void execute(const QString &up, const std::optional<QString> &down = std::nullopt);

    /// A function that finds everything done that was said before it, shown by its name: for rows that SQL alone does not
    /// change. It must not count on the program's structs, which will know more columns one day. Without `down` it cannot be rolled
    /// back; pass db::nothing when there is nothing to take back. On MariaDB it is a transaction of its own.
    void execute(const QString &name, const MigrationAction &up, const MigrationAction &down = {});

    const QList<Operation> &operations() const { return m_operations; }

private:
    template <typename T>
    T &append(const T &operation)
    {
        return std::get<T>(m_operations.emplaceBack(operation));
    }

    QList<Operation> m_operations;
};

/// A MigrationAction that does nothing.
Result<void> nothing(Repo &repo);

/// One numbered change of the database: `change`, which runs both ways, or `up` and `down`.
struct Migration
{
    qint64 version = 0; ///< UTC time of its making, YYYYMMDDHHMMSS
    QString name = {}; ///< snake_case, as in the file's name
    std::function<void(SchemaChange &)> change = {};
    std::function<void(SchemaChange &)> up = {};
    std::function<void(SchemaChange &)> down = {};
    /// False: each statement by itself, as Index::concurrently() needs it, and without the lock that keeps others out on
    /// SQLite and PostgreSQL. What a failed migration did then stays.
    bool inTransaction = true;
    /// Done first and last in the transaction, whether the migration is applied or taken back. Nowhere without a transaction, and
    /// so never on MariaDB.
    std::function<void(SchemaChange &)> afterBegin = {};
    std::function<void(SchemaChange &)> beforeCommit = {};

    Migration identified(qint64 withVersion, const QString &withName) const;
    QList<Operation> upOperations() const;
    /// Nothing when the migration cannot be taken back; `reason`, if given, is then a sentence that says why.
    std::optional<QList<Operation>> downOperations(QString *reason = nullptr) const;
    /// The operations with what is done after the transaction begins and before it ends.
    QList<Operation> inTheirTransaction(const QList<Operation> &operations) const;
};

} // namespace db
