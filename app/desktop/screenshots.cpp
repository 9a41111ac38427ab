// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include "ui/common/activities.h"
#include "ui/lists/list_page.h"
#include "ui/lists/record_table.h"
#include "ui/main_window.h"
#include "ui/page.h"
#include "ui/session.h"

#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEvery = 50; // milliseconds
/// So many looks in a row without work going on, and a page counts as complete.
constexpr int quietLooks = 12;

} // namespace

Screenshots::Screenshots(ui::MainWindow &window, const QString &folder, QObject *parent)
    : QObject(parent), m_window(window), m_folder(folder)
{
    for (const QString &page : {u"dashboard"_s, u"moderation"_s, u"posts"_s, u"comments"_s, u"users"_s, u"migrations"_s})
        m_shots.append({page, {page}});
    // Forms are drawn with the first record of the list that is on show then.
    for (qsizetype i = m_shots.size(); i > 0; --i) {
        const QString page = m_shots.at(i - 1).name;
        if (page == u"posts" || page == u"comments" || page == u"users")
            m_shots.insert(i, {page + u"-form", {page}});
    }
}

void Screenshots::start()
{
    if (!m_folder.mkpath(u"."_s)) {
        emit finished(tr("The folder %1 cannot be made.").arg(m_folder.path()));
        return;
    }
    next();
}

void Screenshots::next()
{
    if (m_shots.isEmpty()) {
        emit finished({});
        return;
    }
    ui::Destination place = m_shots.first().place;
    if (m_shots.first().name.endsWith(u"-form")) {
        const auto *list = m_window.page()->findChild<ui::ListPage *>();
        place.record = list ? list->currentKey() : 0;
    }
    m_window.go(place);
    m_quiet = 0;
    waitUntilQuiet();
}

void Screenshots::waitUntilQuiet()
{
    m_quiet = m_window.session()->activities().isEmpty() ? m_quiet + 1 : 0;
    QTimer::singleShot(lookEvery, this, [this] { m_quiet < quietLooks ? waitUntilQuiet() : draw(); });
}

void Screenshots::draw()
{
    const QString file = m_folder.filePath(m_shots.takeFirst().name + u".png");
    if (m_window.grab().save(file))
        next();
    else
        emit finished(tr("%1 cannot be written.").arg(file));
}
