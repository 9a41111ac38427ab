// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/mariadb_blocks.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool isNumber(const QString &token)
{
    return !token.isEmpty() && token.front().isDigit();
}

bool isWord(const QString &token)
{
    return !token.isEmpty() && token.front().isLetter();
}

/// What begins a block by itself at the start of a statement, and what END may be followed by.
bool namesBlock(const QString &token)
{
    static const QSet<QString> names{u"IF"_s, u"CASE"_s, u"LOOP"_s, u"WHILE"_s, u"REPEAT"_s, u"FOR"_s};
    return names.contains(token);
}

bool beginsBody(const QString &token, const QString &previous, const QString &created)
{
    static const QSet<QString> words{u"BEGIN"_s, u"RETURN"_s, u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"REPLACE"_s,
                                     u"CALL"_s, u"WITH"_s, u"SIGNAL"_s, u"SET"_s};
    if (previous == created) // CREATE FUNCTION IF NOT EXISTS
        return false;
    if (token == u"SET") // the character set or the type of what is returned
        return previous != u"CHARACTER" && previous != u"RETURNS";
    return words.contains(token) || namesBlock(token);
}

} // namespace

void MariadbBlocks::see(const QString &token)
{
    switch (m_part) {
    case Part::Beginning:
        seeFirst(token);
        break;
    case Part::MaybeCompound:
        m_part = token == u"NOT" ? Part::Body : Part::Plain;
        if (m_part == Part::Body)
            open(Block::Begin, true);
        break;
    case Part::Creation:
        seeInCreation(token);
        break;
    case Part::Header:
        seeInHeader(token);
        break;
    case Part::Body:
        seeInBody(token);
        break;
    case Part::Plain:
        break;
    }
    m_previous = token;
}

void MariadbBlocks::seeFirst(const QString &token)
{
    // In /*!50003 CREATE*/ the version comes first.
    if (isNumber(token) || !isWord(token))
        return;
    if (token == u"CREATE" || token == u"ALTER") {
        m_part = Part::Creation;
    } else if (token == u"BEGIN") {
        m_part = Part::MaybeCompound;
    } else if (namesBlock(token)) {
        m_part = Part::Body;
        m_isStart = true;
        seeInBody(token);
    } else {
        m_part = Part::Plain;
    }
}

void MariadbBlocks::seeInCreation(const QString &token)
{
    static const QSet<QString> programs{u"TRIGGER"_s, u"EVENT"_s, u"FUNCTION"_s, u"PROCEDURE"_s};
    static const QSet<QString> others{u"TABLE"_s, u"VIEW"_s, u"INDEX"_s, u"DATABASE"_s, u"SCHEMA"_s, u"USER"_s, u"ROLE"_s, u"SEQUENCE"_s, u"SERVER"_s};
    if (programs.contains(token)) {
        m_part = Part::Header;
        m_created = token;
    } else if (others.contains(token)) {
        m_part = Part::Plain;
    }
}

void MariadbBlocks::seeInHeader(const QString &token)
{
    m_parentheses += token == u"(" ? 1 : token == u")" ? -1
                                                       : 0;
    if (m_parentheses > 0)
        return;
    if (m_created == u"TRIGGER" || m_created == u"EVENT") {
        const bool isEnd = m_created == u"EVENT" ? token == u"DO" : token == u"ROW" && m_previous == u"EACH";
        if (isEnd) {
            m_part = Part::Body;
            m_isStart = true;
        }
    } else if (beginsBody(token, m_previous, m_created)) {
        m_part = Part::Body;
        m_isStart = true;
        seeInBody(token);
    }
}

void MariadbBlocks::seeInBody(const QString &token)
{
    const bool isName = m_previous == u"." || m_previous == u"@"; // NEW.end, @end
    const bool isStart = std::exchange(m_isStart, false);
    const bool wasStart = std::exchange(m_wasStart, isStart && token != u";");
    if (token == u";") {
        m_isStart = true;
        m_isDeclaring = false;
        m_isEnding = false;
    } else if (token == u":") { // behind a label
        m_isStart = wasStart;
    } else if (m_isNaming) {
        m_isNaming = false;
        m_isStart = true;
    } else if ((std::exchange(m_isEnding, false) && namesBlock(token)) || isName || !isWord(token)) {
        return;
    } else if (token == u"END" && !m_blocks.isEmpty() && (isStart || isIn(Block::CaseValue) || isIn(Block::Repeat))) {
        m_isEnding = m_blocks.takeLast() != Block::CaseValue;
    } else if (isStart) {
        seeStart(token);
    } else {
        seeInside(token);
    }
}

void MariadbBlocks::seeStart(const QString &token)
{
    if (token == u"BEGIN")
        open(Block::Begin, true);
    else if (token == u"NOT" || token == u"ATOMIC" || token == u"ELSE")
        m_isStart = true;
    else if (token == u"FOLLOWS" || token == u"PRECEDES")
        m_isNaming = true;
    else if (token == u"IF")
        open(Block::If, false);
    else if (token == u"CASE")
        open(Block::Case, false);
    else if (token == u"LOOP")
        open(Block::Loop, true);
    else if (token == u"REPEAT")
        open(Block::Repeat, true);
    else if (token == u"WHILE")
        open(Block::While, false);
    else if (token == u"FOR")
        open(Block::For, false);
    else
        m_isDeclaring = token == u"DECLARE";
}

void MariadbBlocks::seeInside(const QString &token)
{
    if (token == u"CASE")
        open(Block::CaseValue, false);
    else if (token == u"BEGIN" && m_isDeclaring)
        open(Block::Begin, true);
    else if (token == u"THEN" || token == u"ELSE")
        m_isStart = !isIn(Block::CaseValue);
    else if (token == u"DO")
        m_isStart = isIn(Block::While) || isIn(Block::For);
}

void MariadbBlocks::open(Block block, bool beginsStatement)
{
    m_blocks.append(block);
    m_isStart = beginsStatement;
}

QString MariadbBlocks::missing() const
{
    static constexpr const char *names[] = {"BEGIN", "IF", "CASE", "CASE", "LOOP", "WHILE", "REPEAT", "FOR"};
    return m_blocks.isEmpty() ? QString() : u"%1 has no END"_s.arg(QLatin1StringView(names[int(m_blocks.last())]));
}

} // namespace db
