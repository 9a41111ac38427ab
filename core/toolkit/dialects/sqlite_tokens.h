// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace db {

/// One word, name, literal or sign of SQLite's SQL. Comments are none.
struct SqliteToken
{
    QString text; ///< a name without its quotes
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype blanks = 0; ///< where the blanks in front of it begin, behind any comment
    bool isQuoted = false;

    bool is(QLatin1StringView word) const { return !isQuoted && text.compare(word, Qt::CaseInsensitive) == 0; }
};

/// Whether two names mean the same: SQLite takes no account of the case of ASCII's letters.
bool areSqliteNamesSame(QStringView left, QStringView right);

QList<SqliteToken> sqliteTokens(const QString &sql);

/// The place behind the group that a "(" at `index` opens.
qsizetype behindGroup(const QList<SqliteToken> &tokens, qsizetype index);

} // namespace db
