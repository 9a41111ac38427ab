// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/data_kind.h"
#include "ui/language/text.h"

#include <QList>
#include <QString>

#include <functional>

namespace ui {

/// A saved change, and how it is taken back and done again. Both go to the database and may be refused there.
struct Operation
{
    using Step = std::function<db::Request<db::Result<void>>()>;

    Text text; ///< completes "Undo …": "Approve 3 comments"
    QList<DataKind> kinds; ///< what it changes
    Step undo;
    Step redo;
};

} // namespace ui
