// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page_stack.h"

#include "ui/page.h"

#include <algorithm>

namespace ui {

PageStack::PageStack(const QList<PageEntry> &entries, Session &session, QWidget *parent)
    : QStackedWidget(parent), m_entries(entries), m_session(session)
{
    setObjectName(u"pages"_qs);
}

Page *PageStack::page() const
{
    return qobject_cast<Page *>(currentWidget());
}

void PageStack::go(const Destination &destination)
{
    if (!page()) {
        enter(destination);
        return;
    }
    page()->leave([this, destination] {
        const Destination here = page()->location();
        if (here != destination) {
            m_back.append(here);
            m_forward.clear();
        }
        enter(destination);
    });
}

void PageStack::back()
{
    travel(m_back, m_forward);
}

void PageStack::forward()
{
    travel(m_forward, m_back);
}

bool PageStack::isModified() const
{
    return page() && page()->isModified();
}

Page *PageStack::make(const QString &id)
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), [&id](const PageEntry &entry) { return entry.id == id; });
    if (entry == m_entries.cend())
        return nullptr;
    Page *page = entry->make(m_session);
    m_pages.insert(id, page);
    addWidget(page);
    connect(page, &Page::changed, this, [this, page] {
        if (page == currentWidget())
            emit changed();
    });
    return page;
}

void PageStack::enter(const Destination &destination)
{
    Page *page = m_pages.contains(destination.page) ? m_pages.value(destination.page) : make(destination.page);
    if (!page)
        return;
    setCurrentWidget(page);
    page->visit(destination);
    page->focusFirst();
    emit changed();
}

void PageStack::travel(QList<Destination> &from, QList<Destination> &to)
{
    if (from.isEmpty() || !page())
        return;
    page()->leave([this, &from, &to] {
        to.append(page()->location());
        enter(from.takeLast());
    });
}

} // namespace ui
