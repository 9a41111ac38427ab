// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/password_editor.h"

#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

PasswordEditor::PasswordEditor(QWidget *parent)
    : LineEditor(parent), m_eye(new QToolButton(this))
{
    line()->setEchoMode(QLineEdit::Password);
    m_eye->setCheckable(true);
    m_eye->setAutoRaise(true);
    m_eye->setFocusPolicy(Qt::TabFocus);
    m_eye->setIcon(icon("password-show-on"));
    row()->addWidget(m_eye);
    connect(m_eye, &QToolButton::toggled, this, [this](bool shown) {
        line()->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_eye->setIcon(icon(shown ? "password-show-off" : "password-show-on"));
    });
    retranslate(m_eye, [this] {
        m_eye->setToolTip(tr("Show the password"));
        m_eye->setAccessibleName(tr("Show the password"));
    });
}

void PasswordEditor::setName(const QString &name)
{
    LineEditor::setName(name);
    m_eye->setObjectName(name + u".show");
}

} // namespace ui
