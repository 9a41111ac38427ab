// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status_bar.h"

#include "ui/common/busy_indicator.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/session.h"

#include <QLabel>

namespace ui {

StatusBar::StatusBar(QWidget *parent)
    : QStatusBar(parent), m_busy(new BusyIndicator(this)), m_zone(new QLabel(this)), m_connection(new QLabel(this))
{
    setObjectName(u"status"_qs);
    m_zone->setObjectName(u"status.zone"_qs);
    m_connection->setObjectName(u"status.connection"_qs);
    m_connection->setTextFormat(Qt::PlainText);
    makeQuiet(m_zone);
    addPermanentWidget(m_busy);
    addPermanentWidget(m_zone);
    addPermanentWidget(m_connection);
    m_busy->setActivities(&m_activities);
    retranslate(this, [this] { updateTexts(); });
}

void StatusBar::setSession(Session *session)
{
    m_session = session;
    m_busy->setActivities(&activities());
    if (session)
        connect(session, &Session::readOnlyChanged, this, &StatusBar::updateTexts);
    updateTexts();
}

Activities &StatusBar::activities()
{
    return m_session ? m_session->activities() : m_activities;
}

void StatusBar::updateTexts()
{
    m_zone->setText(zoneName());
    m_zone->setToolTip(tr("Times are shown in this zone"));
    m_connection->setVisible(!m_session.isNull());
    if (!m_session)
        return;
    const QString name = m_session->database().url().displayName();
    m_connection->setText(m_session->isReadOnly() ? tr("%1 (read-only)").arg(name) : name);
    m_connection->setToolTip(m_session->isReadOnly() ? m_session->readOnlyReason() : m_session->database().url().path());
}

} // namespace ui
