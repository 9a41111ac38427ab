// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/scope_tabs.h"

#include "ui/common/format.h"
#include "ui/language/retranslate.h"

#include <QSignalBlocker>

namespace ui {

ScopeTabs::ScopeTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    retranslate(this, [this] { updateTexts(); });
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            emit chosen(m_scopes.at(index).first);
    });
}

void ScopeTabs::addScope(const QString &key, const Text &title)
{
    const QSignalBlocker quiet(this);
    m_scopes.append({key, title});
    addTab(QString());
    updateTexts();
}

void ScopeTabs::setCounts(const QMap<QString, qint64> &counts)
{
    m_counts = counts;
    updateTexts();
}

void ScopeTabs::setCurrent(const QString &key)
{
    const QSignalBlocker quiet(this);
    for (int index = 0; index < m_scopes.size(); ++index) {
        if (m_scopes.at(index).first == key)
            setCurrentIndex(index);
    }
}

void ScopeTabs::updateTexts()
{
    for (int index = 0; index < m_scopes.size(); ++index) {
        const auto &[key, title] = m_scopes.at(index);
        const QString text = m_counts.contains(key) ? tr("%1 (%2)").arg(title(), formatNumber(m_counts.value(key))) : title();
        setTabText(index, text);
    }
}

} // namespace ui
