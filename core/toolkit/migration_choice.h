// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migrator.h"

namespace db {

/// Which of some migrations are to be applied or taken back, by what the books say. Refused are a version to go to that
/// nobody knows, and what Migrator::migrate() and rollback() say besides.
class MigrationChoice
{
public:
    /// The migrations are sorted by version.
    MigrationChoice(const QList<Migration> &migrations, const QMap<qint64, QDateTime> &books)
        : m_migrations(migrations), m_books(books) { }

    /// Whether one of the migrations is in the books.
    bool isAnyApplied() const;
    bool isApplied(qint64 version) const { return m_books.contains(version); }
    /// In the order of their doing.
    Result<QList<Migration>> toApply(const Migrator::Options &options) const;
    Result<QList<Migration>> toTakeBack(const Migrator::Options &options) const;

private:
    Result<void> checkTargets(const Migrator::Options &options) const;
    QList<Migration>::const_iterator find(qint64 version) const;

    const QList<Migration> &m_migrations;
    const QMap<qint64, QDateTime> &m_books;
};

} // namespace db
