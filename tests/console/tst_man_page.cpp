// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/help.h"
#include "tests/console/quectoctl.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

/// quectoctl(1), as groff shows it.
class tst_ManPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itIsWellFormed();
    void itNamesCommandsOptionsAndExitCodes();
    void examplesStandAsTheyAreTyped();

private:
    QString m_text; ///< blanks and ends of lines are one blank each
    QString m_complaints;
};

void tst_ManPage::initTestCase()
{
    if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
        QSKIP("groff is not installed");
    QProcess groff;
    groff.start(u"groff"_s, {u"-man"_s, u"-ww"_s, u"-Tascii"_s, u"-P-c"_s, u"-P-b"_s, u"-P-u"_s});
    groff.write(Quectoctl().run(u"man"_s).output.toUtf8());
    groff.closeWriteChannel();
    QVERIFY2(groff.waitForFinished(), qPrintable(groff.errorString()));
    m_text = QString::fromUtf8(groff.readAllStandardOutput()).simplified();
    m_complaints = QString::fromUtf8(groff.readAllStandardError());
}

void tst_ManPage::itIsWellFormed()
{
    QCOMPARE(m_complaints, QString());
    QVERIFY2(m_text.startsWith(u"QUECTOCTL(1)"), qPrintable(m_text.left(80)));
}

void tst_ManPage::itNamesCommandsOptionsAndExitCodes()
{
    for (const console::Command &command : console::commands()) {
        const QString heading = (QStringList(command.name) + command.operands).join(u' ');
        QVERIFY2(m_text.contains(heading + u' ' + command.description.simplified()), qPrintable(command.name));
        for (const console::Option &option : command.options + console::commonOptions() + QList<console::Option>{console::versionOption()}) {
            const QString term = u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
            QVERIFY2(m_text.contains(term + u' ' + option.description), qPrintable(term));
        }
    }
    const QString end = m_text.section(u"EXIT STATUS"_s, 1);
    for (const console::ExitMeaning &exit : console::exitMeanings())
        QVERIFY2(end.contains(QString::number(exit.code) + u' ' + exit.meaning), qPrintable(exit.meaning));
}

void tst_ManPage::examplesStandAsTheyAreTyped()
{
    for (const console::Command &command : console::commands()) {
        for (const QString &example : command.examples)
            QVERIFY2(m_text.contains(u"quectoctl "_s + example), qPrintable(example));
    }
}

QTEST_GUILESS_MAIN(tst_ManPage)
#include "tst_man_page.moc"
