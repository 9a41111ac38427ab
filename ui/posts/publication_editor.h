// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/forms/field_editor.h"

class QRadioButton;

namespace ui {

class DateEditor;

/// When a post is published: not at all, at a time, or now. The value is the time in UTC; null for a draft.
class PublicationEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit PublicationEditor(QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;
    void setName(const QString &name) override;
    QString complaint() const override;

private:
    QRadioButton *addChoice();
    void updateState();

    QWidget *m_choices;
    QRadioButton *m_draft;
    QRadioButton *m_now;
    QRadioButton *m_at;
    DateEditor *m_date;
};

} // namespace ui
