// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/operation.h"

#include <QList>
#include <QString>

namespace db {

/// What an operation of a migration takes from the rows that are there.
struct Loss
{
    enum class Kind {
        Table, ///< with all its rows
        Column, ///< with all its values
        Values, ///< those that do not fit what their column becomes: cut, or refused by the engine
        Unknown ///< nobody knows: SQL of one's own runs
    };

    Kind kind = Kind::Unknown;
    QString table = {}; ///< as it is called when it is lost; empty for Unknown
    QString column = {}; ///< empty for Table and Unknown

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// What operations lose, in their order, each loss once. What they made themselves holds nothing that could be lost. A column
/// that is modified without from() is taken to lose values.
QList<Loss> whatIsLost(const QList<Operation> &operations);

/// The tables of which `engine` writes every row anew, to store a column in another way: that takes as long as they are
/// large, and keeps others out meanwhile.
QStringList rewrittenTables(const QList<Operation> &operations, DatabaseUrl::Engine engine);

} // namespace db
