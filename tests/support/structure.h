// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/catalogue.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QRegularExpression>

/// All tables as the catalogue tells them, a line for each column, index, key and rule.
inline QStringList catalogueLines(TestDatabase &database)
{
    using namespace Qt::StringLiterals;
    const auto read = db::readCatalogue(*database.connection);
    if (!read)
        qFatal("%s", reason(read).constData());
    QStringList lines;
    for (const db::TableInfo &table : read->tables) {
        for (const db::ColumnInfo &column : table.columns) {
            lines.append(u"%1.%2 %3 %4 default %5 key %6 generated %7 place %8 -- %9"_s.arg(table.name, column.name, column.declaredType)
                             .arg(column.isNullable)
                             .arg(column.defaultExpression.value_or(u"-"_s))
                             .arg(column.keyPosition)
                             .arg(column.isGenerated)
                             .arg(&column - table.columns.constData())
                             .arg(column.comment));
        }
        for (const db::IndexInfo &index : table.indexes)
            lines.append(u"%1 index %2 (%3) unique %4 partial %5"_s.arg(table.name, index.name, index.columns.join(u',')).arg(index.isUnique).arg(index.isPartial));
        for (const db::ForeignKeyInfo &key : table.foreignKeys) {
            lines.append(u"%1 key %2 (%3) to %4(%5) delete %6 update %7"_s.arg(table.name, key.name, key.columns.join(u','), key.referencedTable,
                                                                               key.referencedColumns.join(u','), key.onDelete, key.onUpdate));
        }
        for (const db::CheckInfo &check : table.checks)
            lines.append(u"%1 check %2 %3"_s.arg(table.name, check.name, check.expression));
    }
    return lines;
}

/// What the engine itself says of tables, indexes and rules, word by word.
inline QStringList definitionLines(TestDatabase &database)
{
    using namespace Qt::StringLiterals;
    switch (database.engine()) {
    case db::DatabaseUrl::Engine::Sqlite:
        return database.catalogue();
    case db::DatabaseUrl::Engine::Postgres:
        return database.texts(u"SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname"_s)
            + database.texts(u"SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace ORDER BY conname"_s)
            + database.texts(u"SELECT relname || ' -- ' || obj_description(oid, 'pg_class') FROM pg_class "
                             "WHERE relnamespace = current_schema()::regnamespace AND obj_description(oid, 'pg_class') IS NOT NULL"_s)
            + database.texts(u"SELECT attname || ' ' || collname FROM pg_attribute a JOIN pg_collation c ON c.oid = a.attcollation "
                             "JOIN pg_class t ON t.oid = a.attrelid WHERE t.relnamespace = current_schema()::regnamespace AND NOT attisdropped"_s);
    case db::DatabaseUrl::Engine::MariaDb:
        break;
    }
    QString lines;
    const QStringList names = database.texts(database.connection->dialect().tableNames());
    for (const QString &name : names)
        lines += database.texts(u"SHOW CREATE TABLE `%1`"_s.arg(name), 1).first() + u'\n';
    return lines.remove(QRegularExpression(u",$| AUTO_INCREMENT=\\d+"_s, QRegularExpression::MultilineOption)).split(u'\n', Qt::SkipEmptyParts);
}

/// Everything that migrations can change, but for the order in which indexes, keys and rules were made.
inline QStringList structureOf(TestDatabase &database)
{
    QStringList lines = catalogueLines(database) + definitionLines(database);
    lines.sort();
    return lines;
}
