// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QString>

#include <functional>

namespace importing {

/// A name nobody has yet: `wanted` itself if it is free and has `minimum` to `maximum` characters, otherwise cut to make
/// room for `-suffix`, and if that is taken too for `-suffix-2`, `-suffix-3` …
db::Result<QString> uniqueName(const QString &wanted, const QString &suffix, int minimum, int maximum,
                               const std::function<db::Result<bool>(const QString &)> &isTaken);

} // namespace importing
