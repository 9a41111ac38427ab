// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/error.h"

#include <QWidget>

namespace ui {

class EmptyState;

/// Stands in place of the pages when the database cannot be opened: why, in plain words, and what can be done.
class ProblemPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemPage(QWidget *parent = nullptr);

    void explain(const db::DatabaseUrl &url, const db::Error &error);

signals:
    void retryRequested();
    void openRequested();
    void copyRequested();

private:
    EmptyState *m_state;
};

} // namespace ui
