// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/field_editor.h"

#include "ui/forms/check_editor.h"
#include "ui/forms/date_editor.h"
#include "ui/forms/enum_editor.h"
#include "ui/forms/line_editor.h"
#include "ui/theme/theme.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

namespace ui {

namespace {

constexpr int FrameWidth = 2; // pixels that Qt scales

/// Whether a key would undo or redo something, but not the typing in this input.
bool isUndoElsewhere(const QKeyEvent *key, const QObject *input)
{
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return false;
    if (const auto *line = qobject_cast<const QLineEdit *>(input))
        return isUndo ? !line->isUndoAvailable() : !line->isRedoAvailable();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(input))
        return isUndo ? !text->document()->isUndoAvailable() : !text->document()->isRedoAvailable();
    return true;
}

} // namespace

FieldEditor::FieldEditor(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(FrameWidth, FrameWidth, FrameWidth, FrameWidth);
}

void FieldEditor::setBad(bool bad)
{
    m_isBad = bad;
    update();
}

void FieldEditor::watch(QWidget *input)
{
    input->installEventFilter(this);
    setFocusProxy(input);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    // Without typing to undo, Ctrl+Z is the window's; Qt's editors would swallow it.
    if (event->type() == QEvent::ShortcutOverride && isUndoElsewhere(static_cast<QKeyEvent *>(event), watched)) {
        event->ignore();
        return true;
    }
    // A menu or a completer's list that opens does not mean that the field was left.
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        emit left();
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::paintEvent(QPaintEvent *)
{
    if (!m_isBad)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(Theme::Role::Error), FrameWidth));
    const QRectF frame = input()->geometry();
    painter.drawRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), FrameWidth, FrameWidth);
}

FieldEditor *makeEditor(const db::Field &field, QWidget *parent)
{
    switch (field.type) {
    case db::Type::Boolean:
        return new CheckEditor(parent);
    case db::Type::Enum:
        return new EnumEditor(field.names(), {}, parent);
    case db::Type::Date:
        return new DateEditor(DateEditor::Kind::Date, parent);
    case db::Type::NaiveDatetime:
    case db::Type::UtcDatetime:
    case db::Type::UtcDatetimeUsec:
        return new DateEditor(DateEditor::Kind::DateTime, parent);
    default:
        return new LineEditor(parent);
    }
}

} // namespace ui
