// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/destination.h"

#include <QWidget>

#include <functional>

namespace ui {

class Session;

/// An area of the program: what the navigator leads to. Made once per session, when it is first visited.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `id` names it in destinations and begins the object names of its parts ("posts.list.table").
    Page(const QString &id, Session &session, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    Session &session() const { return m_session; }

    /// The name in the window's title.
    virtual QString title() const = 0;
    /// Shows a place in this page; called on every visit, also by Back and Forward.
    virtual void visit(const Destination &destination) = 0;
    /// Where the page is now, for Back and Forward.
    virtual Destination location() const;
    /// Asks for everything again (F5).
    virtual void refresh() = 0;
    /// Whether something typed here is not saved.
    virtual bool isModified() const { return false; }
    /// Asks about unsaved changes if there are any and calls `proceed` once the page may be left; not at all if the
    /// user stays.
    virtual void leave(const std::function<void()> &proceed) { proceed(); }

    // What the menu's commands do here; those that can do nothing are disabled.
    virtual bool canFind() const { return false; }
    virtual void focusSearch() { }
    virtual bool canCreate() const { return false; }
    virtual void createRecord() { }
    virtual bool canSave() const { return false; }
    virtual void save() { }
    /// Where the keyboard focus goes on arrival.
    virtual void focusFirst();

signals:
    /// Title, location, or what can be done has changed.
    void changed();

private:
    QString m_id;
    Session &m_session;
};

} // namespace ui
