// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_choices.h"

#include <algorithm>

namespace ui {

MigrationChoices::Choice MigrationChoices::pending() const
{
    Choice choice{.lines = m_lines};
    choice.lines.removeIf([](const MigrationLine &line) { return line.isApplied(); });
    const auto changed = std::find_if(m_lines.cbegin(), m_lines.cend(), [](const MigrationLine &line) { return line.isChanged(); });
    if (choice.lines.isEmpty())
        choice.problem = tr("All migrations are applied.");
    else if (changed != m_lines.cend())
        choice.problem = tr("%1 was changed after it had been applied. Put the change back, or accept it with quectoctl migrate --accept-changes.").arg(changed->title());
    return choice;
}

MigrationChoices::Choice MigrationChoices::pendingTo(qint64 version) const
{
    Choice choice = pending();
    choice.lines.removeIf([version](const MigrationLine &line) { return line.status.version > version; });
    if (choice.lines.isEmpty())
        choice.problem = tr("All migrations as far as the selected one are applied.");
    return choice;
}

MigrationChoices::Choice MigrationChoices::last() const
{
    const auto newest = std::find_if(m_lines.crbegin(), m_lines.crend(), [](const MigrationLine &line) { return line.hasRun(); });
    if (newest == m_lines.crend())
        return {.problem = tr("There is nothing to roll back.")};
    return rollback({*newest});
}

MigrationChoices::Choice MigrationChoices::backTo(qint64 version) const
{
    QList<MigrationLine> lines;
    bool isApplied = false;
    for (const MigrationLine &line : m_lines) {
        if (!line.hasRun() || line.status.version < version)
            continue;
        lines.prepend(line);
        isApplied = isApplied || line.status.version == version;
    }
    if (!isApplied)
        return {.problem = tr("The selected migration is not applied.")};
    return rollback(lines);
}

MigrationChoices::Choice MigrationChoices::rollback(const QList<MigrationLine> &lines) const
{
    Choice choice{.lines = lines};
    for (const MigrationLine &line : lines) {
        const bool isLast = line.status.version == lines.first().status.version;
        if (line.status.state == db::MigrationStatus::State::FileMissing)
            choice.problem = isLast ? tr("The last one, %1, cannot be rolled back: its file is missing.").arg(line.title())
                                    : tr("%1 cannot be rolled back: its file is missing.").arg(line.title());
        else if (!line.status.isReversible)
            choice.problem = isLast ? tr("The last one, %1, cannot be rolled back: it is not reversible.").arg(line.title())
                                    : tr("%1 cannot be rolled back: it is not reversible.").arg(line.title());
        if (!choice.problem.isEmpty())
            return choice;
    }
    return choice;
}

} // namespace ui
