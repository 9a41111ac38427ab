// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/plain_text.h"

#include <QTemporaryFile>
#include <QTest>

/// What others wrote is made readable and kept harmless.
class tst_PlainText : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreFound_data();
    void addressesAreFound();
    void bodiesAreReadable_data();
    void bodiesAreReadable();
    void nothingIsLoaded();
};

void tst_PlainText::addressesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("none") << u"no address here: httpx, wwwx"_qs << QStringList();
    QTest::newRow("end of a sentence") << u"See https://a.example/b?c=d."_qs << QStringList{u"https://a.example/b?c=d"_qs};
    QTest::newRow("two") << u"http://a.example, WWW.b.example!"_qs << QStringList{u"http://a.example"_qs, u"WWW.b.example"_qs};
    QTest::newRow("brackets around it") << u"(see https://a.example/b)"_qs << QStringList{u"https://a.example/b"_qs};
    QTest::newRow("brackets in it") << u"https://a.example/B_(c) is"_qs << QStringList{u"https://a.example/B_(c)"_qs};
    QTest::newRow("markdown") << u"[words](https://a.example/b)"_qs << QStringList{u"https://a.example/b"_qs};
    QTest::newRow("tag") << u"<a href=\"https://a.example\">"_qs << QStringList{u"https://a.example"_qs};
}

void tst_PlainText::addressesAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, addresses);
    QStringList found;
    for (const ui::Link &link : ui::linksIn(text))
        found.append(text.mid(link.start, link.length));
    QCOMPARE(found, addresses);
}

void tst_PlainText::bodiesAreReadable_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Two\nlines & 1 < 2"_qs << u"Two\nlines & 1 < 2"_qs;
    QTest::newRow("paragraphs") << u"<p>One &amp; <i>two</i>.</p>\n<p>Three</p>"_qs << u"One & two.\nThree"_qs;
    QTest::newRow("hidden address") << u"<p>Get <a href=\"https://b.example/x\">https://a.example</a></p>"_qs << u"Get https://a.example [https://b.example/x]"_qs;
    QTest::newRow("script") << u"<p>A</p><script>alert(1)</script><img src='file:///etc/passwd'>"_qs << u"A"_qs;
    QTest::newRow("cut tag") << u"<p>Words and <a hre"_qs << u"Words and"_qs;
}

void tst_PlainText::bodiesAreReadable()
{
    QFETCH(const QString, body);
    QFETCH(const QString, text);
    QCOMPARE(ui::plainText(body), text);
}

void tst_PlainText::nothingIsLoaded()
{
    QTemporaryFile style;
    QVERIFY(style.open());
    style.write("p { display: none }");
    style.flush();
    const QString body = u"<html><head><link rel=\"stylesheet\" type=\"text/css\" href=\"%1\"></head><body><p>Words</p></body></html>"_qs;
    QCOMPARE(ui::plainText(body.arg(QUrl::fromLocalFile(style.fileName()).toString())), u"Words"_qs);
}

QTEST_MAIN(tst_PlainText)
#include "tst_plain_text.moc"
