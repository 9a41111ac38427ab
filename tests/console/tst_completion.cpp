// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/completion.h"
#include "tests/console/quectoctl.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using console::Completion;

/// What the shells offer when Tab is pressed.
class tst_Completion : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandAndOptionIsOffered();
    void repeatedAndExcludedOptionsAreNotOffered();
    void bashOffersWhatFits_data();
    void bashOffersWhatFits();
    void bashRunsNothingThatIsTyped();
    void zshOffersWhatFits_data();
    void zshOffersWhatFits();
    void unknownShellsAreWrongUsage();
};

namespace {

QStringList offered(const QStringList &words)
{
    QStringList list;
    const Completion completion = console::complete(words);
    for (const Completion::Choice &choice : completion.choices)
        list.append(choice.word);
    return list;
}

/// Runs a script in a folder with a shell that reads what quectoctl tells it to.
QByteArray runShell(const QString &shell, const QString &script, const QStringList &words)
{
    const Quectoctl program;
    QProcess process;
    program.prepare(process, {});
    process.setProgram(shell);
    const QStringList untouched = shell == u"bash"_s ? QStringList{u"--norc"_s, u"--noprofile"_s} : QStringList{u"-f"_s};
    process.setArguments(untouched + QStringList{u"-c"_s, script, QStringLiteral(QUECTO_PROGRAMS "/quectoctl")} + words);
    process.start();
    if (!process.waitForFinished(60'000))
        return process.errorString().toUtf8();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

/// The words as Readline parts them, the last one being typed. compopt works while Readline completes only.
QByteArray bash(const QStringList &words)
{
    return runShell(u"bash"_s, uR"(
        source <("$0" completion bash)
        compopt() { echo "[$*]"; }
        COMP_WORDS=("$0" "$@")
        COMP_CWORD=$#
        _quectoctl "$0" "${COMP_WORDS[COMP_CWORD]}"
        echo "${COMPREPLY[*]}"
    )"_s,
                    words)
        .simplified();
}

/// The words that zsh has found, the last one being typed.
QByteArray zsh(const QStringList &words)
{
    return runShell(u"zsh"_s, uR"(
        compdef() { : }
        source <("$0" completion zsh)
        compset() { : }
        _files() { echo "[files $*]" }
        _describe() { print -r -- ${${(P)2}%%:*} }
        words=("$0" "$@")
        CURRENT=$#words
        PREFIX=$words[-1]
        _quectoctl
    )"_s,
                    words)
        .simplified();
}

void addLines()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QStringList &words, const char *expected) { QTest::newRow(name) << words << QByteArray(expected); };
    row("commands", {u"mig"_s}, "migrate migrations");
    row("first words", {u"ge"_s}, "gen");
    row("second words", {u"gen"_s, u""_s}, "migration schema");
    row("no such command", {u"grow"_s, u""_s}, "");
    row("options without a command", {u"--v"_s}, "--version");
    row("a command behind options", {u"--quiet"_s, u"--database"_s, u"URL"_s, u"migra"_s}, "migrate migrations");
    row("a value named as a command", {u"--database"_s, u"migrate"_s, u"se"_s}, "seed");
    row("options of the command", {u"gen"_s, u"migration"_s, u"--s"_s}, "--sql");
    row("options where nothing else may follow", {u"migrations"_s, u"--database"_s, u"URL"_s, u"--json"_s, u"--quiet"_s, u""_s}, "--folder --check --help");
    row("no option twice", {u"drop"_s, u"--force"_s, u"--f"_s}, "");
    row("one that may be repeated", {u"migrate"_s, u"--folder"_s, u"a"_s, u"--fol"_s}, "--folder");
    row("options that exclude each other", {u"rollback"_s, u"--step"_s, u"3"_s, u"--a"_s}, "");
    row("one of several words", {u"completion"_s, u""_s}, "bash zsh");
    row("no number", {u"rollback"_s, u"--step"_s, u""_s}, "");
    row("no name", {u"gen"_s, u"migration"_s, u""_s}, "");
    row("behind the end of options", {u"drop"_s, u"--"_s, u"--"_s}, "");
    row("words with blanks and quotes", {u"--database"_s, u"\"my $(tea)'s.sqlite\""_s, u"migrati"_s}, "migrations");
    row("a folder with a blank", {u"migrate"_s, u"--folder"_s, u"my\\ folder"_s, u"--stri"_s}, "--strict");
}

} // namespace

