// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;

namespace ui {

/// The conditions of a list that were set by going there, each with a button that removes it.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// Keys and texts; hidden when there are none.
    void setChips(const QList<QPair<QString, QString>> &chips);

signals:
    void removed(const QString &key);

private:
    QHBoxLayout *m_layout;
};

} // namespace ui
