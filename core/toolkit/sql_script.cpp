// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_script.h"

#include "core/toolkit/sql_blocks.h"
#include "core/toolkit/sql_lexer.h"

#include <QStringList>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = SqlLexer::Token::Kind;
using Pieces = QList<ScriptPiece>;
using Problem = std::optional<ScriptProblem>;

/// Gathers the tokens of one statement after the other.
class Splitter
{
public:
    Splitter(QStringView text, DatabaseUrl::Engine engine)
        : m_text(text), m_engine(engine) { }

    /// A token of a statement.
    Problem add(const SqlLexer::Token &token);
    /// A token that may end the statement.
    Problem addSemicolon(const SqlLexer::Token &token) { return m_blocks && m_blocks->isOpen() ? add(token) : finish(); }
    /// What ends the statement, whatever is still open.
    Problem finish();
    /// The end of the text, or a mark.
    Problem finishHere();
    void addMark(const SqlLexer::Token &token);

    Pieces pieces;

private:
    bool isEmpty() const { return m_end == 0; }

    QStringView m_text;
    DatabaseUrl::Engine m_engine;
    std::unique_ptr<SqlBlocks> m_blocks;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    int m_line = 1;
    QStringList m_words;
    QString m_previous;
    bool m_takesRows = false;
};

Problem Splitter::add(const SqlLexer::Token &token)
{
    const QStringView text = m_text.sliced(token.at, token.size);
    if (isEmpty()) {
        if (m_engine == DatabaseUrl::Engine::Postgres && text == u"\\")
            return ScriptProblem{u"psql's own commands, which begin with a backslash, are not understood"_s, token.line};
        m_blocks = SqlBlocks::ofEngine(m_engine);
        m_begin = token.at;
        m_line = token.line;
    }
    m_end = token.at + token.size;
    const QString seen = token.kind == Kind::Quoted ? QString() : text.toString().toUpper();
    m_blocks->see(seen);
    if (token.kind == Kind::Word && m_words.size() < 3)
        m_words.append(seen);
    m_takesRows = m_takesRows || (m_previous == u"FROM" && seen == u"STDIN");
    m_previous = seen;
    return {};
}

Problem Splitter::finish()
{
    if (isEmpty())
        return {};
    if (m_engine == DatabaseUrl::Engine::Postgres && m_takesRows && m_words.startsWith(u"COPY"_s))
        return ScriptProblem{u"COPY … FROM stdin takes its rows from psql: write INSERT"_s, m_line};
    pieces.append({.text = m_text.sliced(m_begin, m_end - m_begin).toString(), .line = m_line, .words = m_words.join(u' ')});
    m_end = 0;
    m_words.clear();
    m_previous.clear();
    m_takesRows = false;
    return {};
}

Problem Splitter::finishHere()
{
    if (!isEmpty() && m_blocks->isOpen())
        return ScriptProblem{u"the statement does not end: "_s + m_blocks->missing(), m_line};
    return finish();
}

void Splitter::addMark(const SqlLexer::Token &token)
{
    const QStringView before = m_text.first(token.at);
    const QStringView line = before.sliced(before.lastIndexOf(u'\n') + 1);
    pieces.append({.text = m_text.sliced(token.at, token.size).trimmed().toString(),
                   .line = token.line,
                   .isComment = true,
                   .isAlone = line.trimmed().isEmpty()});
}

} // namespace

tl::expected<Pieces, ScriptProblem> scriptPieces(const QString &script, DatabaseUrl::Engine engine, const std::function<bool(QStringView)> &isMark)
{
    const QStringView text(script);
    SqlLexer lexer(text, engine);
    Splitter splitter(text, engine);
    for (;;) {
        const SqlLexer::Token token = lexer.next();
        Problem problem;
        switch (token.kind) {
        case Kind::Word:
        case Kind::Quoted:
        case Kind::Symbol:
            problem = splitter.add(token);
            break;
        case Kind::LineComment:
            if (isMark && isMark(text.sliced(token.at, token.size))) {
                problem = splitter.finishHere();
                splitter.addMark(token);
            }
            break;
        case Kind::Semicolon:
            problem = splitter.addSemicolon(token);
            break;
        case Kind::Delimiter:
            problem = splitter.finish();
            break;
        case Kind::End:
            problem = splitter.finishHere();
            break;
        case Kind::Broken:
            problem = ScriptProblem{token.problem, token.line};
            break;
        }
        if (problem)
            return tl::unexpected(*problem);
        if (token.kind == Kind::End)
            return splitter.pieces;
    }
}

} // namespace db
