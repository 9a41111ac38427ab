// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Settings;
using ui::Theme;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everythingHasADefault();
    void valuesSurviveTheProgram();
    void nonsenseIsReadAsTheDefault();
    void theNewestDatabasesComeFirstOnceEach();
    void whatIsSaidOfADatabaseIsKeptByItsUrl();

private:
    QString file() const { return m_folder->filePath(u"quecto.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Settings::everythingHasADefault()
{
    const Settings settings(file());
    QCOMPARE(settings.theme(), Theme::Mode::System);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.zoom(), 100);
    QVERIFY(settings.recentDatabases().isEmpty());
    QVERIFY(settings.windowGeometry().isEmpty());
}

void tst_Settings::valuesSurviveTheProgram()
{
    {
        Settings settings(file());
        settings.setTheme(Theme::Mode::Dark);
        settings.setLanguage(u"de"_s);
        settings.setZoom(150);
        settings.setWindow("geometry", "state");
        settings.setLastPage(u"posts"_s);
    }
    const Settings settings(file());
    QCOMPARE(settings.theme(), Theme::Mode::Dark);
    QCOMPARE(settings.language(), u"de"_s);
    QCOMPARE(settings.zoom(), 150);
    QCOMPARE(settings.windowGeometry(), QByteArray("geometry"));
    QCOMPARE(settings.windowState(), QByteArray("state"));
    QCOMPARE(settings.lastPage(), u"posts"_s);
}

void tst_Settings::nonsenseIsReadAsTheDefault()
{
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[view]\ntheme=purple\nlanguage=xx\nzoom=4000\n");
    ini.close();
    const Settings settings(file());
    QCOMPARE(settings.theme(), Theme::Mode::System);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.zoom(), 100);
}

void tst_Settings::theNewestDatabasesComeFirstOnceEach()
{
    Settings settings(file());
    for (int number = 1; number <= 12; ++number)
        settings.addRecentDatabase(u"sqlite:/%1"_s.arg(number));
    settings.addRecentDatabase(u"sqlite:/5"_s);
    const QStringList recent = settings.recentDatabases();
    QCOMPARE(recent.size(), 10);
    QCOMPARE(recent.first(), u"sqlite:/5"_s);
    QCOMPARE(recent.count(u"sqlite:/5"_s), 1);
    QVERIFY(!recent.contains(u"sqlite:/1"_s));
}

void tst_Settings::whatIsSaidOfADatabaseIsKeptByItsUrl()
{
    const QString shop = u"postgres://ann@db.example/shop?sslmode=require"_s;
    const QString blog = u"sqlite:/data/blog.sqlite"_s;
    {
        Settings settings(file());
        QVERIFY(!settings.isProduction(shop));
        settings.setProduction(shop, true);
        settings.setProduction(shop, true);
        settings.setSqlFolder(shop, u"/srv/shop/sql"_s);
        settings.setSqlFolder(blog, u"/data/sql"_s);
    }
    Settings settings(file());
    QVERIFY(settings.isProduction(shop));
    QVERIFY(!settings.isProduction(blog));
    QCOMPARE(settings.sqlFolder(shop), u"/srv/shop/sql"_s);
    QCOMPARE(settings.sqlFolder(blog), u"/data/sql"_s);
    settings.setProduction(shop, false);
    settings.setSqlFolder(shop, {});
    QVERIFY(!settings.isProduction(shop));
    QVERIFY(settings.sqlFolder(shop).isEmpty());
    QCOMPARE(settings.sqlFolder(blog), u"/data/sql"_s);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
