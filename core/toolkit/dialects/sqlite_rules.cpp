// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the catalogue demands of the rows of a table (https://www.sqlite.org/pragma.html).

#include "core/toolkit/dialects/sqlite.h"

using namespace Qt::StringLiterals;

namespace db {

Statement SqliteDialect::tableRules(const QString &table) const
{
    // A foreign key that names no column means the primary key. Its own name is not kept. A column for numbers makes a
    // number of a text that is one, and leaves others alone: https://www.sqlite.org/datatype3.html#type_affinity
    const QString sql = uR"(
SELECT 'unique', l.name, i.seqno, i.name, NULL, NULL, l.name
  FROM pragma_index_list(?) AS l, pragma_index_info(l.name) AS i WHERE l."unique" AND NOT l.partial AND l.origin <> 'pk'
UNION ALL
SELECT 'reference', f.id, f.seq, f."from", f."table",
       coalesce(f."to", (SELECT p.name FROM pragma_table_info(f."table") AS p WHERE p.pk = f.seq + 1)), NULL
  FROM pragma_foreign_key_list(?) AS f
UNION ALL
SELECT 'referrer', m.name || ' ' || f.id, f.seq, f."from", m.name,
       coalesce(f."to", (SELECT p.name FROM pragma_table_info(f."table") AS p WHERE p.pk = f.seq + 1)), NULL
  FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
 WHERE m.type = 'table' AND f."table" = ? COLLATE NOCASE AND f.on_delete IN ('NO ACTION', 'RESTRICT')
UNION ALL
SELECT 'required', '', cid, name, NULL, NULL, NULL
  FROM pragma_table_info(?) WHERE "notnull" AND dflt_value IS NULL AND NOT pk
UNION ALL
SELECT 'check', k.key, 0, NULL, k.value ->> 1, NULL, k.value ->> 0
  FROM sqlite_schema AS m, json_each(quecto_checks(m.sql)) AS k
 WHERE m.type = 'table' AND m.name = ? COLLATE NOCASE
UNION ALL
SELECT 'column', '', cid, name,
       CASE WHEN type LIKE '%INT%' THEN numeric WHEN type LIKE '%CHAR%' OR type LIKE '%CLOB%' OR type LIKE '%TEXT%' THEN 'CAST(? AS TEXT)'
            WHEN type = '' OR type LIKE '%BLOB%' THEN '?' ELSE numeric END, NULL, NULL
  FROM pragma_table_xinfo(?),
       (SELECT '(SELECT iif(json_valid(v) AND json_type(v) IN (''integer'', ''real''), CAST(v AS NUMERIC), v) FROM (SELECT ? AS v))' AS numeric)
 WHERE hidden <> 1
ORDER BY 1, 2, 3)"_s;
    const Bind name{Type::String, table};
    return {.kind = Statement::Kind::Select, .sql = sql, .binds = QList<Bind>(6, name), .source = table};
}

} // namespace db
