// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_tokens.h"

#include <algorithm>

namespace db {

namespace {

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

// https://www.sqlite.org/lang_keywords.html: every character beyond ASCII may be part of a name, no-break spaces too.
bool isWord(QChar c)
{
    return c.unicode() > 0x7F || c.isLetterOrNumber() || c == u'_' || c == u'$';
}

bool isBlank(QChar c)
{
    return c.unicode() <= 0x7F && c.isSpace();
}

char16_t folded(QChar c)
{
    return c >= u'A' && c <= u'Z' ? c.unicode() + (u'a' - u'A') : c.unicode();
}

} // namespace

bool areSqliteNamesSame(QStringView left, QStringView right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](QChar one, QChar other) { return folded(one) == folded(other); });
}

QList<SqliteToken> sqliteTokens(const QString &sql)
{
    QList<SqliteToken> tokens;
    qsizetype blanks = 0;
    for (qsizetype i = 0; i < sql.size();) {
        const QChar c = sql.at(i);
        const QStringView pair = QStringView(sql).mid(i, 2);
        if (isBlank(c)) {
            ++i;
            continue;
        }
        if (pair == u"--" || pair == u"/*") {
            i = endOfComment(sql, i);
        } else if (c == u'"' || c == u'`' || c == u'\'' || c == u'[') {
            const QChar closing = c == u'[' ? QChar(u']') : c;
            const qsizetype end = endOfQuoted(sql, i, closing);
            QString text = sql.mid(i + 1, end - i - 2);
            text.replace(QString(2, closing), QString(closing));
            tokens.append({text, i, end, blanks, true});
            i = end;
        } else {
            qsizetype end = i + 1;
            while (isWord(c) && end < sql.size() && isWord(sql.at(end)))
                ++end;
            tokens.append({sql.mid(i, end - i), i, end, blanks, false});
            i = end;
        }
        blanks = i;
    }
    return tokens;
}

qsizetype behindGroup(const QList<SqliteToken> &tokens, qsizetype index)
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

} // namespace db
