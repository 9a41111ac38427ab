// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_blocks.h"

#include "core/toolkit/mariadb_blocks.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Only triggers have a body. It ends with `; END`, which stands nowhere else in it: no statement begins with END, and the
/// END of a CASE, or a column of that name, does not follow a semicolon.
class SqliteBlocks : public SqlBlocks
{
public:
    void see(const QString &token) override
    {
        if (m_isFirst)
            m_isCreated = token == u"CREATE";
        else if (m_isCreated && !m_isTrigger && token != u"TEMP" && token != u"TEMPORARY")
            m_isCreated = m_isTrigger = token == u"TRIGGER";
        m_isFirst = false;
        m_isEnded = token == u"END" && m_isBehindSemicolon;
        m_isBehindSemicolon = token == u";";
    }
    bool isOpen() const override { return m_isTrigger && !m_isEnded; }
    QString missing() const override { return u"the trigger has no END"_s; }

private:
    bool m_isFirst = true;
    bool m_isCreated = false;
    bool m_isTrigger = false;
    bool m_isBehindSemicolon = false;
    bool m_isEnded = false;
};

/// Bodies are quoted, but for BEGIN ATOMIC … END in a function of standard SQL; and rules have several statements in
/// parentheses. https://www.postgresql.org/docs/current/sql-createfunction.html, …/sql-createrule.html
class PostgresBlocks : public SqlBlocks
{
public:
    void see(const QString &token) override
    {
        if (token == u"(")
            ++m_parentheses;
        else if (token == u")")
            m_parentheses = qMax(0, m_parentheses - 1);
        else if ((m_previous == u"BEGIN" && token == u"ATOMIC") || (m_depth > 0 && token == u"CASE"))
            ++m_depth;
        else if (m_depth > 0 && token == u"END")
            --m_depth;
        m_previous = token;
    }
    bool isOpen() const override { return m_parentheses > 0 || m_depth > 0; }
    QString missing() const override { return m_depth > 0 ? u"BEGIN ATOMIC has no END"_s : u"a parenthesis is not closed"_s; }

private:
    int m_parentheses = 0;
    int m_depth = 0;
    QString m_previous;
};

} // namespace

std::unique_ptr<SqlBlocks> SqlBlocks::ofEngine(DatabaseUrl::Engine engine)
{
    switch (engine) {
    case DatabaseUrl::Engine::Sqlite:
        return std::make_unique<SqliteBlocks>();
    case DatabaseUrl::Engine::Postgres:
        return std::make_unique<PostgresBlocks>();
    case DatabaseUrl::Engine::MariaDb:
        return std::make_unique<MariadbBlocks>();
    }
    Q_UNREACHABLE();
}

} // namespace db
