// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The catalogue of PostgreSQL: https://www.postgresql.org/docs/current/catalogs.html

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/catalogue_reader.h"
#include "core/toolkit/dialects/postgres.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Reader = CatalogueReader;

/// What the toolkit takes a type of PostgreSQL for, by its internal name.
Type typeOf(const QString &name)
{
    static const QHash<QString, Type> types{
        {u"int2"_s, Type::Integer},
        {u"int4"_s, Type::Integer},
        {u"int8"_s, Type::Integer},
        {u"float4"_s, Type::Float},
        {u"float8"_s, Type::Float},
        {u"numeric"_s, Type::Decimal},
        {u"bool"_s, Type::Boolean},
        {u"text"_s, Type::String},
        {u"varchar"_s, Type::String},
        {u"bpchar"_s, Type::String},
        {u"citext"_s, Type::String},
        {u"bytea"_s, Type::Binary},
        {u"uuid"_s, Type::Uuid},
        {u"date"_s, Type::Date},
        {u"time"_s, Type::TimeUsec},
        {u"timestamp"_s, Type::NaiveDatetimeUsec},
        {u"timestamptz"_s, Type::UtcDatetimeUsec},
        {u"json"_s, Type::Map},
        {u"jsonb"_s, Type::Map},
    };
    return types.value(name, Type::Any);
}

/// "numeric(10,2)" and "character varying(20)" tell their size in type modifiers, which are four too large.
void readSize(ColumnInfo &column, int modifier)
{
    constexpr int header = 4;
    if (modifier < header)
        return;
    const int size = modifier - header;
    if (column.type == Type::String)
        column.size = size;
    if (column.type == Type::Decimal) {
        column.precision = size >> 16;
        column.scale = size & 0x7ff;
    }
}

TableInfo::Kind kindOf(const QString &relkind)
{
    return relkind == u"v" || relkind == u"m" ? TableInfo::Kind::View : TableInfo::Kind::Table;
}

QString actionOf(const QString &code)
{
    static const QHash<QString, QString> actions{
        {u"a"_s, u"NO ACTION"_s}, {u"r"_s, u"RESTRICT"_s}, {u"c"_s, u"CASCADE"_s}, {u"n"_s, u"SET NULL"_s}, {u"d"_s, u"SET DEFAULT"_s}};
    return actions.value(code);
}

/// The names of the columns that an array of their numbers lists.
QString namesOf(const QString &table, const QString &numbers)
{
    return u"(SELECT json_agg(a.attname ORDER BY n.place) FROM unnest(%2) WITH ORDINALITY AS n(number, place) "
           "LEFT JOIN pg_attribute AS a ON a.attrelid = %1 AND a.attnum = n.number)::text"_s.arg(table, numbers);
}

const QString tablesHere = u" c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "_s;

void readColumns(Reader &reader)
{
    const QString sql
        = u"SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), coalesce(b.typname, t.typname), coalesce(b.typtype, t.typtype)::text, "
          "CASE WHEN b.oid IS NULL THEN a.atttypmod ELSE t.typtypmod END, NOT (a.attnotnull OR t.typnotnull), pg_get_expr(d.adbin, d.adrelid), "
          "a.attidentity <> '', a.attgenerated <> '', col_description(c.oid, a.attnum), "
          "coalesce((SELECT n.place FROM pg_index AS i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS n(number, place) "
          "WHERE i.indrelid = c.oid AND i.indisprimary AND n.number = a.attnum), 0), "
          "(SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = coalesce(b.oid, t.oid))::text, t.typcategory::text "
          "FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
          "JOIN pg_type AS t ON t.oid = a.atttypid LEFT JOIN pg_type AS b ON b.oid = nullif(t.typbasetype, 0) "
          "LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum "
          "WHERE"_s
        + tablesHere + u"ORDER BY c.relname, a.attnum";
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        ColumnInfo column{.name = Reader::text(row, 1), .declaredType = Reader::text(row, 2)};
        column.names = Reader::list(row, 12);
        column.type = Reader::text(row, 4) == u"e" ? Type::Enum : Reader::text(row, 13) == u"A" ? Type::Array
                                                                                                : typeOf(Reader::text(row, 3));
        readSize(column, Reader::number(row, 5));
        column.isNullable = Reader::flag(row, 6);
        column.isGenerated = Reader::flag(row, 9);
        if (!row.isNull(7) && !column.isGenerated)
            column.defaultExpression = Reader::text(row, 7);
        column.isAutoIncrement = Reader::flag(row, 8) || column.defaultExpression.value_or(QString()).startsWith(u"nextval(");
        column.comment = Reader::text(row, 10);
        column.keyPosition = Reader::number(row, 11);
        table.columns.append(column);
    });
}

