// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/selection_button.h"

#include "ui/language/retranslate.h"
#include "ui/lists/list_page.h"
#include "ui/lists/paged_model.h"

#include <QMenu>

namespace ui {

SelectionButton::SelectionButton(ListPage *list, const QList<QAction *> &actions)
    : QToolButton(list), m_list(list)
{
    setObjectName(list->objectName() + u".selection");
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    menu->addActions(actions);
    setMenu(menu);
    list->addHeaderWidget(this);
    connect(list, &ListPage::selectionChanged, this, &SelectionButton::updateState);
    connect(list, &ListPage::loaded, this, &SelectionButton::updateState);
    // A selected row that was on its way counts once it is there.
    connect(list->model(), &PagedModel::dataChanged, this, &SelectionButton::updateState);
    retranslate(this, [this] { updateState(); });
}

void SelectionButton::updateState()
{
    const int count = int(m_list->selectedKeys().size());
    setText(tr("%Ln selected", nullptr, count));
    setAccessibleName(text());
    setVisible(count > 1);
}

} // namespace ui
