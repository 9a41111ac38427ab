// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schemas.h"
#include "core/toolkit/drift.h"
#include "core/toolkit/schema.h"
#include "tests/support/community_database.h"
#include "tests/support/reason.h"
#include "tests/support/source_tree.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the program takes its database for.
class tst_DeclaredSchemas : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void everyDescribedStructIsListed();
    void theMigrationsMakeWhatIsDeclared();
    void whatIsTakenBackIsDrift();
};

void tst_DeclaredSchemas::everyDescribedStructIsListed()
{
    static const QRegularExpression table(u"schema\\.table\\(\"(\\w+)\"\\)"_s);
    QStringList described;
    for (const QString &file : source_tree::filesBelow(u"core"_s, {u"*.cpp"_s})) {
        const QRegularExpressionMatch match = table.match(source_tree::textOf(file));
        if (!file.startsWith(u"core/toolkit/") && match.hasMatch())
            described.append(match.captured(1));
    }
    QStringList listed;
    const QList<const db::Schema *> schemas = declaredSchemas();
    for (const db::Schema *schema : schemas)
        listed.append(schema->table());
    described.sort();
    listed.sort();
    QCOMPARE(listed, described);
}

void tst_DeclaredSchemas::theMigrationsMakeWhatIsDeclared()
{
    TestDatabase database = communityDatabase();
    const auto drift = db::findDrift(*database.connection, declaredSchemas());
    QVERIFY2(drift, reason(drift).constData());
    for (const db::Drift &one : *drift)
        QFAIL(qPrintable(one.sentence()));
}

void tst_DeclaredSchemas::whatIsTakenBackIsDrift()
{
    TestDatabase database = communityDatabase();
    const auto back = db::Migrator(database.repo, migrations::all()).rollback({.to = 20260126000006});
    QVERIFY2(back, reason(back).constData());
    const auto drift = db::findDrift(*database.connection, declaredSchemas());
    QVERIFY2(drift, reason(drift).constData());
    QStringList sentences;
    for (const db::Drift &one : *drift)
        sentences.append(one.sentence());
    QVERIFY2(sentences.contains(u"column posts.deleted_at is missing"_s), qPrintable(sentences.join(u'\n')));
    QVERIFY2(sentences.contains(u"table products is missing"_s), qPrintable(sentences.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_DeclaredSchemas)
#include "tst_declared_schemas.moc"
