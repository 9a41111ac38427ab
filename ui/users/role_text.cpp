// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/users/role_text.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct RoleTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::Role)
};

} // namespace

QString roleText(accounts::Role role)
{
    switch (role) {
    case accounts::Role::User:
        return RoleTexts::tr("User");
    case accounts::Role::Moderator:
        return RoleTexts::tr("Moderator");
    case accounts::Role::Admin:
        return RoleTexts::tr("Administrator");
    }
    Q_UNREACHABLE();
}

} // namespace ui
