// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/slug_editor.h"

#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

SlugEditor::SlugEditor(QWidget *parent)
    : LineEditor(parent), m_unlock(new QToolButton(this))
{
    m_unlock->setIcon(icon("object-unlocked"));
    m_unlock->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unlock->setFocusPolicy(Qt::StrongFocus);
    row()->addWidget(m_unlock);
    connect(m_unlock, &QToolButton::clicked, this, [this] {
        setLocked(false);
        line()->setFocus();
        line()->selectAll();
    });
    retranslate(m_unlock, [this] {
        m_unlock->setText(tr("Unlock"));
        m_unlock->setToolTip(tr("Change the address; links to the post will break"));
        m_unlock->setAccessibleName(tr("Unlock the address; links to the post will break"));
    });
    setLocked(false);
}

void SlugEditor::setValue(const QVariant &value)
{
    LineEditor::setValue(value);
    setLocked(!value.toString().isEmpty());
}

void SlugEditor::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    setLocked(m_isLocked);
}

void SlugEditor::setName(const QString &name)
{
    LineEditor::setName(name);
    m_unlock->setObjectName(name + u".unlock");
}

void SlugEditor::setPreview(const QString &slug)
{
    line()->setPlaceholderText(slug);
}

void SlugEditor::setLocked(bool locked)
{
    m_isLocked = locked;
    LineEditor::setReadOnly(m_isReadOnly || locked);
    m_unlock->setVisible(locked && !m_isReadOnly);
    emit lockChanged();
}

} // namespace ui
