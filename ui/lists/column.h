// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QIcon>
#include <QVariant>

namespace ui {

/// A column of a list of Rows.
template <typename Row>
struct Column
{
    Text title;
    std::function<QString(const Row &row)> text;
    QString sortKey; ///< handed to the fetch function; empty when the list cannot be sorted by it
    Qt::Alignment alignment = Qt::AlignLeading;
    int width = 12; ///< in average characters
    bool stretches = false; ///< takes the room that is left
    std::function<QIcon(const Row &row)> icon;
    /// Anything else, such as Qt::ForegroundRole or Qt::ToolTipRole (plain text); invalid when nothing.
    std::function<QVariant(const Row &row, int role)> data;
};

} // namespace ui
