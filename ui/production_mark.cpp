// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/production_mark.h"

#include "ui/language/retranslate.h"
#include "ui/session.h"
#include "ui/theme/theme.h"

#include <QApplication>

namespace ui {

ProductionMark::ProductionMark(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"production"_qs);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAutoFillBackground(true);
    setMargin(4);
    retranslate(this, [this] { updateText(); });
    restyle(this, [this] {
        QPalette colors; // with two roles set: the others go on following the application's
        colors.setColor(QPalette::Window, Theme::color(Theme::Role::Error));
        colors.setColor(QPalette::WindowText, QApplication::palette().color(QPalette::Base));
        setPalette(colors);
        QFont bold = QApplication::font();
        bold.setBold(true);
        setFont(bold);
    });
}

void ProductionMark::setSession(Session *session)
{
    m_session = session;
    if (session)
        connect(session, &Session::productionChanged, this, &ProductionMark::updateText);
    updateText();
}

void ProductionMark::updateText()
{
    const bool isProduction = m_session && m_session->isProduction();
    setVisible(isProduction);
    if (!isProduction)
        return;
    setText(tr("PRODUCTION · %1").arg(m_session->database().url().displayName()));
    setAccessibleName(text());
}

} // namespace ui
