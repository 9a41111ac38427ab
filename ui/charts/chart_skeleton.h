// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace ui {

/// The faint outline of a chart whose data are still on their way.
class ChartSkeleton : public QWidget
{
    Q_OBJECT

public:
    explicit ChartSkeleton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
