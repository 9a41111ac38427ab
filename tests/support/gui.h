// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/user.h"
#include "core/toolkit/changeset.h"
#include "core/toolkit/database.h"
#include "migrations/migrations.h"
#include "tests/support/test_database.h"
#include "ui/language/language.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

/// What tests of widgets share.
namespace gui {

/// English, light, and at the usual size, whatever the test before left.
inline void reset()
{
    ui::Theme::apply(ui::Theme::Mode::Light);
    ui::Theme::setZoom(100);
    ui::Language::apply(QStringLiteral("en"));
}

/// The visible widget with an object name; ends the test program when there is none.
template <typename T = QWidget>
T *find(QWidget *root, const QString &name)
{
    const auto found = root->findChildren<T *>(name);
    for (T *widget : found) {
        if (widget->isVisible())
            return widget;
    }
    if (found.isEmpty())
        qFatal("there is no %s", qPrintable(name));
    return found.first();
}

/// An open database in memory with all tables and so many users, user001@example.org and on; every tenth is inactive.
inline std::unique_ptr<db::Database> databaseWithUsers(int count)
{
    auto database = std::make_unique<db::Database>(db::DatabaseUrl::inMemory());
    const auto filled = database->write([count](db::Repo &repo) -> db::Result<void> {
        const auto migrated = db::Migrator(repo, migrations::all()).migrate({});
        if (!migrated)
            return db::Failure(migrated.error());
        for (int number = 1; number <= count; ++number) {
            accounts::User user;
            const QString name = QStringLiteral("user%1").arg(number, 3, 10, QLatin1Char('0'));
            const auto stored = repo.insert(db::change(user)
                                                .put(&accounts::User::username, name)
                                                .put(&accounts::User::email, QString(name + u"@example.org"))
                                                .put(&accounts::User::passwordHash, QStringLiteral("none"))
                                                .put(&accounts::User::isActive, number % 10 != 0));
            if (!stored)
                return db::Failure(stored.error());
        }
        return {};
    });
    const auto result = filled.result();
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return database;
}

} // namespace gui
