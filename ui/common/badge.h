// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

/// A short word on a tinted ground: the state of a record.
class Badge : public QLabel
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);

    void setRole(Theme::Role role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme::Role m_role = Theme::Role::Muted;
};

} // namespace ui
