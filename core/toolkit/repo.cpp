// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/repo.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/sql_compiler.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Cell = SqlCompiler::Cell;

Cell cellOf(const Field &field, const QVariant &value)
{
    return {field.name, {field.type, value}};
}

/// Stamps a time column, unless the changeset sets it itself.
void stamp(const ChangesetCore &changeset, const QString &column, const QDateTime &now, void *object)
{
    if (column.isEmpty() || changeset.changes().contains(column))
        return;
    const Field &field = *changeset.schema().findField(column);
    field.write(object, truncatedTo(field.type, now));
}

QSet<qint64> keySet(const QVariantList &keys)
{
    QSet<qint64> set;
    for (const QVariant &key : keys)
        set.insert(key.toLongLong());
    return set;
}

} // namespace

Result<void> Repo::select(const QueryCore &query, const std::function<bool(const RowReader &)> &each)
{
    return m_connection.select(SqlCompiler(m_connection.dialect()).select(query), each);
}

int Repo::decode(const RowReader &row, int column, const Schema &schema, void *object)
{
    for (const Field &field : schema.fields()) {
        if (!field.isVirtual)
            field.write(object, row.value(column++, field.type));
    }
    return column;
}

void Repo::decodeOutputs(const RowReader &row, const QList<Output> &outputs, void *object)
{
    int column = 0;
    for (const Output &output : outputs) {
        char *place = static_cast<char *>(object) + output.member;
        if (output.schema)
            column = decode(row, column, *output.schema, place);
        else
            output.value->write(place, row.value(column++, output.value->type));
    }
}

Result<qint64> Repo::countCore(const QueryCore &query)
{
    qint64 count = 0;
    const Result<void> done = m_connection.select(SqlCompiler(m_connection.dialect()).count(query), [&](const RowReader &row) {
        count = row.value(0, Type::Integer).toLongLong();
        return true;
    });
    if (!done)
        return Failure(done.error());
    return count;
}

Result<bool> Repo::existsCore(const QueryCore &query)
{
    bool found = false;
    const Result<void> done = m_connection.select(SqlCompiler(m_connection.dialect()).exists(query), [&](const RowReader &) {
        found = true;
        return false;
    });
    if (!done)
        return Failure(done.error());
    return found;
}

Result<void> Repo::insertCore(ChangesetCore &changeset, void *object)
{
    changeset.setAction(ChangesetCore::Action::Insert);
    if (!changeset.isValid())
        return Failure(Error::invalid(changeset));
    if (changeset.associations().isEmpty())
        return insertRow(changeset, object);
    return transaction([&]() -> Result<void> {
        if (const Result<void> inserted = insertRow(changeset, object); !inserted)
            return inserted;
        return writeAssociations(changeset, object);
    });
}

Result<void> Repo::insertRow(const ChangesetCore &changeset, void *object)
{
    const Schema &schema = changeset.schema();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &column : {schema.insertedAt(), schema.updatedAt()}) {
        if (!column.isEmpty() && isNull(schema.findField(column)->read(object)))
            stamp(changeset, column, now, object);
    }
    QList<Cell> cells;
    for (const Field &field : schema.fields()) {
        const QVariant value = field.read(object);
        if (!field.isVirtual && (!isNull(value) || changeset.changes().contains(field.name)))
            cells.append(cellOf(field, value));
    }
    const Dialect &dialect = m_connection.dialect();
    const Result<QVariant> generated = dialect.insert(m_connection, SqlCompiler(dialect).insert(schema.table(), cells));
    if (!generated)
        return Failure(explained(generated.error(), changeset, object));
    const Field &key = schema.primaryKey();
    if (isNull(key.read(object)))
        key.write(object, *generated);
    return {};
}

Result<void> Repo::updateCore(ChangesetCore &changeset, void *object)
{
    changeset.setAction(ChangesetCore::Action::Update);
    if (!changeset.isValid())
        return Failure(Error::invalid(changeset));
    if (!changeset.isChanged())
        return {};
    if (changeset.associations().isEmpty())
        return updateRow(changeset, object);
    return transaction([&]() -> Result<void> {
        if (const Result<void> updated = updateRow(changeset, object); !updated)
            return updated;
        return writeAssociations(changeset, object);
    });
}

Result<void> Repo::updateRow(const ChangesetCore &changeset, void *object)
{
    const Schema &schema = changeset.schema();
    const Field &key = schema.primaryKey();
    stamp(changeset, schema.updatedAt(), QDateTime::currentDateTimeUtc(), object);
    QList<Cell> cells;
    QList<Cell> same{cellOf(key, changeset.current().value(key.name))};
    for (const Field &field : schema.fields()) {
        const bool changes = changeset.changes().contains(field.name);
        if (!field.isVirtual && (changes || field.name == schema.updatedAt()))
            cells.append(cellOf(field, field.read(object)));
        if (!field.isVirtual && changes && changeset.mustBeUnchanged())
            same.append(cellOf(field, changeset.current().value(field.name)));
    }
    if (cells.isEmpty())
        return {};
    const Result<Connection::Outcome> outcome = m_connection.execute(SqlCompiler(m_connection.dialect()).update(schema.table(), cells, same));
    if (!outcome)
        return Failure(explained(outcome.error(), changeset, object));
    if (outcome->affected == 0)
        return Failure(Error::stale(schema.table()));
    return {};
}

