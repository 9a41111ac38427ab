// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/list_page.h"

#include "ui/common/activities.h"
#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/loading_overlay.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/lists/filter_chips.h"
#include "ui/lists/paged_model.h"
#include "ui/lists/record_table.h"
#include "ui/lists/scope_tabs.h"
#include "ui/lists/search_field.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

namespace ui {

ListPage::ListPage(const QString &name, Session &session, PagedModel *model, const ListTexts &texts, QWidget *parent)
    : QWidget(parent), m_name(name), m_session(session), m_model(model), m_texts(texts), m_chips(new FilterChips(this)), m_body(new QStackedWidget(this)), m_table(new RecordTable(model, this)), m_overlay(new LoadingOverlay(m_table)), m_empty(new EmptyState(name + u".empty", this)), m_status(new QLabel(this))
{
    setObjectName(name);
    model->setParent(this);
    m_table->setObjectName(name + u".table");
    m_chips->setObjectName(name + u".chips");
    m_status->setObjectName(name + u".status");
    makeQuiet(m_status);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);

    m_column = new QVBoxLayout(this);
    buildHeader();
    m_column->addWidget(m_chips);
    m_column->addWidget(m_body, 1);
    m_column->addWidget(m_status);

    connect(m_model, &PagedModel::loaded, this, &ListPage::showLoaded);
    connect(m_model, &PagedModel::failed, this, &ListPage::showFailed);
    connect(m_model, &PagedModel::canceled, this, &ListPage::showCanceled);
    connect(m_model, &PagedModel::loadingChanged, this, &ListPage::updateLoading);
    connect(m_table, &RecordTable::rowActivated, this, &ListPage::activated);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListPage::selectionChanged);
    connect(m_table, &RecordTable::viewMoved, this, &ListPage::updateStatus);
    connect(m_table, &RecordTable::onlyFetchedSelected, this, [this](int count) {
        m_session.tell({Message::Kind::Info, tr("There are too many rows to select them all; %Ln of them are selected. Search or filter first.", nullptr, count), {}, {}, m_name});
    });
    connect(m_table, &RecordTable::sortingRequested, this, [this](const QString &key, Qt::SortOrder order) {
        ListQuery query = m_query;
        query.sortKey = key;
        query.order = order;
        change(query);
    });
    connect(m_chips, &FilterChips::removed, this, [this](const QString &key) {
        ListQuery query = m_query;
        query.filter.remove(key);
        change(query);
    });
    connect(&m_session, &Session::dataChanged, this, [this](DataKind kind) {
        if (m_kinds.contains(kind))
            reload();
    });
    connect(&m_session, &Session::readOnlyChanged, this, &ListPage::updateHeader);
    retranslate(this, [this] { updateHeader(); });
}

void ListPage::buildHeader()
{
    m_heading = new QLabel(this);
    m_heading->setObjectName(m_name + u".heading");
    makeHeading(m_heading, 1.4);
    m_search = new SearchField(this);
    m_search->setObjectName(m_name + u".search");
    m_new = new QPushButton(icon("list-add"), QString(), this);
    m_new->setObjectName(m_name + u".new");
    m_new->setVisible(bool(m_texts.newButton));
    m_scopes = new ScopeTabs(this);
    m_scopes->setObjectName(m_name + u".scopes");
    m_scopes->hide();

    m_header = new QHBoxLayout;
    m_header->addWidget(m_heading);
    m_header->addStretch(1);
    m_header->addWidget(m_search);
    m_header->addWidget(m_new);
    m_column->addLayout(m_header);
    m_column->addWidget(m_scopes);
    restyle(m_search, [this] { m_search->setFixedWidth(m_search->fontMetrics().averageCharWidth() * 36); });

    connect(m_new, &QPushButton::clicked, this, &ListPage::createRequested);
    connect(m_search, &SearchField::cancelRequested, m_model, &PagedModel::cancel);
    connect(m_search, &SearchField::leftDownwards, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_search, &SearchField::searched, this, [this](const QString &text) {
        ListQuery query = m_query;
        query.search = text;
        change(query);
    });
    connect(m_scopes, &ScopeTabs::chosen, this, [this](const QString &scope) {
        ListQuery query = m_query;
        query.scope = scope;
        change(query);
    });
}

void ListPage::addScope(const QString &key, const Text &title)
{
    m_scopes->addScope(key, title);
    m_scopes->show();
    if (m_query.scope.isEmpty())
        m_query.scope = key;
}

void ListPage::setScopeCounts(const QMap<QString, qint64> &counts)
{
    m_scopes->setCounts(counts);
}

void ListPage::reloadOn(const QList<DataKind> &kinds)
{
    m_kinds = kinds;
}

void ListPage::setFilterText(const std::function<QString(const QString &, const QVariant &)> &text)
{
    m_filterText = text;
    updateHeader();
}

void ListPage::addHeaderWidget(QWidget *widget)
{
    m_header->insertWidget(m_header->indexOf(m_new), widget);
}

void ListPage::setQuery(const ListQuery &query)
{
    ListQuery wanted = query;
    if (wanted.scope.isEmpty())
        wanted.scope = m_scopes->first();
    if (m_wasAsked && wanted == m_query)
        return;
    change(wanted);
}

