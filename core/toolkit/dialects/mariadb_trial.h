// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/operation.h"

#include <QStringList>

namespace db {

/// Tells what stays within one database of a server, and may be tried in a copy, from what may change anything else there.
/// It goes by the words of a statement, and takes for dangerous what it does not know.
class MariadbTrial
{
public:
    /// `others` are the names of all other databases of the server.
    explicit MariadbTrial(const QStringList &others = {})
        : m_others(others) { }

    /// Which of the others a statement may name; empty where it names none. Only a name in front of a point counts.
    QString otherDatabase(const QString &sql) const;
    /// Why a statement of an operation must not be tried in a copy; empty where it may be.
    QString objection(const Operation &operation, const QString &sql) const;
    /// Whether a table of this definition keeps its rows in its own database.
    static bool keepsItsRows(const QString &definition);

    /// The statement with another name wherever the database `from` is named.
    static QString moved(const QString &sql, const QString &from, const QString &to);

private:
    QStringList m_others;
};

} // namespace db
