// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QAction;
class QWidget;

namespace ui {

/// Shows a list of keys: those of the actions, and those that work in lists and forms.
void showShortcuts(const QList<QAction *> &actions, QWidget *parent);

/// Shows name, version, and licence.
void showAbout(QWidget *parent);

} // namespace ui
