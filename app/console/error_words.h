// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"

namespace console {

/// The name of a kind of error in JSON, such as "not_a_database".
QString kindName(db::Error::Kind kind);

/// What went wrong, in a sentence.
QString sentenceFor(const db::Error &error);

/// What to do about an error; empty when there is nothing to suggest.
QString hintFor(const db::Error &error);

} // namespace console