Result<void> Repo::removeCore(ChangesetCore &changeset)
{
    changeset.setAction(ChangesetCore::Action::Delete);
    if (!changeset.isValid())
        return Failure(Error::invalid(changeset));
    const Schema &schema = changeset.schema();
    const Field &key = schema.primaryKey();
    QList<Cell> same{cellOf(key, changeset.current().value(key.name))};
    for (const Field &field : schema.fields()) {
        const bool counts = !field.isVirtual && !field.isPrimaryKey && field.name != schema.updatedAt();
        if (counts && changeset.mustBeUnchanged())
            same.append(cellOf(field, changeset.current().value(field.name)));
    }
    const Result<Connection::Outcome> outcome = m_connection.execute(SqlCompiler(m_connection.dialect()).remove(schema.table(), same));
    if (!outcome)
        return Failure(explained(outcome.error(), changeset, nullptr));
    if (outcome->affected == 0)
        return Failure(Error::stale(schema.table()));
    return {};
}

Result<void> Repo::writeAssociations(const ChangesetCore &changeset, const void *object)
{
    const Schema &schema = changeset.schema();
    const QVariant owner = schema.primaryKey().read(object);
    for (const AssociationChange &change : changeset.associations()) {
        const Association &association = schema.association(change.member);
        if (changeset.mustBeUnchanged()) {
            const Result<QSet<qint64>> stored = joinedKeys(association, owner);
            if (!stored)
                return Failure(stored.error());
            if (*stored != keySet(change.before))
                return Failure(Error::stale(schema.table()));
        }
        for (const QVariant &key : change.before) {
            if (change.after.contains(key))
                continue;
            const QList<Cell> same{{association.joinOwnerKey, {Type::Id, owner}}, {association.joinRelatedKey, {Type::Id, key}}};
            if (const auto removed = m_connection.execute(SqlCompiler(m_connection.dialect()).remove(association.joinTable, same)); !removed)
                return Failure(removed.error());
        }
        QList<std::pair<qint64, qint64>> pairs;
        for (const QVariant &key : change.after) {
            if (!change.before.contains(key))
                pairs.append({owner.toLongLong(), key.toLongLong()});
        }
        if (const Result<qint64> inserted = insertJoined(association, pairs); !inserted)
            return Failure(inserted.error());
    }
    return {};
}

Result<qint64> Repo::insertAllCore(const Schema &schema, qsizetype rows, const std::function<const void *(qsizetype)> &row)
{
    return transaction([&]() -> Result<qint64> {
        Statement statement;
        for (qsizetype i = 0; i < rows; ++i) {
            QList<Cell> cells;
            cells.reserve(schema.fields().size());
            for (const Field &field : schema.fields()) {
                const QVariant value = field.read(row(i));
                const bool generated = field.isPrimaryKey && isNull(value);
                if (!field.isVirtual && !generated)
                    cells.append(cellOf(field, value));
            }
            // Rows differ in their values only, and by whether they bring their key.
            if (cells.size() != statement.binds.size())
                statement = SqlCompiler(m_connection.dialect()).insert(schema.table(), cells);
            for (qsizetype column = 0; column < cells.size(); ++column)
                statement.binds[column] = cells.at(column).bind;
            if (const auto inserted = m_connection.execute(statement); !inserted)
                return Failure(inserted.error());
        }
        return rows;
    });
}

Result<qint64> Repo::insertJoined(const Association &association, const QList<std::pair<qint64, qint64>> &pairs)
{
    return transaction([&]() -> Result<qint64> {
        SqlCompiler compiler(m_connection.dialect());
        qint64 count = 0;
        for (const auto &[owner, related] : pairs) {
            const QList<Cell> cells{{association.joinOwnerKey, {Type::Id, owner}}, {association.joinRelatedKey, {Type::Id, related}}};
            const auto inserted = m_connection.execute(
                compiler.insert(association.joinTable, cells, {association.joinOwnerKey, association.joinRelatedKey}));
            if (!inserted)
                return Failure(inserted.error());
            count += inserted->affected;
        }
        return count;
    });
}

Result<qint64> Repo::updateAllCore(const QueryCore &query, const QList<Assignment> &assignments)
{
    const auto outcome = m_connection.execute(SqlCompiler(m_connection.dialect()).updateAll(query, assignments));
    if (!outcome)
        return Failure(outcome.error());
    return outcome->affected;
}

Result<qint64> Repo::deleteAllCore(const QueryCore &query)
{
    const auto outcome = m_connection.execute(SqlCompiler(m_connection.dialect()).deleteAll(query));
    if (!outcome)
        return Failure(outcome.error());
    return outcome->affected;
}

Result<void> Repo::begin()
{
    if (m_depth == 0) {
        if (const Result<void> begun = m_connection.begin(); !begun)
            return begun;
        m_doomed = false;
    }
    ++m_depth;
    return {};
}

Result<void> Repo::end(bool succeeded)
{
    --m_depth;
    if (!succeeded)
        m_doomed = true;
    if (m_depth > 0)
        return {};
    if (!m_doomed)
        return m_connection.commit();
    m_connection.rollback();
    return Failure(Error::refused(u"A step inside the transaction failed, so all of it was rolled back"_s));
}

Result<void> Repo::execute(const QString &sql)
{
    const auto outcome = m_connection.execute({.kind = Statement::Kind::Definition, .sql = sql, .binds = {}, .source = {}});
    if (!outcome)
        return Failure(outcome.error());
    return {};
}

} // namespace db
