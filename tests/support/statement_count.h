// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/telemetry.h"

/// Counts the statements that run while it lives.
class StatementCount
{
public:
    StatementCount()
        : m_handle(db::Telemetry::addListener([this](const db::StatementEvent &) { ++m_count; })) { }
    ~StatementCount() { db::Telemetry::removeListener(m_handle); }
    StatementCount(const StatementCount &) = delete;
    StatementCount &operator=(const StatementCount &) = delete;

    int value() const { return m_count; }

private:
    int m_count = 0;
    int m_handle;
};
