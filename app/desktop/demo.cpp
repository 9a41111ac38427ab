// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/demo.h"

#include "core/sample/sample_community.h"
#include "core/toolkit/database.h"
#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"
#include "ui/background.h"

#include <QObject>

using namespace Qt::StringLiterals;

Demo::Demo() = default;

Demo::~Demo() = default;

void Demo::make(QObject *context, const Done &done)
{
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(m_folder.filePath(u"demo.sqlite"_s));
    const auto create = [url] { return db::Database::create(url); };
    ui::inBackground(context, create, [this, context, url, done](const db::Result<void> &created) {
        if (created)
            fill(context, url, done);
        else
            done(db::Failure(created.error()));
    });
}

void Demo::fill(QObject *context, const db::DatabaseUrl &url, const Done &done)
{
    m_database = std::make_unique<db::Database>(url);
    m_database
        ->write([](db::Repo &repo) -> db::Result<void> {
            const auto migrated = db::Migrator(repo, migrations::all()).migrate({});
            if (!migrated)
                return db::Failure(migrated.error());
            return sample::createCommunity(repo);
        })
        .then(context, [this, url, done](const db::Result<void> &filled) {
            m_database.reset();
            done(filled ? db::Result<db::DatabaseUrl>(url) : db::Failure(filled.error()));
        });
}
