// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"

#include <QTemporaryDir>

#include <memory>

namespace db {
class Database;
}
class QObject;

/// The sample community in a temporary file, which is deleted with this object.
class Demo
{
public:
    Demo();
    ~Demo();

    /// Makes and fills the file in the background and calls `done` in the thread of `context`.
    void make(QObject *context, const std::function<void(const db::Result<db::DatabaseUrl> &)> &done);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<db::Database> m_database;
};
