// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_choice.h"

#include "core/toolkit/migration_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

bool MigrationChoice::isAnyApplied() const
{
    return std::any_of(m_migrations.cbegin(), m_migrations.cend(), [this](const Migration &migration) { return m_books.contains(migration.version); });
}

Result<QList<Migration>> MigrationChoice::toApply(const Migrator::Options &options) const
{
    if (const Result<void> known = checkTargets(options); !known)
        return Failure(known.error());
    QList<Migration> pending;
    for (const Migration &migration : m_migrations) {
        const bool isWanted = migration.version <= options.to.value_or(migration.version) && (!options.toExclusive || migration.version < *options.toExclusive);
        if (isWanted && !m_books.contains(migration.version))
            pending.append(migration);
    }
    if (options.step)
        pending = pending.first(qBound(0, *options.step, int(pending.size())));
    if (options.inOrder && !pending.isEmpty() && !m_books.isEmpty() && pending.first().version < m_books.lastKey()) {
        const QString title = titleOf(pending.first());
        return Failure(Error::refused(u"migration %1 is pending, but it is older than %2, which is applied"_s.arg(title).arg(m_books.lastKey()), title));
    }
    return pending;
}

Result<QList<Migration>> MigrationChoice::toTakeBack(const Migrator::Options &options) const
{
    if (const Result<void> known = checkTargets(options); !known)
        return Failure(known.error());
    const bool onlyNewest = !options.step && !options.to && !options.toExclusive;
    const std::optional<int> step = onlyNewest ? 1 : options.step;
    QList<Migration> chosen;
    for (auto line = m_books.cend(); line != m_books.cbegin() && (!step || chosen.size() < *step);) {
        --line;
        const qint64 version = line.key();
        if (version < options.to.value_or(version) || (options.toExclusive && version <= *options.toExclusive))
            break;
        if (const auto migration = find(version); migration != m_migrations.cend())
            chosen.append(*migration);
        else if (step)
            return Failure(Error::refused(u"migration %1 would be the next to take back, but its file is missing"_s.arg(version), QString::number(version)));
    }
    return chosen;
}

Result<void> MigrationChoice::checkTargets(const Migrator::Options &options) const
{
    for (const std::optional<qint64> &target : {options.to, options.toExclusive}) {
        if (target && !m_books.contains(*target) && find(*target) == m_migrations.cend())
            return Failure(Error::refused(u"there is no migration %1, neither in the list nor applied"_s.arg(*target), QString::number(*target)));
    }
    return {};
}

QList<Migration>::const_iterator MigrationChoice::find(qint64 version) const
{
    return std::find_if(m_migrations.cbegin(), m_migrations.cend(), [version](const Migration &migration) { return migration.version == version; });
}

} // namespace db
