// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <functional>
#include <tl/expected.hpp>

namespace db {

/// One statement of a script, or a line comment that was asked for.
struct ScriptPiece
{
    QString text; ///< without the semicolon and comments around it; of a comment all of it, from its `--` on
    int line = 1; ///< where it begins, counted from 1
    QString words = {}; ///< of a statement the first three words in upper case, parted by blanks: "CREATE TABLE IF"
    bool isComment = false;
    bool isAlone = true; ///< nothing stands in front of it in its line
};

/// Why a script cannot be taken apart.
struct ScriptProblem
{
    QString message; ///< without a full stop
    int line = 1;
};

/// The statements of a script in the language of an engine, one by one: semicolons in quotes, comments, and the bodies of
/// triggers, functions and procedures do not part them. Scripts for MariaDB may have lines such as `DELIMITER //`. The line
/// comments that `isMark` holds for are among the pieces; they end the statement before them.
///
/// Refused is what only an engine's own client understands: lines that begin with a backslash, and the rows behind COPY
/// … FROM stdin.
tl::expected<QList<ScriptPiece>, ScriptProblem> scriptPieces(const QString &script, DatabaseUrl::Engine engine,
                                                             const std::function<bool(QStringView comment)> &isMark = {});

} // namespace db
