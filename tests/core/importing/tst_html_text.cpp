// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/importing/html_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using importing::htmlToText;

class tst_HtmlText : public QObject
{
    Q_OBJECT

private slots:
    void htmlReadsAsAPersonSeesIt_data();
    void htmlReadsAsAPersonSeesIt();
    void manyUnclosedTagsAreReadInOneGo();
};

void tst_HtmlText::htmlReadsAsAPersonSeesIt_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("plain text") << u"Hello there"_s << u"Hello there"_s;
    QTest::newRow("paragraphs") << u"<p>One.</p>\r\n\r\n<p>Two.</p>"_s << u"One.\n\nTwo."_s;
    QTest::newRow("inline elements") << u"<p>A <em>very</em> <b>bold</b>word</p>"_s << u"A very boldword"_s;
    QTest::newRow("blanks") << u"  a \n\t b  "_s << u"a b"_s;
    QTest::newRow("line break") << u"a<br>b<BR/>c<br />d"_s << u"a\nb\nc\nd"_s;
    QTest::newRow("list") << u"<p>I like</p><ul>\n<li>tea</li>\n<li>rain</li>\n</ul>"_s << u"I like\n\n• tea\n• rain"_s;
    QTest::newRow("heading") << u"<h1>Me</h1><p>Here</p>"_s << u"Me\n\nHere"_s;
    QTest::newRow("link") << u"<a href=\"https://example.org\" rel='nofollow'>site</a>"_s << u"site"_s;
    QTest::newRow("sign in an attribute") << u"<a title=\"a > b\">site</a>"_s << u"site"_s;
    QTest::newRow("image alone") << u"<p><img src=\"x.png\" alt=\"me\"></p>"_s << u""_s;
    QTest::newRow("preformatted") << u"<pre><code>if x:\n    go()\n\nend</code></pre>"_s << u"if x:\n    go()\n\nend"_s;
    QTest::newRow("comment") << u"a<!-- <b>not</b> -->b"_s << u"ab"_s;
    QTest::newRow("open comment") << u"a<!-- b"_s << u"a"_s;
    QTest::newRow("script") << u"a<script>if (1 < 2) b()</script>c<STYLE>p {}</style>d"_s << u"acd"_s;
    QTest::newRow("open script") << u"a<script>b"_s << u"a"_s;
    QTest::newRow("document type") << u"<!DOCTYPE html><p>a"_s << u"a"_s;
    QTest::newRow("named entities") << u"&lt;b&gt; &amp;amp; &quot;&apos; &auml;&Auml; &euro; &hellip;"_s << u"<b> &amp; \"' äÄ € …"_s;
    QTest::newRow("numbered entities") << u"&#39;&#x41;&#X42;&#9749;&#128512;"_s << u"'AB☕😀"_s;
    QTest::newRow("a blank that stays") << u"a&nbsp; &nbsp;b"_s << u"a\u00A0 \u00A0b"_s;
    QTest::newRow("entity that is a blank") << u"a&#10;&#32;b"_s << u"a b"_s;
    QTest::newRow("unknown entities") << u"&nosuch; &; &#; &#x; &amp &verylongname;"_s << u"&nosuch; &; &#; &#x; &amp &verylongname;"_s;
    QTest::newRow("impossible characters") << u"&#0;&#xD800;&#x110000;&#7;&#99999999999;"_s << u"\uFFFD\uFFFD\uFFFD\uFFFD&#99999999999;"_s;
    QTest::newRow("signs that are no tags") << u"1 < 2 > 0, a<3, <-"_s << u"1 < 2 > 0, a<3, <-"_s;
    QTest::newRow("open tag") << u"a <b and no end"_s << u"a <b and no end"_s;
    QTest::newRow("open quote") << u"<a href=\"x>link</a> rest"_s << u"link rest"_s;
    QTest::newRow("lone sign") << u"<"_s << u"<"_s;
    QTest::newRow("lone closing sign") << u"a </"_s << u"a </"_s;
}

void tst_HtmlText::htmlReadsAsAPersonSeesIt()
{
    QFETCH(QString, html);
    QTEST(htmlToText(html), "text");
}

void tst_HtmlText::manyUnclosedTagsAreReadInOneGo()
{
    const QString tags = u"<a \"<b '"_s.repeated(200000);
    QCOMPARE(htmlToText(tags), tags.trimmed());
}

QTEST_GUILESS_MAIN(tst_HtmlText)
#include "tst_html_text.moc"
