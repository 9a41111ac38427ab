// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/sql_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::scriptPieces;
using Engine = db::DatabaseUrl::Engine;

namespace {

constexpr Engine engines[] = {Engine::Sqlite, Engine::Postgres, Engine::MariaDb};

QString nameOf(Engine engine)
{
    return engine == Engine::Sqlite ? u"sqlite"_s : engine == Engine::Postgres ? u"postgres"_s
                                                                               : u"mariadb"_s;
}

} // namespace

/// Where statements of a script end.
class tst_SqlScript : public QObject
{
    Q_OBJECT

private slots:
    void statementsAreToldApart_data();
    void statementsAreToldApart();
    void bodiesStayInOnePiece_data();
    void bodiesStayInOnePiece();
    void whatDoesNotEndIsNamedWithItsLine_data();
    void whatDoesNotEndIsNamedWithItsLine();
    void linesAndFirstWordsAreTold();
    void marksEndTheStatementBeforeThem();
    void theNeedOfAClientIsRefused();
    void aLongScriptIsReadInOneGo();
};

void tst_SqlScript::statementsAreToldApart_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");

    const auto add = [](const char *name, Engine engine, const QString &script, const QStringList &statements) {
        QTest::addRow("%s: %s", qPrintable(nameOf(engine)), name) << engine << script << statements;
    };
    const auto addToAll = [&](const char *name, const QString &script, const QStringList &statements) {
        for (const Engine engine : engines)
            add(name, engine, script, statements);
    };
    addToAll("nothing", u""_s, {});
    addToAll("blanks", u" \n\t\r\n "_s, {});
    addToAll("one", u"SELECT 1"_s, {u"SELECT 1"_s});
    addToAll("two", u"SELECT 1;SELECT 2;"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    addToAll("empty ones", u";; SELECT 1 ;\n;"_s, {u"SELECT 1"_s});
    addToAll("lines of Windows", u"SELECT\r\n 1;\r\nSELECT 2;\r\n"_s, {u"SELECT\r\n 1"_s, u"SELECT 2"_s});
    addToAll("a text", u"SELECT 'a;b'; SELECT 2"_s, {u"SELECT 'a;b'"_s, u"SELECT 2"_s});
    addToAll("a quote in a text", u"SELECT 'it''s;'; SELECT ''; SELECT ';'"_s, {u"SELECT 'it''s;'"_s, u"SELECT ''"_s, u"SELECT ';'"_s});
    addToAll("a text of several lines", u"SELECT 'a;\n-- b;\n/* c;';SELECT 2"_s, {u"SELECT 'a;\n-- b;\n/* c;'"_s, u"SELECT 2"_s});
    addToAll("a name", u"SELECT 1 AS \"a;\"\"b\"; SELECT 2"_s, {u"SELECT 1 AS \"a;\"\"b\""_s, u"SELECT 2"_s});
    addToAll("a comment", u"-- it's; one\nSELECT 1; -- end;\nSELECT 2 -- last;"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    addToAll("a long comment", u"/* it's; \n * one */ SELECT 1; /* \";*/"_s, {u"SELECT 1"_s});
    addToAll("a comment inside", u"SELECT /* ; */ 1 -- ;\n + 1;"_s, {u"SELECT /* ; */ 1 -- ;\n + 1"_s});
    addToAll("a division and a difference", u"SELECT 4 / 2 - 1 - -1; SELECT 2*3"_s, {u"SELECT 4 / 2 - 1 - -1"_s, u"SELECT 2*3"_s});
    addToAll("other languages", u"SELECT 'Grüße; 你好; 😀'; SELECT 2"_s, {u"SELECT 'Grüße; 你好; 😀'"_s, u"SELECT 2"_s});
    addToAll("CASE", u"SELECT CASE WHEN 1 THEN 2 ELSE 3 END; SELECT 2"_s, {u"SELECT CASE WHEN 1 THEN 2 ELSE 3 END"_s, u"SELECT 2"_s});

    for (const Engine engine : {Engine::Sqlite, Engine::Postgres})
        add("a backslash is nothing special", engine, u"SELECT '\\'; SELECT '\\\\;'"_s, {u"SELECT '\\'"_s, u"SELECT '\\\\;'"_s});
    for (const Engine engine : {Engine::Sqlite, Engine::MariaDb}) {
        add("a name in backticks", engine, u"SELECT 1 AS `a;``b`; SELECT 2"_s, {u"SELECT 1 AS `a;``b`"_s, u"SELECT 2"_s});
        add("a comment is not nested", engine, u"/* a /* b */ SELECT 1; SELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
        add("a comment ends with the first slash behind a star", engine, u"/*/*/ SELECT 1; SELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
        add("dollars are nothing special", engine, u"SELECT $$; SELECT $$"_s, {u"SELECT $$"_s, u"SELECT $$"_s});
    }
    add("a name in brackets", Engine::Sqlite, u"SELECT 1 AS [a;'b]; SELECT 2"_s, {u"SELECT 1 AS [a;'b]"_s, u"SELECT 2"_s});
    add("a number sign is no comment", Engine::Sqlite, u"SELECT # 1; SELECT 2"_s, {u"SELECT # 1"_s, u"SELECT 2"_s});

    add("a comment in a comment", Engine::Postgres, u"/* a /* b; */ c; */ SELECT 1; SELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    add("a comment that opens with a slash", Engine::Postgres, u"/*/ ; */ SELECT 1; /*/*/ ; */ ; */ SELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    add("a comment that a carriage return ends", Engine::Postgres, u"-- a\rSELECT 1; -- b\r\nSELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    add("E and a backslash", Engine::Postgres, u"SELECT E'it\\'s;\\\\'; SELECT e'\\\\'; SELECT 3"_s, {u"SELECT E'it\\'s;\\\\'"_s, u"SELECT e'\\\\'"_s, u"SELECT 3"_s});
    add("a word that ends with e", Engine::Postgres, u"SELECT date'\\'; SELECT 2"_s, {u"SELECT date'\\'"_s, u"SELECT 2"_s});
    add("dollars", Engine::Postgres, u"SELECT $$a;'b$$; SELECT 2"_s, {u"SELECT $$a;'b$$"_s, u"SELECT 2"_s});
    add("dollars with a name", Engine::Postgres, u"SELECT $a$ ; $$ ; $b$ ; $a$; SELECT $é_1$;$é_1$"_s,
        {u"SELECT $a$ ; $$ ; $b$ ; $a$"_s, u"SELECT $é_1$;$é_1$"_s});
    add("a dollar in a name", Engine::Postgres, u"SELECT a$b$c; SELECT a$b$c"_s, {u"SELECT a$b$c"_s, u"SELECT a$b$c"_s});
    add("a parameter", Engine::Postgres, u"SELECT $1; SELECT $1"_s, {u"SELECT $1"_s, u"SELECT $1"_s});
    add("brackets are an array", Engine::Postgres, u"SELECT ARRAY[1]; SELECT a['x]']"_s, {u"SELECT ARRAY[1]"_s, u"SELECT a['x]']"_s});
    add("statements of a rule", Engine::Postgres, u"CREATE RULE r AS ON UPDATE TO t DO ALSO (DELETE FROM a; DELETE FROM b); SELECT 2"_s,
        {u"CREATE RULE r AS ON UPDATE TO t DO ALSO (DELETE FROM a; DELETE FROM b)"_s, u"SELECT 2"_s});
    add("an operator that looks like a comment", Engine::Postgres, u"SELECT a #- b; SELECT a # b"_s, {u"SELECT a #- b"_s, u"SELECT a # b"_s});

    add("a backslash", Engine::MariaDb, u"SELECT 'it\\'s;', \"a\\\";\"; SELECT '\\\\'; SELECT 3"_s,
        {u"SELECT 'it\\'s;', \"a\\\";\""_s, u"SELECT '\\\\'"_s, u"SELECT 3"_s});
    add("no backslash in a name", Engine::MariaDb, u"SELECT 1 AS `a\\`; SELECT 2"_s, {u"SELECT 1 AS `a\\`"_s, u"SELECT 2"_s});
    add("a number sign", Engine::MariaDb, u"# it's; one\nSELECT 1; # two;\nSELECT 2"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
    add("two dashes without a blank", Engine::MariaDb, u"SELECT 1--1; SELECT 2; --\nSELECT 3"_s, {u"SELECT 1--1"_s, u"SELECT 2"_s, u"SELECT 3"_s});
    add("a comment that is run", Engine::MariaDb, u"/*!40101 SET NAMES utf8 */;\n/*M!100100 SELECT ';' ; */; SELECT 2"_s,
        {u"/*!40101 SET NAMES utf8 */"_s, u"/*M!100100 SELECT ';' ; */"_s, u"SELECT 2"_s});
    add("another delimiter", Engine::MariaDb, u"DELIMITER //\nCREATE x; y//\nSELECT 2 //\ndelimiter ;\nSELECT 3; SELECT 4"_s,
        {u"CREATE x; y"_s, u"SELECT 2"_s, u"SELECT 3"_s, u"SELECT 4"_s});
    add("dollars as the delimiter", Engine::MariaDb, u"DELIMITER $$\nCREATE TRIGGER t BEGIN x; END$$\nSELECT '$$'$$\nDELIMITER ;"_s,
        {u"CREATE TRIGGER t BEGIN x; END"_s, u"SELECT '$$'"_s});
    add("two semicolons as the delimiter", Engine::MariaDb, u"DELIMITER ;;\nBEGIN x; END;;\nDELIMITER ;\nSELECT 2;"_s, {u"BEGIN x; END"_s, u"SELECT 2"_s});
    add("a column called delimiter", Engine::MariaDb, u"CREATE TABLE t (\ndelimiter char(1)); SELECT delimiter\nFROM t;"_s,
        {u"CREATE TABLE t (\ndelimiter char(1))"_s, u"SELECT delimiter\nFROM t"_s});
}

void tst_SqlScript::statementsAreToldApart()
{
    QFETCH(Engine, engine);
    QFETCH(QString, script);
    const auto pieces = scriptPieces(script, engine);
    QVERIFY2(pieces, pieces ? "" : qPrintable(pieces.error().message));
    QStringList found;
    for (const db::ScriptPiece &piece : *pieces)
        found.append(piece.text);
    QTEST(found, "statements");
}

void tst_SqlScript::bodiesStayInOnePiece_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("statement");
    const auto add = [](const char *name, Engine engine, const QString &statement) {
        QTest::addRow("%s: %s", qPrintable(nameOf(engine)), name) << engine << statement;
    };

    add("trigger", Engine::Sqlite, u"CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (1); DELETE FROM c; END"_s);
    add("temporary trigger", Engine::Sqlite, u"create temp trigger if not exists t after update of x on a for each row when new.x > 1 begin select 1; end"_s);
    add("CASE in it", Engine::Sqlite, u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN CASE 2 WHEN 2 THEN 3 END END; SELECT CASE WHEN 1 THEN 2 END; END"_s);
    add("columns called begin and end", Engine::Sqlite, u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET end = begin; SELECT end FROM a; END"_s);
    add("END in a text", Engine::Sqlite, u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT '; END;'; -- ; END;\n SELECT 2; END"_s);

    add("quoted body", Engine::Postgres,
        u"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN IF NEW.a THEN EXECUTE $x$ SELECT 1; $x$; END IF; RETURN NEW; END; $body$"_s);
    add("body in a text", Engine::Postgres, u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT ''a;''; SELECT 1;'"_s);
    add("standard body", Engine::Postgres, u"CREATE OR REPLACE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a > 1 THEN 2 END; END"_s);
    add("block", Engine::Postgres, u"DO $$ BEGIN PERFORM 1; PERFORM 2; END $$"_s);

    const auto addMariaDb = [&](const char *name, const QString &statement) { add(name, Engine::MariaDb, statement); };
    addMariaDb("trigger", u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; SET NEW.c = 2; END"_s);
    addMariaDb("trigger of one statement", u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = IF(NEW.c, 1, 2)"_s);
    addMariaDb("trigger with IF alone", u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF NEW.a > 1 THEN SET NEW.a = 1; END IF"_s);
    addMariaDb("IF with parentheses", u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF (NEW.a > 1) THEN SET NEW.a = 1; ELSEIF NEW.b THEN SET NEW.a = 2; ELSE SET NEW.a = 3; END IF"_s);
    addMariaDb("trigger behind another", u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW FOLLOWS s BEGIN SET NEW.b = 1; END"_s);
    addMariaDb("definer", u"CREATE DEFINER=`root`@`localhost` TRIGGER IF NOT EXISTS t AFTER DELETE ON a FOR EACH ROW BEGIN DELETE FROM b; END"_s);
    addMariaDb("trigger of a dump", u"/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; END */"_s);
    addMariaDb("procedure", u"CREATE OR REPLACE PROCEDURE p(IN a INT, OUT b SET('x')) MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'a;b' BEGIN SELECT 1; SELECT 2; END"_s);
    addMariaDb("procedure with a label", u"CREATE PROCEDURE p() main: BEGIN SELECT 1; LEAVE main; END main"_s);
    addMariaDb("function", u"CREATE FUNCTION IF NOT EXISTS f(a INT) RETURNS VARCHAR(9) CHARACTER SET utf8mb4 DETERMINISTIC BEGIN RETURN a; END"_s);
    addMariaDb("function without a block", u"CREATE FUNCTION f(a INT) RETURNS INT RETURN IF(a > 1, REPEAT('x', 2), CASE a WHEN 1 THEN 2 END)"_s);
    addMariaDb("event", u"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END"_s);
    addMariaDb("changed event", u"ALTER EVENT e ON COMPLETION PRESERVE DO BEGIN DELETE FROM a; DELETE FROM b; END"_s);
    addMariaDb("loops", u"CREATE PROCEDURE p() BEGIN a: LOOP SET @x = 1; LEAVE a; END LOOP a; WHILE @x DO SET @x = 0; END WHILE; REPEAT SET @x = 1; UNTIL @x END REPEAT; "
                        "FOR i IN 1..3 DO SELECT i; END FOR; SELECT 1; END"_s);
    addMariaDb("CASE", u"CREATE PROCEDURE p(a INT) BEGIN CASE a WHEN 1 THEN SELECT 1; WHEN 2 THEN BEGIN END; ELSE IF a THEN SELECT 2; END IF; END CASE; "
                       "SET @b = CASE WHEN a THEN IF(a, 1, 2) ELSE IF(a, 3, 4) END; SELECT 1; END"_s);
    addMariaDb("functions with names of blocks", u"CREATE PROCEDURE p() BEGIN SELECT IF(1, 2, 3), REPEAT('a', 2); DO IF(1, 2, 3); DROP TABLE IF EXISTS t; SELECT 1 FOR UPDATE; END"_s);
    addMariaDb("columns called begin and end", u"CREATE PROCEDURE p() BEGIN SELECT end, t.begin FROM t; SET @end = 1; UPDATE t SET begin = t.end; END"_s);
    addMariaDb("handlers", u"CREATE PROCEDURE p() BEGIN DECLARE done INT DEFAULT 0; DECLARE c CURSOR FOR SELECT a FROM b; DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1; "
                           "DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END; OPEN c; END"_s);
    addMariaDb("blocks in blocks", u"CREATE PROCEDURE p() BEGIN BEGIN IF 1 THEN BEGIN SELECT 1; END; END IF; END; BEGIN NOT ATOMIC SELECT 2; END; END"_s);
    addMariaDb("block outside of a program", u"BEGIN NOT ATOMIC IF 1 THEN SELECT 1; END IF; END"_s);
    addMariaDb("IF outside of a program", u"IF 1 THEN SELECT 1; ELSE SELECT 2; END IF"_s);
}

void tst_SqlScript::bodiesStayInOnePiece()
{
    QFETCH(Engine, engine);
    QFETCH(QString, statement);
    const auto pieces = scriptPieces(u"SELECT 0;\n%1;\nSELECT 2;%1"_s.arg(statement), engine);
    QVERIFY2(pieces, pieces ? "" : qPrintable(pieces.error().message));
    QStringList found;
    for (const db::ScriptPiece &piece : *pieces)
        found.append(piece.text);
    QCOMPARE(found, QStringList({u"SELECT 0"_s, statement, u"SELECT 2"_s, statement}));
}

void tst_SqlScript::whatDoesNotEndIsNamedWithItsLine_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("message");
    for (const Engine engine : engines) {
        QTest::addRow("text %s", qPrintable(nameOf(engine))) << engine << u"SELECT 1;\n\nSELECT 'a;\n"_s << u"3: a quote is not closed: '"_s;
        QTest::addRow("name %s", qPrintable(nameOf(engine))) << engine << u"SELECT 1;\nSELECT 1 AS \"a;\n"_s << u"2: a quote is not closed: \""_s;
        QTest::addRow("comment %s", qPrintable(nameOf(engine))) << engine << u"SELECT 1;\n /* a\n\n"_s << u"2: a comment is not closed"_s;
    }
    QTest::newRow("brackets") << Engine::Sqlite << u"SELECT [a;"_s << u"1: a quote is not closed: ["_s;
    QTest::newRow("trigger") << Engine::Sqlite << u"\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\nSELECT 1;\n"_s << u"2: the statement does not end: the trigger has no END"_s;
    QTest::newRow("comment in a comment") << Engine::Postgres << u"/* a /* b */"_s << u"1: a comment is not closed"_s;
    QTest::newRow("dollars") << Engine::Postgres << u"SELECT 1;\nSELECT $a$ b $$;"_s << u"2: a quote is not closed: $…$"_s;
    QTest::newRow("parenthesis") << Engine::Postgres << u"CREATE TABLE t (a int;\nSELECT 1;"_s << u"1: the statement does not end: a parenthesis is not closed"_s;
    QTest::newRow("atomic block") << Engine::Postgres << u"CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;"_s << u"1: the statement does not end: BEGIN ATOMIC has no END"_s;
    QTest::newRow("backslash at the end") << Engine::MariaDb << u"SELECT 'a\\"_s << u"1: a quote is not closed: '"_s;
    QTest::newRow("block") << Engine::MariaDb << u"CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END;"_s << u"1: the statement does not end: BEGIN has no END"_s;
    QTest::newRow("IF") << Engine::MariaDb << u"CREATE PROCEDURE p() IF 1 THEN SELECT 1;"_s << u"1: the statement does not end: IF has no END"_s;
    QTest::newRow("comment that is run") << Engine::MariaDb << u"/*!40101 SET NAMES utf8"_s << u"1: a comment is not closed"_s;
}

void tst_SqlScript::whatDoesNotEndIsNamedWithItsLine()
{
    QFETCH(Engine, engine);
    QFETCH(QString, script);
    const auto pieces = scriptPieces(script, engine);
    QVERIFY(!pieces);
    QTEST(u"%1: %2"_s.arg(pieces.error().line).arg(pieces.error().message), "message");
}

void tst_SqlScript::linesAndFirstWordsAreTold()
{
    for (const Engine engine : engines) {
        const auto pieces = scriptPieces(u"-- first\n\ncreate /* a */ unique\n index \"i\" on t (a);select 1;\nSELECT 'x\n';commit"_s, engine);
        QVERIFY(pieces);
        QStringList found;
        for (const db::ScriptPiece &piece : *pieces)
            found.append(u"%1 %2"_s.arg(piece.line).arg(piece.words));
        QCOMPARE(found, QStringList({u"3 CREATE UNIQUE INDEX"_s, u"4 SELECT 1"_s, u"5 SELECT"_s, u"6 COMMIT"_s}));
    }
}

void tst_SqlScript::marksEndTheStatementBeforeThem()
{
    const auto isMark = [](QStringView comment) { return comment.contains(u"MARK"); };
    for (const Engine engine : engines) {
        const auto pieces = scriptPieces(u"-- MARK one\r\nSELECT 1 -- no mark\n  -- MARK two\nSELECT '\n-- MARK not here'; -- MARK three"_s, engine, isMark);
        QVERIFY(pieces);
        QCOMPARE(pieces->size(), 5);
        QCOMPARE(pieces->at(0).text, u"-- MARK one"_s);
        QVERIFY(pieces->at(0).isComment && pieces->at(0).isAlone);
        QCOMPARE(pieces->at(1).text, u"SELECT 1"_s);
        QCOMPARE(pieces->at(2).line, 3);
        QVERIFY(pieces->at(2).isComment && pieces->at(2).isAlone);
        QCOMPARE(pieces->at(3).text, u"SELECT '\n-- MARK not here'"_s);
        QVERIFY(pieces->at(4).isComment && !pieces->at(4).isAlone);
    }
    QCOMPARE(scriptPieces(u"CREATE TRIGGER t BEGIN x;\n-- MARK\n END;"_s, Engine::Sqlite, isMark).error().message, u"the statement does not end: the trigger has no END"_s);
}

void tst_SqlScript::theNeedOfAClientIsRefused()
{
    const auto command = scriptPieces(u"SELECT 1;\n\\connect other\nSELECT 2;"_s, Engine::Postgres);
    QVERIFY(!command);
    QCOMPARE(command.error().line, 2);
    QVERIFY(command.error().message.contains(u"psql"));

    const auto rows = scriptPieces(u"SELECT 1;\nCOPY public.a (x) FROM stdin;\nit's a row\n\\.\n"_s, Engine::Postgres);
    QVERIFY(!rows);
    QCOMPARE(rows.error().line, 2);
    QVERIFY(rows.error().message.contains(u"COPY"));
    QVERIFY(scriptPieces(u"COPY a FROM '/tmp/stdin'; COPY a TO stdout"_s, Engine::Postgres));
}

void tst_SqlScript::aLongScriptIsReadInOneGo()
{
    constexpr int count = 20'000;
    for (const Engine engine : engines) {
        const auto pieces = scriptPieces(u"INSERT INTO t VALUES ('a;b', $a /* c */);\n"_s.repeated(count), engine);
        QVERIFY(pieces);
        QCOMPARE(pieces->size(), count);
        QCOMPARE(pieces->last().line, count);
        QVERIFY(!scriptPieces(u"/*"_s.repeated(count), engine));
        QVERIFY(scriptPieces(u"( [ ] ) $a "_s.repeated(count), engine));
    }
}

QTEST_GUILESS_MAIN(tst_SqlScript)
#include "tst_sql_script.moc"
