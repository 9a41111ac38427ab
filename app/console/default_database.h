// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"

/// What is opened when nobody says which database: the one of the environment's DATABASE_URL, else the embedded
/// SQLite file in the user's data folder ($XDG_DATA_HOME/quecto/quecto.sqlite), which need not exist yet.
db::Result<db::DatabaseUrl> defaultDatabaseUrl();

/// The database that a command line names, or the default one when `text` is empty.
db::Result<db::DatabaseUrl> databaseUrl(const QString &text);
