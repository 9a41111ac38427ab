// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace ui {

/// SQL to be read and copied, not changed.
class SqlView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SqlView(const QString &name, QWidget *parent = nullptr);
};

/// Statements one below the other, each with its semicolon.
QString sqlText(const QStringList &statements);
/// A remark in SQL: "-- done".
QString sqlComment(const QString &text);

} // namespace ui
