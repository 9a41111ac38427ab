// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/navigator.h"

#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/navigator_delegate.h"
#include "ui/theme/icon.h"

#include <QHeaderView>
#include <QTreeWidget>

namespace ui {

Navigator::Navigator(const QList<PageEntry> &entries, QWidget *parent)
    : QDockWidget(parent), m_entries(entries), m_tree(new QTreeWidget(this))
{
    setObjectName(u"navigator"_qs);
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    // Its title would say what everybody sees.
    setTitleBarWidget(new QWidget(this));
    m_tree->setObjectName(u"navigator.tree"_qs);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setItemDelegate(new NavigatorDelegate(this));
    m_tree->header()->setStretchLastSection(true);
    setWidget(m_tree);

    QString group;
    for (const PageEntry &entry : std::as_const(m_entries)) {
        const QString entryGroup = entry.group ? entry.group() : QString();
        if (entryGroup != group && entry.group) {
            auto *heading = new QTreeWidgetItem(m_tree);
            heading->setFlags(Qt::NoItemFlags);
            heading->setData(0, NavigatorDelegate::HeadingRole, true);
            m_groups.append({heading, entry.group});
        }
        group = entryGroup;
        auto *item = new QTreeWidgetItem(m_tree);
        item->setIcon(0, icon(entry.icon));
        item->setData(0, NavigatorDelegate::PageRole, entry.id);
        m_items.insert(entry.id, item);
    }
    // A press opens the page; arrow keys move only, Enter opens.
    const auto open = [this](const QTreeWidgetItem *item) {
        const QString id = item->data(0, NavigatorDelegate::PageRole).toString();
        if (!id.isEmpty())
            emit chosen(id);
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, open);
    connect(m_tree, &QTreeWidget::itemActivated, this, open);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] { m_tree->setMinimumWidth(fontMetrics().averageCharWidth() * 22); });
}

void Navigator::setCurrent(const QString &id)
{
    m_tree->setCurrentItem(m_items.value(id));
}

void Navigator::setBadge(const QString &id, qint64 count)
{
    if (QTreeWidgetItem *item = m_items.value(id)) {
        item->setData(0, NavigatorDelegate::BadgeRole, count > 0 ? formatNumber(count) : QString());
        item->setData(0, NavigatorDelegate::CountRole, count);
        updateTexts();
    }
}

void Navigator::setPagesEnabled(bool enabled)
{
    m_tree->setEnabled(enabled);
}

void Navigator::updateTexts()
{
    setWindowTitle(tr("Navigator"));
    m_tree->setAccessibleName(tr("Navigator"));
    for (const auto &[heading, text] : std::as_const(m_groups))
        heading->setText(0, text());
    for (const PageEntry &entry : std::as_const(m_entries)) {
        QTreeWidgetItem *item = m_items.value(entry.id);
        const int count = item->data(0, NavigatorDelegate::CountRole).toInt();
        item->setText(0, entry.title());
        item->setData(0, Qt::AccessibleTextRole, count > 0 ? tr("%1, %n waiting", nullptr, count).arg(entry.title()) : entry.title());
    }
}

} // namespace ui
