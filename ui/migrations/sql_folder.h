// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/migration_folder.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace ui {

/// A folder with migrations in SQL, as it is now: files that come, go or change are seen.
class SqlFolder : public QObject
{
    Q_OBJECT

public:
    SqlFolder(db::DatabaseUrl::Engine engine, QObject *parent);

    /// Looks into this folder from now on; none if empty. The content comes later, with changed().
    void choose(const QString &path);
    /// Absolute; empty for none.
    const QString &path() const { return m_path; }

    /// Those of the files that can be read, oldest first.
    const QList<db::Migration> &migrations() const { return m_content.migrations; }
    /// What is wrong with the others, or with the folder.
    const QList<db::Error> &problems() const { return m_content.problems; }
    /// These and the ones of the folder together, oldest first.
    QList<db::Migration> with(const QList<db::Migration> &others) const;

signals:
    void chosen(const QString &path);
    void changed();

private:
    void read();
    void show(const db::MigrationFolder &content);
    void watch(const QStringList &paths);

    db::DatabaseUrl::Engine m_engine;
    QString m_path;
    db::MigrationFolder m_content;
    quint64 m_asked = 0;
    QTimer m_soon; ///< a file is often written in several steps
    QFileSystemWatcher m_watcher;
};

} // namespace ui
