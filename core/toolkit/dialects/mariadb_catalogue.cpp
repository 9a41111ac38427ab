// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The catalogue of MariaDB: https://mariadb.com/kb/en/information-schema/

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/catalogue_reader.h"
#include "core/toolkit/dialects/mariadb.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Reader = CatalogueReader;

/// What the toolkit takes a type of MariaDB for.
Type typeOf(const QString &name, const QString &full)
{
    if (full == u"tinyint(1)" || full == u"bit(1)")
        return Type::Boolean;
    static const QHash<QString, Type> types{
        {u"tinyint"_s, Type::Integer},
        {u"smallint"_s, Type::Integer},
        {u"mediumint"_s, Type::Integer},
        {u"int"_s, Type::Integer},
        {u"bigint"_s, Type::Integer},
        {u"year"_s, Type::Integer},
        {u"float"_s, Type::Float},
        {u"double"_s, Type::Float},
        {u"decimal"_s, Type::Decimal},
        {u"char"_s, Type::String},
        {u"varchar"_s, Type::String},
        {u"tinytext"_s, Type::String},
        {u"text"_s, Type::String},
        {u"mediumtext"_s, Type::String},
        {u"longtext"_s, Type::String},
        {u"set"_s, Type::String},
        {u"enum"_s, Type::Enum},
        {u"binary"_s, Type::Binary},
        {u"varbinary"_s, Type::Binary},
        {u"tinyblob"_s, Type::Binary},
        {u"blob"_s, Type::Binary},
        {u"mediumblob"_s, Type::Binary},
        {u"longblob"_s, Type::Binary},
        {u"uuid"_s, Type::Uuid},
        {u"date"_s, Type::Date},
        {u"time"_s, Type::TimeUsec},
        {u"datetime"_s, Type::NaiveDatetimeUsec},
        {u"timestamp"_s, Type::NaiveDatetimeUsec},
    };
    return types.value(name, Type::Any);
}

/// The names in "enum('small','it''s large')".
QStringList namesOf(const QString &full)
{
    static const QRegularExpression name(u"'((?:[^']|'')*)'"_s);
    QStringList names;
    QRegularExpressionMatchIterator matches = name.globalMatch(full);
    while (matches.hasNext())
        names.append(matches.next().captured(1).replace(u"''"_s, u"'"_s));
    return names;
}

void readColumns(Reader &reader)
{
    const QString sql = u"SELECT table_name, column_name, data_type, column_type, character_maximum_length, numeric_precision, numeric_scale, is_nullable, "
                        "column_default, extra, is_generated, column_comment FROM information_schema.columns WHERE table_schema = database() "
                        "ORDER BY table_name, ordinal_position"_s;
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        const QString full = Reader::text(row, 3);
        ColumnInfo column{.name = Reader::text(row, 1), .declaredType = full, .type = typeOf(Reader::text(row, 2), full)};
        if (column.type == Type::Enum)
            column.names = namesOf(full);
        if (column.type == Type::String && !row.isNull(4))
            column.size = row.value(4, Type::Integer).toLongLong();
        if (column.type == Type::Decimal) {
            column.precision = Reader::number(row, 5);
            column.scale = Reader::number(row, 6);
        }
        column.isNullable = Reader::text(row, 7) == u"YES";
        // A column without a default has none when it is NOT NULL, and this word otherwise.
        if (const QString text = Reader::text(row, 8); !row.isNull(8) && text != u"NULL")
            column.defaultExpression = text;
        column.isAutoIncrement = Reader::text(row, 9).contains(u"auto_increment");
        column.isGenerated = Reader::text(row, 10) == u"ALWAYS";
        column.comment = Reader::text(row, 11);
        table.columns.append(column);
    });
}

void readIndexes(Reader &reader)
{
    const QString sql = u"SELECT table_name, index_name, non_unique, column_name, seq_in_index FROM information_schema.statistics WHERE table_schema = database() "
                        "ORDER BY table_name, index_name, seq_in_index"_s;
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        const QString name = Reader::text(row, 1);
        const QString column = Reader::text(row, 3);
        if (table.indexes.isEmpty() || table.indexes.last().name != name)
            table.indexes.append({.name = name, .isUnique = Reader::number(row, 2) == 0, .isPrimaryKey = name == u"PRIMARY"});
        table.indexes.last().columns.append(column);
        if (!table.indexes.last().isPrimaryKey)
            return;
        for (ColumnInfo &one : table.columns) {
            if (one.name == column)
                one.keyPosition = Reader::number(row, 4);
        }
    });
}

