// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

#include <QString>

#include <memory>

namespace db {

/// Follows one SQL statement, token by token, to tell the semicolons inside it from the one behind it: those in the body of
/// a trigger, function or procedure.
class SqlBlocks
{
public:
    static std::unique_ptr<SqlBlocks> ofEngine(DatabaseUrl::Engine engine);
    virtual ~SqlBlocks() = default;

    /// A word in upper case, one character that is no word, or something empty for what is quoted.
    virtual void see(const QString &token) = 0;
    /// A semicolon here would be inside the statement.
    virtual bool isOpen() const = 0;
    /// What is missing where the text ends and the statement is still open.
    virtual QString missing() const = 0;
};

} // namespace db
