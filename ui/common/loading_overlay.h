// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QTimer;

namespace ui {

/// Dims what it lies over while newer content is on its way; the old content stays readable. Nothing happens in the
/// first 100 ms.
class LoadingOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingOverlay(QWidget *covered);

    void setLoading(bool loading);
    bool isLoading() const { return m_loading; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_loading = false;
    QTimer *m_delay;
};

} // namespace ui
