// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/filter_chips.h"

#include "ui/common/literal_text.h"
#include "ui/theme/icon.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setAlignment(Qt::AlignLeading);
    hide();
}

void FilterChips::setChips(const QList<QPair<QString, QString>> &chips)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &[key, text] : chips) {
        auto *chip = new QToolButton(this);
        chip->setObjectName(objectName() + u'.' + key);
        chip->setText(literalLabel(text));
        chip->setIcon(icon("window-close-symbolic"));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->setToolTip(tr("Remove this condition"));
        chip->setAccessibleName(tr("Remove the condition %1").arg(text));
        connect(chip, &QToolButton::clicked, this, [this, key = key] { emit removed(key); });
        m_layout->addWidget(chip);
    }
    setVisible(!chips.isEmpty());
}

} // namespace ui
