// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/records_page.h"

#include "ui/forms/form.h"
#include "ui/forms/form_page.h"
#include "ui/session.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

void RecordsPage::setParts(ListPage *list, FormPage *form)
{
    m_list = list;
    m_form = form;
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(list);
    m_stack->addWidget(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);

    connect(list, &ListPage::activated, this, &RecordsPage::go);
    connect(list, &ListPage::createRequested, this, &RecordsPage::createRecord);
    connect(list, &ListPage::queryChanged, this, &Page::changed);
    connect(form, &FormPage::backRequested, this, [this] { go(0); });
    connect(form, &FormPage::changed, this, &Page::changed);
    connect(form, &FormPage::saved, this, [this](qint64 key) { m_record = key; });
}

QAction *RecordsPage::makeAction(const QString &key, const QIcon &icon, const std::function<void()> &run)
{
    auto *action = new QAction(icon, QString(), this);
    action->setObjectName(id() + u".list." + key);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, run);
    return action;
}

bool RecordsPage::isFormShown() const
{
    return m_stack->currentWidget() == m_form;
}

QString RecordsPage::title() const
{
    return isFormShown() ? tr("%1 - %2").arg(m_form->recordName(), listTitle()) : listTitle();
}

void RecordsPage::visit(const Destination &destination)
{
    m_record = destination.record;
    if (destination.record == Destination::NewRecord) {
        m_form->openNew();
        m_stack->setCurrentWidget(m_form);
    } else if (destination.record != 0) {
        m_form->openRecord(destination.record);
        m_stack->setCurrentWidget(m_form);
    } else {
        ListQuery query = m_list->query();
        if (query.filter != destination.filter) {
            query.filter = destination.filter;
            query.search.clear();
        }
        if (!destination.scope.isEmpty())
            query.scope = destination.scope;
        m_list->setQuery(query);
        m_stack->setCurrentWidget(m_list);
    }
    emit changed();
}

Destination RecordsPage::location() const
{
    return {id(), isFormShown() ? m_record : 0, m_list->query().scope, m_list->query().filter};
}

void RecordsPage::refresh()
{
    if (!isFormShown())
        m_list->reload();
    else if (m_record > 0)
        m_form->leave([this] { m_form->openRecord(m_record); });
}

bool RecordsPage::isModified() const
{
    return isFormShown() && m_form->isModified();
}

void RecordsPage::leave(const std::function<void()> &proceed)
{
    if (isFormShown())
        m_form->leave(proceed);
    else
        proceed();
}

bool RecordsPage::canFind() const
{
    return !isFormShown();
}

void RecordsPage::focusSearch()
{
    m_list->focusSearch();
}

bool RecordsPage::canCreate() const
{
    return m_list->canCreate();
}

void RecordsPage::createRecord()
{
    go(Destination::NewRecord);
}

bool RecordsPage::canSave() const
{
    return isFormShown() && m_form->canSave();
}

void RecordsPage::save()
{
    m_form->submit();
}

void RecordsPage::focusFirst()
{
    if (isFormShown())
        m_form->form()->focusFirst();
    else
        m_list->focusFirst();
}

void RecordsPage::go(qint64 record)
{
    session().go({id(), record, m_list->query().scope, m_list->query().filter});
}

} // namespace ui
