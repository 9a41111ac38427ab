// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/changeset_core.h"
#include "ui/language/text.h"

#include <QWidget>

class QLabel;

namespace ui {

class FieldEditor;

/// A field of a form: label with the mark of a required field, editor, and below it a line kept free for what is wrong
/// with the value, with a counter at its end where the length is limited ("142 / 500", "8 more needed").
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name of the editor's input: "posts.form.title".
    FieldRow(const QString &name, const QString &field, const Text &label, FieldEditor *editor, QWidget *parent = nullptr);

    const QString &field() const { return m_field; }
    QString label() const { return m_label(); }
    FieldEditor *editor() const { return m_editor; }

    /// A quiet hint shown while nothing is wrong: "leave empty to keep it".
    void setHint(const Text &hint);
    /// The mark and the counter, which depend on the record.
    void setRules(bool required, const db::Length &length);
    /// Shows what is wrong; empty when nothing is.
    void setError(const QString &text);
    const QString &error() const { return m_error; }

    /// The present value is from now on the one that counts as saved.
    void setClean();
    /// Another value counts as saved; what was typed stays.
    void setClean(const QVariant &value);
    bool isDirty() const;

    // What the form remembers of the field.
    bool wasVisited = false; ///< its errors are shown while typing
    QString storedError; ///< what the database said; holds until the value changes

private:
    void updateTexts();
    void updateCounter();
    void updateMessage();

    QString m_field;
    Text m_label;
    Text m_hint;
    FieldEditor *m_editor;
    QLabel *m_caption;
    QLabel *m_sign;
    QLabel *m_message;
    QLabel *m_counter;
    QString m_error;
    QVariant m_clean;
    db::Length m_length;
    bool m_isRequired = false;
};

} // namespace ui
