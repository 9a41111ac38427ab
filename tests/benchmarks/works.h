// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/benchmarks/implementation.h"

#include <QJsonObject>

#include <functional>

namespace bench {

/// One line of the table.
struct Work
{
    QString name;
    QString title;
    int repetitions = 5; ///< timed ones; one more warms up
    bool writes = false;
    /// Makes its input and returns what is timed, which returns what makes a checksum of its outcome.
    std::function<std::function<std::function<quint64()>()>(Implementation &)> prepare;
};

const QList<Work> &works();

/// Does a work as often as it says and returns the medians: cpu_ms and wall_ms; peak_mb of this process; checksum.
QJsonObject measure(const Work &work, Implementation &implementation);

} // namespace bench
