// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/losses.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace db {

namespace {

using Kind = ColumnChange::Kind;

/// That of the key referred to, for a reference.
ColumnType heldType(const Column &column)
{
    return column.type == ColumnType::Reference ? column.elementType.value_or(ColumnType::BigInteger) : column.type;
}

bool isWidened(ColumnType before, ColumnType after)
{
    switch (before) {
    case ColumnType::String:
        return after == ColumnType::Text;
    case ColumnType::Integer:
        return after == ColumnType::BigInteger;
    case ColumnType::Time:
        return after == ColumnType::TimeUsec;
    case ColumnType::NaiveDatetime:
        return after == ColumnType::NaiveDatetimeUsec;
    case ColumnType::UtcDatetime:
        return after == ColumnType::UtcDatetimeUsec;
    default:
        return false;
    }
}

/// Whether a column can hold all that the other one could.
bool holdsAll(const Column &after, const Column &before)
{
    const ColumnType type = heldType(after);
    if (type != heldType(before))
        return isWidened(heldType(before), type);
    if (type == ColumnType::String)
        return after.length >= before.length;
    if (type == ColumnType::Array)
        return after.elementType == before.elementType;
    if (type == ColumnType::Decimal && after.precision > 0)
        return before.precision > 0 && after.scale >= before.scale && after.precision - after.scale >= before.precision - before.scale;
    return true;
}

bool isStoredAlike(const Column &after, const Column &before, DatabaseUrl::Engine engine)
{
    const ColumnType type = heldType(after);
    const bool isLonger = type == ColumnType::Text && engine == DatabaseUrl::Engine::Postgres;
    if (type != heldType(before))
        return isLonger && heldType(before) == ColumnType::String;
    return after.elementType == before.elementType && after.scale == before.scale && holdsAll(after, before);
}

bool isRewritten(const ColumnChange &change, DatabaseUrl::Engine engine)
{
    if (change.kind != Kind::Modify)
        return false;
    // SQLite cannot alter a column in its place.
    return engine == DatabaseUrl::Engine::Sqlite || !change.column.before || !isStoredAlike(change.column, *change.column.before, engine);
}

/// Goes through operations one by one, and knows which tables and columns they made.
class Losses
{
public:
    void add(const Operation &operation)
    {
        if (const auto *made = std::get_if<CreateTable>(&operation); made && !made->ifNotExists)
            m_made.insert({made->table, {}});
        else if (const auto *dropped = std::get_if<DropTable>(&operation))
            lose({Loss::Kind::Table, dropped->table});
        else if (const auto *alteration = std::get_if<AlterTable>(&operation))
            add(*alteration);
        else if (const auto *table = std::get_if<RenameTable>(&operation))
            rename({table->from, {}}, {table->to, {}});
        else if (const auto *column = std::get_if<RenameColumn>(&operation))
            rename({column->table, column->from}, {column->table, column->to});
        else if (const auto *statement = std::get_if<Execute>(&operation); statement && !statement->up.isEmpty())
            lose({});
    }

    const QList<Loss> &losses() const { return m_losses; }

private:
    using Name = std::pair<QString, QString>; // table and column; no column for the table

    void add(const AlterTable &alteration)
    {
        for (const ColumnChange &change : alteration.changes) {
            const Column &column = change.column;
            if (change.kind == Kind::Add)
                m_made.insert({alteration.table, column.name});
            else if (change.kind == Kind::Remove || change.kind == Kind::RemoveIfExists)
                lose({Loss::Kind::Column, alteration.table, column.name});
            else if (change.kind == Kind::Modify && !(column.before && holdsAll(column, *column.before)))
                lose({Loss::Kind::Values, alteration.table, column.name});
        }
    }

    void lose(const Loss &loss)
    {
        const bool isNew = m_made.contains({loss.table, {}}) || m_made.contains({loss.table, loss.column});
        if (!isNew && !m_losses.contains(loss))
            m_losses.append(loss);
    }

    void rename(const Name &from, const Name &to)
    {
        m_made.remove(to);
        if (m_made.remove(from))
            m_made.insert(to);
    }

    QSet<Name> m_made;
    QList<Loss> m_losses;
};

} // namespace

QList<Loss> whatIsLost(const QList<Operation> &operations)
{
    Losses losses;
    for (const Operation &operation : operations)
        losses.add(operation);
    return losses.losses();
}

QStringList rewrittenTables(const QList<Operation> &operations, DatabaseUrl::Engine engine)
{
    QStringList tables;
    for (const Operation &operation : operations) {
        const auto *alteration = std::get_if<AlterTable>(&operation);
        if (!alteration || tables.contains(alteration->table))
            continue;
        const auto isRewriting = [engine](const ColumnChange &change) { return isRewritten(change, engine); };
        if (std::any_of(alteration->changes.cbegin(), alteration->changes.cend(), isRewriting))
            tables.append(alteration->table);
    }
    return tables;
}

} // namespace db