void tst_Completion::everyCommandAndOptionIsOffered()
{
    for (const console::Command &command : console::commands()) {
        const QStringList words = command.name.split(u' ');
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(offered(words.first(i) + QStringList(QString())).contains(words.at(i)), qPrintable(command.name));
        const QStringList options = offered(words + QStringList(u"--"_s));
        for (const console::Option &option : command.options + console::commonOptions())
            QVERIFY2(options.contains(u"--"_s + option.name), qPrintable(option.name));
    }
}

void tst_Completion::repeatedAndExcludedOptionsAreNotOffered()
{
    for (const console::Command &command : console::commands()) {
        for (const console::Option &option : command.options) {
            const QStringList rest = offered(command.name.split(u' ') + QStringList{u"--"_s + option.name + u"=1"_s, u"--"_s});
            QCOMPARE(rest.contains(u"--"_s + option.name), option.isRepeatable);
            if (!command.alternatives.contains(option.name))
                continue;
            for (const QString &other : command.alternatives)
                QVERIFY2(!rest.contains(u"--"_s + other), qPrintable(other));
        }
    }
}

void tst_Completion::bashOffersWhatFits_data()
{
    addLines();
    const auto row = [](const char *name, const QStringList &words, const char *expected) { QTest::newRow(name) << words << QByteArray(expected); };
    row("a file", {u"migrate"_s, u"--database"_s, u"tea"_s}, "[-o default]");
    row("a file behind a scheme", {u"migrate"_s, u"--database"_s, u"sqlite"_s, u":"_s, u"te"_s}, "[-o default]");
    row("a folder", {u"migrate"_s, u"--folder"_s, u""_s}, "[-o dirnames]");
    row("a folder behind an equals sign", {u"migrate"_s, u"--folder"_s, u"="_s, u"db"_s}, "[-o dirnames]");
    row("a value of several parts", {u"--database"_s, u"postgres"_s, u":"_s, u"//ann"_s, u"@"_s, u"db/shop"_s, u"migrati"_s}, "migrations");
    row("the second database", {u"diff"_s, u"sqlite"_s, u":"_s, u"a.sqlite"_s, u"b"_s}, "[-o default]");
    row("a file that may be left out", {u"dump"_s, u"str"_s}, "[-o default]");
    row("a file to load", {u"load"_s, u""_s}, "[-o default]");
    row("an option behind both", {u"diff"_s, u"a"_s, u"b"_s, u"--c"_s}, "--check");
    row("a folder to import", {u"import"_s, u"stackexchange"_s, u"du"_s}, "[-o dirnames]");
    row("an open quote", {u"\"migrati"_s}, "migrations");
}

void tst_Completion::bashOffersWhatFits()
{
    QFETCH(QStringList, words);
    QTEST(bash(words), "expected");
}

void tst_Completion::bashRunsNothingThatIsTyped()
{
    QCOMPARE(bash({u"$(echo drop)"_s, u"`echo --force`"_s, u"*"_s, u""_s}), QByteArray());
    QCOMPARE(bash({u"migrate"_s, u"--folder"_s, u"'; echo hostile; '"_s, u"--stri"_s}), QByteArray("--strict"));
}

void tst_Completion::zshOffersWhatFits_data()
{
    if (QStandardPaths::findExecutable(u"zsh"_s).isEmpty())
        QSKIP("zsh is not installed");
    addLines();
    const auto row = [](const char *name, const QStringList &words, const char *expected) { QTest::newRow(name) << words << QByteArray(expected); };
    row("a file", {u"migrate"_s, u"--database"_s, u"sqlite:te"_s}, "[files ]");
    row("a folder", {u"migrate"_s, u"--folder=db"_s}, "[files -/]");
    row("the second database", {u"diff"_s, u"sqlite:a.sqlite"_s, u"b"_s}, "[files ]");
}

void tst_Completion::zshOffersWhatFits()
{
    QFETCH(QStringList, words);
    QTEST(zsh(words), "expected");
}

void tst_Completion::unknownShellsAreWrongUsage()
{
    const Quectoctl program;
    QCOMPARE(program.run(u"completion fish"_s).code, 2);
    QCOMPARE(program.run(u"completion fish"_s).error, u"quectoctl: 'completion' takes bash|zsh, not 'fish'.\n"_s);
}

QTEST_GUILESS_MAIN(tst_Completion)
#include "tst_completion.moc"
