// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>

namespace ui {

/// Text that others wrote, as high as it needs: plain, selectable, with its web addresses marked. It loads nothing. A click
/// on an address shows the whole of it first, and offers to open or to copy it.
class BodyView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit BodyView(QWidget *parent = nullptr);

    void reset();
    /// A quiet line above what follows.
    void addHeading(const QString &words);
    void addText(const QString &words);

    QSize minimumSizeHint() const override;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }

private:
    struct Part
    {
        bool isHeading;
        QString words;
    };

    void fill();
    void append(const Part &part);
    void fit();
    void offer(const QUrl &address);

    QList<Part> m_parts;
};

} // namespace ui
