// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_table_text.h"

#include "core/toolkit/dialects/sqlite_tokens.h"

#include <utility>

namespace db {

SqliteTableText readSqliteTable(const QString &sql)
{
    const QList<SqliteToken> tokens = sqliteTokens(sql);
    SqliteTableText table;
    qsizetype index = 0;
    while (index < tokens.size() && !tokens.at(index).is(QLatin1StringView("(")))
        ++index;
    QString name; // of the constraint that follows
    for (++index; index < tokens.size(); ++index) {
        const SqliteToken &token = tokens.at(index);
        if (token.is(QLatin1StringView("constraint")) && index + 1 < tokens.size()) {
            name = tokens.at(++index).text;
        } else if (token.is(QLatin1StringView("references"))) {
            table.foreignKeys.append(std::exchange(name, QString()));
        } else if (token.is(QLatin1StringView("check")) && index + 1 < tokens.size()) {
            const qsizetype behind = behindGroup(tokens, index + 1);
            const qsizetype from = tokens.at(index + 1).end;
            table.checks.append({std::exchange(name, QString()), sql.mid(from, tokens.at(behind - 1).begin - from).trimmed()});
            index = behind - 1;
        } else if (token.is(QLatin1StringView("("))) {
            index = behindGroup(tokens, index) - 1;
        } else if (token.is(QLatin1StringView(",")) || token.is(QLatin1StringView("unique")) || token.is(QLatin1StringView("primary"))) {
            name.clear();
        }
    }
    return table;
}

} // namespace db
