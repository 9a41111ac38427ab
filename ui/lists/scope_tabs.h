// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QMap>
#include <QTabBar>

namespace ui {

/// The tabs of a list, each with the number of its rows: "Drafts 12".
class ScopeTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit ScopeTabs(QWidget *parent = nullptr);

    void addScope(const QString &key, const Text &title);
    void setCounts(const QMap<QString, qint64> &counts);
    /// The key of the first tab; empty when there is none.
    QString first() const { return m_scopes.isEmpty() ? QString() : m_scopes.first().first; }
    /// Chooses a tab without telling.
    void setCurrent(const QString &key);

signals:
    void chosen(const QString &key);

private:
    void updateTexts();

    QList<QPair<QString, Text>> m_scopes;
    QMap<QString, qint64> m_counts;
};

} // namespace ui
