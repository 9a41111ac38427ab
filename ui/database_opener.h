// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "core/toolkit/migration.h"

#include <QObject>

#include <memory>

namespace ui {

/// What is found in a database when it is opened.
struct DatabaseState
{
    int pendingMigrations = 0;
    bool isEmpty = false; ///< all migrations are applied and there is no user yet
    bool isReadOnly = false; ///< the file is write-protected
};

/// Opens databases without waiting: looks whether they can be read and in what state they are. One at a time; a newer
/// request replaces the one before, which then ends without a signal.
class DatabaseOpener : public QObject
{
    Q_OBJECT

public:
    enum class Missing {
        IsAnError,
        IsCreated
    };

    explicit DatabaseOpener(const QList<db::Migration> &migrations, QObject *parent = nullptr);
    ~DatabaseOpener() override;

    /// A database that is created gets all its tables at once.
    void open(const db::DatabaseUrl &url, Missing missing);
    /// Opens nothing after all.
    void cancel();
    /// The database of the last opened(); may be taken once.
    std::unique_ptr<db::Database> take();

signals:
    void opened(const ui::DatabaseState &state);
    void failed(const db::DatabaseUrl &url, const db::Error &error);

private:
    void look(const db::DatabaseUrl &url, bool isNew);

    QList<db::Migration> m_migrations;
    std::unique_ptr<db::Database> m_database;
    quint64 m_asked = 0;
};

} // namespace ui
