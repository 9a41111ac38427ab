// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/statement_guard.h"

#include <QSemaphore>
#include <QTest>

using namespace std::chrono_literals;
using End = db::StatementGuard::End;

namespace {

/// A server that hears an interrupt when it is told to.
struct Server : db::Interrupt
{
    QSemaphore sent;
    QSemaphore hears;
    QSemaphore isCut;

    void send() override
    {
        sent.release();
        hears.acquire();
    }
    void cut() override { isCut.release(); }
    bool hasNews() const override { return false; }
};

} // namespace

/// Who ends a statement on a server, and when.
class tst_StatementGuard : public QObject
{
    Q_OBJECT

private slots:
    void aStatementThatEndsInTimeIsNotDisturbed();
    void aCancelIsSentOnceAndItsArrivalWaitedFor();
    void aDeadlineIsACancel();
    void afterTheFirstRowsOnlyTheTokenCounts();
    void aServerThatDoesNotAnswerIsCutOff();
    void anInterruptThatCameTooEarlyIsRepeated();
    void withoutAServerThereIsNothingToInterrupt();

private:
    static db::Alarm::Moment in(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }
};

void tst_StatementGuard::aStatementThatEndsInTimeIsNotDisturbed()
{
    const auto server = std::make_shared<Server>();
    const auto token = std::make_shared<db::CancelToken>();
    db::StatementGuard guard(server, token, in(1h));
    QCOMPARE(guard.finish(), End::Undisturbed);
    token->cancel();
    QCOMPARE(server->sent.available(), 0);
}

void tst_StatementGuard::aCancelIsSentOnceAndItsArrivalWaitedFor()
{
    const auto server = std::make_shared<Server>();
    const auto token = std::make_shared<db::CancelToken>();
    db::StatementGuard guard(server, token, in(1h));
    token->cancel();
    server->sent.acquire();
    bool hasArrived = false;
    const db::Alarm arrival(nullptr, in(10ms), [&] {
        hasArrived = true;
        server->hears.release();
        return db::Alarm::never();
    });
    QCOMPARE(guard.finish(), End::Interrupted);
    QVERIFY(hasArrived);
    QCOMPARE(server->sent.available(), 0);
    QCOMPARE(server->isCut.available(), 0);
}

void tst_StatementGuard::aDeadlineIsACancel()
{
    const auto server = std::make_shared<Server>();
    server->hears.release(1000);
    db::StatementGuard guard(server, nullptr, in(1ms));
    server->sent.acquire();
    QCOMPARE(guard.finish(), End::Interrupted);
}

void tst_StatementGuard::afterTheFirstRowsOnlyTheTokenCounts()
{
    const auto server = std::make_shared<Server>();
    server->hears.release(1000);
    db::StatementGuard answered(server, nullptr, in(1h));
    answered.answered();
    QCOMPARE(answered.finish(), End::Undisturbed);

    const auto token = std::make_shared<db::CancelToken>(in(20ms));
    db::StatementGuard guard(server, token, in(1h));
    guard.answered();
    server->sent.acquire();
    QCOMPARE(guard.finish(), End::Interrupted);
}

void tst_StatementGuard::aServerThatDoesNotAnswerIsCutOff()
{
    const auto server = std::make_shared<Server>();
    db::StatementGuard guard(server, nullptr, in(0ms));
    server->isCut.acquire();
    QCOMPARE(server->sent.available(), 1);
    QCOMPARE(guard.finish(), End::Cut);
    server->hears.release();
}

void tst_StatementGuard::anInterruptThatCameTooEarlyIsRepeated()
{
    const auto server = std::make_shared<Server>();
    server->hears.release(1000);
    db::StatementGuard guard(server, nullptr, in(0ms));
    server->sent.acquire(3);
    QCOMPARE(guard.finish(), End::Interrupted);
}

void tst_StatementGuard::withoutAServerThereIsNothingToInterrupt()
{
    const auto token = std::make_shared<db::CancelToken>();
    db::StatementGuard guard(nullptr, token, in(0ms));
    token->cancel();
    guard.answered();
    QCOMPARE(guard.finish(), End::Undisturbed);
}

QTEST_APPLESS_MAIN(tst_StatementGuard)
#include "tst_statement_guard.moc"
