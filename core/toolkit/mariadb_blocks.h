// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/sql_blocks.h"

#include <QList>

namespace db {

/// MariaDB's stored programs, whose bodies are not quoted: BEGIN … END, IF … END IF, CASE … END CASE, LOOP, WHILE, REPEAT
/// and FOR, which open a block only where a statement may begin; elsewhere IF and REPEAT are functions, and CASE … END is a
/// value. See https://mariadb.com/kb/en/programmatic-compound-statements/
class MariadbBlocks : public SqlBlocks
{
public:
    void see(const QString &token) override;
    bool isOpen() const override { return !m_blocks.isEmpty(); }
    QString missing() const override;

private:
    enum class Part {
        Beginning, ///< nothing seen yet
        MaybeCompound, ///< behind a BEGIN, which may begin a transaction as well
        Creation, ///< behind CREATE or ALTER, in front of what is created
        Header, ///< of a stored program
        Body,
        Plain ///< a statement without a body
    };
    enum class Block {
        Begin,
        If,
        Case,
        CaseValue, ///< part of an expression
        Loop,
        While,
        Repeat,
        For
    };

    void seeFirst(const QString &token);
    void seeInCreation(const QString &token);
    void seeInHeader(const QString &token);
    void seeInBody(const QString &token);
    void seeStart(const QString &token);
    void seeInside(const QString &token);
    bool isIn(Block block) const { return !m_blocks.isEmpty() && m_blocks.last() == block; }
    void open(Block block, bool beginsStatement);

    Part m_part = Part::Beginning;
    QString m_created; ///< TRIGGER, EVENT, FUNCTION or PROCEDURE
    QString m_previous;
    int m_parentheses = 0; ///< in the header
    QList<Block> m_blocks;
    bool m_isStart = false; ///< a statement of the body may begin here
    bool m_wasStart = false; ///< … with the token before
    bool m_isEnding = false; ///< behind an END, which may go on with the name of what ends
    bool m_isDeclaring = false; ///< a handler may bring a block of its own
    bool m_isNaming = false; ///< behind FOLLOWS or PRECEDES
};

} // namespace db
