// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

/// How many characters a person sees, as db::Changeset::validateLength() counts them.
int graphemes(const QString &text);

} // namespace ui
