// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/mariadb_migrations.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace db {

QString MariadbMigrations::definitions() const
{
    const auto part = [](const QString &columns, const QString &view, const QString &schema, const QString &condition = {}) {
        return QString(u"SELECT CONCAT_WS('|', '" + view + u"', " + columns + u") AS line FROM information_schema." + view + u" WHERE " + schema + u" = DATABASE()"
                       + (condition.isEmpty() ? QString() : QString(u" AND " + condition)));
    };
    const QString others = u"table_name NOT LIKE 'quecto\\_%' AND table_name <> 'schema_migrations'"_s;
    return QStringList{
               part(u"table_name, table_type, engine, table_collation, create_options, table_comment"_s, u"tables"_s, u"table_schema"_s, others),
               part(u"table_name, ordinal_position, column_name, column_type, is_nullable, column_default, extra, collation_name, column_comment, generation_expression"_s,
                    u"columns"_s, u"table_schema"_s, others),
               part(u"table_name, index_name, non_unique, seq_in_index, column_name, sub_part, collation, index_type"_s, u"statistics"_s, u"table_schema"_s, others),
               part(u"table_name, constraint_name, column_name, ordinal_position, referenced_table_name, referenced_column_name"_s, u"key_column_usage"_s, u"table_schema"_s, others),
               part(u"table_name, constraint_name, update_rule, delete_rule"_s, u"referential_constraints"_s, u"constraint_schema"_s),
               part(u"table_name, constraint_name, check_clause"_s, u"check_constraints"_s, u"constraint_schema"_s),
               part(u"trigger_name, event_object_table, action_timing, event_manipulation, action_order, action_statement"_s, u"triggers"_s, u"trigger_schema"_s),
               part(u"table_name, view_definition"_s, u"views"_s, u"table_schema"_s),
               part(u"routine_type, routine_name, dtd_identifier, routine_definition"_s, u"routines"_s, u"routine_schema"_s),
               part(u"event_name, status, event_definition, interval_value, interval_field, execute_at"_s, u"events"_s, u"event_schema"_s),
           }
               .join(u" UNION ALL ")
        + u" ORDER BY line";
}

// Definitions end a transaction, and what calls a routine or has a body of its own may hold some.
bool MariadbMigrations::runsAlone(const QString &sql) const
{
    static const QStringList changes{u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"REPLACE"_s, u"WITH"_s, u"LOAD"_s};
    return !changes.contains(firstWord(sql, DatabaseUrl::Engine::MariaDb));
}

// ANALYZE UPDATE and SET STATEMENT … FOR run another statement, and partitions are no definitions that are seen here.
bool MariadbMigrations::isRepeatable(const QString &sql) const
{
    static const QStringList repeatable{u"CREATE"_s, u"ALTER"_s, u"DROP"_s, u"GRANT"_s, u"REVOKE"_s, u"SET"_s, u"OPTIMIZE"_s};
    static const QRegularExpression further(u"\\b(EXCHANGE|STATEMENT)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression analysis(u"^\\s*ANALYZE\\s+TABLE\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (analysis.match(sql).hasMatch())
        return true;
    const QString word = firstWord(sql, DatabaseUrl::Engine::MariaDb);
    return repeatable.contains(word) && !((word == u"ALTER" || word == u"SET") && further.match(sql).hasMatch());
}

// The same name as in MariadbDialect::lockMigrations().
QString MariadbMigrations::lockHolder(const QString &) const
{
    return u"SELECT id, '', user, host, UTC_TIMESTAMP() - INTERVAL time SECOND FROM information_schema.processlist "
           "WHERE id = IS_USED_LOCK(LEFT(CONCAT('ecto_', DATABASE()), 64)) AND id <> CONNECTION_ID()"_s;
}

} // namespace db
