// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_migrations.h"

#include "core/toolkit/migration_folder.h"
#include "core/toolkit/sql_lexer.h"
#include "core/toolkit/sql_script.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

Error refused(const QString &file, const QString &message)
{
    return Error::refused(u"%1: %2"_s.arg(file, message), file);
}

Error refused(const QString &file, int line, const QString &message)
{
    return Error::refused(u"%1, line %2: %3"_s.arg(file).arg(line).arg(message), file);
}

int lineOf(QStringView text, qsizetype at)
{
    return int(text.first(at).count(u'\n')) + 1;
}

Result<QString> decoded(const QString &file, const QByteArray &content)
{
    if (content.startsWith("\xFF\xFE") || content.startsWith("\xFE\xFF"))
        return Failure(refused(file, u"it is UTF-16; save it as UTF-8"_s));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // which passes over a byte order mark
    const QString text = decoder(content);
    if (decoder.hasError()) {
        const QList<QByteArray> lines = content.split('\n');
        const auto wrong = std::find_if_not(lines.begin(), lines.end(), [](const QByteArray &line) { return line.isValidUtf8(); });
        return Failure(refused(file, int(wrong - lines.begin()) + 1, u"it is not UTF-8"_s));
    }
    if (const qsizetype nul = text.indexOf(QChar()); nul >= 0)
        return Failure(refused(file, lineOf(text, nul), u"there is a NUL character, which no statement may have"_s));
    return text;
}

/// A comment that is, or was probably meant as, a mark: better one complaint too many than a down part that is run.
bool isMark(QStringView comment)
{
    static const QRegularExpression mark(u"^(?:--|#)[-#\\s]*migrate(?:\\s*:|\\s*(?:up|down)\\s*$)"_s, QRegularExpression::CaseInsensitiveOption);
    return mark.match(comment).hasMatch();
}

struct Mark
{
    bool isUp = true;
    bool inTransaction = true;
};

