// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/page.h"

class QStackedWidget;

namespace ui {

class FormPage;
class ListPage;

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

    ListPage *list() const { return m_list; }
    FormPage *form() const { return m_form; }
    bool isFormShown() const;

private:
    void go(qint64 record);

    QStackedWidget *m_stack = nullptr;
    ListPage *m_list = nullptr;
    FormPage *m_form = nullptr;
    qint64 m_record = 0;
};

} // namespace ui
