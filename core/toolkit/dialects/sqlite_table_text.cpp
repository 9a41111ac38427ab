// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_table_text.h"

#include <utility>

namespace db {

namespace {

/// One word, name, literal or sign of SQL.
struct Token
{
    QString text; ///< a name without its quotes
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isQuoted = false;

    bool is(QLatin1StringView word) const { return !isQuoted && text.compare(word, Qt::CaseInsensitive) == 0; }
};

qsizetype endOfQuoted(const QString &sql, qsizetype begin, QChar end)
{
    for (qsizetype i = begin + 1; i < sql.size(); ++i) {
        if (sql.at(i) != end)
            continue;
        if (end != u']' && i + 1 < sql.size() && sql.at(i + 1) == end)
            ++i;
        else
            return i + 1;
    }
    return sql.size();
}

qsizetype endOfComment(const QString &sql, qsizetype begin)
{
    const bool isLine = sql.at(begin) == u'-';
    const qsizetype end = isLine ? sql.indexOf(u'\n', begin) : sql.indexOf(QLatin1StringView("*/"), begin + 2);
    return end < 0 ? sql.size() : end + (isLine ? 1 : 2);
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.isSurrogate();
}

QList<Token> tokensOf(const QString &sql)
{
    QList<Token> tokens;
    for (qsizetype i = 0; i < sql.size();) {
        const QChar c = sql.at(i);
        const QStringView pair = QStringView(sql).mid(i, 2);
        if (c.isSpace()) {
            ++i;
        } else if (pair == u"--" || pair == u"/*") {
            i = endOfComment(sql, i);
        } else if (c == u'"' || c == u'`' || c == u'\'' || c == u'[') {
            const QChar closing = c == u'[' ? QChar(u']') : c;
            const qsizetype end = endOfQuoted(sql, i, closing);
            QString text = sql.mid(i + 1, end - i - 2);
            text.replace(QString(2, closing), QString(closing));
            tokens.append({text, i, end, true});
            i = end;
        } else {
            qsizetype end = i + 1;
            while (isWord(c) && end < sql.size() && isWord(sql.at(end)))
                ++end;
            tokens.append({sql.mid(i, end - i), i, end, false});
            i = end;
        }
    }
    return tokens;
}

/// The place behind the group that a "(" at `index` opens.
qsizetype behindGroup(const QList<Token> &tokens, qsizetype index)
{
    int depth = 0;
    for (; index < tokens.size(); ++index) {
        if (tokens.at(index).is(QLatin1StringView("(")))
            ++depth;
        else if (tokens.at(index).is(QLatin1StringView(")")) && --depth == 0)
            return index + 1;
    }
    return index;
}

} // namespace

SqliteTableText readSqliteTable(const QString &sql)
{
    const QList<Token> tokens = tokensOf(sql);
    SqliteTableText table;
    qsizetype index = 0;
    while (index < tokens.size() && !tokens.at(index).is(QLatin1StringView("(")))
        ++index;
    QString name; // of the constraint that follows
    for (++index; index < tokens.size(); ++index) {
        const Token &token = tokens.at(index);
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
