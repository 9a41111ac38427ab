// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace db {

namespace sqltext {

constexpr bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 128;
}

/// The place behind the next `mark`; the end of the text when there is none.
constexpr std::size_t behind(std::string_view sql, std::string_view mark, std::size_t from)
{
    const std::size_t found = sql.find(mark, from);
    return found == std::string_view::npos ? sql.size() : found + mark.size();
}

constexpr std::size_t wordEnd(std::string_view sql, std::size_t at)
{
    while (at < sql.size() && (isWord(sql[at]) || sql[at] == '$'))
        ++at;
    return at;
}

/// The end of a text like `E'it\'s'`, from behind its first quote on.
constexpr std::size_t escapedEnd(std::string_view sql, std::size_t at)
{
    for (; at < sql.size(); ++at) {
        if (sql[at] == '\\' || sql.substr(at, 2) == "''")
            ++at;
        else if (sql[at] == '\'')
            return at + 1;
    }
    return sql.size();
}

/// PostgreSQL nests comments.
constexpr std::size_t commentEnd(std::string_view sql, std::size_t at)
{
    int depth = 0;
    while (at < sql.size()) {
        const std::string_view two = sql.substr(at, 2);
        depth += two == "/*" ? 1 : two == "*/" ? -1
                                               : 0;
        at += two == "/*" || two == "*/" ? 2 : 1;
        if (depth == 0)
            break;
    }
    return std::min(at, sql.size());
}

/// The end of `$$ … $$` or `$name$ … $name$`; of the sign alone where it begins none of these.
constexpr std::size_t dollarEnd(std::string_view sql, std::size_t at)
{
    std::size_t tag = at + 1;
    const bool isNumber = tag < sql.size() && sql[tag] >= '0' && sql[tag] <= '9';
    while (tag < sql.size() && isWord(sql[tag]))
        ++tag;
    if (isNumber || tag == sql.size() || sql[tag] != '$')
        return at + 1;
    return behind(sql, sql.substr(at, tag + 1 - at), tag + 1);
}

} // namespace sqltext

/// The first token of an SQL text at a place inside it, as far as question marks are concerned: a word, a quoted text or
/// name, a comment, PostgreSQL's `$$ … $$`, or else one character. `?` stands for a value only where it is a token of its
/// own; `??` is one token, too: PostgreSQL's operator with a question mark.
/// See https://www.postgresql.org/docs/current/sql-syntax-lexical.html
constexpr std::string_view sqlToken(std::string_view sql, std::size_t at)
{
    const std::string_view two = sql.substr(at, 2);
    const char c = sql[at];
    std::size_t end = at + 1;
    if (sqltext::isWord(c)) {
        end = sqltext::wordEnd(sql, at);
        const bool isEscaped = end == at + 1 && (c == 'e' || c == 'E') && end < sql.size() && sql[end] == '\'';
        end = isEscaped ? sqltext::escapedEnd(sql, end + 1) : end;
    } else if (c == '\'' || c == '"') {
        end = sqltext::behind(sql, sql.substr(at, 1), end);
    } else if (two == "--") {
        end = sqltext::behind(sql, "\n", end);
    } else if (two == "/*") {
        end = sqltext::commentEnd(sql, at);
    } else if (c == '$') {
        end = sqltext::dollarEnd(sql, at);
    } else if (two == "??") {
        end = at + 2;
    }
    return sql.substr(at, end - at);
}

/// How many question marks of an SQL text stand for values.
constexpr std::size_t valueMarks(std::string_view sql)
{
    std::size_t marks = 0;
    for (std::size_t at = 0; at < sql.size();) {
        const std::string_view token = sqlToken(sql, at);
        marks += token == "?" ? 1 : 0;
        at += token.size();
    }
    return marks;
}

} // namespace db
