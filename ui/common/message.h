// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QList>
#include <QString>

#include <functional>

namespace ui {

/// A button of a message.
struct MessageAction
{
    Text text;
    std::function<void()> run;
};

/// Something to tell the user inside the page, never in a box that stops the work.
struct Message
{
    enum class Kind {
        Info,
        Done,
        Warning,
        Error
    };

    Kind kind = Kind::Info;
    Text text; ///< one or two sentences
    QList<MessageAction> actions = {}; ///< at most two
    QString details = {}; ///< shown and copied on demand
    QString topic = {}; ///< a message replaces an earlier one on the same topic
};

} // namespace ui
