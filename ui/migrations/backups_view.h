// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/backups.h"
#include "ui/common/activities.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace ui {

class BackupModel;
class NameQuestion;
class Session;
class SqlView;

/// The backups of the database, with the buttons that make one and put one back. For a server it has the command that
/// makes one there.
class BackupsView : public QWidget
{
    Q_OBJECT

public:
    explicit BackupsView(Session &session, QWidget *parent = nullptr);

    /// Reads the list again.
    void refresh();
    void makeBackup();

private:
    void setUpTable();
    void askToRestore();
    void restore(const db::Backup &backup);
    void restored(const db::Backup &backup, const std::optional<db::Backup> &before);
    /// Nothing where none is selected.
    std::optional<db::Backup> selected() const;
    void updateTexts();
    void updateButtons();

    Session &m_session;
    db::Backups m_backups;
    BackupModel *m_model;
    bool m_isBusy = false;
    std::optional<db::Backup> m_asked; ///< whether this one is to be put back
    QLabel *m_explanation;
    QPushButton *m_make;
    QPushButton *m_restore;
    QPushButton *m_copy;
    NameQuestion *m_question;
    QTableView *m_table;
    SqlView *m_command;
};

} // namespace ui
