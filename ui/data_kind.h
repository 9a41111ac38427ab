// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ui {

/// What was written: whoever shows such data asks for it again.
enum class DataKind {
    Users,
    Posts,
    Tags,
    Comments,
    Orders,
    Migrations
};

} // namespace ui
