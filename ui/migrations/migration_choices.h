// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/migrations/migration_line.h"

#include <QCoreApplication>

namespace ui {

/// Which migrations a button would run or roll back, and why it would not.
class MigrationChoices
{
    Q_DECLARE_TR_FUNCTIONS(ui::MigrationChoices)

public:
    struct Choice
    {
        QList<MigrationLine> lines = {}; ///< in the order of their running
        QString problem = {}; ///< a sentence; empty when they can be run
    };

    /// `lines` are all there are, oldest first.
    explicit MigrationChoices(const QList<MigrationLine> &lines)
        : m_lines(lines) { }

    /// All that are pending.
    Choice pending() const;
    /// Those that are pending as far as a version, itself included.
    Choice pendingTo(qint64 version) const;
    /// The newest applied one, to be rolled back.
    Choice last() const;
    /// All that are applied as far back as a version, itself included.
    Choice backTo(qint64 version) const;

private:
    Choice rollback(const QList<MigrationLine> &lines) const;

    QList<MigrationLine> m_lines;
};

} // namespace ui
