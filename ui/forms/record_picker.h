// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/common/latest_request.h"
#include "ui/forms/field_editor.h"
#include "ui/language/text.h"

#include <QList>

class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QTimer;
class QToolButton;

namespace ui {

/// A record that can be chosen.
struct Choice
{
    qint64 key = 0;
    QString label; ///< "ann"
    QString detail; ///< a second, quieter line: "ann@example.org"
};

/// Refers to a record of another table by typing a part of its name; at most some twenty are offered, never the whole
/// table. The value is the key.
class RecordPicker : public FieldEditor
{
    Q_OBJECT

public:
    /// What can be chosen for a text; for an empty text, what is likely.
    using Choices = std::function<db::Request<db::Result<QList<Choice>>>(const QString &text)>;

    /// `complaint` is said about a text that is no record: "choose a user from the list".
    RecordPicker(const Choices &choices, const Text &complaint, QWidget *parent = nullptr);

    QVariant value() const override;
    /// Only the key; its label is the one that was remembered.
    void setValue(const QVariant &value) override;
    /// The label of the key that setValue() is about to be given.
    void remember(const Choice &choice) { m_loaded = choice; }
    /// The record it refers to when the form is loaded.
    void setChoice(const Choice &choice);
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;
    void setName(const QString &name) override;
    QString complaint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void display(const Choice &choice);
    void ask();
    void offer(const QList<Choice> &choices);
    void choose(const Choice &choice);
    void chooseTyped();

    Choices m_choices;
    Text m_complaint;
    Choice m_loaded; ///< what setValue() finds the label in
    Choice m_choice;
    QLineEdit *m_line;
    QToolButton *m_clear;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QTimer *m_timer;
    LatestRequest m_request;
};

} // namespace ui
