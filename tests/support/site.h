// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "tests/support/library.h"

#include <QTemporaryDir>

/// The library in a database of the tested engine that several connections can open: see addEngines().
struct Site
{
    QTemporaryDir folder;
    db::DatabaseUrl url;

    Site()
        : url(testedEngine() == db::DatabaseUrl::Engine::Sqlite ? db::DatabaseUrl::sqliteFile(folder.filePath(QStringLiteral("library.sqlite")))
                                                                : TestServer::shared(testedEngine()).emptyDatabase())
    {
        if (testedEngine() == db::DatabaseUrl::Engine::Sqlite) {
            if (const auto made = db::Connection::create(url); !made)
                qFatal("%s", qPrintable(made.error().message));
        }
        const auto connection = db::Connection::open(url);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().message));
        db::Repo repo(**connection);
        if (const auto migrated = db::Migrator(repo, library::migrations()).migrate({}); !migrated)
            qFatal("%s", qPrintable(migrated.error().message));
    }
};
