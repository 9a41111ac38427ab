// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/data_kind.h"
#include "ui/language/text.h"
#include "ui/lists/list_query.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace db {
struct Error;
}

namespace ui {

class EmptyState;
class FilterChips;
class LoadingOverlay;
class PagedModel;
class RecordTable;
class ScopeTabs;
class SearchField;
class Session;

/// What a list page says; all texts in the user's language.
struct ListTexts
{
    Text heading; ///< "Posts"
    Text newButton; ///< "New post"; no button when empty
    Text noRows; ///< "No posts yet."
    Text noMatch; ///< "No posts match."
    Text searchHint; ///< "Search title and text"
    Text loading; ///< "Reading posts", shown while it takes long
};

/// A list of records: heading with scopes and search, the table, and in its place what is to be said when there are no
/// rows. Asks for its rows when it is first shown.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names: "posts.list" gives "posts.list.table". The page owns the model.
    ListPage(const QString &name, Session &session, PagedModel *model, const ListTexts &texts, QWidget *parent = nullptr);

    /// Adds a tab; its key is the query's scope.
    void addScope(const QString &key, const Text &title);
    /// The numbers on the tabs; scopes that are missing show none.
    void setScopeCounts(const QMap<QString, qint64> &counts);
    /// Which writes make the list ask again.
    void reloadOn(const QList<DataKind> &kinds);
    /// How a condition set by navigation reads on its chip: ("author_id", 12) → "Author: Ann". Without it, conditions
    /// show no chip.
    void setFilterText(const std::function<QString(const QString &key, const QVariant &value)> &text);
    /// A widget at the right of the heading row, e.g. a menu button.
    void addHeaderWidget(QWidget *widget);

    RecordTable *table() const { return m_table; }
    PagedModel *model() const { return m_model; }
    /// Shows other rows: search field, tabs and chips follow.
    void setQuery(const ListQuery &query);
    const ListQuery &query() const { return m_query; }
    void reload();
    void focusSearch();
    /// Whether there is a New button that can be pressed.
    bool canCreate() const;
    /// The focus goes to the rows, or to what is shown in their place.
    void focusFirst();
    /// The current row of the table, -1 for none.
    int currentRow() const;
    /// Its key, 0 for none.
    qint64 currentKey() const;
    /// Keys of all selected rows, in the order of the table.
    QList<qint64> selectedKeys() const;
    /// "1–40 of 1,672"; empty while nothing is on show.
    QString statusText() const;

signals:
    /// Enter or double click on a row.
    void activated(qint64 key);
    void createRequested();
    void queryChanged();
    void selectionChanged();
    /// Rows of the query are on show; the place to ask for scope counts.
    void loaded();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHeader();
    void change(const ListQuery &query);
    void showPart(QWidget *part);
    void showLoaded();
    void showNoRows();
    void showFailed(const db::Error &error);
    void showCanceled();
    void updateLoading();
    void updateHeader();
    void updateStatus();

    QString m_name;
    Session &m_session;
    PagedModel *m_model;
    ListTexts m_texts;
    ListQuery m_query;
    QList<DataKind> m_kinds;
    std::function<QString(const QString &, const QVariant &)> m_filterText;
    std::shared_ptr<void> m_activity;
    QLabel *m_heading = nullptr;
    ScopeTabs *m_scopes = nullptr;
    SearchField *m_search = nullptr;
    QPushButton *m_new = nullptr;
    QHBoxLayout *m_header = nullptr;
    QVBoxLayout *m_column = nullptr;
    FilterChips *m_chips;
    QStackedWidget *m_body;
    RecordTable *m_table;
    LoadingOverlay *m_overlay;
    EmptyState *m_empty;
    QLabel *m_status;
    bool m_wasAsked = false;
};

} // namespace ui
