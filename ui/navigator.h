// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages.h"

#include <QDockWidget>
#include <QMap>

class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// The list of areas at the left: icons, headings, and numbers of what waits there.
class Navigator : public QDockWidget
{
    Q_OBJECT

public:
    explicit Navigator(const QList<PageEntry> &entries, QWidget *parent = nullptr);

    /// Marks the page that is open.
    void setCurrent(const QString &id);
    /// The number beside an entry; none when 0.
    void setBadge(const QString &id, qint64 count);
    void setPagesEnabled(bool enabled);
    QTreeWidget *tree() const { return m_tree; }

signals:
    void chosen(const QString &id);

private:
    void updateTexts();

    QList<PageEntry> m_entries;
    QTreeWidget *m_tree;
    QMap<QString, QTreeWidgetItem *> m_items;
    QList<QPair<QTreeWidgetItem *, Text>> m_groups;
};

} // namespace ui
