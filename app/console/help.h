// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace console {

struct Command;

/// What `quectoctl --help` prints.
QString helpText();
/// What `quectoctl COMMAND --help` prints.
QString helpText(const Command &command);

} // namespace console
