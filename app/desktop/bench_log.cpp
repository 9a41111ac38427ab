// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/bench_log.h"

#include "ui/lists/list_page.h"
#include "ui/lists/record_table.h"
#include "ui/main_window.h"
#include "ui/page.h"

#include <QEvent>

#include <time.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Milliseconds since the computer started.
qint64 now()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

/// When this process was started, by the same clock: field 22 of /proc/self/stat, see proc(5).
qint64 processStart()
{
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return now();
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.value(19).toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
}

} // namespace

BenchLog::BenchLog(ui::MainWindow &window, const QString &file, QObject *parent)
    : QObject(parent), m_window(window), m_file(file), m_processStart(processStart())
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        qWarning("The bench log %s cannot be written", qPrintable(file));
    window.installEventFilter(this);
    connect(&window, &ui::MainWindow::opened, this, [this] { write(u"database opened"_s); });
    connect(&window, &ui::MainWindow::pageChanged, this, &BenchLog::watchPage);
}

bool BenchLog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Show)
        write(u"window shown"_s);
    if (watched == m_painted && event->type() == QEvent::Paint) {
        m_painted->removeEventFilter(this);
        m_painted = nullptr;
        // After the paint event itself has been handled.
        QMetaObject::invokeMethod(
            this, [this] { write(u"rows painted "_s + m_page); }, Qt::QueuedConnection);
    }
    return false;
}

void BenchLog::watchPage()
{
    const ui::Page *page = m_window.page();
    if (!page || page->id() == m_page)
        return;
    m_page = page->id();
    write(u"page "_s + m_page);
    if (const auto *list = page->findChild<ui::ListPage *>()) {
        connect(list, &ui::ListPage::loaded, this, [this, list] {
            m_painted = list->table()->viewport();
            m_painted->installEventFilter(this);
        });
    }
}

void BenchLog::write(const QString &event)
{
    m_file.write(u"%1 %2\n"_s.arg(now() - m_processStart).arg(event).toUtf8());
}
