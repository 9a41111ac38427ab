// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

#include <QList>
#include <QString>

namespace db {

/// A value on its way to a placeholder.
struct Bind
{
    Type type = Type::String;
    QVariant value = {};
};

/// A column and the value it gets, or must have.
struct Cell
{
    QString column;
    Bind bind;
};

/// SQL text with positional placeholders and the values that go there.
struct Statement
{
    enum class Kind {
        Select,
        Insert,
        Update,
        Delete,
        Transaction,
        Definition
    };

    Kind kind = Kind::Select;
    QString sql = {};
    QList<Bind> binds = {};
    QString source = {}; ///< the table it is mainly about
};

} // namespace db
