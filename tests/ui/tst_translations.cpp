// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/source_tree.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Fails when a text of the program lacks its translation.
class tst_Translations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsCollected_data();
    void everyTextIsCollected();
    void everyTextIsTranslated_data() { everyTextIsCollected_data(); }
    void everyTextIsTranslated();
    void placeholdersSurviveTranslation_data() { everyTextIsCollected_data(); }
    void placeholdersSurviveTranslation();
};

void tst_Translations::everyTextIsCollected_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("pluralsOnly");
    const QStringList files = source_tree::filesBelow(u"translations"_s, {u"*.ts"_s});
    QVERIFY(files.size() >= 2);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file << file.endsWith(u"_en.ts");
}

void tst_Translations::everyTextIsCollected()
{
    QFETCH(QString, file);
    QFETCH(bool, pluralsOnly);
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.ts"_s);
    QVERIFY(QFile::copy(source_tree::root().filePath(file), copy));

    QStringList arguments{u"app"_s, u"core"_s, u"ui"_s, u"-extensions"_s, u"cpp,h"_s, u"-I"_s, u"."_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
    if (pluralsOnly)
        arguments.append(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(source_tree::root().path());
    lupdate.start(QStringLiteral(QUECTO_LUPDATE), arguments + QStringList{u"-ts"_s, copy});
    QVERIFY2(lupdate.waitForFinished(60'000), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);

    QFile collected(copy);
    QVERIFY(collected.open(QIODevice::ReadOnly));
    QVERIFY2(QString::fromUtf8(collected.readAll()) == source_tree::textOf(file),
             qPrintable(u"run `ninja update_translations` and complete " + file));
}

void tst_Translations::everyTextIsTranslated()
{
    QFETCH(QString, file);
    static const QRegularExpression open(u"<source>([^<]*)</source>\\s*(?:<[^t][^\n]*\\s*)*<translation type=\"(unfinished|vanished|obsolete)\""_s);
    const QRegularExpressionMatch match = open.match(source_tree::textOf(file));
    QVERIFY2(!match.hasMatch(), qPrintable(file + u" lacks " + match.captured(1)));
}

void tst_Translations::placeholdersSurviveTranslation()
{
    QFETCH(QString, file);
    static const QRegularExpression message(u"<source>([^<]*)</source>\\s*<translation>(.*?)</translation>"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression placeholder(u"%(\\d|n|\\{\\w+\\})"_s);
    int found = 0;
    for (auto messages = message.globalMatch(source_tree::textOf(file)); messages.hasNext(); ++found) {
        const QRegularExpressionMatch match = messages.next();
        for (auto marks = placeholder.globalMatch(match.captured(1)); marks.hasNext();) {
            const QString mark = marks.next().captured();
            QVERIFY2(match.captured(2).contains(mark), qPrintable(file + u" loses " + mark + u" of " + match.captured(1)));
        }
    }
    QVERIFY(found > 0);
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