void readForeignKeys(Reader &reader)
{
    const QString sql = u"SELECT u.table_name, u.constraint_name, u.column_name, u.referenced_table_name, u.referenced_column_name, r.delete_rule, r.update_rule "
                        "FROM information_schema.key_column_usage AS u JOIN information_schema.referential_constraints AS r "
                        "ON r.constraint_schema = u.constraint_schema AND r.table_name = u.table_name AND r.constraint_name = u.constraint_name "
                        "WHERE u.table_schema = database() ORDER BY u.table_name, u.constraint_name, u.ordinal_position"_s;
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        const QString name = Reader::text(row, 1);
        if (table.foreignKeys.isEmpty() || table.foreignKeys.last().name != name) {
            table.foreignKeys.append({.name = name,
                                      .table = table.name,
                                      .referencedTable = Reader::text(row, 3),
                                      .onDelete = Reader::text(row, 5),
                                      .onUpdate = Reader::text(row, 6)});
        }
        table.foreignKeys.last().columns.append(Reader::text(row, 2));
        table.foreignKeys.last().referencedColumns.append(Reader::text(row, 4));
    });
}

/// A column of JSON is a text that must be valid: the check tells.
void readChecks(Reader &reader)
{
    const QString sql = u"SELECT table_name, constraint_name, check_clause FROM information_schema.check_constraints WHERE constraint_schema = database() "
                        "ORDER BY table_name, constraint_name"_s;
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        const QString clause = Reader::text(row, 2);
        for (ColumnInfo &column : table.columns) {
            if (column.type == Type::String && clause == u"json_valid(`%1`)"_s.arg(column.name))
                column.type = Type::Map;
        }
        table.checks.append({.name = Reader::text(row, 1), .expression = clause});
    });
}

void readTriggers(Reader &reader)
{
    const QString sql = u"SELECT event_object_table, trigger_name, action_timing, event_manipulation, action_statement FROM information_schema.triggers "
                        "WHERE trigger_schema = database() ORDER BY trigger_name"_s;
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        const QString definition = Reader::text(row, 2) + u' ' + Reader::text(row, 3) + u" FOR EACH ROW " + Reader::text(row, 4);
        table.triggers.append({Reader::text(row, 1), definition});
    });
}

} // namespace

Result<QList<TableInfo>> MariadbDialect::tables(Connection &connection) const
{
    Reader reader(connection);
    reader.ask(u"SELECT table_name, table_type, table_comment FROM information_schema.tables WHERE table_schema = database() AND table_type <> 'SEQUENCE' "
               "ORDER BY table_name"_s,
               [&](const RowReader &row) {
                   const bool isView = Reader::text(row, 1) == u"VIEW";
                   // MariaDB comments each view with this word.
                   reader.add({.name = Reader::text(row, 0),
                               .kind = isView ? TableInfo::Kind::View : TableInfo::Kind::Table,
                               .comment = isView ? QString() : Reader::text(row, 2)});
               });
    readColumns(reader);
    readIndexes(reader);
    readForeignKeys(reader);
    readChecks(reader);
    readTriggers(reader);
    return reader.result();
}

Result<QList<RoutineInfo>> MariadbDialect::routines(Connection &connection) const
{
    QList<RoutineInfo> routines;
    const Statement statement{.kind = Statement::Kind::Select,
                              .sql = u"SELECT r.routine_name, concat(r.routine_type, ' (', coalesce((SELECT group_concat(concat_ws(' ', p.parameter_mode, p.parameter_name, p.dtd_identifier) "
                                     "ORDER BY p.ordinal_position SEPARATOR ', ') FROM information_schema.parameters AS p WHERE p.specific_schema = r.routine_schema "
                                     "AND p.specific_name = r.specific_name AND p.routine_type = r.routine_type AND p.ordinal_position > 0), ''), ') ', "
                                     "coalesce(concat('RETURNS ', r.dtd_identifier, ' '), ''), coalesce(r.routine_definition, '')) "
                                     "FROM information_schema.routines AS r WHERE r.routine_schema = database() ORDER BY r.routine_name, r.routine_type"_s,
                              .binds = {},
                              .source = {}};
    const Result<void> asked = connection.select(statement, [&](const RowReader &row) {
        routines.append({Reader::text(row, 0), Reader::text(row, 1)});
        return true;
    });
    if (!asked)
        return Failure(asked.error());
    return routines;
}

} // namespace db
