// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page.h"

namespace ui {

Page::Page(const QString &id, Session &session, QWidget *parent)
    : QWidget(parent), m_id(id), m_session(session)
{
    setObjectName(id);
}

Destination Page::location() const
{
    return {m_id};
}

void Page::focusFirst()
{
    setFocus();
}

} // namespace ui
