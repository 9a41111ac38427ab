// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"
#include "core/toolkit/changeset_core.h"
#include "core/toolkit/filter.h"
#include "core/toolkit/repo.h"

#include <memory>

namespace db {

class TableType;

/// A row of a table that the program knows from its catalogue only.
///
/// A value that its column's declared type does not allow, as SQLite lets one write, is what it is: text in a numeric
/// column stays text.
class Record
{
public:
    /// The value of a column; NULL when there is no such column.
    QVariant value(QStringView column) const;
    /// All values, in the order of Table::schema().
    const QVariantList &values() const { return m_values; }

private:
    friend class Table;
    friend class TableType;

    Record(std::shared_ptr<const TableType> type, QVariantList values)
        : m_type(std::move(type)), m_values(std::move(values)) { }

    std::shared_ptr<const TableType> m_type;
    QVariantList m_values;
};

/// One condition on the rows of a Table.
struct RecordCondition
{
    QString column;
    Comparison comparison = Comparison::Equal;
    QVariant value = {}; ///< cast to the type of the column; a list for Comparison::In
};

struct RecordOrder
{
    QString column;
    bool isDescending = false;
};

/// Which rows of a Table, in which order, and how many.
struct RecordQuery
{
    QList<RecordCondition> where = {}; ///< all must hold
    QList<RecordOrder> orderBy = {}; ///< the primary key decides among equals
    std::optional<qint64> limit = {};
    std::optional<qint64> offset = {};
};

/// Lists and edits the rows of any table of a database.
///
/// \code
/// const auto catalogue = db::readCatalogue(repo.connection());
/// const db::Table table(*catalogue->findTable(u"albums"));
/// const auto page = table.list(repo, {.orderBy = {{"title"}}, .limit = 50});
/// const auto changed = table.update(repo, table.cast(page->first(), {{"title", "Blue"}}));
/// \endcode
class Table
{
public:
    explicit Table(const TableInfo &info);

    const TableInfo &info() const;
    const Schema &schema() const;
    /// Whether single rows can be changed: not in views, virtual tables, and tables without anything that tells rows apart.
    bool isEditable() const;

    /// A row of NULLs, to begin a new one with.
    Record blank() const;
    /// The rows of a query. An unknown column, and a value that its column cannot have, are the error Refused.
    Result<QList<Record>> list(Repo &repo, const RecordQuery &query = {}) const;
    Result<qint64> count(Repo &repo, const QList<RecordCondition> &where = {}) const;

    /// Starts a changeset from outside input by column, with the rules of the catalogue: what is NOT NULL without a default
    /// is required, texts are not longer than their column, and unique indexes, foreign keys and checks are declared under
    /// their real names. Further rules can be added.
    ChangesetCore cast(const Record &record, const Params &params) const;
    /// Starts a changeset without input.
    ChangesetCore change(const Record &record) const;

    /// Stores a new row, and returns it as it is stored, generated columns and defaults included.
    Result<Record> insert(Repo &repo, ChangesetCore changeset) const;
    Result<Record> update(Repo &repo, ChangesetCore changeset) const;
    Result<void> remove(Repo &repo, const Record &record) const;

private:
    Result<QueryCore> core(const RecordQuery &query) const;
    Result<void> requireEditable() const;
    Record recordOf(const void *values) const;
    /// The row with the key of another.
    Result<Record> stored(Repo &repo, const void *values) const;

    std::shared_ptr<const TableType> m_type;
};

} // namespace db
