// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/sql_folder.h"

#include "ui/background.h"

#include <QDir>

#include <algorithm>

namespace ui {

namespace {

constexpr int Pause = 200; // milliseconds without a change before the folder is read again

} // namespace

SqlFolder::SqlFolder(db::DatabaseUrl::Engine engine, QObject *parent)
    : QObject(parent), m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Pause);
    connect(&m_soon, &QTimer::timeout, this, &SqlFolder::read);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_soon, qOverload<>(&QTimer::start));
}

void SqlFolder::choose(const QString &path)
{
    m_path = path.isEmpty() ? QString() : QDir(path).absolutePath();
    emit chosen(m_path);
    read();
}

QList<db::Migration> SqlFolder::with(const QList<db::Migration> &others) const
{
    QList<db::Migration> all = others + m_content.migrations;
    std::stable_sort(all.begin(), all.end(), [](const db::Migration &left, const db::Migration &right) { return left.version < right.version; });
    return all;
}

void SqlFolder::read()
{
    const auto content = [path = m_path, engine = m_engine] { return path.isEmpty() ? db::MigrationFolder() : db::readMigrationFolder(path, engine); };
    inBackground(this, content, [this, asked = ++m_asked](const db::MigrationFolder &found) {
        if (asked == m_asked)
            show(found);
    });
}

void SqlFolder::show(const db::MigrationFolder &content)
{
    m_content = content;
    watch(content.folders + content.files);
    emit changed();
}

void SqlFolder::watch(const QStringList &paths)
{
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    QStringList gone = watched;
    gone.removeIf([&paths](const QString &path) { return paths.contains(path); });
    QStringList added = paths;
    added.removeIf([&watched](const QString &path) { return watched.contains(path); });
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    // What happened to them since they were read was not seen.
    if (!added.isEmpty() && m_watcher.addPaths(added).size() < added.size())
        m_soon.start();
}

} // namespace ui
