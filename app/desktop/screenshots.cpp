// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/screenshots.h"

#include "ui/common/activities.h"
#include "ui/forms/form_page.h"
#include "ui/lists/list_page.h"
#include "ui/main_window.h"
#include "ui/page.h"
#include "ui/pages.h"
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
    for (const ui::PageEntry &entry : ui::pageEntries({}))
        m_shots.append({entry.id, {entry.id}});
}

void Screenshots::start()
{
    if (!m_folder.mkpath(u"."_s)) {
        emit finished(tr("The folder %1 cannot be made.").arg(m_folder.path()));
        return;
    }
    // An empty database begins with a page of its own, which is no place to go to.
    if (!m_window.page())
        m_shots.prepend({u"welcome"_s, {}});
    next();
}

void Screenshots::next()
{
    if (m_shots.isEmpty()) {
        emit finished({});
        return;
    }
    if (const ui::Destination place = m_shots.first().place; !place.page.isEmpty())
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
    const Shot shot = m_shots.takeFirst();
    const QString file = m_folder.filePath(shot.name + u".png");
    if (!m_window.grab().save(file)) {
        emit finished(tr("%1 cannot be written.").arg(file));
        return;
    }
    // A list that opens its records in a form is followed by the form of its current one.
    const ui::Page *page = m_window.page();
    const auto *list = page ? page->findChild<ui::ListPage *>() : nullptr;
    if (shot.place.record == 0 && list && list->currentKey() > 0 && page->findChild<ui::FormPage *>())
        m_shots.prepend({shot.name + u"-form", {shot.place.page, list->currentKey()}});
    next();
}
