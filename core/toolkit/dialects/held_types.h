// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

namespace db {

/// Whether values of both types are stored alike on every engine: an Id as an Integer, an Enum as a String, times whatever their
/// zone and precision. Any, of which nothing is known, is like all others.
bool areStoredAlike(Type left, Type right);

/// Whether a type keeps microseconds.
bool hasMicroseconds(Type type);

} // namespace db
