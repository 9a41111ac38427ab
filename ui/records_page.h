// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/latest_request.h"
#include "ui/lists/list_page.h"
#include "ui/page.h"

class QAction;
class QIcon;
class QStackedWidget;

namespace ui {

class FormPage;

/// A page that is a list and, once a record is opened, its form. A subclass makes both and hands them over.
class RecordsPage : public Page
{
    Q_OBJECT

public:
    using Page::Page;

    QString title() const override;
    void visit(const Destination &destination) override;
    Destination location() const override;
    void refresh() override;
    bool isModified() const override;
    void leave(const std::function<void()> &proceed) override;
    bool canFind() const override;
    void focusSearch() override;
    bool canCreate() const override;
    void createRecord() override;
    bool canSave() const override;
    void save() override;
    void focusFirst() override;

protected:
    /// To be called once, in the constructor.
    void setParts(ListPage *list, FormPage *form);
    /// The name of the list in the window's title: "Posts".
    virtual QString listTitle() const = 0;

    /// Something that can be done with rows, called "posts.list.<key>"; a key that is held down does it once.
    QAction *makeAction(const QString &key, const QIcon &icon, const std::function<void()> &run);
    /// Puts numbers on the tabs when they come, unless other rows were asked for meanwhile. `byScope` makes of the answer the
    /// number for each scope's key.
    template <typename R, typename ByScope>
    void countScopes(const db::Request<db::Result<R>> &request, ByScope byScope)
    {
        m_counting.ask(this, request, [this, byScope, query = m_list->query()](const db::Result<R> &counts) {
            if (counts && query == m_list->query())
                m_list->setScopeCounts(byScope(*counts));
        });
    }

    ListPage *list() const { return m_list; }
    FormPage *form() const { return m_form; }
    bool isFormShown() const;

private:
    void go(qint64 record);

    QStackedWidget *m_stack = nullptr;
    ListPage *m_list = nullptr;
    FormPage *m_form = nullptr;
    qint64 m_record = 0;
    LatestRequest m_counting;
};

} // namespace ui
