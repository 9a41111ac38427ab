// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/destination.h"
#include "ui/pages.h"

#include <QMap>
#include <QStackedWidget>

namespace ui {

class Page;
class Session;

/// The pages of a session, each made when it is first visited, and the way back through them.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    PageStack(const QList<PageEntry> &entries, Session &session, QWidget *parent = nullptr);

    /// The page on show; null before the first visit.
    Page *page() const;
    /// Leaves the present page, which may ask about unsaved changes, and goes there. Unknown pages are ignored.
    void go(const Destination &destination);
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    void back();
    void forward();
    /// Whether any page holds something that is not saved.
    bool isModified() const;

signals:
    /// Another page is on show, or what the present one can do has changed.
    void changed();

private:
    Page *make(const QString &id);
    void enter(const Destination &destination);
    void travel(QList<Destination> &from, QList<Destination> &to);

    QList<PageEntry> m_entries;
    Session &m_session;
    QMap<QString, Page *> m_pages;
    QList<Destination> m_back;
    QList<Destination> m_forward;
};

} // namespace ui
