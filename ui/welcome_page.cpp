// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome_page.h"

#include "core/sample/sample_community.h"
#include "ui/common/empty_state.h"
#include "ui/session.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

WelcomePage::WelcomePage(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(new EmptyState(u"welcome"_qs, this))
{
    setObjectName(u"welcomePage"_qs);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    m_state->setIcon(u"server-database"_qs);
    m_state->setText([] { return tr("This database is empty."); },
                     [url = session.database().url().toString()] {
                         return tr("Look around in a sample community, or bring in a real one from a console:\n"
                                   "quectoctl import stackexchange FOLDER --database %1\n"
                                   "Then press F5.")
                             .arg(url);
                     });
    m_sample = m_state->addButton(
        u"sample"_qs, [] { return tr("Fill with a sample community"); }, [this] { fillWithSample(); });
    m_user = m_state->addButton(
        u"user"_qs, [] { return tr("Create the first user"); }, [this] {
        emit finished();
        m_session.go({u"users"_qs, Destination::NewRecord}); });
    m_sample->setEnabled(!session.isReadOnly());
    m_user->setEnabled(!session.isReadOnly());
}

void WelcomePage::fillWithSample()
{
    m_sample->setEnabled(false);
    m_user->setEnabled(false);
    const auto request = m_session.write([](db::Repo &repo) { return sample::createCommunity(repo); });
    const Activities::Handle activity = m_session.activities().start(tr("Making a sample community"), [request] { request.cancel(); });
    // The user may have left this page by then.
    request.then(&m_session, [&session = m_session, activity](const db::Result<void> &made) {
        if (!made)
            return session.report(made.error());
        for (const DataKind kind : {DataKind::Users, DataKind::Posts, DataKind::Tags, DataKind::Comments, DataKind::Orders})
            session.announce(kind);
    });
    request.then(this, [this](const db::Result<void> &made) {
        m_sample->setEnabled(true);
        m_user->setEnabled(true);
        if (made)
            emit finished();
    });
}

} // namespace ui
