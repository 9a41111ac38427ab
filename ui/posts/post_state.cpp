// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/post_state.h"

#include "ui/theme/icon.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct PostStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::PostState)
};

} // namespace

QString postStateText(blog::PostState state)
{
    switch (state) {
    case blog::PostState::Draft:
        return PostStateTexts::tr("Draft");
    case blog::PostState::Scheduled:
        return PostStateTexts::tr("Scheduled");
    case blog::PostState::Published:
        return PostStateTexts::tr("Published");
    case blog::PostState::Deleted:
        return PostStateTexts::tr("In the trash");
    }
    Q_UNREACHABLE();
}

QIcon postStateIcon(blog::PostState state)
{
    switch (state) {
    case blog::PostState::Draft:
        return icon("document-edit");
    case blog::PostState::Scheduled:
        return icon("clock");
    case blog::PostState::Published:
        return icon("dialog-ok-apply");
    case blog::PostState::Deleted:
        return icon("user-trash");
    }
    Q_UNREACHABLE();
}

Theme::Role postStateRole(blog::PostState state)
{
    switch (state) {
    case blog::PostState::Draft:
        return Theme::Role::Pending;
    case blog::PostState::Scheduled:
        return Theme::Role::Accent;
    case blog::PostState::Published:
        return Theme::Role::Ok;
    case blog::PostState::Deleted:
        return Theme::Role::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace ui
