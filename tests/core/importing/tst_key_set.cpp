// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/importing/key_set.h"

#include <QTest>

using namespace Qt::StringLiterals;
using importing::KeySet;

class tst_KeySet : public QObject
{
    Q_OBJECT

private slots:
    void keysAreTakenOnce_data();
    void keysAreTakenOnce();
};

void tst_KeySet::keysAreTakenOnce_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("others");
    QTest::newRow("number") << u"1"_s << QStringList({u"01"_s, u"+1"_s, u" 1"_s, u"1.0"_s, u"-1"_s, u"0"_s, u"2"_s, u"65"_s});
    QTest::newRow("zero") << u"0"_s << QStringList({u""_s, u"-0"_s, u"-1"_s, u"64"_s, u"green-tea"_s});
    QTest::newRow("below zero") << u"-1"_s << QStringList({u"1"_s, u"63"_s, u"-65"_s, u"-64"_s});
    QTest::newRow("the largest") << u"9223372036854775807"_s << QStringList({u"9223372036854775808"_s, u"-1"_s, u"63"_s});
    QTest::newRow("the smallest") << u"-9223372036854775808"_s << QStringList({u"-9223372036854775809"_s, u"0"_s});
    QTest::newRow("text") << u"green-tea"_s << QStringList({u"Green-tea"_s, u"0"_s});
}

void tst_KeySet::keysAreTakenOnce()
{
    QFETCH(QString, key);
    QFETCH(QStringList, others);
    KeySet set;
    QVERIFY(!set.contains(key));
    QVERIFY(set.insert(key));
    QVERIFY(!set.insert(key));
    QVERIFY(set.contains(key));
    for (const QString &other : others) {
        QVERIFY2(!set.contains(other), qPrintable(other));
        QVERIFY2(set.insert(other), qPrintable(other));
    }
}

QTEST_GUILESS_MAIN(tst_KeySet)
#include "tst_key_set.moc"
