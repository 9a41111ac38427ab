// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the catalogue demands of the rows of a table (https://www.postgresql.org/docs/current/catalogs.html).

#include "core/toolkit/dialects/postgres.h"

using namespace Qt::StringLiterals;

namespace db {

Statement PostgresDialect::tableRules(const QString &table) const
{
    const QString sql = uR"(
WITH t AS (SELECT ?::text::regclass AS oid)
SELECT 'unique', x.indexrelid::text, k.place, a.attname::text, NULL::text, NULL::text, i.relname::text
  FROM t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class i ON i.oid = x.indexrelid
       CROSS JOIN LATERAL unnest(x.indkey::smallint[]) WITH ORDINALITY AS k(number, place)
       JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number
 WHERE x.indisunique AND NOT x.indisprimary AND x.indpred IS NULL AND x.indexprs IS NULL AND k.place <= x.indnkeyatts
UNION ALL
SELECT CASE WHEN c.conrelid = t.oid AND d.isown THEN 'reference' ELSE 'referrer' END, c.oid::text, k.place, a.attname::text,
       o.relname::text, f.attname::text, c.conname::text
  FROM t CROSS JOIN (VALUES (true), (false)) AS d(isown)
       JOIN pg_constraint c ON c.contype = 'f' AND CASE WHEN d.isown THEN c.conrelid ELSE c.confrelid END = t.oid
       JOIN pg_class o ON o.oid = CASE WHEN d.isown THEN c.confrelid ELSE c.conrelid END
       CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(number, other, place)
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
       JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.other
 WHERE d.isown OR c.confdeltype IN ('a', 'r')
UNION ALL
SELECT 'required', '', a.attnum, a.attname::text, NULL, NULL, NULL
  FROM t JOIN pg_attribute a ON a.attrelid = t.oid
 WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
UNION ALL
SELECT 'width', '', a.attnum, a.attname::text, (a.atttypmod - 4)::text, NULL, NULL
  FROM t JOIN pg_attribute a ON a.attrelid = t.oid
 WHERE a.attnum > 0 AND a.atttypid IN ('varchar'::regtype, 'bpchar'::regtype) AND a.atttypmod > 4
UNION ALL
SELECT 'limit', '', a.attnum, a.attname::text,
       CASE a.atttypid WHEN 'int2'::regtype THEN '32767' WHEN 'int4'::regtype THEN '2147483647'
                       ELSE trim(trailing '.' FROM repeat('9', greatest(((a.atttypmod - 4) >> 16) - ((a.atttypmod - 4) & 65535), 0)) || '.'
                            || repeat('9', (a.atttypmod - 4) & 65535)) END, NULL, NULL
  FROM t JOIN pg_attribute a ON a.attrelid = t.oid
 WHERE a.attnum > 0 AND (a.atttypid IN ('int2'::regtype, 'int4'::regtype) OR (a.atttypid = 'numeric'::regtype AND a.atttypmod > 4))
UNION ALL
SELECT 'check', c.oid::text, 0, NULL, pg_get_expr(c.conbin, c.conrelid), NULL, c.conname::text
  FROM t JOIN pg_constraint c ON c.conrelid = t.oid
 WHERE c.contype = 'c'
UNION ALL
SELECT 'column', '', a.attnum, a.attname::text,
       'CAST(? AS ' || format_type(a.atttypid, CASE WHEN a.atttypid IN ('varchar'::regtype, 'bpchar'::regtype) THEN -1 ELSE a.atttypmod END) || ')',
       NULL, NULL
  FROM t JOIN pg_attribute a ON a.attrelid = t.oid
 WHERE a.attnum > 0 AND NOT a.attisdropped
ORDER BY 1, 2, 3)"_s;
    return {.kind = Statement::Kind::Select, .sql = sql, .binds = {{Type::String, quoted(table)}}, .source = table};
}

} // namespace db