void readIndexes(Reader &reader)
{
    const QString sql = u"SELECT c.relname, x.relname, i.indisunique, i.indpred IS NOT NULL, i.indisprimary, "_s
        + namesOf(u"c.oid"_s, u"i.indkey[0:i.indnkeyatts - 1]"_s)
        + u", pg_get_expr(i.indpred, i.indrelid) FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_class AS x ON x.oid = i.indexrelid WHERE" + tablesHere + u"ORDER BY x.relname";
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        table.indexes.append({.name = Reader::text(row, 1),
                              .columns = Reader::list(row, 5),
                              .isUnique = Reader::flag(row, 2),
                              .isPartial = Reader::flag(row, 3),
                              .isPrimaryKey = Reader::flag(row, 4),
                              .condition = Reader::text(row, 6)});
    });
}

void readForeignKeys(Reader &reader)
{
    const QString sql = u"SELECT c.relname, k.conname, r.relname, k.confdeltype::text, k.confupdtype::text, "_s + namesOf(u"k.conrelid"_s, u"k.conkey"_s) + u", "
        + namesOf(u"k.confrelid"_s, u"k.confkey"_s)
        + u" FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_class AS r ON r.oid = k.confrelid WHERE k.contype = 'f' AND k.conparentid = 0 AND"
        + tablesHere + u"ORDER BY k.conname";
    reader.askAboutTables(sql, [](TableInfo &table, const RowReader &row) {
        table.foreignKeys.append({.name = Reader::text(row, 1),
                                  .table = table.name,
                                  .columns = Reader::list(row, 5),
                                  .referencedTable = Reader::text(row, 2),
                                  .referencedColumns = Reader::list(row, 6),
                                  .onDelete = actionOf(Reader::text(row, 3)),
                                  .onUpdate = actionOf(Reader::text(row, 4))});
    });
}

} // namespace

Result<QList<TableInfo>> PostgresDialect::tables(Connection &connection) const
{
    Reader reader(connection);
    reader.ask(u"SELECT c.relname, c.relkind::text, obj_description(c.oid, 'pg_class') FROM pg_class AS c WHERE"_s + tablesHere + u"ORDER BY c.relname", [&](const RowReader &row) {
        reader.add({.name = Reader::text(row, 0), .kind = kindOf(Reader::text(row, 1)), .comment = Reader::text(row, 2)});
    });
    readColumns(reader);
    readIndexes(reader);
    readForeignKeys(reader);
    const QString checks = u"SELECT c.relname, k.conname, pg_get_expr(k.conbin, k.conrelid) FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid "
                           "WHERE k.contype = 'c' AND"_s
        + tablesHere + u"ORDER BY k.conname";
    reader.askAboutTables(checks, [](TableInfo &table, const RowReader &row) {
        table.checks.append({.name = Reader::text(row, 1), .expression = Reader::text(row, 2)});
    });
    const QString triggers = u"SELECT c.relname, t.tgname, pg_get_triggerdef(t.oid, true) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid "
                             "WHERE NOT t.tgisinternal AND"_s
        + tablesHere + u"ORDER BY t.tgname";
    reader.askAboutTables(triggers, [](TableInfo &table, const RowReader &row) { table.triggers.append({Reader::text(row, 1), Reader::text(row, 2)}); });
    return reader.result();
}

Result<QList<RoutineInfo>> PostgresDialect::routines(Connection &connection) const
{
    QList<RoutineInfo> routines;
    const Statement statement{.kind = Statement::Kind::Select,
                              .sql = u"SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', replace(replace(pg_get_functiondef(p.oid), "
                                     "'FUNCTION ' || quote_ident(current_schema()) || '.', 'FUNCTION '), 'PROCEDURE ' || quote_ident(current_schema()) || '.', 'PROCEDURE ') FROM pg_proc AS p "
                                     "WHERE p.pronamespace = current_schema()::regnamespace AND p.prokind <> 'a' "
                                     "AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e') ORDER BY 1"_s,
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
