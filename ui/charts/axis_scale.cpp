// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axis_scale.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

/// The least of 1, 2, 5, 10, … times a power of ten that is not below @p wanted.
double niceStep(double wanted, AxisScale::Numbers numbers)
{
    if (numbers == AxisScale::Numbers::Counts && wanted <= 1)
        return 1;
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        // The tolerance keeps 0.30000000000000004 / 3 at 0.1.
        if (factor * power >= wanted * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

bool isDrawable(double maximum)
{
    return std::isfinite(maximum) && maximum > 0;
}

double unused(const AxisScale &scale, double maximum)
{
    return isDrawable(maximum) ? 1 - maximum / scale.top() : 0;
}

} // namespace

AxisScale AxisScale::upTo(double maximum, int maxSteps, Numbers numbers)
{
    AxisScale scale;
    if (!isDrawable(maximum))
        return scale;
    scale.m_step = niceStep(maximum / std::max(maxSteps, 1), numbers);
    scale.m_steps = std::max(1, static_cast<int>(std::ceil(maximum / scale.m_step * (1 - 1e-9))));
    return scale;
}

AxisScale AxisScale::withSteps(double maximum, int steps, Numbers numbers)
{
    AxisScale scale;
    scale.m_steps = std::max(steps, 1);
    if (isDrawable(maximum))
        scale.m_step = niceStep(maximum / scale.m_steps, numbers);
    return scale;
}

QList<double> AxisScale::ticks() const
{
    QList<double> ticks;
    for (int index = 0; index <= m_steps; ++index)
        ticks.append(m_step * index);
    return ticks;
}

double AxisScale::position(double value) const
{
    return std::isfinite(value) ? std::clamp(value / top(), 0.0, 1.0) : 0;
}

AxisPair AxisPair::upTo(double leftMaximum, AxisScale::Numbers leftNumbers, double rightMaximum,
                        AxisScale::Numbers rightNumbers, int maxSteps)
{
    AxisPair best;
    double leastUnused = 3;
    for (int steps = std::max(maxSteps, 1); steps >= std::min(maxSteps, 3); --steps) {
        const AxisPair pair{AxisScale::withSteps(leftMaximum, steps, leftNumbers),
                            AxisScale::withSteps(rightMaximum, steps, rightNumbers)};
        const double sum = unused(pair.left, leftMaximum) + unused(pair.right, rightMaximum);
        if (sum < leastUnused - 1e-9) {
            leastUnused = sum;
            best = pair;
        }
    }
    return best;
}

} // namespace ui
