// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/changeset_core.h"
#include "core/toolkit/error.h"

#include <QString>

namespace ui {

/// What is wrong with a field, in the user's language: "should be at least 3 characters".
QString errorText(const db::FieldError &error);

/// What went wrong with the database, in plain words: what happened, and what can be done about it.
QString errorText(const db::Error &error);

/// What a person who helps wants to know: the engine's words, its code, the statement without values.
QString errorDetails(const db::Error &error);

} // namespace ui
