// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/default_database.h"

#include <QStandardPaths>

db::Result<db::DatabaseUrl> defaultDatabaseUrl()
{
    if (const QString text = qEnvironmentVariable("DATABASE_URL"); !text.isEmpty())
        return db::DatabaseUrl::parse(text);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return db::DatabaseUrl::sqliteFile(folder + u"/quecto/quecto.sqlite");
}

db::Result<db::DatabaseUrl> databaseUrl(const QString &text)
{
    return text.isEmpty() ? defaultDatabaseUrl() : db::DatabaseUrl::parse(text);
}
