// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/source_tree.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

/// The documentation agrees with the tree it describes.
class tst_Documentation : public QObject
{
    Q_OBJECT

private slots:
    void examplesAreRealCode();
    void linksLeadSomewhere();

private:
    static QStringList pages();
};

QStringList tst_Documentation::pages()
{
    return source_tree::root().entryList({u"*.md"_s}, QDir::Files) + source_tree::filesBelow(u"docs"_s, {u"*.md"_s});
}

void tst_Documentation::examplesAreRealCode()
{
    static const QRegularExpression example(u"(?:<!-- from (\\S+) -->\\n *)?```cpp\\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    QVERIFY(pages().contains(u"README.md"_s));
    for (const QString &page : pages()) {
        const QString text = source_tree::textOf(page);
        for (const QRegularExpressionMatch &match : example.globalMatch(text)) {
            const QString source = match.captured(1);
            const QString code = match.captured(2).simplified();
            QVERIFY2(!source.isEmpty(), qPrintable(page + u": write <!-- from path --> above the example " + code));
            QVERIFY2(source_tree::textOf(source).simplified().contains(code), qPrintable(page + u": this is not in " + source + u": " + code));
        }
    }
}

void tst_Documentation::linksLeadSomewhere()
{
    static const QRegularExpression link(u"\\]\\(([^)#\\s]+)[^)]*\\)"_s);
    static const QRegularExpression block(u"```.*?```"_s, QRegularExpression::DotMatchesEverythingOption);
    for (const QString &page : pages()) {
        const QDir folder = QFileInfo(source_tree::root().filePath(page)).dir();
        const QString text = source_tree::textOf(page).remove(block);
        for (const QRegularExpressionMatch &match : link.globalMatch(text)) {
            const QString target = match.captured(1);
            QVERIFY2(target.contains(u"://") || folder.exists(target), qPrintable(page + u" links to " + target));
        }
    }
}

QTEST_GUILESS_MAIN(tst_Documentation)
#include "tst_documentation.moc"
