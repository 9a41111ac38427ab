// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/empty_state.h"

#include "ui/common/fonts.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

EmptyState::EmptyState(const QString &name, QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_hint(new QLabel(this)), m_row(new QHBoxLayout)
{
    setObjectName(name);
    m_title->setObjectName(name + u".text");
    m_hint->setObjectName(name + u".hint");
    makeHeading(m_title, 1.2);
    makeQuiet(m_hint);
    for (QLabel *label : {m_title, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_icon->setAlignment(Qt::AlignCenter);

    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(fontMetrics().height() / 2);
    column->addLayout(m_row);
    column->addStretch(2);
    m_row->setAlignment(Qt::AlignCenter);

    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] { updateIcon(); });
}

void EmptyState::setIcon(const QString &iconName)
{
    m_iconName = iconName;
    updateIcon();
}

void EmptyState::setText(const Text &text, const Text &hint)
{
    m_text = text;
    m_hintText = hint;
    updateTexts();
}

QPushButton *EmptyState::addButton(const QString &key, const Text &text, const std::function<void()> &run)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName() + u'.' + key);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, run);
    m_row->addWidget(button);
    m_buttons.append({button, text});
    updateTexts();
    return button;
}

void EmptyState::clearButtons()
{
    for (const auto &entry : std::as_const(m_buttons))
        entry.first->deleteLater();
    m_buttons.clear();
}

bool EmptyState::focusButton()
{
    for (const auto &entry : std::as_const(m_buttons)) {
        if (entry.first->isEnabled()) {
            entry.first->setFocus();
            return true;
        }
    }
    return false;
}

void EmptyState::updateTexts()
{
    m_title->setText(m_text ? m_text() : QString());
    m_hint->setText(m_hintText ? m_hintText() : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
    for (const auto &[button, text] : std::as_const(m_buttons)) {
        button->setText(text());
        button->setAccessibleName(text());
    }
}

void EmptyState::updateIcon()
{
    const int size = fontMetrics().height() * 3;
    m_icon->setPixmap(icon(m_iconName).pixmap(QSize(size, size), devicePixelRatio()));
    m_icon->setVisible(!m_iconName.isEmpty());
}

} // namespace ui