void ListPage::reload()
{
    if (m_wasAsked)
        m_model->reload();
}

void ListPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool ListPage::canCreate() const
{
    return m_texts.newButton && !m_session.isReadOnly();
}

void ListPage::focusFirst()
{
    if (m_body->currentWidget() == m_table)
        m_table->setFocus();
    else if (!m_empty->focusButton())
        m_search->setFocus();
}

int ListPage::currentRow() const
{
    return m_table->currentIndex().row();
}

qint64 ListPage::currentKey() const
{
    return m_table->currentKey();
}

QList<qint64> ListPage::selectedKeys() const
{
    return m_table->selectedKeys();
}

QString ListPage::statusText() const
{
    return m_status->text();
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_wasAsked)
        change(m_query);
}

void ListPage::change(const ListQuery &query)
{
    m_wasAsked = true;
    m_query = query;
    updateHeader();
    m_model->setQuery(query);
    emit queryChanged();
}

void ListPage::showPart(QWidget *part)
{
    const bool hadFocus = isVisible() && m_body->isAncestorOf(QApplication::focusWidget());
    m_body->setCurrentWidget(part);
    if (hadFocus)
        focusFirst();
}

void ListPage::showLoaded()
{
    if (m_model->rowCount() > 0)
        showPart(m_table);
    else
        showNoRows();
    updateStatus();
    emit loaded();
}

void ListPage::showNoRows()
{
    m_empty->clearButtons();
    const bool isNarrowed = !m_query.search.isEmpty() || !m_query.filter.isEmpty();
    if (isNarrowed) {
        m_empty->setIcon(u"edit-find"_qs);
        m_empty->setText(m_texts.noMatch);
        m_empty->addButton(
            u"clear"_qs, [] { return tr("Clear filters"); }, [this] {
            ListQuery query = m_query;
            query.search.clear();
            query.filter.clear();
            change(query); });
    } else {
        m_empty->setIcon(u"document-multiple"_qs);
        m_empty->setText(m_texts.noRows);
        if (m_texts.newButton && m_query.scope == m_scopes->first())
            m_empty->addButton(u"new"_qs, m_texts.newButton, [this] { emit createRequested(); })->setEnabled(!m_session.isReadOnly());
    }
    showPart(m_empty);
}

void ListPage::showFailed(const db::Error &error)
{
    // Rows that are still the right ones stay in view.
    if (m_model->isShowing(m_query)) {
        m_session.tell({Message::Kind::Error, errorText(error), {{tr("Try again"), [this] { reload(); }}}, errorDetails(error), m_name});
        return;
    }
    m_empty->clearButtons();
    m_empty->setIcon(u"dialog-error"_qs);
    m_empty->setText([error] { return errorText(error); });
    m_empty->addButton(
        u"retry"_qs, [] { return tr("Try again"); }, [this] { change(m_query); });
    showPart(m_empty);
    updateStatus();
}

void ListPage::showCanceled()
{
    m_query = m_model->query();
    if (!m_model->isShowing(m_query))
        showFailed(db::Error::canceled());
    updateHeader();
    emit queryChanged();
}

void ListPage::updateLoading()
{
    const bool loading = m_model->isLoading();
    m_overlay->setLoading(loading);
    m_search->setSearching(loading);
    if (loading)
        m_activity = m_session.activities().start(m_texts.loading(), [this] { m_model->cancel(); });
    else
        m_activity.reset();
}

void ListPage::updateHeader()
{
    m_heading->setText(m_texts.heading());
    m_table->setAccessibleName(m_texts.heading());
    m_scopes->setAccessibleName(tr("Which of them"));
    m_scopes->setCurrent(m_query.scope);
    m_search->setPlaceholderText(m_texts.searchHint());
    m_search->setAccessibleName(m_texts.searchHint());
    m_search->showText(m_query.search);
    m_table->showSorting(m_query.sortKey, m_query.order);
    if (m_texts.newButton) {
        m_new->setText(m_texts.newButton());
        m_new->setAccessibleName(m_texts.newButton());
        m_new->setEnabled(!m_session.isReadOnly());
        m_new->setToolTip(m_session.isReadOnly() ? m_session.readOnlyReason() : tr("%1 (Ctrl+N)").arg(m_texts.newButton()));
    }
    QList<QPair<QString, QString>> chips;
    for (auto filter = m_query.filter.cbegin(); m_filterText && filter != m_query.filter.cend(); ++filter)
        chips.append({filter.key(), m_filterText(filter.key(), filter.value())});
    m_chips->setChips(chips);
    updateStatus();
}

void ListPage::updateStatus()
{
    const int count = m_model->rowCount();
    if (m_body->currentWidget() != m_table || count == 0) {
        m_status->clear();
        return;
    }
    const int first = qMax(0, m_table->rowAt(0));
    const int below = m_table->rowAt(m_table->viewport()->height() - 1);
    const int last = below < 0 ? count - 1 : below;
    m_status->setText(tr("%1–%2 of %3").arg(formatNumber(first + 1), formatNumber(last + 1), formatNumber(count)));
}

} // namespace ui
