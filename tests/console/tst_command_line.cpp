// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/command_line.h"

#include <QTest>

using namespace Qt::StringLiterals;
using console::CommandLine;
using console::parse;

class tst_CommandLine : public QObject
{
    Q_OBJECT

private slots:
    void aCommandIsFoundWithItsArguments();
    void optionsMayStandBeforeTheCommand();
    void anOptionMayHaveSeveralValues();
    void anOperandInBracketsMayBeLeftOut();
    void helpIsAskedForWithOrWithoutACommand();
    void wrongWordsAreExplained_data();
    void wrongWordsAreExplained();
    void nearWordsAreSuggested_data();
    void nearWordsAreSuggested();
};

void tst_CommandLine::aCommandIsFoundWithItsArguments()
{
    const auto line = parse({u"import"_s, u"stackexchange"_s, u"dumps/tea"_s, u"--site=tea"_s, u"--quiet"_s});
    QVERIFY(line);
    QCOMPARE(line->wish, CommandLine::Wish::Run);
    QCOMPARE(line->command->name, u"import stackexchange"_s);
    QCOMPARE(line->arguments.operands, QStringList(u"dumps/tea"_s));
    QCOMPARE(line->arguments.value(u"site"_s), u"tea"_s);
    QVERIFY(line->arguments.isSet(u"quiet"_s));
    QVERIFY(!line->arguments.isSet(u"json"_s));
}

void tst_CommandLine::optionsMayStandBeforeTheCommand()
{
    const auto line = parse({u"--database"_s, u"tea.sqlite"_s, u"rollback"_s, u"--step"_s, u"3"_s});
    QVERIFY(line);
    QCOMPARE(line->command->name, u"rollback"_s);
    QCOMPARE(line->arguments.value(u"database"_s), u"tea.sqlite"_s);
    QCOMPARE(line->arguments.number(u"step"_s), 3);
    QCOMPARE(line->arguments.operands, QStringList());
}

