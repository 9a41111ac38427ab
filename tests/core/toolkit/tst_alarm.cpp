// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/alarm.h"

#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace std::chrono_literals;

/// What rings when a request is canceled or out of time.
class tst_Alarm : public QObject
{
    Q_OBJECT

private slots:
    void aMomentThatHasComeRings();
    void aCanceledTokenRingsAllItsAlarmsOnce();
    void aTokenThatIsCanceledAlreadyRings();
    void itRingsAgainWhenItAsksTo();
    void aPostponedAlarmWaits();
    void anAlarmThatIsGoneDoesNotRing();
    void theEndOfARingIsWaitedFor();
    void manyThreadsSetAndCancelAtOnce();

private:
    static db::Alarm::Moment in(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }
};

void tst_Alarm::aMomentThatHasComeRings()
{
    QSemaphore rung;
    QList<int> order;
    const auto note = [&](int number) {
        return [&, number] {
            order.append(number);
            rung.release();
            return db::Alarm::never();
        };
    };
    const db::Alarm later(nullptr, in(20ms), note(2));
    const db::Alarm sooner(nullptr, in(1ms), note(1));
    rung.acquire(2);
    QCOMPARE(order, (QList<int>{1, 2}));
}

void tst_Alarm::aCanceledTokenRingsAllItsAlarmsOnce()
{
    const auto token = std::make_shared<db::CancelToken>();
    QSemaphore rung;
    const auto note = [&] {
        rung.release();
        return db::Alarm::never();
    };
    {
        const db::Alarm one(token, db::Alarm::never(), note);
        const db::Alarm two(token, in(1h), note);
        const db::Alarm other(std::make_shared<db::CancelToken>(), db::Alarm::never(), note);
        token->cancel();
        token->cancel();
        rung.acquire(2);
    }
    QCOMPARE(rung.available(), 0);
    QVERIFY(token->isOver());
}

void tst_Alarm::aTokenThatIsCanceledAlreadyRings()
{
    const auto token = std::make_shared<db::CancelToken>();
    token->cancel();
    QSemaphore rung;
    const db::Alarm alarm(token, db::Alarm::never(), [&] {
        rung.release();
        return db::Alarm::never();
    });
    rung.acquire();
}

void tst_Alarm::itRingsAgainWhenItAsksTo()
{
    QSemaphore rung;
    int times = 0;
    const db::Alarm alarm(nullptr, in(0ms), [&] {
        ++times;
        rung.release();
        return times < 3 ? in(1ms) : db::Alarm::never();
    });
    rung.acquire(3);
    QCOMPARE(times, 3);
}

void tst_Alarm::aPostponedAlarmWaits()
{
    QSemaphore rung;
    bool isEarly = true;
    db::Alarm postponed(nullptr, in(1h), [&] {
        rung.release();
        return db::Alarm::never();
    });
    const db::Alarm before(nullptr, in(5ms), [&] {
        isEarly = rung.available() > 0;
        return db::Alarm::never();
    });
    postponed.postpone(in(20ms));
    rung.acquire();
    QVERIFY(!isEarly);
}

void tst_Alarm::anAlarmThatIsGoneDoesNotRing()
{
    const auto token = std::make_shared<db::CancelToken>();
    bool hasRung = false;
    {
        const db::Alarm gone(token, in(10ms), [&] {
            hasRung = true;
            return db::Alarm::never();
        });
    }
    token->cancel();
    QSemaphore later;
    const db::Alarm after(nullptr, in(20ms), [&] {
        later.release();
        return db::Alarm::never();
    });
    later.acquire();
    QVERIFY(!hasRung);
}

void tst_Alarm::theEndOfARingIsWaitedFor()
{
    QSemaphore begun;
    std::atomic<bool> ended = false;
    {
        const db::Alarm alarm(nullptr, in(0ms), [&] {
            begun.release();
            std::this_thread::sleep_for(5ms);
            ended = true;
            return db::Alarm::never();
        });
        begun.acquire();
    }
    QVERIFY(ended);
}

void tst_Alarm::manyThreadsSetAndCancelAtOnce()
{
    std::atomic<int> rung = 0;
    std::vector<std::thread> threads;
    constexpr int perThread = 2000;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([&rung] {
            for (int i = 0; i < perThread; ++i) {
                const auto token = std::make_shared<db::CancelToken>();
                QSemaphore heard;
                db::Alarm alarm(token, in(1h), [&] {
                    ++rung;
                    heard.release();
                    return db::Alarm::never();
                });
                std::thread canceller;
                if (i % 100 == 0)
                    canceller = std::thread([token] { token->cancel(); });
                else if (i % 2 == 0)
                    token->cancel();
                if (i % 2 == 0)
                    heard.acquire();
                if (canceller.joinable())
                    canceller.join();
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(rung, 4 * perThread / 2);
}

QTEST_APPLESS_MAIN(tst_Alarm)
#include "tst_alarm.moc"
