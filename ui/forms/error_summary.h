// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace ui {

class FieldRow;

/// "2 fields need attention: Title, Slug", each name a link to its field.
class ErrorSummary : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorSummary(const QString &name, QWidget *parent = nullptr);

    /// The bad fields, and complaints about things the form has no field for. Hidden when both are empty.
    void setProblems(const QList<FieldRow *> &rows, const QStringList &others);

signals:
    void fieldChosen(const QString &field);

private:
    void updateText();

    QList<FieldRow *> m_rows;
    QStringList m_others;
    QLabel *m_text;
};

} // namespace ui
