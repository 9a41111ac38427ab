// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/source_tree.h"

#include <QLibraryInfo>
#include <QTest>

using namespace Qt::StringLiterals;

/// The house rules that a compiler does not check.
class tst_Sources : public QObject
{
    Q_OBJECT

private slots:
    void everyFileNamesItsLicence();
    void headersAreGuardedByPragmaOnce();
    void includesNameOneClass();
    void whiteSpaceIsTidy();
    void nothingIsLeftUnfinished();
    void noPathOfOneMachineIsNamed();
    void windowsWriteThroughTheirSession();

private:
    static QStringList scripts();
    static QStringList texts();
};

QStringList tst_Sources::scripts()
{
    QStringList files{u"CMakeLists.txt"_s};
    for (const QString &folder : {u"app"_s, u"core"_s, u"migrations"_s, u"resources"_s, u"tests"_s, u"translations"_s, u"ui"_s})
        files += source_tree::filesBelow(folder, {u"CMakeLists.txt"_s});
    return files + source_tree::filesBelow(u"cmake"_s, {u"*"_s}) + source_tree::filesBelow(u"script"_s, {u"*"_s}) + source_tree::filesBelow(u".ci"_s, {u"*"_s});
}

QStringList tst_Sources::texts()
{
    const QStringList pages = source_tree::root().entryList({u"*.md"_s, u"*.json"_s}, QDir::Files) + source_tree::filesBelow(u"docs"_s, {u"*.md"_s});
    return source_tree::cppFiles() + scripts() + pages;
}

void tst_Sources::everyFileNamesItsLicence()
{
    static const QRegularExpression permissive(u"^(cmake|core|migrations)/"_s);
    for (const QString &file : source_tree::cppFiles() + scripts()) {
        const QString head = source_tree::textOf(file).section(u'\n', 0, 2);
        const QString licence = permissive.match(file).hasMatch() ? u"MIT"_s : u"GPL-3.0-or-later"_s;
        // Written in two halves, or tools that collect licences would read them as this file's own.
        QVERIFY2(head.contains(u"SPDX-FileCopyrightText"_s + u": 2026 The Quecto authors\n"), qPrintable(file));
        QVERIFY2(head.contains(u"SPDX-License-Identifier"_s + u": " + licence), qPrintable(file + u" must be under " + licence));
    }
}

void tst_Sources::headersAreGuardedByPragmaOnce()
{
    for (const QString &file : source_tree::cppFiles()) {
        if (file.endsWith(u".h"))
            QVERIFY2(source_tree::textOf(file).contains(u"\n#pragma once\n"_s), qPrintable(file));
    }
}

void tst_Sources::includesNameOneClass()
{
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    QVERIFY(headers.exists(u"QtCore"_s));
    for (const QString &file : source_tree::cppFiles()) {
        for (const QString &include : source_tree::includesOf(file)) {
            const QString folder = include.section(u'/', 0, 0);
            QVERIFY2(!folder.startsWith(u"Qt"_s) || !headers.exists(folder), qPrintable(file + u" includes <" + include + u">: name the class alone"));
        }
    }
}

void tst_Sources::whiteSpaceIsTidy()
{
    static const QRegularExpression untidy(u"\t|\r|[ ]\n|\n\n\\z|[^\n]\\z"_s);
    for (const QString &file : texts())
        QVERIFY2(!untidy.match(source_tree::textOf(file)).hasMatch(), qPrintable(file + u" has a tab, a blank at an end of line, or no single newline at its end"));
}

void tst_Sources::nothingIsLeftUnfinished()
{
    static const QRegularExpression unfinished(u"\\b(TO"_s + u"DO|FIX" + u"ME|X" + u"XX)\\b");
    for (const QString &file : texts())
        QVERIFY2(!unfinished.match(source_tree::textOf(file)).hasMatch(), qPrintable(file));
}

void tst_Sources::noPathOfOneMachineIsNamed()
{
    static const QRegularExpression personal(u"(^|[^\\w.$}])/(work|farm|home|root|Users)/\\w"_s);
    for (const QString &file : texts()) {
        const QRegularExpressionMatch match = personal.match(source_tree::textOf(file));
        QVERIFY2(!match.hasMatch(), qPrintable(file + u" names " + match.captured()));
    }
}

void tst_Sources::windowsWriteThroughTheirSession()
{
    // The window waits for what the session writes, and for nothing else.
    static const QRegularExpression past(u"database\\(\\)\\s*\\.write\\("_s);
    for (const QString &file : source_tree::cppFiles()) {
        if (file.startsWith(u"ui/"))
            QVERIFY2(!past.match(source_tree::textOf(file)).hasMatch(), qPrintable(file));
    }
}

QTEST_GUILESS_MAIN(tst_Sources)
#include "tst_sources.moc"
