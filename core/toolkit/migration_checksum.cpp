// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_checksum.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/sql_lexer.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Writes an operation down as parts of text. What is as it is by default is not written, so that operations keep their
/// checksum when they learn new words.
class Writer
{
public:
    explicit Writer(DatabaseUrl::Engine engine)
        : m_engine(engine) { }

    QByteArray bytes() const { return m_bytes; }

    void write(const CreateTable &operation)
    {
        part(u"create table"_s, operation.table);
        flag(u"with id"_s, operation.hasPrimaryKey);
        flag(u"unless there"_s, operation.ifNotExists);
        text(u"comment"_s, operation.comment);
        for (const Column &column : operation.columns)
            write(column);
    }
    void write(const DropTable &operation)
    {
        part(u"drop table"_s, operation.table);
        flag(u"if there"_s, operation.ifExists);
    }
    void write(const AlterTable &operation)
    {
        part(u"alter table"_s, operation.table);
        for (const ColumnChange &change : operation.changes)
            write(change);
    }
    void write(const CreateIndex &operation)
    {
        const Index &index = operation.index;
        part(u"create index"_s, index.name());
        part(u"table"_s, index.table);
        for (const IndexColumn &column : index.columns) {
            if (column.isExpression)
                sql(u"expression"_s, column.text);
            else
                part(u"by"_s, column.text);
            flag(u"descending"_s, column.isDescending);
            number(u"nulls"_s, int(column.nulls));
        }
        flag(u"unique"_s, index.isUnique);
        sql(u"where"_s, index.condition);
        list(u"include"_s, index.included);
        text(u"method"_s, index.accessMethod);
        flag(u"nulls are alike"_s, !index.hasDistinctNulls);
        text(u"comment"_s, index.comment);
    }
    void write(const DropIndex &operation)
    {
        part(u"drop index"_s, operation.index.name());
        part(u"table"_s, operation.index.table);
    }
    void write(const CreateConstraint &operation)
    {
        const TableConstraint &constraint = operation.constraint;
        part(u"create constraint"_s, constraint.name);
        part(u"table"_s, constraint.table);
        sql(u"check"_s, constraint.expression);
        sql(u"exclude"_s, constraint.excluded);
        flag(u"not valid"_s, !constraint.isValidated);
    }
    void write(const DropConstraint &operation)
    {
        part(u"drop constraint"_s, operation.constraint.name);
        part(u"table"_s, operation.constraint.table);
    }
    void write(const RenameTable &operation)
    {
        part(u"rename table"_s, operation.from);
        part(u"to"_s, operation.to);
    }
    void write(const RenameColumn &operation)
    {
        part(u"rename column"_s, operation.from);
        part(u"table"_s, operation.table);
        part(u"to"_s, operation.to);
    }
    void write(const RenameIndex &operation)
    {
        part(u"rename index"_s, operation.index.name());
        part(u"to"_s, operation.to);
    }
    void write(const Execute &operation) { sql(u"execute"_s, operation.up); }
    /// Operations of which nothing more is known than their description.
    template <typename Other>
    void write(const Other &operation)
    {
        part(u"other"_s, describe(operation));
    }

private:
    void write(const ColumnChange &change)
    {
        using Kind = ColumnChange::Kind;
        switch (change.kind) {
        case Kind::Add:
            part(u"add"_s, {});
            break;
        case Kind::AddIfNotExists:
            part(u"add unless there"_s, {});
            break;
        case Kind::Modify:
            part(u"modify"_s, {});
            break;
        case Kind::Remove:
            part(u"remove"_s, change.column.name);
            return;
        case Kind::RemoveIfExists:
            part(u"remove if there"_s, change.column.name);
            return;
        }
        write(change.column);
    }
    void write(const Column &column)
    {
        part(u"column"_s, column.name);
        number(u"type"_s, int(column.type));
        if (column.type == ColumnType::String)
            number(u"length"_s, column.length);
        if (column.elementType)
            part(u"of"_s, QString::number(int(*column.elementType)));
        number(u"precision"_s, column.precision);
        number(u"scale"_s, column.scale);
        flag(u"not null"_s, !column.isNullable);
        flag(u"key"_s, column.isPrimaryKey);
        if (column.defaultValue.isValid())
            part(u"default"_s, column.defaultValue.canConvert<Decimal>() ? column.defaultValue.value<Decimal>().toString() : column.defaultValue.toString());
        sql(u"default sql"_s, column.defaultSql);
        sql(u"generated"_s, column.generated);
        text(u"collation"_s, column.collation);
        text(u"comment"_s, column.comment);
        for (const Check &check : column.checks) {
            part(u"check"_s, check.name);
            sql(u"is"_s, check.expression);
        }
        if (column.type == ColumnType::Reference)
            write(column.reference);
    }
    void write(const Reference &reference)
    {
        part(u"refers to"_s, reference.table);
        part(u"column"_s, reference.column);
        text(u"key name"_s, reference.name);
        number(u"on delete"_s, int(reference.onDelete));
        list(u"on delete of"_s, reference.onDeleteColumns);
        number(u"on update"_s, int(reference.onUpdate));
        for (const auto &[here, there] : reference.with) {
            part(u"with"_s, here);
            part(u"to"_s, there);
        }
        flag(u"full"_s, reference.matchesFull);
    }

    /// Each part tells its length, so that no two lists of parts are the same text.
    void part(const QString &name, const QString &value)
    {
        const QByteArray bytes = value.toUtf8();
        m_bytes += name.toUtf8() + ' ' + QByteArray::number(bytes.size()) + ':' + bytes + '\n';
    }
    void text(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            part(name, value);
    }
    void flag(const QString &name, bool isSet)
    {
        if (isSet)
            part(name, {});
    }
    void number(const QString &name, int value)
    {
        if (value != 0)
            part(name, QString::number(value));
    }
    void list(const QString &name, const QStringList &values)
    {
        for (const QString &value : values)
            part(name, value);
    }
    /// Token by token.
    void sql(const QString &name, const QString &value)
    {
        using Kind = SqlLexer::Token::Kind;
        if (value.isEmpty())
            return;
        SqlLexer lexer(value, m_engine);
        QStringList tokens;
        for (SqlLexer::Token token = lexer.next(); token.kind != Kind::End; token = lexer.next()) {
            if (token.kind == Kind::Broken) {
                part(name, value);
                return;
            }
            if (token.kind != Kind::LineComment)
                tokens.append(value.sliced(token.at, token.size));
        }
        while (!tokens.isEmpty() && tokens.last() == u";")
            tokens.removeLast();
        part(name, tokens.join(u' '));
    }

    DatabaseUrl::Engine m_engine;
    QByteArray m_bytes;
};

} // namespace

QString checksumOf(const QList<Operation> &operations, DatabaseUrl::Engine engine)
{
    Writer writer(engine);
    for (const Operation &operation : operations)
        std::visit([&writer](const auto &alternative) { writer.write(alternative); }, operation);
    return QString::fromLatin1(QCryptographicHash::hash(writer.bytes(), QCryptographicHash::Sha256).toHex());
}

} // namespace db
