// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace db {
class Database;
}
class QObject;

/// The sample community in a temporary file, which is deleted with this object.
class Demo
{
public:
    using Done = std::function<void(const db::Result<db::DatabaseUrl> &)>;

    Demo();
    ~Demo();

    /// Makes and fills the file in the background and calls `done` in the thread of `context`.
    void make(QObject *context, const Done &done);

private:
    void fill(QObject *context, const db::DatabaseUrl &url, const Done &done);

    QTemporaryDir m_folder;
    std::unique_ptr<db::Database> m_database;
};
