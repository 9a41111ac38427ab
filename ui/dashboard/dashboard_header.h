// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/dashboard/period.h"

#include <QTime>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ui {

/// The top of the dashboard: which time is shown, in which parts, and how fresh it is. Its parts are called
/// "dashboard.period", ".granularity", ".refresh", ".heading" and ".status".
class DashboardHeader : public QWidget
{
    Q_OBJECT

public:
    explicit DashboardHeader(QWidget *parent = nullptr);

    Period period() const;
    /// Without periodChosen().
    void setPeriod(Period period);
    /// Nothing: whatever suits the range.
    std::optional<analytics::Granularity> granularity() const;
    /// Offers only granularities that suit the range; one that does not any more becomes "automatic".
    void setRange(const analytics::DateRange &range, const QTimeZone &zone);
    /// When the figures were read.
    void setReadAt(const QTime &time);
    void focusFirst();

signals:
    void periodChosen();
    void granularityChosen();
    void refreshRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateTexts();
    void updateStatus();
    /// Puts the lists below the heading where there is no room beside it.
    void arrange();

    QBoxLayout *m_parts;
    QVBoxLayout *m_names;
    QHBoxLayout *m_lists;
    QLabel *m_heading;
    QLabel *m_status;
    QComboBox *m_period;
    QComboBox *m_granularity;
    QToolButton *m_refresh;
    QTime m_readAt;
};

} // namespace ui
