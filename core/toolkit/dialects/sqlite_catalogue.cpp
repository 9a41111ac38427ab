// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The catalogue of SQLite: https://www.sqlite.org/pragma.html

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/dialects/sqlite_table_text.h"
#include "core/toolkit/sql_lexer.h"

#include <QMap>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Row = std::function<void(const RowReader &)>;

/// Asks a pragma about a table or index.
Result<void> ask(Connection &connection, const QString &sql, const QString &about, const Row &each)
{
    Statement statement{.kind = Statement::Kind::Select, .sql = sql, .binds = {}, .source = about};
    if (!about.isNull())
        statement.binds.append({Type::String, about});
    return connection.select(statement, [&](const RowReader &row) {
        each(row);
        return true;
    });
}

QString text(const RowReader &row, int column)
{
    return row.value(column, Type::String).toString();
}

int number(const RowReader &row, int column)
{
    return int(row.value(column, Type::Integer).toLongLong());
}

/// What a column of an unknown table is taken for: its affinity (https://www.sqlite.org/datatype3.html), finer where the
/// name is clear. Dates and times are Any: SQLite has no such types, and their spelling is the file's own.
Type typeOf(const QString &declared)
{
    const QString name = declared.toUpper().section(u'(', 0, 0).trimmed();
    const auto has = [&](QStringView part) { return name.contains(part); };
    if (has(u"INT"))
        return Type::Integer;
    if (has(u"CHAR") || has(u"CLOB") || has(u"TEXT"))
        return Type::String;
    if (has(u"BLOB"))
        return Type::Binary;
    if (has(u"REAL") || has(u"FLOA") || has(u"DOUB"))
        return Type::Float;
    if (has(u"BOOL"))
        return Type::Boolean;
    if (has(u"DECIMAL") || has(u"NUMERIC") || has(u"MONEY"))
        return Type::Decimal;
    return Type::Any;
}

/// The numbers of "VARCHAR(20)" and "DECIMAL(10,2)".
void readSize(ColumnInfo &column)
{
    const QStringList parts = column.declaredType.section(u'(', 1).section(u')', 0, 0).split(u',');
    bool isNumber = false;
    const int first = parts.first().trimmed().toInt(&isNumber);
    if (!isNumber)
        return;
    if (column.type == Type::String)
        column.size = first;
    if (column.type == Type::Decimal) {
        column.precision = first;
        column.scale = parts.size() > 1 ? parts.at(1).trimmed().toInt() : 0;
    }
}

Result<void> readColumns(Connection &connection, TableInfo &table)
{
    return ask(connection, u"SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)"_s, table.name, [&](const RowReader &row) {
        constexpr int hiddenOfVirtual = 1;
        if (number(row, 5) == hiddenOfVirtual)
            return;
        ColumnInfo column{.name = text(row, 0), .declaredType = text(row, 1)};
        column.type = typeOf(column.declaredType);
        readSize(column);
        column.isNullable = number(row, 2) == 0;
        if (!row.isNull(3))
            column.defaultExpression = text(row, 3);
        column.keyPosition = number(row, 4);
        column.isGenerated = number(row, 5) > hiddenOfVirtual;
        table.columns.append(column);
    });
}

/// What stands behind the WHERE of a CREATE INDEX.
QString conditionOf(const QString &sql)
{
    using Kind = SqlLexer::Token::Kind;
    SqlLexer lexer(sql, DatabaseUrl::Engine::Sqlite);
    int depth = 0;
    for (SqlLexer::Token token = lexer.next(); token.kind != Kind::End && token.kind != Kind::Broken; token = lexer.next()) {
        const QStringView text = QStringView(sql).sliced(token.at, token.size);
        if (token.kind == Kind::Symbol)
            depth += text == u"(" ? 1 : text == u")" ? -1
                                                     : 0;
        if (token.kind == Kind::Word && depth == 0 && text.compare(u"where", Qt::CaseInsensitive) == 0)
            return sql.sliced(token.at + token.size).trimmed();
    }
    return {};
}

Result<void> readIndexes(Connection &connection, TableInfo &table)
{
    const Result<void> listed = ask(connection, u"SELECT l.name, l.\"unique\", l.origin, l.partial, s.sql FROM pragma_index_list(?) AS l "
                                                "LEFT JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = l.name ORDER BY l.seq DESC"_s,
                                    table.name, [&](const RowReader &row) {
                                        table.indexes.append({.name = text(row, 0), .isUnique = number(row, 1) != 0, .isPartial = number(row, 3) != 0, .isPrimaryKey = text(row, 2) == u"pk"});
                                        if (table.indexes.last().isPartial)
                                            table.indexes.last().condition = conditionOf(text(row, 4));
                                    });
    if (!listed)
        return listed;
    for (IndexInfo &index : table.indexes) {
        const Result<void> read = ask(connection, u"SELECT name FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno"_s, index.name,
                                      [&](const RowReader &row) { index.columns.append(text(row, 0)); });
        if (!read)
            return read;
    }
    return {};
}

