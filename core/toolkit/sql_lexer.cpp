// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_lexer.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool beginsWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.unicode() > 0x7F;
}

bool continuesWord(QChar c)
{
    return beginsWord(c) || c == u'$';
}

} // namespace

SqlLexer::SqlLexer(QStringView text, DatabaseUrl::Engine engine)
    : m_text(text), m_rules(rulesOf(engine))
{
}

SqlLexer::Rules SqlLexer::rulesOf(DatabaseUrl::Engine engine)
{
    switch (engine) {
    case DatabaseUrl::Engine::Sqlite:
        return {.backticks = true, .brackets = true};
    case DatabaseUrl::Engine::Postgres:
        return {.dollarQuotes = true, .nestedComments = true, .returnsEndLines = true};
    case DatabaseUrl::Engine::MariaDb:
        return {.backslashes = true, .backticks = true, .mysqlComments = true, .delimiterLines = true};
    }
    Q_UNREACHABLE();
}

SqlLexer::Token SqlLexer::next()
{
    using Kind = Token::Kind;
    Token token;
    for (;;) {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        for (; m_counted < m_at; ++m_counted)
            m_line += m_text.at(m_counted) == u'\n' ? 1 : 0;
        token.at = m_at;
        token.line = m_line;
        if (m_at >= m_text.size())
            return m_runsComment ? broken(token, u"a comment is not closed"_s) : token;
        if (passDelimiterLine())
            continue;
        const bool isRun = m_rules.mysqlComments && (isAt(u"/*!") || isAt(u"/*M!"));
        if (!isAt(u"/*") || isRun)
            break;
        if (!passComment())
            return broken(token, u"a comment is not closed"_s);
    }

    if (beginsLineComment()) {
        passLine();
        return finished(token, Kind::LineComment);
    }
    if (!m_delimiter.isEmpty() && isAt(m_delimiter)) {
        m_at += m_delimiter.size();
        return finished(token, Kind::Delimiter);
    }
    const QChar c = peek();
    if (m_rules.mysqlComments && isAt(u"/*")) {
        m_at += 3;
        m_runsComment = true;
        return finished(token, Kind::Symbol);
    }
    if (m_runsComment && isAt(u"*/")) {
        m_at += 2;
        m_runsComment = false;
        return finished(token, Kind::Symbol);
    }
    const bool isEscaped = m_rules.dollarQuotes && (c == u'e' || c == u'E') && peek(1) == u'\'';
    if (isEscaped)
        ++m_at;
    if (isEscaped || c == u'\'' || c == u'"' || (m_rules.backticks && c == u'`')) {
        const bool isName = c == u'`';
        return passQuoted(peek(), isEscaped || (m_rules.backslashes && !isName)) ? finished(token, Kind::Quoted)
                                                                                 : broken(token, u"a quote is not closed: %1"_s.arg(peek()));
    }
    if (m_rules.brackets && c == u'[')
        return passQuoted(u']', false) ? finished(token, Kind::Quoted) : broken(token, u"a quote is not closed: ["_s);
    if (m_rules.dollarQuotes && c == u'$') {
        if (const std::optional<bool> isClosed = passDollarQuoted())
            return *isClosed ? finished(token, Kind::Quoted) : broken(token, u"a quote is not closed: $…$"_s);
    }
    if (beginsWord(c)) {
        // MariaDB's names may have a dollar sign in them, but `END$$` ends where a delimiter begins.
        while (m_at < m_text.size() && continuesWord(peek()) && (m_delimiter.isEmpty() || !isAt(m_delimiter)))
            ++m_at;
        return finished(token, Kind::Word);
    }
    ++m_at;
    return finished(token, c == u';' && m_delimiter.isEmpty() && !m_runsComment ? Kind::Semicolon : Kind::Symbol);
}

bool SqlLexer::beginsLineComment() const
{
    if (m_rules.mysqlComments && peek() == u'#')
        return true;
    if (!isAt(u"--"))
        return false;
    const QChar behind = peek(2);
    return !m_rules.mysqlComments || behind.isNull() || behind.isSpace() || behind.category() == QChar::Other_Control;
}

bool SqlLexer::isAtStartOfLine() const
{
    qsizetype at = m_at;
    while (at > 0 && m_text.at(at - 1).isSpace() && m_text.at(at - 1) != u'\n')
        --at;
    return at == 0 || m_text.at(at - 1) == u'\n';
}

bool SqlLexer::passDelimiterLine()
{
    static constexpr QStringView command = u"DELIMITER";
    if (!m_rules.delimiterLines || !m_isBetweenStatements || !m_text.sliced(m_at).startsWith(command, Qt::CaseInsensitive) || !isAtStartOfLine())
        return false;
    const qsizetype from = m_at + command.size();
    if (from >= m_text.size() || !m_text.at(from).isSpace())
        return false;
    passLine();
    const QString delimiter = m_text.sliced(from, m_at - from).trimmed().toString().section(u' ', 0, 0);
    m_delimiter = delimiter == u";" ? QString() : delimiter;
    return true;
}

void SqlLexer::passLine()
{
    while (m_at < m_text.size() && m_text.at(m_at) != u'\n' && !(m_rules.returnsEndLines && m_text.at(m_at) == u'\r'))
        ++m_at;
}

bool SqlLexer::passComment()
{
    int depth = 0;
    while (m_at < m_text.size()) {
        if (isAt(u"*/")) {
            m_at += 2;
            if (--depth == 0)
                return true;
        } else if (isAt(u"/*") && (depth == 0 || m_rules.nestedComments)) {
            m_at += 2;
            ++depth;
        } else {
            ++m_at;
        }
    }
    return false;
}

bool SqlLexer::passQuoted(QChar closing, bool hasBackslashes)
{
    const qsizetype from = m_at;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (hasBackslashes && peek() == u'\\') {
            ++m_at;
        } else if (peek() == closing) {
            // A doubled quote is one in the text; [names] have none.
            if (closing == u']' || peek(1) != closing) {
                ++m_at;
                return true;
            }
            ++m_at;
        }
    }
    m_at = from;
    return false;
}

std::optional<bool> SqlLexer::passDollarQuoted()
{
    qsizetype end = m_at + 1;
    if (end < m_text.size() && m_text.at(end).isDigit())
        return std::nullopt;
    while (end < m_text.size() && beginsWord(m_text.at(end)))
        ++end;
    if (end >= m_text.size() || m_text.at(end) != u'$')
        return std::nullopt;
    const QStringView tag = m_text.sliced(m_at, end + 1 - m_at);
    const qsizetype closing = m_text.indexOf(tag, end + 1);
    if (closing < 0)
        return false;
    m_at = closing + tag.size();
    return true;
}

SqlLexer::Token SqlLexer::finished(Token token, Token::Kind kind)
{
    token.kind = kind;
    token.size = m_at - token.at;
    if (kind != Token::Kind::LineComment)
        m_isBetweenStatements = kind == Token::Kind::Semicolon || kind == Token::Kind::Delimiter;
    return token;
}

SqlLexer::Token SqlLexer::broken(Token token, const QString &problem)
{
    token.kind = Token::Kind::Broken;
    token.problem = problem;
    return token;
}

} // namespace db
