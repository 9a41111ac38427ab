// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/drift.h"
#include "core/toolkit/error.h"
#include "ui/common/latest_request.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace ui {

class Session;
class SqlView;

/// Where the database differs from what the program takes it for, in words.
class DriftView : public QWidget
{
    Q_OBJECT

public:
    explicit DriftView(Session &session, QWidget *parent = nullptr);

    /// Compares them again.
    void refresh();
    /// In how many places they differ.
    int count() const { return int(m_drift.size()); }

signals:
    void compared();

private:
    static QString inWords(const db::Drift &drift);
    QString summary() const;
    void updateTexts();

    Session &m_session;
    LatestRequest m_request;
    bool m_isCompared = false;
    QList<db::Drift> m_drift;
    std::optional<db::Error> m_error;
    QLabel *m_summary;
    SqlView *m_list;
};

} // namespace ui
