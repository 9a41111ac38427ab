// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/facts_line.h"

#include "ui/common/fonts.h"
#include "ui/common/link_button.h"
#include "ui/forms/flow_layout.h"
#include "ui/language/retranslate.h"

#include <QLabel>

namespace ui {

FactsLine::FactsLine(const QString &name, QWidget *parent)
    : QWidget(parent), m_layout(new FlowLayout(this))
{
    setObjectName(name);
    restyle(this, [this] {
        m_layout->setSpacing(fontMetrics().averageCharWidth() * 2);
        m_layout->setContentsMargins(0, 0, 0, fontMetrics().height() / 3);
    });
}

QLabel *FactsLine::addFact(const QString &key)
{
    auto *fact = new QLabel(this);
    fact->setObjectName(objectName() + u'.' + key);
    fact->setTextFormat(Qt::PlainText);
    makeQuiet(fact);
    m_layout->addWidget(fact);
    return fact;
}

LinkButton *FactsLine::addLink(const QString &key, const std::function<void()> &run)
{
    auto *link = new LinkButton(this);
    link->setObjectName(objectName() + u'.' + key);
    connect(link, &LinkButton::clicked, this, run);
    m_layout->addWidget(link);
    return link;
}

} // namespace ui
