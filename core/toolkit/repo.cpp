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
void stamp(const ChangesetCore &changeset, const QString &column, const QVariant &now, void *object)
{
    if (column.isEmpty() || changeset.changes().contains(column))
        return;
    const Field &field = *changeset.schema().findField(column);
    field.write(object, truncatedTo(field.type, now));
}

QSet<KeyValue> keySet(const QVariantList &keys)
{
    QSet<KeyValue> set;
    for (const QVariant &key : keys)
        set.insert(KeyValue(key));
    return set;
}

/// The types of both columns of a join table.
std::pair<Type, Type> joinTypes(const Schema &owner, const Association &association)
{
    return {owner.findField(association.ownerKey)->type, association.related->schema().findField(association.relatedKey)->type};
}

Node::Ptr columnOf(const Schema &schema, const Field &field)
{
    return Node::make({.kind = Node::Kind::Column, .type = field.type, .schema = &schema, .column = field.name});
}

} // namespace

Result<void> Repo::insertCore(ChangesetCore &changeset, void *object)
{
    changeset.setAction(ChangesetCore::Action::Insert);
    changeset.refuseLostNulls(object);
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
    const Field &key = schema.primaryKey();
    if (const std::optional<QVariant> made = generatedKey(key.type); made && isNull(key.read(object)))
        key.write(object, *made);
    const QVariant now = QVariant::fromValue(Timestamp::now());
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
    if (isNull(key.read(object)))
        key.write(object, *generated);
    return {};
}

Result<void> Repo::updateCore(ChangesetCore &changeset, void *object)
{
    changeset.setAction(ChangesetCore::Action::Update);
    changeset.refuseLostNulls(object);
    if (!changeset.isValid())
        return Failure(Error::invalid(changeset));
    if (!changeset.isChanged())
        return {};
    for (const AssociationChange &change : changeset.associations()) {
        const QString &name = changeset.schema().association(change.member).name;
        if (!change.isLoaded)
            return Failure(Error::refused(u"%1 of %2 was not loaded before it was changed"_s.arg(name, changeset.schema().table()), name));
    }
    // What is compared first must not change before it is written.
    const bool isOneStatement = changeset.associations().isEmpty() && (!changeset.mustBeUnchanged() || m_depth > 0);
    if (isOneStatement)
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
    stamp(changeset, schema.updatedAt(), QVariant::fromValue(Timestamp::now()), object);
    QList<Cell> cells;
    QList<const Field *> changed;
    for (const Field &field : schema.fields()) {
        if (field.isVirtual)
            continue;
        const bool changes = changeset.changes().contains(field.name);
        if (changes)
            changed.append(&field);
        if (changes || field.name == schema.updatedAt())
            cells.append(cellOf(field, field.read(object)));
    }
    if (changeset.mustBeUnchanged()) {
        if (const Result<void> unchanged = requireUnchanged(changeset, changed); !unchanged)
            return unchanged;
    }
    if (cells.isEmpty())
        return {};
    const QList<Cell> same{cellOf(key, changeset.current().value(key.name))};
    const Result<Connection::Outcome> outcome = m_connection.execute(SqlCompiler(m_connection.dialect()).update(schema.table(), cells, same));
    if (!outcome)
        return Failure(explained(outcome.error(), changeset, object));
    if (outcome->affected == 0)
        return Failure(Error::stale(schema.table()));
    return {};
}

Result<void> Repo::requireUnchanged(const ChangesetCore &changeset, const QList<const Field *> &fields)
{
    const Schema &schema = changeset.schema();
    const QVariant key = changeset.current().value(schema.primaryKey().name);
    if (isNull(key))
        return Failure(Error::stale(schema.table()));
    if (fields.isEmpty())
        return {};
    QueryCore query;
    query.schema = &schema;
    query.addWhere(columnIs(schema, schema.primaryKey().name, key));
    for (const Field *field : fields)
        query.outputs.append({.node = columnOf(schema, *field)});
    // By value: one and the same moment can be stored in several spellings.
    bool isSame = false;
    const Result<void> looked = select(query, [&](const RowReader &row) {
        isSame = true;
        for (int column = 0; column < fields.size(); ++column) {
            const Field &field = *fields.at(column);
            const std::optional<QVariant> stored = row.read(column, field.type);
            isSame = isSame && stored && field.value->fits(*stored)
                && sameValue(field.type, field.value->asRead(*stored), changeset.current().value(field.name));
        }
        return false;
    });
    if (!looked)
        return looked;
    return isSame ? Result<void>() : Failure(Error::stale(schema.table()));
}

Result<void> Repo::removeCore(ChangesetCore &changeset)
{
    changeset.setAction(ChangesetCore::Action::Delete);
    if (!changeset.isValid())
        return Failure(Error::invalid(changeset));
    // What is compared first must not change before it is removed.
    const bool isOneStatement = !changeset.mustBeUnchanged() || m_depth > 0;
    return isOneStatement ? removeRow(changeset) : transaction([&] { return removeRow(changeset); });
}

