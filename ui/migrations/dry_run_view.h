// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/dry_run.h"
#include "core/toolkit/migration.h"
#include "ui/common/activities.h"
#include "ui/common/latest_request.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class Session;

/// Tries the pending migrations without consequences, and tells what each statement did and what would be lost. As long as
/// it does, the session is read-only.
class DryRunView : public QWidget
{
    Q_OBJECT

public:
    explicit DryRunView(Session &session, QWidget *parent = nullptr);

    /// Whether they are tried on a copy of the structure, as MariaDB cannot take them back.
    bool isOnCopy() const;
    /// `migrations` are all there are.
    void start(const QList<db::Migration> &migrations);

private:
    void show(const db::Result<db::DryRun> &result);
    void showReport();
    void add(const db::TriedMigration &migration);
    static QString inWords(const db::DataLoss &loss);
    QString summary() const;
    void updateTexts();

    Session &m_session;
    LatestRequest m_request;
    Activities::Handle m_activity;
    std::optional<db::Result<db::DryRun>> m_result; ///< of the last one
    QLabel *m_summary;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTreeWidget *m_report;
};

} // namespace ui
