// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace ui {

/// Where the ticks of a value axis stand. The axis begins at 0 and ends at its last tick; the steps are
/// 1, 2 or 5 times a power of ten.
class AxisScale
{
public:
    /// Counts have no ticks between whole numbers.
    enum class Numbers {
        Counts,
        Any
    };

    /// An axis of one step, from 0 to 1.
    AxisScale() = default;

    /// The finest axis up to at least @p maximum that has at most @p maxSteps steps (1 or more).
    static AxisScale upTo(double maximum, int maxSteps, Numbers numbers = Numbers::Counts);

    /// The axis up to at least @p maximum that has exactly @p steps steps (1 or more).
    static AxisScale withSteps(double maximum, int steps, Numbers numbers = Numbers::Counts);

    double step() const { return m_step; }
    int steps() const { return m_steps; }
    /// The value of the last tick.
    double top() const { return m_step * m_steps; }
    /// The values of all ticks, 0 and top() included.
    QList<double> ticks() const;
    /// The place of @p value along the axis: 0 at its beginning, 1 at its end, never outside.
    double position(double value) const;

private:
    double m_step = 1;
    int m_steps = 1;
};

/// Scales of two axes beside one plot. They have the same number of steps, so that one set of grid lines
/// serves both, and of the possible numbers the one that leaves the least room unused.
struct AxisPair
{
    AxisScale left;
    AxisScale right;

    static AxisPair upTo(double leftMaximum, AxisScale::Numbers leftNumbers, double rightMaximum,
                         AxisScale::Numbers rightNumbers, int maxSteps);
};

} // namespace ui
