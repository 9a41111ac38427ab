// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/migrations/migration_line.h"
#include "ui/migrations/name_question.h"

namespace ui {

/// Asks whether a migration is to be rolled back, and wants a name typed: the one of the first table that loses something,
/// or of the database where nothing is lost.
class RollbackPanel : public NameQuestion
{
    Q_OBJECT

public:
    explicit RollbackPanel(QWidget *parent = nullptr);

    /// `isBackedUp` says whether what is lost is still in the backup that is made first.
    void askAbout(const MigrationLine &line, const QString &databaseName, bool isBackedUp);
    const MigrationLine &line() const { return m_line; }

private:
    static QString inWords(const Loss &loss);

    MigrationLine m_line;
};

} // namespace ui
