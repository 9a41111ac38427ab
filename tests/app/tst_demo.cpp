// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/demo.h"
#include "core/blog/blog.h"
#include "core/toolkit/telemetry.h"
#include "tests/support/builders.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QTest>
#include <QThread>

#include <atomic>

class tst_Demo : public QObject
{
    Q_OBJECT

private slots:
    void itIsMadeInTheBackgroundAndGoesWithItsObject();
};

void tst_Demo::itIsMadeInTheBackgroundAndGoesWithItsObject()
{
    std::atomic<int> statementsHere = 0;
    const QThread *here = QThread::currentThread();
    const int handle = db::Telemetry::addListener([&](const db::StatementEvent &) { statementsHere += QThread::currentThread() == here ? 1 : 0; });
    const auto removed = qScopeGuard([handle] { db::Telemetry::removeListener(handle); });

    std::optional<db::Result<db::DatabaseUrl>> made;
    auto demo = std::make_unique<Demo>();
    demo->make(this, [&made](const db::Result<db::DatabaseUrl> &url) { made = url; });
    QVERIFY(!made);
    QTRY_VERIFY_WITH_TIMEOUT(made, 60'000);
    QVERIFY(*made);
    QCOMPARE(statementsHere.load(), 0);

    const QString path = (*made)->path();
    TestDatabase database = TestDatabase::file(path);
    QCOMPARE(must(blog::Blog(database.repo).userCount({})), 50);
    demo.reset();
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(tst_Demo)
#include "tst_demo.moc"
