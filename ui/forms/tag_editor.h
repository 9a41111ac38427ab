// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/forms/field_editor.h"

#include <QStringList>

class QFrame;
class QLineEdit;
class QStringListModel;
class QTimer;

namespace ui {

class FlowLayout;

/// A set of names as chips. Comma or Enter adds what was typed, Backspace at the start takes the last one back, and
/// names that exist are offered while typing. The value is a QStringList; text that is not yet a chip belongs to it.
class TagEditor : public FieldEditor
{
    Q_OBJECT

public:
    /// Names that begin with, or contain, a text.
    using Complete = std::function<db::Request<db::Result<QStringList>>(const QString &text)>;

    explicit TagEditor(const Complete &complete, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *input() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();
    void remove(const QString &tag);
    void showChips();
    void askForNames();

    Complete m_complete;
    QStringList m_tags;
    bool m_isReadOnly = false;
    QFrame *m_frame;
    FlowLayout *m_layout;
    QLineEdit *m_line;
    QStringListModel *m_names;
    QTimer *m_timer;
    db::Request<db::Result<QStringList>> m_request;
    quint64 m_asked = 0;
};

} // namespace ui
