// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

#include <QString>

namespace db {

/// Ecto's name of a type, as the errors of cast() carry it: "utc_datetime".
QString typeName(Type type);

} // namespace db
