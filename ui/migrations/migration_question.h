// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/migrations/migration_line.h"

#include <QWidget>

namespace ui {

class NameQuestion;
class RunQuestion;

/// Asks, inside the page, whether migrations are to be run or rolled back. Where something is lost by that, and
/// in production, it wants the name of the database typed.
class MigrationQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit MigrationQuestion(QWidget *parent = nullptr);

    /// What is asked about: migrations in the order of their running, and where they run.
    struct Subject
    {
        QList<MigrationLine> lines = {};
        bool isUp = true;
        QString databaseName = {};
        bool isProduction = false; ///< which wants the name typed in any case
        bool isBackedUp = false; ///< what is lost is still in the backup that is made first
    };

    void ask(const Subject &subject);
    const Subject &subject() const { return m_subject; }

signals:
    void confirmed();
    void canceled();

private:
    void askForName();
    /// What is lost, a sentence for each.
    static QStringList losses(const Subject &subject);
    /// "Roll back 20260126000001_create_users?"
    static QString question(const Subject &subject);

    Subject m_subject;
    RunQuestion *m_simple;
    NameQuestion *m_typed;
};

} // namespace ui
