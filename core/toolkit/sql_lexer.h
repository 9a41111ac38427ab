// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace db {

/// Reads a file of SQL statements token by token, by the rules of one engine: where its quotes and comments end, and what
/// is none. Each reading costs time in proportion to the text.
///
/// | engine | rules |
/// |---|---|
/// | SQLite | https://www.sqlite.org/lang_comment.html, https://www.sqlite.org/lang_keywords.html |
/// | PostgreSQL | https://www.postgresql.org/docs/current/sql-syntax-lexical.html |
/// | MariaDB | https://mariadb.com/kb/en/comment-syntax/, https://mariadb.com/kb/en/delimiters/ |
class SqlLexer
{
public:
    struct Token
    {
        enum class Kind {
            Word, ///< a keyword, a name without quotes or a number
            Quoted, ///< a text or a name
            Symbol, ///< one character, or the beginning or end of what MariaDB runs in a comment
            LineComment, ///< up to the end of its line, which is no part of it; other comments are passed over
            Semicolon,
            Delimiter, ///< what a line DELIMITER put in place of the semicolon
            End, ///< of the text
            Broken ///< a quote or comment that is not closed
        };
        Kind kind = Kind::End;
        qsizetype at = 0;
        qsizetype size = 0;
        int line = 1; ///< where it begins, counted from 1
        QString problem = {}; ///< Broken: what is wrong
    };

    /// The text must outlive the lexer.
    SqlLexer(QStringView text, DatabaseUrl::Engine engine);

    /// After End and Broken there is nothing more to ask for.
    Token next();

private:
    /// What differs between the engines.
    struct Rules
    {
        bool backslashes = false; ///< in texts, a character behind a backslash is not special
        bool backticks = false;
        bool brackets = false; ///< names like [this]
        bool dollarQuotes = false; ///< $name$ … $name$, and E'' with backslashes
        bool nestedComments = false;
        bool returnsEndLines = false; ///< a carriage return alone ends a comment
        bool mysqlComments = false; ///< # begins one, -- only in front of a blank, and /*! … */ is run
        bool delimiterLines = false;
    };
    static Rules rulesOf(DatabaseUrl::Engine engine);

    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }
    bool isAt(QStringView text) const { return m_text.sliced(m_at).startsWith(text); }
    bool beginsLineComment() const;
    bool isAtStartOfLine() const;
    /// Goes behind a line such as `DELIMITER //`, if one is here, and obeys it.
    bool passDelimiterLine();
    void passLine();
    /// Goes behind a comment; false when it does not end.
    bool passComment();
    /// Goes behind a quoted text or name, whose first quote is here; false when it does not end.
    bool passQuoted(QChar closing, bool hasBackslashes);
    /// Goes behind `$name$ … $name$`; nothing when there is none here.
    std::optional<bool> passDollarQuoted();
    /// What has been passed since `token` began.
    Token finished(Token token, Token::Kind kind);
    static Token broken(Token token, const QString &problem);

    QStringView m_text;
    Rules m_rules;
    qsizetype m_at = 0;
    qsizetype m_counted = 0; ///< up to here, m_line is counted
    int m_line = 1;
    QString m_delimiter; ///< empty: the semicolon
    bool m_isBetweenStatements = true;
    bool m_runsComment = false; ///< inside /*! … */
};

} // namespace db