/// The error is what is wrong with a mark.
tl::expected<Mark, QString> markOf(const ScriptPiece &comment)
{
    static const QRegularExpression shape(u"^--\\s*migrate:(up|down)((?:\\s+\\S+)*)$"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    if (!comment.isAlone)
        return tl::unexpected(u"'%1' needs a line of its own"_s.arg(comment.text));
    const QRegularExpressionMatch match = shape.match(comment.text);
    if (!match.hasMatch())
        return tl::unexpected(u"'%1' is neither '-- migrate:up' nor '-- migrate:down'"_s.arg(comment.text));
    Mark mark{.isUp = match.captured(1) == u"up"};
    for (const QString &option : match.captured(2).split(blanks, Qt::SkipEmptyParts)) {
        if (option != u"transaction:true" && option != u"transaction:false")
            return tl::unexpected(u"there is no option '%1'"_s.arg(option));
        mark.inTransaction = option == u"transaction:true";
    }
    return mark;
}

struct StatementToken
{
    QString text; ///< in upper case, and without quotes
    bool looksLikeMark = false;
    int line = 1;
};

/// What a statement consists of, MariaDB's `/*!…*/` being as good as what stands in it.
QList<StatementToken> tokensOf(const ScriptPiece &statement, DatabaseUrl::Engine engine)
{
    using Kind = SqlLexer::Token::Kind;
    const QStringView text(statement.text);
    SqlLexer lexer(text, engine);
    QList<StatementToken> tokens;
    for (SqlLexer::Token token = lexer.next(); token.kind != Kind::End && token.kind != Kind::Broken; token = lexer.next()) {
        if (token.kind == Kind::LineComment)
            continue;
        const QStringView part = text.sliced(token.at, token.size);
        const QStringView before = text.first(token.at);
        const bool beginsLine = before.sliced(before.lastIndexOf(u'\n') + 1).trimmed().isEmpty();
        const bool isQuoted = token.kind == Kind::Quoted;
        tokens.append({.text = (isQuoted && part.size() > 1 ? part.sliced(1, part.size() - 2) : part).toString().toUpper(),
                       .looksLikeMark = beginsLine && token.kind == Kind::Symbol && isMark(text.sliced(token.at)),
                       .line = statement.line + token.line - 1});
    }
    return tokens;
}

bool isAutocommit(const QList<StatementToken> &tokens)
{
    for (qsizetype i = 1; i + 1 < tokens.size(); ++i) {
        const QString &next = tokens.at(i + 1).text;
        if (tokens.at(i).text == u"AUTOCOMMIT" && (next == u"=" || next == u":"))
            return true;
    }
    return false;
}

/// Whether a statement begins or ends a transaction, which is not its business. What escapes here, the Migrator notices.
bool isOfTransaction(const QString &words, const QList<StatementToken> &tokens)
{
    static const QRegularExpression shape(u"^(BEGIN(?! NOT ATOMIC\\b)|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE TRANSACTION|XA)\\b"_s);
    return shape.match(words).hasMatch() || (words.startsWith(u"SET ") && isAutocommit(tokens));
}

/// In a transaction SQLite passes over it; without one, a failure would leave the connection without foreign keys.
bool switchesForeignKeys(const QList<StatementToken> &tokens)
{
    const auto isAt = [&tokens](qsizetype index, QStringView text) { return index < tokens.size() && tokens.at(index).text == text; };
    return isAt(0, u"PRAGMA") && (isAt(1, u"FOREIGN_KEYS") || (isAt(2, u".") && isAt(3, u"FOREIGN_KEYS")));
}

/// Why a statement cannot be part of a migration; empty where it can be.
QString objection(const ScriptPiece &statement, const QList<StatementToken> &tokens)
{
    static const QRegularExpression version(u"^\\d+ "_s); // of /*!40101 …
    const QString words = QString(statement.words).remove(version);
    if (isOfTransaction(words, tokens))
        return u"%1 has no place here: the migration's transaction is begun and ended for it"_s.arg(words.section(u' ', 0, 0));
    if (words.startsWith(u"USE "))
        return u"USE has no place here: migrations change the database that was opened"_s;
    if (switchesForeignKeys(tokens))
        return u"PRAGMA foreign_keys has no place here: it has no effect in a transaction, and without one it would outlast a failure"_s;
    return {};
}

std::function<void(SchemaChange &)> runs(const QStringList &statements)
{
    return [statements](SchemaChange &schema) {
        for (const QString &statement : statements)
            schema.execute(statement);
    };
}

struct Parts
{
    bool hasUp = false;
    bool hasDown = false;
    bool inTransaction = true;
    QStringList up;
    QStringList down;
};

Result<Parts> partsOf(const QString &file, const QList<ScriptPiece> &pieces, DatabaseUrl::Engine engine)
{
    Parts parts;
    for (const ScriptPiece &piece : pieces) {
        if (piece.isComment) {
            const auto mark = markOf(piece);
            if (!mark)
                return Failure(refused(file, piece.line, mark.error()));
            const bool isUp = mark->isUp;
            if (isUp ? parts.hasUp : parts.hasDown)
                return Failure(refused(file, piece.line, u"there is a second '-- migrate:%1'"_s.arg(isUp ? u"up"_s : u"down"_s)));
            if (!isUp && !parts.hasUp)
                return Failure(refused(file, piece.line, u"'-- migrate:down' stands before '-- migrate:up'"_s));
            if (!isUp && mark->inTransaction != parts.inTransaction)
                return Failure(refused(file, piece.line, u"'-- migrate:up' and '-- migrate:down' must have the same option: both transaction:false, or neither"_s));
            parts.inTransaction = mark->inTransaction;
            (isUp ? parts.hasUp : parts.hasDown) = true;
        } else if (!parts.hasUp) {
            return Failure(refused(file, piece.line, u"there is SQL before the line '-- migrate:up'"_s));
        } else {
            const QList<StatementToken> tokens = tokensOf(piece, engine);
            const auto mark = std::find_if(tokens.begin(), tokens.end(), [](const StatementToken &token) { return token.looksLikeMark; });
            if (mark != tokens.end())
                return Failure(refused(file, mark->line, u"this looks like a mark, but is no comment here: write '-- migrate:up' or '-- migrate:down'"_s));
            if (const QString wrong = objection(piece, tokens); !wrong.isEmpty())
                return Failure(refused(file, piece.line, wrong));
            (parts.hasDown ? parts.down : parts.up).append(piece.text);
        }
    }
    if (!parts.hasUp)
        return Failure(refused(file, u"there is no line '-- migrate:up'"_s));
    return parts;
}

} // namespace

Result<Migration> sqlMigration(const QString &file, const QByteArray &content, DatabaseUrl::Engine engine)
{
    static const QRegularExpression shape(u"^([0-9]{14})_([a-z0-9_]+)\\.sql$"_s);
    const QRegularExpressionMatch match = shape.match(QFileInfo(file).fileName());
    if (!match.hasMatch())
        return Failure(refused(file, u"a migration's file is named YYYYMMDDHHMMSS_what_it_does.sql"_s));
    const Result<QString> text = decoded(file, content);
    if (!text)
        return Failure(text.error());
    const auto pieces = scriptPieces(*text, engine, &isMark);
    if (!pieces)
        return Failure(refused(file, pieces.error().line, pieces.error().message));
    const Result<Parts> parts = partsOf(file, *pieces, engine);
    if (!parts)
        return Failure(parts.error());

    Migration migration{.version = match.captured(1).toLongLong(), .name = match.captured(2), .up = runs(parts->up)};
    migration.inTransaction = parts->inTransaction;
    if (parts->hasDown)
        migration.down = runs(parts->down);
    return migration;
}

Result<QList<Migration>> sqlMigrations(const QString &folder, DatabaseUrl::Engine engine)
{
    const MigrationFolder found = readMigrationFolder(folder, engine);
    if (!found.problems.isEmpty())
        return Failure(found.problems.first());
    return found.migrations;
}

} // namespace db
