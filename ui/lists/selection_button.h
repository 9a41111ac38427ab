// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace ui {

class ListPage;

/// "3 selected ▾" beside the search field: what can be done with several rows at once. Hidden while fewer are selected.
class SelectionButton : public QToolButton
{
    Q_OBJECT

public:
    /// Puts itself into the list's heading; `actions` are those of its menu.
    SelectionButton(ListPage *list, const QList<QAction *> &actions);

private:
    void updateState();

    ListPage *m_list;
};

} // namespace ui
