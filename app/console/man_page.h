// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace console {

/// quectoctl(1) in the language of man(7): all that the help says, on one page.
QString manPage();

} // namespace console
