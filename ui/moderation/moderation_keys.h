// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/moderation_state.h"

#include <QObject>

#include <optional>

namespace ui {

/// What a moderator can ask for with a key.
enum class ModerationCommand {
    Approve,
    Reject,
    Spam,
    PutBack,
    Next,
    Previous,
    ExtendDown,
    ExtendUp,
    ShowPending,
    ShowApproved,
    ShowRejected,
    ShowSpam,
    Note,
    Edit,
    OpenPost,
    OpenAuthor,
    ScrollOn,
    Undo,
    Redo,
    ShowKeys
};

struct ModerationKey
{
    ModerationCommand command;
    QKeyCombination key;
    bool repeats = false; ///< whether a held key does it again and again
};

/// The keys of moderation: the same letters in every language.
const QList<ModerationKey> &moderationKeys();
/// The key of a command as the keyboard names it: "A".
QString keyName(ModerationCommand command);
/// What a command does, in the user's language.
QString commandText(ModerationCommand command);

/// The state a command gives a comment; nothing if it is no decision.
std::optional<blog::ModerationState> decisionOf(ModerationCommand command);

/// Turns keys that are pressed in certain widgets into commands. Text fields are never among them.
class ModerationKeys : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void watch(QWidget *widget);

signals:
    void triggered(ui::ModerationCommand command);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// Shows all keys of moderation in a window of its own.
void showModerationKeys(QWidget *parent);

} // namespace ui
