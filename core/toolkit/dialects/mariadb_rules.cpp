// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the catalogue demands of the rows of a table (https://mariadb.com/kb/en/information-schema-tables/).

#include "core/toolkit/dialects/mariadb.h"

using namespace Qt::StringLiterals;

namespace db {

Statement MariadbDialect::tableRules(const QString &table) const
{
    const QString sql = uR"(
SELECT 'unique', s.index_name, s.seq_in_index, s.column_name, NULL, NULL, s.index_name
  FROM information_schema.statistics s
 WHERE s.table_schema = database() AND s.table_name = ? AND s.non_unique = 0 AND s.index_name <> 'PRIMARY'
UNION ALL
SELECT 'reference', k.constraint_name, k.ordinal_position, k.column_name, k.referenced_table_name, k.referenced_column_name, k.constraint_name
  FROM information_schema.key_column_usage k
 WHERE k.table_schema = database() AND k.table_name = ? AND k.referenced_table_name IS NOT NULL
UNION ALL
SELECT 'referrer', concat(k.table_name, ' ', k.constraint_name), k.ordinal_position, k.column_name, k.table_name, k.referenced_column_name,
       k.constraint_name
  FROM information_schema.key_column_usage k
       JOIN information_schema.referential_constraints r
         ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
 WHERE k.table_schema = database() AND k.referenced_table_schema = database() AND k.referenced_table_name = ?
   AND r.delete_rule IN ('RESTRICT', 'NO ACTION')
UNION ALL
SELECT 'required', '', c.ordinal_position, c.column_name, NULL, NULL, NULL
  FROM information_schema.columns c
 WHERE c.table_schema = database() AND c.table_name = ? AND c.is_nullable = 'NO' AND c.column_default IS NULL
   AND c.extra NOT LIKE '%auto_increment%'
UNION ALL
SELECT 'width', '', c.ordinal_position, c.column_name, c.character_maximum_length, NULL, NULL
  FROM information_schema.columns c
 WHERE c.table_schema = database() AND c.table_name = ? AND c.data_type IN ('varchar', 'char')
UNION ALL
SELECT 'limit', '', c.ordinal_position, c.column_name,
       CASE c.data_type WHEN 'smallint' THEN '32767' WHEN 'int' THEN '2147483647'
            ELSE concat(repeat('9', c.numeric_precision - c.numeric_scale), CASE c.numeric_scale WHEN 0 THEN '' ELSE '.' END,
                        repeat('9', c.numeric_scale)) END, NULL, NULL
  FROM information_schema.columns c
 WHERE c.table_schema = database() AND c.table_name = ? AND c.data_type IN ('smallint', 'int', 'decimal') AND c.column_type NOT LIKE '%unsigned%'
UNION ALL
SELECT 'check', k.constraint_name, 0, NULL, k.check_clause, NULL, k.constraint_name
  FROM information_schema.check_constraints k
 WHERE k.constraint_schema = database() AND k.table_name = ?
UNION ALL
SELECT 'column', '', c.ordinal_position, c.column_name,
       CASE WHEN c.collation_name IS NULL THEN '?' ELSE concat('CONVERT(? USING ', c.character_set_name, ') COLLATE ', c.collation_name) END,
       NULL, NULL
  FROM information_schema.columns c
 WHERE c.table_schema = database() AND c.table_name = ?
ORDER BY 1, 2, 3)"_s;
    const Bind name{Type::String, table};
    return {.kind = Statement::Kind::Select, .sql = sql, .binds = QList<Bind>(8, name), .source = table};
}

} // namespace db
