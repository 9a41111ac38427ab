// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace console {

/// Writes a file of SQL, whole or not at all.
db::Result<void> writeStructureFile(const QString &path, const QString &sql);

/// Reads a file of SQL, which must be UTF-8.
db::Result<QString> readStructureFile(const QString &path);

/// The versions of migrations in an answer for programs.
QJsonArray versionList(const QList<qint64> &versions);

} // namespace console
