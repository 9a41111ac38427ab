// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLabel;

namespace ui {

class FlowLayout;
class LinkButton;

/// What is known about a record but not edited, in one line: quiet words, and links to what belongs to it.
class FactsLine : public QWidget
{
    Q_OBJECT

public:
    explicit FactsLine(const QString &name, QWidget *parent = nullptr);

    /// Adds a text called `name.<key>`; the caller keeps it up to date.
    QLabel *addFact(const QString &key);
    /// Adds a link called `name.<key>`.
    LinkButton *addLink(const QString &key, const std::function<void()> &run);

private:
    FlowLayout *m_layout;
};

} // namespace ui
