// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/icon.h"

namespace ui {

QIcon icon(QAnyStringView name)
{
    return QIcon::fromTheme(name.toString());
}

} // namespace ui
