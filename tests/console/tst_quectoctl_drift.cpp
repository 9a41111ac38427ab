// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/repo.h"
#include "tests/console/quectoctl.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// What quectoctl tells of a database that was changed by hand.
class tst_QuectoctlDrift : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void aMigratedDatabaseIsAsTheProgramTakesItToBe();
    void whatIsMissingIsTold();
    void checkEndsWithThreeUnlessTheDifferenceDoesNoHarm();
    void answersAreJson();

private:
    Answer run(const QString &words) const { return m_program->run(words); }
    void execute(const QString &sql) const;

    std::optional<Quectoctl> m_program;
    QString m_url;
};

void tst_QuectoctlDrift::init()
{
    m_program.emplace();
    m_url = u"sqlite:"_s + m_program->database();
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        QCOMPARE(run(u"create"_s).code, 0);
    else
        m_url = TestServer::shared(testedEngine()).emptyDatabase().toString();
    m_program->environment().insert(u"DATABASE_URL"_s, m_url);
    QCOMPARE(run(u"migrate"_s).code, 0);
}

void tst_QuectoctlDrift::execute(const QString &sql) const
{
    const auto connection = db::Connection::open(*db::DatabaseUrl::parse(m_url));
    QVERIFY2(connection, reason(connection).constData());
    const auto executed = db::Repo(**connection).execute(sql);
    QVERIFY2(executed, reason(executed).constData());
}

void tst_QuectoctlDrift::aMigratedDatabaseIsAsTheProgramTakesItToBe()
{
    const Answer answer = run(u"drift --check"_s);
    QCOMPARE(answer.output, u"The database is as the program takes it to be\n"_s);
    QCOMPARE(answer.code, 0);
}

void tst_QuectoctlDrift::whatIsMissingIsTold()
{
    execute(u"ALTER TABLE users DROP COLUMN role"_s);
    execute(u"DROP TABLE imported_rows"_s);
    const Answer answer = run(u"drift"_s);
    QCOMPARE(answer.output, u"column users.role is missing\ntable imported_rows is missing\n"_s);
    QCOMPARE(answer.code, 0);
}

void tst_QuectoctlDrift::checkEndsWithThreeUnlessTheDifferenceDoesNoHarm()
{
    execute(u"CREATE TABLE notes (a int)"_s);
    const Answer harmless = run(u"drift --check"_s);
    QCOMPARE(harmless.output, u"table notes is not known to the program\n"_s);
    QCOMPARE(harmless.code, 0);
    execute(u"DROP TABLE imported_rows"_s);
    const Answer harmful = run(u"drift --check --quiet"_s);
    QCOMPARE(harmful.output, QString());
    QCOMPARE(harmful.code, 3);
}

void tst_QuectoctlDrift::answersAreJson()
{
    execute(u"ALTER TABLE users DROP COLUMN role"_s);
    const QJsonArray drift = run(u"drift --json"_s).json().value(u"drift").toArray();
    QCOMPARE(drift.size(), 1);
    QCOMPARE(drift.first().toObject(), (QJsonObject{{u"kind"_s, u"missing_column"_s}, {u"table"_s, u"users"_s}, {u"column"_s, u"role"_s}, {u"declared"_s, u"enum"_s}, {u"found"_s, QString()}, {u"harmless"_s, false}, {u"sentence"_s, u"column users.role is missing"_s}}));
}

QTEST_GUILESS_MAIN(tst_QuectoctlDrift)
#include "tst_quectoctl_drift.moc"
