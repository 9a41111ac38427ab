// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/sql_parts.h"

namespace db {

using Kind = SqlLexer::Token::Kind;

bool SqlPart::is(QStringView keyword) const
{
    return token.kind == Kind::Word && text.compare(keyword, Qt::CaseInsensitive) == 0;
}

bool SqlPart::isSymbol(QChar symbol) const
{
    return token.kind == Kind::Symbol && text == symbol;
}

bool SqlPart::canBeName() const
{
    return token.kind == Kind::Word || token.kind == Kind::Quoted;
}

QString SqlPart::name() const
{
    if (token.kind != Kind::Quoted || text.size() < 2)
        return text;
    const QChar quote = text.back();
    return text.sliced(1, text.size() - 2).replace(QString(2, quote), QString(quote));
}

QList<SqlPart> partsOf(const QString &sql, DatabaseUrl::Engine engine)
{
    QList<SqlPart> parts;
    SqlLexer lexer(sql, engine);
    for (SqlLexer::Token token = lexer.next(); token.kind != Kind::End; token = lexer.next()) {
        if (token.kind != Kind::LineComment)
            parts.append({token, sql.sliced(token.at, token.size)});
        if (token.kind == Kind::Broken)
            break;
    }
    return parts;
}

} // namespace db
