// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/help.h"
#include "app/console/production.h"
#include "core/toolkit/database_url.h"
#include "core/toolkit/error.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using console::Console;

namespace {

/// A console whose streams a test can read.
struct Terminal
{
    QBuffer input;
    QBuffer output;
    QBuffer error;
    Console console;

    explicit Terminal(bool isTerminal, const QByteArray &typed = {})
        : console({input, output, error, isTerminal, isTerminal})
    {
        input.setData(typed);
        input.open(QIODevice::ReadOnly);
        output.open(QIODevice::WriteOnly);
        error.open(QIODevice::WriteOnly);
    }
};

const db::Error missing{.kind = db::Error::Kind::CannotOpen, .message = u"tea.sqlite: there is no such file"_s, .subject = u"/no/such/tea.sqlite"_s};

} // namespace

class tst_Console : public QObject
{
    Q_OBJECT

private slots:
    void linesForPeopleAndAnswersForProgramsDoNotMix();
    void aQuietConsoleOnlyComplains();
    void errorsComeWithAHint();
    void errorsAreJsonWhenThatIsAskedFor();
    void progressTakesOneLineOfATerminal();
    void progressIsForTerminalsOnly();
    void onlyAPersonIsAsked();
    void productionWantsItsNameTyped();
    void everyLineOfTheHelpFitsOnAScreen();
};

void tst_Console::linesForPeopleAndAnswersForProgramsDoNotMix()
{
    Terminal text(false);
    text.console.say(u"Grün"_s);
    text.console.print({{u"color"_s, u"green"_s}});
    QCOMPARE(text.output.data(), QByteArray("Gr\xC3\xBCn\n"));

    Terminal json(false);
    json.console.setFormat(Console::Format::Json);
    json.console.say(u"Grün"_s);
    json.console.print({{u"color"_s, u"green"_s}});
    QCOMPARE(json.output.data(), QByteArray("{\n    \"color\": \"green\"\n}\n"));
}

void tst_Console::aQuietConsoleOnlyComplains()
{
    Terminal t(true);
    t.console.setQuiet(true);
    t.console.say(u"Hello"_s);
    t.console.showProgress(u"50 %"_s);
    QCOMPARE(t.output.data() + t.error.data(), QByteArray());
    t.console.fail(missing);
    QVERIFY(!t.error.data().isEmpty());
}

void tst_Console::errorsComeWithAHint()
{
    Terminal t(false);
    t.console.fail(missing);
    QCOMPARE(t.output.data(), QByteArray());
    QCOMPARE(t.error.data(), QByteArray("quectoctl: tea.sqlite: there is no such file\n'quectoctl create' makes a new database.\n"));
}

void tst_Console::errorsAreJsonWhenThatIsAskedFor()
{
    Terminal t(false);
    t.console.setFormat(Console::Format::Json);
    t.console.failUsage(u"What?"_s);
    QCOMPARE(t.error.data(), QByteArray());
    QCOMPARE(t.output.data().simplified(), QByteArray(R"({ "error": { "kind": "usage", "message": "What?" } })"));
}

void tst_Console::progressTakesOneLineOfATerminal()
{
    Terminal t(true);
    t.console.showProgress({});
    QCOMPARE(t.error.data(), QByteArray());
    t.console.showProgress(u"10 %"_s);
    t.console.showProgress({});
    t.console.showProgress(u"20 %"_s);
    t.console.fail(db::Error::refused(u"No"_s));
    QCOMPARE(t.error.data(), QByteArray("\r\x1B[K10 %\r\x1B[K\r\x1B[K20 %\r\x1B[Kquectoctl: No\n"));
}

void tst_Console::progressIsForTerminalsOnly()
{
    Terminal t(false);
    t.console.showProgress(u"10 %"_s);
    t.console.showProgress({});
    QCOMPARE(t.error.data(), QByteArray());
}

void tst_Console::onlyAPersonIsAsked()
{
    Terminal person(true, " tea.sqlite \n");
    QCOMPARE(person.console.ask(u"Which?"_s), u"tea.sqlite"_s);
    QCOMPARE(person.error.data(), QByteArray("Which? "));

    Terminal pipe(false, "tea.sqlite\n");
    QCOMPARE(pipe.console.ask(u"Which?"_s), std::nullopt);

    Terminal program(true, "tea.sqlite\n");
    program.console.setFormat(Console::Format::Json);
    QCOMPARE(program.console.ask(u"Which?"_s), std::nullopt);
}

void tst_Console::productionWantsItsNameTyped()
{
    const db::DatabaseUrl plain = *db::DatabaseUrl::parse(u"postgres://ann@db.example/shop"_s);
    const db::DatabaseUrl marked = plain.withOption(u"production"_s, u"1"_s);
    const auto isConfirmed = [](const db::DatabaseUrl &url, const QByteArray &typed, const console::Arguments &arguments = {}) {
        Terminal person(true, typed);
        return console::confirmProduction(url, arguments, person.console).has_value();
    };
    QVERIFY(isConfirmed(plain, {}));
    QVERIFY(isConfirmed(marked, marked.displayName().toUtf8() + '\n'));
    QVERIFY(!isConfirmed(marked, "shop.\n"));
    QVERIFY(isConfirmed(marked, {}, {.options = {{u"yes"_s, {QString()}}}}));
    QVERIFY(isConfirmed(plain.withOption(u"production"_s, u"0"_s), {}));
}

void tst_Console::everyLineOfTheHelpFitsOnAScreen()
{
    QString text = console::helpText();
    for (const console::Command &command : console::commands())
        text += u'\n' + console::helpText(command);
    for (const QString &line : text.split(u'\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

QTEST_GUILESS_MAIN(tst_Console)
#include "tst_console.moc"