void tst_CommandLine::anOptionMayHaveSeveralValues()
{
    const auto line = parse({u"migrate"_s, u"--folder=a"_s, u"--folder"_s, u"b"_s, u"--strict"_s});
    QVERIFY(line);
    QCOMPARE(line->arguments.values(u"folder"_s), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(line->arguments.value(u"folder"_s), u"b"_s);
    QVERIFY(line->arguments.isSet(u"strict"_s));
    QCOMPARE(line->arguments.values(u"step"_s), QStringList());
    QVERIFY(!parse({u"migrate"_s, u"--folder="_s, u"--folder=b"_s}));
}

void tst_CommandLine::anOperandInBracketsMayBeLeftOut()
{
    const auto without = parse({u"dump"_s, u"--json"_s});
    QVERIFY(without);
    QCOMPARE(without->arguments.operands, QStringList());
    const auto with = parse({u"dump"_s, u"structure.sql"_s});
    QVERIFY(with);
    QCOMPARE(with->arguments.operands, QStringList(u"structure.sql"_s));
    QVERIFY(!parse({u"dump"_s, u"structure.sql"_s, u"more.sql"_s}));
}

void tst_CommandLine::helpIsAskedForWithOrWithoutACommand()
{
    const auto general = parse({u"--help"_s});
    QVERIFY(general);
    QCOMPARE(general->wish, CommandLine::Wish::Help);
    QVERIFY(!general->command);

    const auto special = parse({u"import"_s, u"stackexchange"_s, u"--help"_s});
    QVERIFY(special);
    QCOMPARE(special->wish, CommandLine::Wish::Help);
    QCOMPARE(special->command->name, u"import stackexchange"_s);

    const auto version = parse({u"--version"_s});
    QVERIFY(version);
    QCOMPARE(version->wish, CommandLine::Wish::Version);
}

void tst_CommandLine::wrongWordsAreExplained_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("complaint");

    QTest::newRow("nothing") << QStringList() << u"Which command? 'quectoctl --help' lists them."_s;
    QTest::newRow("unknown command") << QStringList(u"explode"_s) << u"There is no command 'explode'."_s;
    QTest::newRow("not near enough to drop") << QStringList(u"frob"_s) << u"There is no command 'frob'."_s;
    QTest::newRow("misspelt command") << QStringList(u"migrat"_s) << u"There is no command 'migrat'. Did you mean 'migrate'?"_s;
    QTest::newRow("half a command") << QStringList(u"import"_s) << u"There is no command 'import'. Did you mean 'import stackexchange'?"_s;
    QTest::newRow("unknown option") << QStringList({u"create"_s, u"--colour"_s}) << u"'create' has no option --colour."_s;
    QTest::newRow("misspelt option") << QStringList({u"seed"_s, u"--post"_s, u"5"_s}) << u"'seed' has no option --post. Did you mean --posts?"_s;
    QTest::newRow("option of another command") << QStringList({u"create"_s, u"--force"_s}) << u"'create' has no option --force."_s;
    QTest::newRow("option without value") << QStringList({u"rollback"_s, u"--step"_s}) << u"Missing value after '--step'."_s;
    QTest::newRow("option with an empty value") << QStringList({u"create"_s, u"--database="_s}) << u"--database needs a value."_s;
    QTest::newRow("no number") << QStringList({u"rollback"_s, u"--step"_s, u"two"_s}) << u"--step takes a whole number from 1 on, not 'two'."_s;
    QTest::newRow("too small a number") << QStringList({u"rollback"_s, u"--step"_s, u"0"_s}) << u"--step takes a whole number from 1 on, not '0'."_s;
    QTest::newRow("negative number") << QStringList({u"seed"_s, u"--posts=-5"_s}) << u"--posts takes a whole number from 0 on, not '-5'."_s;
    QTest::newRow("no such day") << QStringList({u"seed"_s, u"--until"_s, u"2026-02-30"_s}) << u"--until takes a day such as 2026-11-22, not '2026-02-30'."_s;
    QTest::newRow("too large a number") << QStringList({u"seed"_s, u"--posts"_s, u"99999999999"_s}) << u"--posts takes a whole number from 0 on, not '99999999999'."_s;
    QTest::newRow("no version") << QStringList({u"migrate"_s, u"--to"_s, u"-5"_s}) << u"--to takes a version such as 20261122120000, not '-5'."_s;
    QTest::newRow("two of which one is enough") << QStringList({u"rollback"_s, u"--all"_s, u"--step=2"_s}) << u"--all and --step exclude each other."_s;
    QTest::newRow("operand missing") << QStringList({u"import"_s, u"stackexchange"_s}) << u"'import stackexchange' needs FOLDER."_s;
    QTest::newRow("operand too many") << QStringList({u"migrate"_s, u"now"_s}) << u"'migrate' has no use for 'now'."_s;
    QTest::newRow("unknown option alone") << QStringList(u"--helo"_s) << u"Unknown option 'helo'."_s;
}

void tst_CommandLine::wrongWordsAreExplained()
{
    QFETCH(QStringList, words);
    const auto line = parse(words);
    QVERIFY(!line);
    QTEST(line.error(), "complaint");
}

void tst_CommandLine::nearWordsAreSuggested_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("meant");
    QTest::newRow("same") << u"create"_s << u"create"_s;
    QTest::newRow("a letter too few") << u"crate"_s << u"create"_s;
    QTest::newRow("a letter too many") << u"dropp"_s << u"drop"_s;
    QTest::newRow("another letter") << u"drob"_s << u"drop"_s;
    QTest::newRow("two letters swapped") << u"craete"_s << u"create"_s;
    QTest::newRow("something else") << u"delete"_s << u""_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void tst_CommandLine::nearWordsAreSuggested()
{
    QFETCH(QString, word);
    QTEST(console::nearest(word, {u"create"_s, u"drop"_s, u"migrate"_s}), "meant");
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_command_line.moc"
