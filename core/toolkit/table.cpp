// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/table.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/sql_compiler.h"
#include "core/toolkit/table_type.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Where the error of a check appears: on the first column that it names.
QString fieldOf(const CheckInfo &check, const TableInfo &table)
{
    for (const ColumnInfo &column : table.columns) {
        const QRegularExpression word(u"\\b%1\\b"_s.arg(QRegularExpression::escape(column.name)), QRegularExpression::UseUnicodePropertiesOption);
        if (word.match(check.expression).hasMatch())
            return column.name;
    }
    return table.columns.first().name;
}

} // namespace

QVariant Record::value(QStringView column) const
{
    const Field *field = m_type->schema().findField(column);
    return field ? field->read(m_values.constData()) : QVariant();
}

Table::Table(const TableInfo &info)
    : m_type(std::make_shared<const TableType>(info)) { }

const TableInfo &Table::info() const
{
    return m_type->info();
}

const Schema &Table::schema() const
{
    return m_type->schema();
}

bool Table::isEditable() const
{
    return info().kind == TableInfo::Kind::Table && !schema().primaryKeys().isEmpty();
}

Result<void> Table::requireEditable() const
{
    if (isEditable())
        return {};
    const bool isTable = info().kind == TableInfo::Kind::Table;
    return Failure(Error::refused(isTable ? u"%1 has nothing that tells its rows apart"_s.arg(info().name)
                                          : u"The rows of %1 cannot be changed: it is not an ordinary table"_s.arg(info().name),
                                  info().name));
}

Record Table::blank() const
{
    return Record(m_type, QVariantList(m_type->columns()));
}

Record Table::recordOf(const void *values) const
{
    const auto *first = static_cast<const QVariant *>(values);
    return Record(m_type, QVariantList(first, first + m_type->columns()));
}

Result<QueryCore> Table::core(const RecordQuery &query) const
{
    QueryCore core;
    core.schema = &schema();
    for (const RecordCondition &one : query.where) {
        const Result<Condition> condition = filter(schema(), one.column, one.comparison, one.value);
        if (!condition)
            return Failure(condition.error());
        core.addWhere(condition->node());
    }
    for (const RecordOrder &one : query.orderBy) {
        const Result<Ordering> ordering = order(schema(), one.column, one.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        if (!ordering)
            return Failure(ordering.error());
        core.orderings.append(*ordering);
    }
    const QList<const Field *> keys = schema().primaryKeys();
    for (const Field *key : keys)
        core.orderings.append({fieldColumn(schema(), *key), false});
    core.limit = query.limit;
    core.offset = query.offset;
    return core;
}

Result<QList<Record>> Table::list(Repo &repo, const RecordQuery &query) const
{
    const Result<QueryCore> asked = core(query);
    if (!asked)
        return Failure(asked.error());
    QList<Record> records;
    const Result<void> done = repo.select(*asked, [&](const RowReader &row) {
        Record record = blank();
        Repo::decode(row, 0, schema(), record.m_values.data());
        records.append(record);
        return true;
    });
    if (!done)
        return Failure(done.error());
    return records;
}

Result<qint64> Table::count(Repo &repo, const QList<RecordCondition> &where) const
{
    const Result<QueryCore> asked = core({.where = where});
    return asked ? repo.countCore(*asked) : Failure(asked.error());
}

ChangesetCore Table::change(const Record &record) const
{
    // The changeset keeps its type alive by its data.
    const auto owned = std::make_shared<const std::pair<std::shared_ptr<const TableType>, Record>>(m_type, record);
    return ChangesetCore(*m_type, std::shared_ptr<const void>(owned, owned->second.m_values.data()));
}

ChangesetCore Table::cast(const Record &record, const Params &params) const
{
    ChangesetCore changeset = change(record);
    QStringList permitted;
    QStringList required;
    for (const Field &field : schema().fields()) {
        if (!field.isGenerated)
            permitted.append(field.name);
    }
    for (const ColumnInfo &column : info().columns) {
        if (!column.isNullable && !column.isGenerated && !column.isAutoIncrement && !column.defaultExpression)
            required.append(column.name);
    }
    changeset.cast(params, permitted, {});
    changeset.validateRequired(required, QT_TRANSLATE_NOOP("db", "can't be blank"));
    for (const ColumnInfo &column : info().columns) {
        if (column.size && column.type == Type::String)
            changeset.validateLength(column.name, {.max = int(*column.size), .count = Length::Count::Codepoints});
        if (!column.names.isEmpty())
            changeset.validateInclusion(column.name, QVariantList(column.names.begin(), column.names.end()), QT_TRANSLATE_NOOP("db", "is invalid"));
    }
    const auto declare = [&](Constraint::Kind kind, const QString &name, const QStringList &columns, const QString &field, const char *message) {
        changeset.declare({.kind = kind, .name = name, .isNamed = !name.isEmpty(), .columns = columns, .field = field, .message = QByteArray(message)});
    };
    for (const IndexInfo &index : info().indexes) {
        if (index.isUnique && !index.columns.contains(QString()))
            declare(Constraint::Kind::Unique, index.name, index.columns, index.columns.first(), QT_TRANSLATE_NOOP("db", "has already been taken"));
    }
    for (const ForeignKeyInfo &key : info().foreignKeys)
        declare(Constraint::Kind::ForeignKey, key.name, key.columns, key.columns.first(), QT_TRANSLATE_NOOP("db", "does not exist"));
    for (const CheckInfo &check : info().checks)
        declare(Constraint::Kind::Check, check.name.isEmpty() ? check.expression : check.name, {}, fieldOf(check, info()), QT_TRANSLATE_NOOP("db", "is invalid"));
    return changeset;
}

Result<Record> Table::stored(Repo &repo, const void *values) const
{
    RecordQuery query;
    const QList<const Field *> keys = schema().primaryKeys();
    for (const Field *key : keys) {
        const QVariant value = key->read(values);
        query.where.append({key->name, isNull(value) ? Comparison::IsNull : Comparison::Equal, value});
    }
    const Result<QList<Record>> found = list(repo, query);
    if (!found)
        return Failure(found.error());
    return found->isEmpty() ? recordOf(values) : found->first();
}

Result<Record> Table::insert(Repo &repo, ChangesetCore changeset) const
{
    if (const Result<void> editable = requireEditable(); !editable)
        return Failure(editable.error());
    const std::shared_ptr<void> values = changeset.applied();
    if (const Result<void> done = repo.insertCore(changeset, values.get(), {}); !done)
        return Failure(done.error());
    return stored(repo, values.get());
}

Result<Record> Table::update(Repo &repo, ChangesetCore changeset) const
{
    if (const Result<void> editable = requireEditable(); !editable)
        return Failure(editable.error());
    const std::shared_ptr<void> values = changeset.applied();
    if (const Result<void> done = repo.updateCore(changeset, values.get(), {}); !done)
        return Failure(done.error());
    return stored(repo, values.get());
}

Result<void> Table::remove(Repo &repo, const Record &record) const
{
    if (const Result<void> editable = requireEditable(); !editable)
        return editable;
    ChangesetCore changeset = change(record);
    const std::shared_ptr<void> values = changeset.applied();
    return repo.removeCore(changeset, values.get(), {});
}

} // namespace db
