// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/sql_lexer.h"

#include <QList>
#include <QString>

namespace db {

/// A token of a statement with its text.
struct SqlPart
{
    SqlLexer::Token token;
    QString text;

    /// Whether it is this keyword, in whatever case.
    bool is(QStringView keyword) const;
    /// Whether it is this one character.
    bool isSymbol(QChar symbol) const;
    /// A word, or anything in quotes.
    bool canBeName() const;
    /// Without its quotes.
    QString name() const;
};

/// All tokens of a statement but comments. One that is not closed ends the list as Broken.
QList<SqlPart> partsOf(const QString &sql, DatabaseUrl::Engine engine);

} // namespace db