/// The pragma lists the last one of the text first, and knows no names.
Result<void> readForeignKeys(Connection &connection, TableInfo &table, const SqliteTableText &definition)
{
    QMap<int, ForeignKeyInfo> keys;
    const Result<void> read = ask(connection, u"SELECT id, \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq"_s, table.name, [&](const RowReader &row) {
        ForeignKeyInfo &key = keys[-number(row, 0)];
        key.table = table.name;
        key.referencedTable = text(row, 1);
        key.columns.append(text(row, 2));
        if (!row.isNull(3))
            key.referencedColumns.append(text(row, 3));
        key.onUpdate = text(row, 4);
        key.onDelete = text(row, 5);
    });
    table.foreignKeys = keys.values();
    if (definition.foreignKeys.size() == table.foreignKeys.size()) {
        for (qsizetype i = 0; i < table.foreignKeys.size(); ++i)
            table.foreignKeys[i].name = definition.foreignKeys.at(i);
    }
    return read;
}

/// A name for the row number that no column has taken.
QString rowKeyOf(const TableInfo &table)
{
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        const bool isTaken = std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnInfo &column) { return column.name.compare(name, Qt::CaseInsensitive) == 0; });
        if (!isTaken)
            return name;
    }
    return {};
}

Result<void> readTriggers(Connection &connection, TableInfo &table)
{
    return ask(connection, u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY name"_s, table.name,
               [&](const RowReader &row) { table.triggers.append({text(row, 0), text(row, 1)}); });
}

Result<void> describe(Connection &connection, TableInfo &table, const QString &sql, bool hasRowNumbers)
{
    if (const Result<void> read = readTriggers(connection, table); !read)
        return read;
    if (const Result<void> read = readColumns(connection, table); !read || table.kind != TableInfo::Kind::Table)
        return read;
    if (const Result<void> read = readIndexes(connection, table); !read)
        return read;
    const SqliteTableText definition = readSqliteTable(sql);
    table.checks = definition.checks;
    const QStringList key = table.primaryKey();
    if (key.isEmpty() && hasRowNumbers)
        table.rowKey = rowKeyOf(table);
    for (ColumnInfo &column : table.columns) {
        // https://www.sqlite.org/lang_createtable.html#rowid: only this spelling makes the key the row's number.
        const bool isRowNumber = key.size() == 1 && key.first() == column.name && hasRowNumbers && column.declaredType.compare(u"INTEGER", Qt::CaseInsensitive) == 0;
        column.isAutoIncrement = isRowNumber;
    }
    return readForeignKeys(connection, table, definition);
}

/// The primary key that a foreign key means that names no columns.
void completeReferences(QList<TableInfo> &tables)
{
    for (TableInfo &table : tables) {
        for (ForeignKeyInfo &key : table.foreignKeys) {
            const auto target = std::find_if(tables.cbegin(), tables.cend(), [&](const TableInfo &one) { return one.name.compare(key.referencedTable, Qt::CaseInsensitive) == 0; });
            if (target == tables.cend())
                continue;
            key.referencedTable = target->name;
            if (key.referencedColumns.isEmpty())
                key.referencedColumns = target->primaryKey();
        }
    }
}

} // namespace

Result<QList<TableInfo>> SqliteDialect::tables(Connection &connection) const
{
    struct Found
    {
        TableInfo table;
        QString sql;
        bool hasRowNumbers = true;
    };
    QList<Found> found;
    const QString sql = u"SELECT l.name, l.type, l.wr, s.sql FROM pragma_table_list AS l LEFT JOIN sqlite_schema AS s ON s.name = l.name AND s.type IN ('table', 'view') "
                        "WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s;
    const Result<void> listed = ask(connection, sql, {}, [&](const RowReader &row) {
        const QString kind = text(row, 1);
        using Kind = TableInfo::Kind;
        found.append({{.name = text(row, 0), .kind = kind == u"view" ? Kind::View : kind == u"virtual" ? Kind::Virtual
                                                                                                       : Kind::Table},
                      text(row, 3),
                      number(row, 2) == 0});
    });
    if (!listed)
        return Failure(listed.error());
    QList<TableInfo> tables;
    for (Found &one : found) {
        if (const Result<void> described = describe(connection, one.table, one.sql, one.hasRowNumbers); !described) {
            if (described.error().kind == Error::Kind::Canceled)
                return Failure(described.error());
            one.table.problem = described.error();
        }
        tables.append(one.table);
    }
    completeReferences(tables);
    return tables;
}

} // namespace db
