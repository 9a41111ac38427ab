// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/field.h"

#include <QVariant>
#include <QWidget>

class QHBoxLayout;

namespace ui {

/// What a field is edited with. Its value is what a changeset casts: often the text as it was typed.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    explicit FieldEditor(QWidget *parent = nullptr);

    /// What was typed or chosen.
    virtual QVariant value() const = 0;
    /// Shows a value as it comes from the database; null for none. Does not count as editing.
    virtual void setValue(const QVariant &value) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    /// The widget that takes the focus; names and descriptions for screen readers go to it.
    virtual QWidget *input() const = 0;
    /// Names the input and what belongs to it, for tests: "posts.form.title".
    virtual void setName(const QString &name) { input()->setObjectName(name); }
    /// What cannot even be handed to the changeset: "choose a user from the list". Empty when all is well.
    virtual QString complaint() const { return {}; }
    /// How many characters were typed, for counters; -1 where they are not counted.
    virtual int length() const { return -1; }
    /// Marks the editor as one with an error.
    void setBad(bool bad);

signals:
    /// The value was changed by the user.
    void edited();
    /// The focus went elsewhere.
    void left();

protected:
    /// To be called once, with the widget that is typed into: watches its focus, and forwards ours to it.
    /// Subclasses put it into row().
    void watch(QWidget *input);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    QHBoxLayout *row() const { return m_row; }

private:
    QHBoxLayout *m_row;
    bool m_isBad = false;
};

/// The editor that suits a column: a line, a check box, a list of names, a date …
FieldEditor *makeEditor(const db::Field &field, QWidget *parent);

} // namespace ui
