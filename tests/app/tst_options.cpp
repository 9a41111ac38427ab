// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The command line of the desktop program.
class tst_Options : public QObject
{
    Q_OBJECT

private slots:
    void nothingOpensTheDefaultDatabase();
    void everythingCanBeSaid();
    void aFileNameIsADatabase();
    void helpAndVersionEndWell();
    void mistakesEndWithTwoAndASentence_data();
    void mistakesEndWithTwoAndASentence();
};

void tst_Options::nothingOpensTheDefaultDatabase()
{
    const auto options = Options::parse({});
    QVERIFY(options);
    QVERIFY(options->database.isEmpty());
    QVERIFY(!options->demo);
    QVERIFY(!options->theme);
}

void tst_Options::everythingCanBeSaid()
{
    const auto options = Options::parse({u"--demo"_s, u"--screenshot"_s, u"out"_s, u"--size"_s, u"1600x1000"_s, u"--scale"_s, u"2"_s,
                                         u"--theme"_s, u"dark"_s, u"--language"_s, u"de"_s, u"--bench-log"_s, u"log"_s, u"--folder"_s, u"sql"_s});
    QVERIFY(options);
    QVERIFY(options->demo);
    QCOMPARE(options->screenshotFolder, u"out"_s);
    QCOMPARE(options->size, QSize(1600, 1000));
    QCOMPARE(options->scale, u"2"_s);
    QCOMPARE(options->theme, std::optional(ui::Theme::Mode::Dark));
    QCOMPARE(options->language, u"de"_s);
    QCOMPARE(options->benchLog, u"log"_s);
    QCOMPARE(options->folder, u"sql"_s);
}

void tst_Options::aFileNameIsADatabase()
{
    QCOMPARE(Options::parse({u"blog.sqlite"_s})->database, u"blog.sqlite"_s);
    QCOMPARE(Options::parse({u"--database=sqlite:blog.sqlite"_s})->database, u"sqlite:blog.sqlite"_s);
}

void tst_Options::helpAndVersionEndWell()
{
    const auto help = Options::parse({u"--help"_s});
    QVERIFY(!help);
    QCOMPARE(help.error().code, 0);
    QVERIFY(help.error().text.startsWith(u"Usage: quecto [options] [file]"));
    QVERIFY(help.error().text.contains(u"--screenshot <FOLDER>"));
    QVERIFY(Options::parse({u"-v"_s}).error().text.startsWith(u"quecto "));
}

void tst_Options::mistakesEndWithTwoAndASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown") << QStringList{u"--fullscreen"_s} << u"fullscreen"_s;
    QTest::newRow("size") << QStringList{u"--size"_s, u"large"_s} << u"--size is written like 1280x800."_s;
    QTest::newRow("scale") << QStringList{u"--scale"_s, u"99"_s} << u"--scale is a number from 0.5 to 4."_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"--theme is one of system, light, dark."_s;
    QTest::newRow("language") << QStringList{u"--language"_s, u"tlh"_s} << u"--language is one of"_s;
    QTest::newRow("two databases") << QStringList{u"a.sqlite"_s, u"b.sqlite"_s} << u"name one database only."_s;
    QTest::newRow("demo and database") << QStringList{u"--demo"_s, u"a.sqlite"_s} << u"--demo opens a database of its own"_s;
}

void tst_Options::mistakesEndWithTwoAndASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const auto options = Options::parse(arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().code, 2);
    QVERIFY2(options.error().text.contains(sentence), qPrintable(options.error().text));
}

QTEST_GUILESS_MAIN(tst_Options)
#include "tst_options.moc"
