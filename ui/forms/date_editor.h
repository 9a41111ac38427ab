// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

#include <QDateTime>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

/// A date, or a date and time, or nothing. Dates are typed as the language writes them or as 2026-03-31, or chosen from a
/// calendar. Times are shown and typed in the user's zone, which stands beside them; the value is UTC.
class DateEditor : public FieldEditor
{
    Q_OBJECT

public:
    enum class Kind {
        Date,
        DateTime
    };

    explicit DateEditor(Kind kind, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;
    void setName(const QString &name) override;
    QString complaint() const override;

private:
    void updateTexts();
    void showCalendar();
    void showValue();
    void choose(const QDateTime &local);
    QString textOf(const QVariant &value) const;
    QVariant parsed(const QString &text) const;

    Kind m_kind;
    QVariant m_value; ///< as it was set; also what its unchanged text stands for
    QString m_shown;
    QLineEdit *m_line;
    QLabel *m_zone;
    QToolButton *m_calendar;
    QToolButton *m_now;
    QToolButton *m_clear;
};

} // namespace ui
