// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QTimer;

namespace ui {

/// A search field: searches 250 ms after the last key, or at once on Enter. Esc withdraws a running search, and clears
/// the text when none is running.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// Shows a text without searching for it.
    void showText(const QString &text);
    void setSearching(bool searching) { m_isSearching = searching; }

signals:
    /// The trimmed text, when it has changed.
    void searched(const QString &text);
    void cancelRequested();
    /// Down was pressed: the focus is to go to the results.
    void leftDownwards();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();

    QTimer *m_timer;
    QString m_searched;
    bool m_isSearching = false;
};

} // namespace ui
