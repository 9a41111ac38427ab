// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/quectoctl.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// The comparison of two databases.
class tst_QuectoctlDiff : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void differencesAreShownAsLines();
    void differencesAreJson();
    void theSameStructureIsCalledSo();
    void checkEndsWithThreeWhereTheyDiffer();
    void aMissingDatabaseIsAnError();
    void twoDatabasesAreNeeded();

private:
    Answer run(const QString &words) const { return m_program->run(words); }

    std::optional<Quectoctl> m_program;
};

void tst_QuectoctlDiff::init()
{
    m_program.emplace();
    for (const char *name : {"old", "new"}) {
        QCOMPARE(run(u"create --database sqlite:%1.sqlite"_s.arg(QLatin1StringView(name))).code, 0);
        QCOMPARE(run(u"migrate --database sqlite:%1.sqlite"_s.arg(QLatin1StringView(name))).code, 0);
    }
}

void tst_QuectoctlDiff::differencesAreShownAsLines()
{
    QCOMPARE(run(u"rollback --step 11 --database sqlite:old.sqlite"_s).code, 0);
    QCOMPARE(run(u"migrate --step 1 --database sqlite:old.sqlite"_s).code, 0);
    const Answer answer = run(u"diff sqlite:old.sqlite sqlite:new.sqlite"_s);
    QCOMPARE(answer.code, 0);
    const QStringList lines = answer.output.split(u'\n');
    QCOMPARE(lines.first(2), (QStringList{u"--- old.sqlite"_s, u"+++ new.sqlite"_s}));
    QVERIFY2(lines.contains(u"+ table posts TABLE"_s) && lines.contains(u"+ column posts.title TEXT NOT NULL"_s), qPrintable(answer.output));
    QVERIFY2(!answer.output.contains(u"users.email"), qPrintable(answer.output));
}

void tst_QuectoctlDiff::differencesAreJson()
{
    QCOMPARE(run(u"rollback --database sqlite:new.sqlite"_s).code, 0);
    const QJsonArray differences = run(u"diff --json sqlite:old.sqlite sqlite:new.sqlite"_s).json().value(u"differences").toArray();
    QVERIFY(!differences.isEmpty());
    const QJsonObject first = differences.first().toObject();
    QCOMPARE(first.value(u"part").toString(), u"index"_s);
    QVERIFY(!first.value(u"before").toString().isEmpty() && first.value(u"after").toString().isEmpty());
}

void tst_QuectoctlDiff::theSameStructureIsCalledSo()
{
    const Answer answer = run(u"diff --check sqlite:old.sqlite sqlite:new.sqlite"_s);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.output, u"The structures are the same\n"_s);
}

void tst_QuectoctlDiff::checkEndsWithThreeWhereTheyDiffer()
{
    QCOMPARE(run(u"rollback --database sqlite:new.sqlite"_s).code, 0);
    const Answer answer = run(u"diff --check --quiet sqlite:old.sqlite sqlite:new.sqlite"_s);
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.output, QString());
}

void tst_QuectoctlDiff::aMissingDatabaseIsAnError()
{
    const Answer answer = run(u"diff sqlite:old.sqlite sqlite:missing.sqlite"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"missing.sqlite"), qPrintable(answer.error));
    QVERIFY(!QFile::exists(m_program->path(u"missing.sqlite"_s)));
}

void tst_QuectoctlDiff::twoDatabasesAreNeeded()
{
    QCOMPARE(run(u"diff sqlite:old.sqlite"_s).code, 2);
    QCOMPARE(run(u"diff"_s).code, 2);
}

QTEST_GUILESS_MAIN(tst_QuectoctlDiff)
#include "tst_quectoctl_diff.moc"
