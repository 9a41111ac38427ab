// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/analytics/analytics.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace ui {

class NumberTile;

/// The single figures of a range side by side, in more than one row where there is little room. They are one question, so
/// they wait and fail together.
class NumberRow : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name; the tiles are called `name.views`, `.posts`, `.comments`, `.pending`, `.users`.
    explicit NumberRow(const QString &name, QWidget *parent = nullptr);

    /// Figures are on their way. What is shown stays for 100 ms, then it turns pale.
    void showLoading();
    /// Shows why there are no figures, in plain words, and a button that emits retry().
    void showError(const QString &text);
    void showNumbers(const analytics::Numbers &numbers);

signals:
    void retry();
    /// The figure of pending comments was activated.
    void pendingActivated();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createError();
    void arrange();

    QWidget *m_figures;
    QGridLayout *m_grid;
    QList<NumberTile *> m_tiles;
    QFrame *m_error = nullptr;
    QLabel *m_errorText = nullptr;
    QPushButton *m_retry = nullptr;
    QTimer *m_slow;
};

} // namespace ui
