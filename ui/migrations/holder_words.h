// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace db {
struct MigrationLockHolder;
}

namespace ui {

/// Who keeps migrations from running, as far as that is known: "process 4711, quectoctl, user app, at 10.0.0.7, since 5:40".
QString inWords(const db::MigrationLockHolder &holder);

} // namespace ui
