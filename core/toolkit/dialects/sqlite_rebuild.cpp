// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_rebuild.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/dialects/sqlite_tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Row = std::function<void(const RowReader &)>;

Result<void> ask(Connection &connection, const QString &sql, const QStringList &values, const Row &each)
{
    Statement statement{.kind = Statement::Kind::Select, .sql = sql, .binds = {}};
    for (const QString &value : values)
        statement.binds.append({Type::String, value});
    return connection.select(statement, [&](const RowReader &row) {
        each(row);
        return true;
    });
}

QString text(const RowReader &row, int column)
{
    return row.value(column, Type::String).toString();
}

bool holds(const QStringList &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&](const QString &one) { return areSqliteNamesSame(one, name); });
}

} // namespace

Result<SqliteRebuild> SqliteRebuild::of(Connection &connection, const QString &table)
{
    QString name;
    QString sql;
    const Result<void> found = ask(connection, u"SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE"_s, {table}, [&](const RowReader &row) {
        name = text(row, 0);
        sql = text(row, 1);
    });
    if (!found)
        return Failure(found.error());
    if (name.isEmpty())
        return Failure({.kind = Error::Kind::MissingTable, .message = u"there is no table "_s + table, .subject = table});
    SqliteRebuild rebuild(sql);
    rebuild.m_table = name;
    if (const Result<void> read = rebuild.readParts(connection); !read)
        return Failure(read.error());
    return rebuild;
}

Result<void> SqliteRebuild::readParts(Connection &connection)
{
    QStringList columns;
    const Result<void> told = ask(connection, u"SELECT name FROM pragma_table_xinfo(?)"_s, {m_table}, [&](const RowReader &row) { columns.append(text(row, 0)); });
    if (!told)
        return told;
    QStringList own;
    for (const SqliteTableParts::Column &column : parts().columns)
        own.append(column.name);
    if (!m_before.isValid() || own != columns)
        return Failure(Error::refused(u"the text of table %1 cannot be taken apart"_s.arg(m_table), m_table));

    const QString all = u"SELECT name, type, sql, tbl_name = ? COLLATE NOCASE FROM sqlite_schema ORDER BY rowid"_s;
    const Result<void> listed = ask(connection, all, {m_table}, [&](const RowReader &row) {
        const QString type = text(row, 1);
        m_names.append(text(row, 0));
        if (row.isNull(2) || text(row, 3) != u"1")
            return;
        if (type == u"index")
            m_indexes.append({m_names.last(), text(row, 2)});
        else if (type == u"trigger")
            m_triggers.append({m_names.last(), text(row, 2)});
    });
    if (!listed)
        return listed;
    for (Part &index : m_indexes) {
        const Result<void> read = ask(connection, u"SELECT name FROM pragma_index_info(?) WHERE name IS NOT NULL"_s, {index.name}, [&](const RowReader &row) { index.columns.append(text(row, 0)); });
        if (!read)
            return read;
    }
    return {};
}

QStringList SqliteRebuild::indexesOf(const QString &column) const
{
    QStringList names;
    for (const Part &index : m_indexes) {
        if (holds(index.columns, column))
            names.append(index.name);
    }
    return names;
}

void SqliteRebuild::addColumn(const QString &name, const QString &definition)
{
    m_edit.addColumn(definition);
    m_added.append(name);
}

bool SqliteRebuild::removeColumn(const QString &name)
{
    m_indexes.removeIf([&](const Part &index) { return holds(index.columns, name); });
    return m_edit.removeColumn(name);
}

void SqliteRebuild::require(const QString &column, const QStringList &storageTypes, const QString &otherwise)
{
    QStringList types;
    for (const QString &type : storageTypes)
        types.append(quotedLiteral(type));
    m_requirements.append({u"typeof(NEW.%1) NOT IN (%2)"_s.arg(quotedIdentifier(column), types.join(u", ")), otherwise});
}

QString SqliteRebuild::freeName(const QString &suffix) const
{
    QString name = m_table + suffix;
    while (holds(m_names, name))
        name += u'_';
    return name;
}

QString SqliteRebuild::rowNumber() const
{
    const SqliteTableParts &before = m_before.parts();
    for (const SqliteTableParts *one : {&before, &parts()}) {
        if (!one->hasRowNumbers || one->hasNumberedKey())
            return {};
    }
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (!before.findColumn(name) && !parts().findColumn(name))
            return name;
    }
    return {};
}

QString SqliteRebuild::copied(const QString &from) const
{
    QStringList columns;
    QStringList values;
    if (const QString number = rowNumber(); !number.isEmpty()) {
        columns.append(number);
        values.append(number);
    }
    for (const SqliteTableParts::Column &column : parts().columns) {
        if (column.find(SqliteTableParts::Rule::Kind::Generation) || holds(m_added, column.name))
            continue;
        const QString name = quotedIdentifier(column.name);
        columns.append(name);
        values.append(m_values.value(column.name, name));
    }
    return u"INSERT INTO %1 (%2) SELECT %3 FROM %4"_s.arg(quotedIdentifier(m_table), columns.join(u", "), values.join(u", "), quotedIdentifier(from));
}

Result<QStringList> SqliteRebuild::statements(Connection &connection) const
{
    if (!m_edit.isValid())
        return Failure(Error::refused(u"what is said of table %1 leaves no text of a table"_s.arg(m_table), m_table));
    if (m_edit.sql() == m_before.sql() && m_values.isEmpty())
        return QStringList();
    const Result<bool> areKept = SqliteDialect::areReferencesKept(connection);
    if (!areKept)
        return Failure(areKept.error());
    if (*areKept)
        return Failure(Error::refused(u"SQLite makes table %1 anew for this, which needs a transaction of the migration's own"_s.arg(m_table), m_table));

    const QString table = quotedIdentifier(m_table);
    const QString before = freeName(u"_before"_s);
    const QString guard = freeName(u"_fits"_s);
    QStringList statements{
        u"PRAGMA legacy_alter_table = ON"_s, // lest what refers to the name follows the old table
        u"ALTER TABLE "_s + table + u" RENAME TO " + quotedIdentifier(before),
        u"PRAGMA legacy_alter_table = OFF"_s,
        m_edit.sql(),
    };
    if (!m_requirements.isEmpty()) {
        QString checks;
        for (const Requirement &requirement : m_requirements)
            checks += u"SELECT RAISE(ABORT, %1) WHERE %2; "_s.arg(quotedLiteral(requirement.otherwise), requirement.condition);
        statements.append(u"CREATE TRIGGER %1 AFTER INSERT ON %2 BEGIN %3END"_s.arg(quotedIdentifier(guard), table, checks));
    }
    statements.append(copied(before));
    if (!m_requirements.isEmpty())
        statements.append(u"DROP TRIGGER "_s + quotedIdentifier(guard));
    if (m_before.parts().counts() && parts().counts()) {
        statements.append(u"DELETE FROM sqlite_sequence WHERE name = "_s + quotedLiteral(m_table));
        statements.append(u"UPDATE sqlite_sequence SET name = %1 WHERE name = %2"_s.arg(quotedLiteral(m_table), quotedLiteral(before)));
    }
    statements.append(u"DROP TABLE "_s + quotedIdentifier(before));
    const QList<Part> kept = m_indexes + m_triggers;
    for (const Part &part : kept)
        statements.append(part.sql);
    return statements;
}

} // namespace db
