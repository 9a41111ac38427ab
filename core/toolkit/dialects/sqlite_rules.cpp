// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the catalogue demands of the rows of a table (https://www.sqlite.org/pragma.html).

#include "core/toolkit/dialects/sqlite.h"

using namespace Qt::StringLiterals;

namespace db {

Statement SqliteDialect::tableRules(const QString &table) const
{
    // A foreign key that names no column means the primary key. Its own name is not kept.
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
ORDER BY 1, 2, 3)"_s;
    const Bind name{Type::String, table};
    return {.kind = Statement::Kind::Select, .sql = sql, .binds = {name, name, name, name}, .source = table};
}

} // namespace db
