// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/graphemes.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_Graphemes : public QObject
{
    Q_OBJECT

private slots:
    void charactersAreCountedAsPeopleDo_data();
    void charactersAreCountedAsPeopleDo();
    void noCharacterIsCutInTwo_data();
    void noCharacterIsCutInTwo();
};

void tst_Graphemes::charactersAreCountedAsPeopleDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << u""_s << 0;
    QTest::newRow("letters") << u"tea"_s << 3;
    QTest::newRow("letter with a mark of its own") << u"e\u0301"_s << 1;
    QTest::newRow("beyond the first plane") << u"a😀b"_s << 3;
    QTest::newRow("flag") << u"🇩🇪"_s << 1;
}

void tst_Graphemes::charactersAreCountedAsPeopleDo()
{
    QFETCH(QString, text);
    QTEST(db::graphemeCount(text), "count");
}

void tst_Graphemes::noCharacterIsCutInTwo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("first");
    QTest::newRow("none") << u"tea"_s << 0 << u""_s;
    QTest::newRow("some") << u"tea"_s << 2 << u"te"_s;
    QTest::newRow("all") << u"tea"_s << 3 << u"tea"_s;
    QTest::newRow("more than there are") << u"tea"_s << 9 << u"tea"_s;
    QTest::newRow("letter with a mark of its own") << u"te\u0301a"_s << 2 << u"te\u0301"_s;
    QTest::newRow("beyond the first plane") << u"😀😀"_s << 1 << u"😀"_s;
}

void tst_Graphemes::noCharacterIsCutInTwo()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QTEST(db::firstGraphemes(text, count), "first");
}

QTEST_GUILESS_MAIN(tst_Graphemes)
#include "tst_graphemes.moc"