Result<void> Repo::removeRow(const ChangesetCore &changeset)
{
    const Schema &schema = changeset.schema();
    const Field &key = schema.primaryKey();
    if (changeset.mustBeUnchanged()) {
        QList<const Field *> compared;
        for (const Field &field : schema.fields()) {
            if (!field.isVirtual && !field.isPrimaryKey && field.name != schema.updatedAt())
                compared.append(&field);
        }
        if (const Result<void> unchanged = requireUnchanged(changeset, compared); !unchanged)
            return unchanged;
    }
    const QList<Cell> same{cellOf(key, changeset.current().value(key.name))};
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
            const Result<QSet<KeyValue>> stored = joinedKeys(schema, association, owner);
            if (!stored)
                return Failure(stored.error());
            if (*stored != keySet(change.before))
                return Failure(Error::stale(schema.table()));
        }
        for (const QVariant &key : change.before) {
            if (change.after.contains(key))
                continue;
            const auto [ownerType, relatedType] = joinTypes(schema, association);
            const QList<Cell> same{{association.joinOwnerKey, {ownerType, owner}}, {association.joinRelatedKey, {relatedType, key}}};
            if (const auto removed = m_connection.execute(SqlCompiler(m_connection.dialect()).remove(association.joinTable, same)); !removed)
                return Failure(removed.error());
        }
        QList<std::pair<QVariant, QVariant>> pairs;
        for (const QVariant &key : change.after) {
            if (!change.before.contains(key))
                pairs.append({owner, key});
        }
        if (const Result<qint64> inserted = insertJoined(schema, association, pairs); !inserted)
            return Failure(inserted.error());
    }
    return {};
}

Result<qint64> Repo::insertAllCore(const Schema &schema, qsizetype rows, const std::function<const void *(qsizetype)> &row)
{
    const auto hasKey = [&](qsizetype index) { return !isNull(schema.primaryKey().read(row(index))); };
    return transaction([&]() -> Result<qint64> {
        qsizetype end = 0;
        for (qsizetype begin = 0; begin < rows; begin = end) {
            // A statement for rows that bring their key, and another for those that do not.
            const bool bringKey = hasKey(begin);
            for (end = begin + 1; end < rows && hasKey(end) == bringKey;)
                ++end;
            QList<const Field *> fields;
            QList<Cell> cells;
            for (const Field &field : schema.fields()) {
                if (field.isVirtual || (field.isPrimaryKey && !bringKey && !generatedKey(field.type)))
                    continue;
                fields.append(&field);
                cells.append(cellOf(field, {}));
            }
            const auto fill = [&](qsizetype index, QList<Bind> &binds) {
                for (qsizetype column = 0; column < fields.size(); ++column) {
                    const Field &field = *fields.at(column);
                    const bool isMade = field.isPrimaryKey && !bringKey;
                    binds[column].value = isMade ? *generatedKey(field.type) : field.read(row(begin + index));
                }
            };
            const Statement statement = SqlCompiler(m_connection.dialect()).insert(schema.table(), cells);
            if (const auto inserted = m_connection.insertEach(statement, end - begin, fill); !inserted)
                return Failure(inserted.error());
        }
        return rows;
    });
}

Result<qint64> Repo::insertJoined(const Schema &owner, const Association &association, const QList<std::pair<QVariant, QVariant>> &pairs)
{
    if (pairs.isEmpty())
        return 0;
    const auto [ownerType, relatedType] = joinTypes(owner, association);
    const QList<Cell> cells{{association.joinOwnerKey, {ownerType}}, {association.joinRelatedKey, {relatedType}}};
    const Statement statement
        = SqlCompiler(m_connection.dialect()).insert(association.joinTable, cells, {association.joinOwnerKey, association.joinRelatedKey});
    const auto fill = [&](qsizetype index, QList<Bind> &binds) {
        binds[0].value = pairs.at(index).first;
        binds[1].value = pairs.at(index).second;
    };
    return transaction([&] { return m_connection.insertEach(statement, pairs.size(), fill); });
}

Result<qint64> Repo::updateAllCore(const QueryCore &query, const QList<Assignment> &assignments)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).updateAll(query, assignments);
    if (!statement)
        return Failure(statement.error());
    const auto outcome = m_connection.execute(*statement);
    if (!outcome)
        return Failure(outcome.error());
    return outcome->affected;
}

Result<qint64> Repo::deleteAllCore(const QueryCore &query)
{
    const Result<Statement> statement = SqlCompiler(m_connection.dialect()).deleteAll(query);
    if (!statement)
        return Failure(statement.error());
    const auto outcome = m_connection.execute(*statement);
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
