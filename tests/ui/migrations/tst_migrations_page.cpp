// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/backups.h"
#include "migrations/migrations.h"
#include "tests/support/gui.h"
#include "tests/support/sample_migrations.h"
#include "ui/common/message_bar.h"
#include "ui/main_window.h"
#include "ui/migrations/migration_model.h"
#include "ui/migrations/migration_runner.h"
#include "ui/migrations/migration_table.h"
#include "ui/migrations/migrations_page.h"
#include "ui/migrations/sql_view.h"
#include "ui/page.h"
#include "ui/pages.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using db::Migration;

namespace {

/// A migration whose second statement cannot run.
Migration failing(qint64 version)
{
    return {.version = version,
            .name = u"fail"_qs,
            .change = [](db::SchemaChange &schema) {
                schema.createTable("halves", [](db::ColumnList &columns) { columns.string("name"); });
                schema.addColumns("nowhere", [](db::ColumnList &columns) { columns.string("name"); });
            }};
}

Migration changing(qint64 version, const QString &name, const std::function<void(db::SchemaChange &)> &change)
{
    return {.version = version, .name = name, .change = change};
}

constexpr int StateColumn = 0;
constexpr int MarksColumn = 4;

} // namespace

/// The page over real files with a little history of their own.
class tst_MigrationsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pendingOnesAreShownWithWhatTheyRun();
    void theSqlOfOneIsWhatTheMigratorSays();
    void pendingOnesRunFromThePage();
    void runningAsksWithTheStatementsInView();
    void theQuestionGoesWhenOthersArePending();
    void theFocusStaysOnAnotherPageWhenTheyHaveRun();
    void theModelKeepsTheRules();
    void whileTheyRunEverythingElseIsReadOnly();
    void aRunStopsAfterThePresentOne();
    void aBackupIsMadeFirst();
    void aRunIsCanceledDuringItsBackup();
    void withoutABackupNothingRunsUnlessOneInsists();
    void aFailingOneIsReportedWithItsStatement();
    void rollingBackAsksForTheNameOfTheDatabase();
    void rollingBackSaysWhichColumnsAreLost();
    void whatOwnSqlLosesIsNotKnown();
    void onlyWhatWasConfirmedIsRolledBack();
    void aStepOutsideATransactionIsNotCalledUndone();
    void whereNothingIsLostRollingBackSaysSo();
    void marksSayWhatOneDoes();
    void runningWhatLosesDataAsksForTheName();
    void ownSqlIsSaidBeforeItRuns();
    void manyLossesLeaveRoomForTheStatements();
    void inProductionTheNameIsTypedInAnyCase();
    void runningGoesAsFarAsTheSelectedOne();
    void rollingBackGoesAsFarAsTheSelectedOne();
    void onlyPendingOnesAreShownOnRequest();
    void theSqlInViewIsCopied();
    void whatWasChangedSinceIsSaid();
    void whatStoppedHalfWayIsSaidAndTakenBack();
    void driftIsToldInWords();
    void whoIsWaitedForIsSaid();
    void aDryRunReportsAndChangesNothing();
    void aDryRunSaysWhatWouldFail();
    void escapeTakesTheQuestionBack();
    void whatCannotBeRolledBackSaysWhy();
    void aMissingFileSaysSo();
    void aReadOnlyDatabaseExplains();
    void anUnreadableDatabaseCanBeTriedAgain();
    void migrationsOfOthersAreSeenOnRefresh();
    void textsFollowTheLanguage();
    void theWindowLeadsFromItsBarToThePage();

private:
    void open(const QList<Migration> &migrations);
    void migrate(const QList<Migration> &migrations);
    QString cell(int row, int column) const;
    QStringList states() const;
    template <typename T>
    T *part(const QString &name) const
    {
        return m_page->findChild<T *>(QString(u"migrations." + name));
    }
    QPushButton *runButton() const { return part<QPushButton>(u"runPending"_qs); }
    QPushButton *rollbackButton() const { return part<QPushButton>(u"rollBack"_qs); }
    QString text(const QString &view) const { return part<ui::SqlView>(view)->toPlainText(); }
    QStringList tablesOfFile() const;
    void press(QWidget *button);
    void runPending();
    void waitForRun();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::MigrationsPage> m_page;
    QList<ui::Message> m_messages;
};

void tst_MigrationsPage::init()
{
    gui::reset();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->path().toUtf8()); // where backups go
    m_file = m_folder->filePath(u"fruits.sqlite"_qs);
    TestDatabase::file(m_file);
    m_messages.clear();
}

void tst_MigrationsPage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void tst_MigrationsPage::migrate(const QList<Migration> &migrations)
{
    TestDatabase database = TestDatabase::file(m_file);
    QVERIFY(db::Migrator(database.repo, migrations).migrate({}));
}

void tst_MigrationsPage::open(const QList<Migration> &migrations)
{
    m_session = std::make_unique<ui::Session>(std::make_unique<db::Database>(db::DatabaseUrl::sqliteFile(m_file)), u"ann"_qs);
    connect(m_session.get(), &ui::Session::messagePosted, this, [this](const ui::Message &message) { m_messages.append(message); });
    m_page = std::make_unique<ui::MigrationsPage>(*m_session, migrations);
    m_page->resize(900, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QSignalSpy changed(m_page.get(), &ui::Page::changed);
    m_page->visit({u"migrations"_qs});
    QTRY_VERIFY(!changed.isEmpty());
}

QString tst_MigrationsPage::cell(int row, int column) const
{
    return part<ui::MigrationTable>(u"table"_qs)->model()->index(row, column).data().toString();
}

QStringList tst_MigrationsPage::states() const
{
    QStringList states;
    for (int row = 0; row < part<ui::MigrationTable>(u"table"_qs)->model()->rowCount(); ++row)
        states.append(cell(row, StateColumn));
    return states;
}

QStringList tst_MigrationsPage::tablesOfFile() const
{
    TestDatabase database = TestDatabase::file(m_file);
    return tables(database);
}

void tst_MigrationsPage::press(QWidget *button)
{
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

void tst_MigrationsPage::runPending()
{
    press(runButton());
    QTest::keyClick(part<QPushButton>(u"question.confirm"_qs), Qt::Key_Space);
}

void tst_MigrationsPage::waitForRun()
{
    QTRY_VERIFY(!m_messages.isEmpty());
    QSignalSpy changed(m_page.get(), &ui::Page::changed);
    m_page->refresh();
    QTRY_VERIFY(!changed.isEmpty());
}

void tst_MigrationsPage::pendingOnesAreShownWithWhatTheyRun()
{
    open(threeTables());
    QCOMPARE(states(), QStringList({u"Pending"_qs, u"Pending"_qs, u"Pending"_qs}));
    QCOMPARE(cell(0, 1), QString::number(firstVersion));
    QCOMPARE(cell(0, 2), u"create_apples"_qs);
    QCOMPARE(runButton()->text(), u"Run pending (3)"_qs);
    QVERIFY(runButton()->isEnabled());
    for (const QString &table : {u"apples"_qs, u"berries"_qs, u"cherries"_qs})
        QVERIFY2(text(u"up"_qs).contains(u"CREATE TABLE \"" + table + u'"'), qPrintable(text(u"up"_qs)));
    // Taken back, the last comes first.
    QVERIFY(text(u"down"_qs).indexOf(u"cherries") < text(u"down"_qs).indexOf(u"apples"));
    QVERIFY(tablesOfFile().isEmpty());
    QVERIFY(!rollbackButton()->isEnabled());
    QCOMPARE(rollbackButton()->accessibleDescription(), u"There is nothing to roll back."_qs);
}

void tst_MigrationsPage::theSqlOfOneIsWhatTheMigratorSays()
{
    open(migrations::all());
    auto *table = part<ui::MigrationTable>(u"table"_qs);
    table->setFocus();
    TestDatabase database = TestDatabase::file(m_file);
    db::Migrator migrator(database.repo, migrations::all());
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Up);
    for (const Migration &migration : migrations::all()) {
        QCOMPARE(table->selectedLines().size(), 1);
        const auto up = migrator.sql(migration.version, true);
        const auto down = migrator.sql(migration.version, false);
        QVERIFY(up && down);
        const QString remark = table->selectedLines().first().upLosses.isEmpty() ? QString() : u"-- It runs SQL of its own; what that loses is not known.\n"_qs;
        QCOMPARE(text(u"up"_qs), remark + up->join(u";\n") + u';');
        QCOMPARE(text(u"down"_qs), down->join(u";\n") + u';');
        QTest::keyClick(table, Qt::Key_Down);
    }
}

void tst_MigrationsPage::pendingOnesRunFromThePage()
{
    open(threeTables());
    QSignalSpy announced(m_session.get(), &ui::Session::dataChanged);
    runPending();
    waitForRun();
    QCOMPARE(m_messages.size(), 1);
    QCOMPARE(m_messages.first().kind, ui::Message::Kind::Done);
    QCOMPARE(m_messages.first().text(), u"3 migrations applied."_qs);
    QCOMPARE(announced.size(), 6);
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Applied"_qs, u"Applied"_qs}));
    QVERIFY(!cell(2, 3).isEmpty());
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs, u"berries"_qs, u"cherries"_qs}));
    QVERIFY(!runButton()->isEnabled());
    QCOMPARE(runButton()->toolTip(), u"All migrations are applied."_qs);
    QVERIFY(rollbackButton()->isEnabled());
    QCOMPARE(part<QTabWidget>(u"tabs"_qs)->currentWidget(), part<QWidget>(u"log"_qs));
    QCOMPARE(text(u"log"_qs).count(u"CREATE TABLE"), 3);
    QCOMPARE(text(u"log"_qs).count(u"-- done in "), 3);
}

void tst_MigrationsPage::runningAsksWithTheStatementsInView()
{
    migrate(threeTables().first(1));
    open(threeTables());
    auto *table = part<ui::MigrationTable>(u"table"_qs);
    table->select({firstVersion});
    part<QTabWidget>(u"tabs"_qs)->setCurrentIndex(1);
    press(runButton());
    QVERIFY(!m_session->isReadOnly());
    QCOMPARE(part<QLabel>(u"question.text"_qs)->text(), u"Run 2 migrations? Their statements are shown below."_qs);
    QCOMPARE(part<QTabWidget>(u"tabs"_qs)->currentWidget(), part<QWidget>(u"up"_qs));
    QVERIFY(text(u"up"_qs).contains(u"berries") && text(u"up"_qs).contains(u"cherries") && !text(u"up"_qs).contains(u"apples"));
    QVERIFY(part<QPushButton>(u"question.confirm"_qs)->hasFocus());
    QTest::keyClick(part<QPushButton>(u"question.confirm"_qs), Qt::Key_Escape);
    QVERIFY(!part<QWidget>(u"question"_qs)->isVisible());
    QVERIFY(runButton()->hasFocus());
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs}));
}

void tst_MigrationsPage::theQuestionGoesWhenOthersArePending()
{
    open(threeTables());
    press(runButton());
    migrate(threeTables().first(1));
    m_page->refresh();
    QTRY_COMPARE(states().first(), u"Applied"_qs);
    QVERIFY(!part<QWidget>(u"question"_qs)->isVisible());
}

void tst_MigrationsPage::theFocusStaysOnAnotherPageWhenTheyHaveRun()
{
    open(threeTables());
    QStackedWidget window;
    auto *elsewhere = new QLineEdit;
    window.addWidget(m_page.get());
    window.addWidget(elsewhere);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    runPending();
    window.setCurrentWidget(elsewhere);
    elsewhere->setFocus();
    waitForRun();
    QCOMPARE(QApplication::focusWidget(), elsewhere);
    window.removeWidget(m_page.get());
    m_page->setParent(nullptr);
}

void tst_MigrationsPage::theModelKeepsTheRules()
{
    ui::MigrationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines({ui::MigrationLine{.status = {.version = firstVersion, .name = u"create_apples"_qs}}});
    QCOMPARE(model.data({}), QVariant());
    for (const int section : {-1, int(ui::MigrationModel::ColumnCount)})
        QCOMPARE(model.headerData(section, Qt::Horizontal), QVariant());
}

void tst_MigrationsPage::whileTheyRunEverythingElseIsReadOnly()
{
    migrate(threeTables().first(1));
    open(threeTables());
    QStringList reasons;
    connect(m_session.get(), &ui::Session::readOnlyChanged, m_page.get(), [&] { reasons.append(m_session->readOnlyReason()); });
    QStringList steps;
    connect(m_page->findChild<ui::MigrationRunner *>(), &ui::MigrationRunner::stepStarted, m_page.get(), [&] { steps.append(part<QLabel>(u"run.text"_qs)->text()); });
    QVERIFY(!part<QWidget>(u"run"_qs)->isVisible());
    runPending();
    QVERIFY(m_session->isReadOnly());
    QVERIFY(!runButton()->isEnabled());
    QVERIFY(part<QWidget>(u"run"_qs)->isVisible());
    QCOMPARE(part<QLabel>(u"run.text"_qs)->text(), u"Backing up the database"_qs);
    QVERIFY(m_session->activities().canCancel());
    waitForRun();
    QCOMPARE(steps.first(), u"Applying 20260101000002_create_berries (1 of 2)"_qs);
    QCOMPARE(reasons, QStringList({u"Migrations are running; wait until they are done."_qs, QString()}));
    QVERIFY(!part<QWidget>(u"run"_qs)->isVisible());
    QVERIFY(m_session->activities().isEmpty());
}

void tst_MigrationsPage::aRunStopsAfterThePresentOne()
{
    open(threeTables());
    auto *runner = m_page->findChild<ui::MigrationRunner *>();
    connect(runner, &ui::MigrationRunner::stepStarted, m_page.get(), [this] { QTest::mouseClick(part<QPushButton>(u"run.cancel"_qs), Qt::LeftButton); });
    runPending();
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"Stopped. Applied: 1 of 3."_qs);
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Pending"_qs, u"Pending"_qs}));
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs}));
    QCOMPARE(runButton()->text(), u"Run pending (2)"_qs);
}

void tst_MigrationsPage::aBackupIsMadeFirst()
{
    migrate(threeTables().first(1));
    open(threeTables());
    runPending();
    waitForRun();
    const QList<db::Backup> backups = db::Backups(db::DatabaseUrl::sqliteFile(m_file)).list();
    QCOMPARE(backups.size(), 1);
    QVERIFY(backups.first().path.startsWith(m_folder->path()));
    QVERIFY2(text(u"log"_qs).startsWith(u"-- backed up to "_qs + backups.first().path), qPrintable(text(u"log"_qs)));
    TestDatabase copy = TestDatabase::file(backups.first().path);
    QCOMPARE(tables(copy), QStringList{u"apples"_qs});
}

void tst_MigrationsPage::aRunIsCanceledDuringItsBackup()
{
    migrate(threeTables().first(1));
    open(threeTables());
    runPending();
    QCOMPARE(part<QPushButton>(u"run.cancel"_qs)->text(), u"Cancel"_qs);
    QTest::mouseClick(part<QPushButton>(u"run.cancel"_qs), Qt::LeftButton);
    QVERIFY(!part<QPushButton>(u"run.cancel"_qs)->isEnabled());
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"Stopped. Applied: 0 of 2."_qs);
    QCOMPARE(tablesOfFile().size(), 1);
    QVERIFY(!m_session->isReadOnly());
}

void tst_MigrationsPage::withoutABackupNothingRunsUnlessOneInsists()
{
    QFile inTheWay(m_folder->filePath(u"quecto"_qs));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    migrate(threeTables().first(1));
    open(threeTables());
    runPending();
    waitForRun();
    QCOMPARE(m_messages.first().kind, ui::Message::Kind::Error);
    QVERIFY2(m_messages.first().text().startsWith(u"Nothing has run, because the database could not be backed up first."), qPrintable(m_messages.first().text()));
    QCOMPARE(tablesOfFile().size(), 1);
    QVERIFY(!m_session->isReadOnly());
    const ui::MessageAction insist = m_messages.first().actions.first();
    QCOMPARE(insist.text(), u"Run without a backup"_qs);
    m_messages.clear();
    insist.run();
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"2 migrations applied."_qs);
    QCOMPARE(tablesOfFile().size(), 3);
}

void tst_MigrationsPage::aFailingOneIsReportedWithItsStatement()
{
    QList<Migration> migrations = threeTables();
    migrations.insert(2, failing(firstVersion + 1));
    migrations.last().version = firstVersion + 3;
    migrations[1].version = firstVersion;
    migrations[0].version = firstVersion - 1;
    open(migrations);
    runPending();
    waitForRun();
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Applied"_qs, u"Failed"_qs, u"Pending"_qs}));
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs, u"berries"_qs}));
    QCOMPARE(m_messages.first().kind, ui::Message::Kind::Error);
    QVERIFY2(m_messages.first().text().startsWith(u"20260101000002_fail failed and left nothing behind. Applied before it: 2 of 4."), qPrintable(m_messages.first().text()));
    const QString statement = u"ALTER TABLE \"nowhere\" ADD COLUMN \"name\" TEXT"_qs;
    QVERIFY2(m_messages.first().details.contains(statement), qPrintable(m_messages.first().details));
    QVERIFY2(text(u"log"_qs).section(u"-- failed"_qs, 1).contains(statement), qPrintable(text(u"log"_qs)));
    QVERIFY(!m_session->isReadOnly());
    QCOMPARE(runButton()->text(), u"Run pending (2)"_qs);
}

void tst_MigrationsPage::rollingBackAsksForTheNameOfTheDatabase()
{
    migrate(threeTables());
    open(threeTables());
    QVERIFY(!part<QWidget>(u"confirmation"_qs)->isVisible());
    press(rollbackButton());
    auto *name = part<QLineEdit>(u"confirmation.name"_qs);
    auto *confirm = part<QPushButton>(u"confirmation.confirm"_qs);
    QVERIFY(name->hasFocus());
    QCOMPARE(part<QLabel>(u"confirmation.question"_qs)->text(), u"Roll back 20260101000003_create_cherries?"_qs);
    QVERIFY(part<QLabel>(u"confirmation.losses"_qs)->text().startsWith(u"The table cherries is dropped, with all its rows."));
    QCOMPARE(part<QTabWidget>(u"tabs"_qs)->currentWidget(), part<QWidget>(u"down"_qs));
    QCOMPARE(text(u"down"_qs), u"DROP TABLE \"cherries\";"_qs);
    QVERIFY(!confirm->isEnabled());

    QTest::keyClicks(name, u"cherries"_qs);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!m_session->isReadOnly());
    name->selectAll();
    QTest::keyClicks(name, u"fruits.sqlite"_qs);
    QVERIFY(confirm->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"20260101000003_create_cherries is rolled back."_qs);
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Applied"_qs, u"Pending"_qs}));
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs, u"berries"_qs}));
    QVERIFY(!part<QWidget>(u"confirmation"_qs)->isVisible());
}

void tst_MigrationsPage::rollingBackSaysWhichColumnsAreLost()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"ripen"_qs, [](db::SchemaChange &schema) {
        schema.addColumns("apples", [](db::ColumnList &columns) { columns.boolean("is_ripe"); });
    }));
    migrate(migrations);
    open(migrations);
    press(rollbackButton());
    QVERIFY(part<QLabel>(u"confirmation.losses"_qs)->text().startsWith(u"The column is_ripe of the table apples is dropped, with all its values."));
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    QTest::mouseClick(part<QPushButton>(u"confirmation.confirm"_qs), Qt::LeftButton);
    waitForRun();
    QCOMPARE(states().last(), u"Pending"_qs);
}

void tst_MigrationsPage::whatOwnSqlLosesIsNotKnown()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"fill_apples"_qs, [](db::SchemaChange &schema) { schema.execute(u"INSERT INTO apples (name) VALUES ('Jonagold')"_qs, u"DELETE FROM apples"_qs); }));
    migrate(migrations);
    open(migrations);
    press(rollbackButton());
    QCOMPARE(part<QLabel>(u"confirmation.losses"_qs)->text(), u"It runs SQL of its own; what that loses is not known.\nA backup of the database is made first."_qs);
}

void tst_MigrationsPage::onlyWhatWasConfirmedIsRolledBack()
{
    migrate(threeTables().first(2));
    open(threeTables());
    press(rollbackButton());
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    migrate(threeTables());
    QTest::keyClick(part<QLineEdit>(u"confirmation.name"_qs), Qt::Key_Return);
    waitForRun();
    QCOMPARE(m_messages.first().kind, ui::Message::Kind::Error);
    QVERIFY2(m_messages.first().text().contains(u"others have migrated the database meanwhile"), qPrintable(m_messages.first().text()));
    QCOMPARE(tablesOfFile().size(), 3);
    // Seen in time, the question is taken back.
    press(rollbackButton());
    {
        TestDatabase database = TestDatabase::file(m_file);
        QVERIFY(db::Migrator(database.repo, threeTables()).rollback({}));
    }
    m_page->refresh();
    QTRY_VERIFY(!part<QWidget>(u"confirmation"_qs)->isVisible());
}

void tst_MigrationsPage::aStepOutsideATransactionIsNotCalledUndone()
{
    QList<Migration> migrations = threeTables();
    migrations.append(failing(firstVersion + 3));
    migrations.last().inTransaction = false;
    open(migrations);
    runPending();
    waitForRun();
    QVERIFY2(m_messages.first().text().startsWith(u"20260101000004_fail failed. Applied before it: 3 of 4."), qPrintable(m_messages.first().text()));
    QVERIFY(tablesOfFile().contains(u"halves"_qs));
}

void tst_MigrationsPage::whereNothingIsLostRollingBackSaysSo()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"index_apples"_qs, [](db::SchemaChange &schema) { schema.createIndex("apples", {u"name"_qs}); }));
    migrate(migrations);
    open(migrations);
    press(rollbackButton());
    QCOMPARE(part<QLabel>(u"confirmation.losses"_qs)->text(), u"No table and no column is dropped."_qs);
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    QVERIFY(part<QPushButton>(u"confirmation.confirm"_qs)->isEnabled());
}

void tst_MigrationsPage::marksSayWhatOneDoes()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"clean_up"_qs, [](db::SchemaChange &schema) {
        schema.alterTable("apples", [](db::TableChange &table) {
            table.remove("name");
            table.remove("weight");
        });
        schema.dropTable("berries");
        schema.execute(u"DELETE FROM cherries"_qs);
    }));
    migrations.append(changing(firstVersion + 4, u"index_cherries"_qs, [](db::SchemaChange &schema) { schema.createIndex("cherries", {u"name"_qs}); }));
    migrations.last().inTransaction = false;
    open(migrations);
    QVERIFY(cell(2, MarksColumn).isEmpty());
    QCOMPARE(cell(3, MarksColumn), u"drops a column, drops a table, SQL of its own, not reversible"_qs);
    QCOMPARE(cell(4, MarksColumn), u"outside a transaction"_qs);
    auto *table = part<ui::MigrationTable>(u"table"_qs);
    const QString remark = u"The column weight of the table apples is dropped, with all its values."_qs;
    QVERIFY(table->model()->index(3, MarksColumn).data(Qt::ToolTipRole).toString().contains(remark));
    // Who has no mouse reads it above the statements.
    table->select({firstVersion + 3});
    QVERIFY2(text(u"up"_qs).contains(u"-- "_qs + remark), qPrintable(text(u"up"_qs)));
    const ui::MigrationLine narrowing{.status = {.version = 1}, .upLosses = {{db::Loss::Kind::Values, u"t"_qs, u"c"_qs}}, .rewritten = {u"t"_qs}};
    ui::MigrationModel model;
    model.setLines({narrowing});
    QCOMPARE(model.index(0, MarksColumn).data().toString(), u"narrows a column, rewrites a table"_qs);
    QVERIFY(model.index(0, MarksColumn).data(Qt::ToolTipRole).toString().contains(u"All rows of the table t are written anew"));
}

void tst_MigrationsPage::runningWhatLosesDataAsksForTheName()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"drop_apples"_qs, [](db::SchemaChange &schema) { schema.dropTable("apples"); }));
    migrate(threeTables());
    open(migrations);
    press(runButton());
    QVERIFY(!part<QWidget>(u"question"_qs)->isVisible());
    auto *name = part<QLineEdit>(u"confirmation.name"_qs);
    auto *confirm = part<QPushButton>(u"confirmation.confirm"_qs);
    QVERIFY(name->hasFocus());
    QCOMPARE(part<QLabel>(u"confirmation.losses"_qs)->text(), u"The table apples is dropped, with all its rows.\nA backup of the database is made first."_qs);
    QCOMPARE(confirm->text(), u"Run"_qs);
    QTest::keyClicks(name, u"apples"_qs);
    QVERIFY(!confirm->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, u"fruits.sqlite"_qs);
    QTest::mouseClick(confirm, Qt::LeftButton);
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"1 migration applied."_qs);
    QCOMPARE(tablesOfFile(), QStringList({u"berries"_qs, u"cherries"_qs}));
}

void tst_MigrationsPage::ownSqlIsSaidBeforeItRuns()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"fill_apples"_qs, [](db::SchemaChange &schema) { schema.execute(u"INSERT INTO apples (name) VALUES ('Jonagold')"_qs, QString()); }));
    migrate(threeTables());
    open(migrations);
    press(runButton());
    QCOMPARE(part<QLabel>(u"question.text"_qs)->text(), u"Run 1 migration? Its statements are shown below. It runs SQL of its own; what that loses is not known."_qs);
    QTest::keyClick(part<QPushButton>(u"question.confirm"_qs), Qt::Key_Space);
    waitForRun();
    // Nothing is to be done to take it back, and so nothing is lost.
    press(rollbackButton());
    QCOMPARE(part<QLabel>(u"confirmation.losses"_qs)->text(), u"No table and no column is dropped."_qs);
}

void tst_MigrationsPage::manyLossesLeaveRoomForTheStatements()
{
    const Migration wide = changing(firstVersion + 3, u"widen_apples"_qs, [](db::SchemaChange &schema) {
        schema.addColumns("apples", [](db::ColumnList &columns) {
            for (int number = 1; number <= 10; ++number)
                columns.string(QString(u"x"_qs + QString::number(number)));
        });
    });
    const QList<Migration> migrations = threeTables() << wide;
    migrate(migrations);
    open(migrations);
    press(rollbackButton());
    const QStringList sentences = part<QLabel>(u"confirmation.losses"_qs)->text().split(u'\n');
    QCOMPARE(sentences.size(), 10);
    QCOMPARE(sentences.at(8), u"And 2 more like these."_qs);
}

void tst_MigrationsPage::inProductionTheNameIsTypedInAnyCase()
{
    open(threeTables());
    press(runButton());
    QVERIFY(part<QWidget>(u"question"_qs)->isVisible());
    // Marked meanwhile, it is asked anew.
    m_session->setProduction(true);
    QVERIFY(!part<QWidget>(u"question"_qs)->isVisible());
    press(runButton());
    QVERIFY(!part<QWidget>(u"question"_qs)->isVisible());
    QCOMPARE(part<QLabel>(u"confirmation.question"_qs)->text(), u"Run 3 migrations? Their statements are shown below."_qs);
    QCOMPARE(part<QLabel>(u"confirmation.losses"_qs)->text(), u"This database is marked as production: people work with it.\nNo table and no column is dropped."_qs);
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    QTest::keyClick(part<QLineEdit>(u"confirmation.name"_qs), Qt::Key_Return);
    waitForRun();
    QCOMPARE(tablesOfFile().size(), 3);
}

void tst_MigrationsPage::runningGoesAsFarAsTheSelectedOne()
{
    open(threeTables());
    auto *button = part<QPushButton>(u"runToHere"_qs);
    // All that are pending are selected at first.
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"Select one migration first."_qs);
    auto *table = part<ui::MigrationTable>(u"table"_qs);
    table->select({firstVersion + 1});
    QVERIFY(button->isEnabled());
    press(button);
    QCOMPARE(part<QLabel>(u"question.text"_qs)->text(), u"Run 2 migrations? Their statements are shown below."_qs);
    QCOMPARE(table->selectedLines().size(), 2);
    QTest::keyClick(part<QPushButton>(u"question.confirm"_qs), Qt::Key_Space);
    waitForRun();
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Applied"_qs, u"Pending"_qs}));
    table->select({firstVersion});
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->accessibleDescription(), u"All migrations as far as the selected one are applied."_qs);
}

void tst_MigrationsPage::rollingBackGoesAsFarAsTheSelectedOne()
{
    migrate(threeTables());
    open(threeTables());
    auto *table = part<ui::MigrationTable>(u"table"_qs);
    table->select({firstVersion + 1});
    auto *button = part<QPushButton>(u"rollBackToHere"_qs);
    press(button);
    QCOMPARE(part<QLabel>(u"confirmation.question"_qs)->text(), u"Roll back 2 migrations, down to and including 20260101000002_create_berries?"_qs);
    QCOMPARE(part<QLabel>(u"confirmation.losses"_qs)->text(),
             u"20260101000003_create_cherries: The table cherries is dropped, with all its rows.\n"
             "20260101000002_create_berries: The table berries is dropped, with all its rows.\nA backup of the database is made first."_qs);
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    QTest::keyClick(part<QLineEdit>(u"confirmation.name"_qs), Qt::Key_Return);
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"2 migrations rolled back."_qs);
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs}));
    table->select({firstVersion + 2});
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"The selected migration is not applied."_qs);
}

void tst_MigrationsPage::onlyPendingOnesAreShownOnRequest()
{
    migrate(threeTables().first(2));
    open(threeTables());
    auto *filter = part<QComboBox>(u"filter"_qs);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(filter->currentText(), u"Only pending ones"_qs);
    QCOMPARE(states(), QStringList({u"Pending"_qs}));
    // What is asked about is in view.
    press(rollbackButton());
    QCOMPARE(filter->currentText(), u"All migrations"_qs);
    QCOMPARE(part<ui::MigrationTable>(u"table"_qs)->selectedLines().first().status.version, firstVersion + 1);
}

void tst_MigrationsPage::theSqlInViewIsCopied()
{
    migrate(threeTables());
    open(threeTables());
    QTest::mouseClick(part<QPushButton>(u"copySql"_qs), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), text(u"up"_qs));
    part<QTabWidget>(u"tabs"_qs)->setCurrentWidget(part<QWidget>(u"down"_qs));
    QTest::mouseClick(part<QPushButton>(u"copySql"_qs), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"DROP TABLE \"cherries\";"_qs);
}

void tst_MigrationsPage::whatWasChangedSinceIsSaid()
{
    migrate(threeTables().first(2));
    QList<Migration> migrations = threeTables();
    migrations[1].change = [](db::SchemaChange &schema) { schema.createTable("blackberries", [](db::ColumnList &columns) { columns.string("name"); }); };
    open(migrations);
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Changed since applied"_qs, u"Pending"_qs}));
    QVERIFY(!runButton()->isEnabled());
    QVERIFY2(runButton()->toolTip().startsWith(u"20260101000002_create_berries was changed after it had been applied."), qPrintable(runButton()->toolTip()));
    part<ui::MigrationTable>(u"table"_qs)->select({firstVersion + 1});
    QVERIFY(text(u"up"_qs).startsWith(u"-- It was changed after it had been applied: what stands here is not what ran.\n"));
}

void tst_MigrationsPage::whatStoppedHalfWayIsSaidAndTakenBack()
{
    QList<Migration> migrations{creating(firstVersion, u"apples"_qs), changing(firstVersion + 1, u"fail"_qs, [](db::SchemaChange &schema) {
                                    schema.createTable("halves", [](db::ColumnList &columns) { columns.string("name"); });
                                    schema.execute(u"UPDATE nowhere SET name = 'a'"_qs, QString());
                                })};
    migrations.last().inTransaction = false;
    {
        TestDatabase database = TestDatabase::file(m_file);
        QVERIFY(!db::Migrator(database.repo, migrations).migrate({}));
    }
    open(migrations);
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Half applied"_qs}));
    QVERIFY(tablesOfFile().contains(u"halves"_qs));
    QVERIFY2(text(u"up"_qs).startsWith(u"-- It stopped half-way: 1 of 2 statements are done. The next one failed: "), qPrintable(text(u"up"_qs)));
    press(rollbackButton());
    QCOMPARE(part<QLabel>(u"confirmation.question"_qs)->text(), u"Roll back 20260101000002_fail?"_qs);
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    QTest::keyClick(part<QLineEdit>(u"confirmation.name"_qs), Qt::Key_Return);
    waitForRun();
    QVERIFY2(m_messages.first().kind == ui::Message::Kind::Done, qPrintable(m_messages.first().details));
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Pending"_qs}));
    QCOMPARE(tablesOfFile(), QStringList({u"apples"_qs}));
}

void tst_MigrationsPage::driftIsToldInWords()
{
    migrate(migrations::all());
    open(migrations::all());
    auto *tabs = part<QTabWidget>(u"tabs"_qs);
    const int tab = tabs->indexOf(part<QWidget>(u"drift"_qs));
    tabs->setCurrentIndex(tab);
    auto *summary = part<QLabel>(u"drift.summary"_qs);
    QTRY_COMPARE(summary->text(), u"The database has all that the program takes for granted."_qs);
    QCOMPARE(tabs->tabText(tab), u"Drift"_qs);
    QVERIFY(!part<QWidget>(u"drift.list"_qs)->isVisible());
    {
        TestDatabase database = TestDatabase::file(m_file);
        database.execute(u"DROP TABLE posts_tags"_qs);
        database.execute(u"ALTER TABLE users ADD COLUMN shoe_size INTEGER"_qs);
    }
    m_page->refresh();
    QTRY_COMPARE(tabs->tabText(tab), u"Drift (2)"_qs);
    QCOMPARE(summary->text(), u"The database differs in 1 place from what the program takes it for. It has 1 more table or column, which does no harm."_qs);
    const QString list = text(u"drift.list"_qs);
    QVERIFY2(list.contains(u"The table posts_tags is missing."), qPrintable(list));
    QVERIFY2(list.contains(u"The program does not know the column users.shoe_size."), qPrintable(list));
    ui::Language::apply(u"de"_qs);
    QTRY_VERIFY(text(u"drift.list"_qs).contains(u"Die Tabelle posts_tags fehlt."));
}

void tst_MigrationsPage::whoIsWaitedForIsSaid()
{
    open(threeTables());
    TestDatabase other = TestDatabase::file(m_file);
    other.execute(u"BEGIN IMMEDIATE"_qs);
    runPending();
    auto *panel = part<QLabel>(u"run.text"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(panel->text().startsWith(u"Waiting until another program has migrated the database: "), 30'000);
    other.execute(u"ROLLBACK"_qs);
    waitForRun();
    QCOMPARE(m_messages.first().text(), u"3 migrations applied."_qs);
    QCOMPARE(tablesOfFile().size(), 3);
}

void tst_MigrationsPage::aDryRunReportsAndChangesNothing()
{
    migrate(threeTables());
    {
        TestDatabase database = TestDatabase::file(m_file);
        database.execute(u"INSERT INTO apples (name) VALUES ('Jonagold'), ('Boskoop')"_qs);
    }
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"drop_apples"_qs, [](db::SchemaChange &schema) { schema.dropTable("apples"); }));
    open(migrations);
    auto *button = part<QPushButton>(u"dryRun"_qs);
    QCOMPARE(button->text(), u"Dry run"_qs);
    press(button);
    QVERIFY(m_session->isReadOnly());
    QCOMPARE(part<QTabWidget>(u"tabs"_qs)->currentWidget(), part<QWidget>(u"dryRun.view"_qs));
    auto *report = part<QTreeWidget>(u"dryRun.report"_qs);
    QTRY_VERIFY(report->isVisible());
    QVERIFY(!m_session->isReadOnly());
    QVERIFY(report->hasFocus());
    QCOMPARE(part<QLabel>(u"dryRun.summary"_qs)->text(), u"All of them would run. Nothing has changed."_qs);
    QCOMPARE(report->topLevelItemCount(), 1);
    const QTreeWidgetItem *tried = report->topLevelItem(0);
    QCOMPARE(tried->text(0), u"20260101000004_drop_apples"_qs);
    QCOMPARE(tried->childCount(), 2);
    QCOMPARE(tried->child(0)->text(0), u"The table apples would be lost, with 2 rows."_qs);
    QCOMPARE(tried->child(1)->text(0), u"DROP TABLE \"apples\""_qs);
    QCOMPARE(tablesOfFile().size(), 3);
    QCOMPARE(states().last(), u"Pending"_qs);
    ui::Language::apply(u"de"_qs);
    QTRY_COMPARE(report->topLevelItem(0)->child(0)->text(0), u"Die Tabelle apples ginge mit 2 Zeilen verloren."_qs);
}

void tst_MigrationsPage::aDryRunSaysWhatWouldFail()
{
    open({creating(firstVersion, u"apples"_qs), failing(firstVersion + 1)});
    press(part<QPushButton>(u"dryRun"_qs));
    auto *report = part<QTreeWidget>(u"dryRun.report"_qs);
    QTRY_VERIFY(report->isVisible());
    QCOMPARE(part<QLabel>(u"dryRun.summary"_qs)->text(), u"They would not all run. Nothing has changed."_qs);
    const QTreeWidgetItem *failed = report->topLevelItem(1);
    QVERIFY2(failed->child(failed->childCount() - 1)->text(0).startsWith(u"It would fail: "), qPrintable(failed->child(failed->childCount() - 1)->text(0)));
    QVERIFY(tablesOfFile().isEmpty());
}

void tst_MigrationsPage::escapeTakesTheQuestionBack()
{
    migrate(threeTables());
    open(threeTables());
    press(rollbackButton());
    QTest::keyClicks(part<QLineEdit>(u"confirmation.name"_qs), u"fruits.sqlite"_qs);
    QTest::keyClick(part<QLineEdit>(u"confirmation.name"_qs), Qt::Key_Escape);
    QVERIFY(!part<QWidget>(u"confirmation"_qs)->isVisible());
    QVERIFY(rollbackButton()->hasFocus());
    QCOMPARE(tablesOfFile().size(), 3);
    // Asked again, it wants the name again.
    press(rollbackButton());
    QVERIFY(part<QLineEdit>(u"confirmation.name"_qs)->text().isEmpty());
}

void tst_MigrationsPage::whatCannotBeRolledBackSaysWhy()
{
    QList<Migration> migrations = threeTables();
    migrations.append(changing(firstVersion + 3, u"empty_apples"_qs, [](db::SchemaChange &schema) { schema.execute(u"DELETE FROM apples"_qs); }));
    migrate(migrations);
    open(migrations);
    QCOMPARE(cell(3, MarksColumn), u"SQL of its own, not reversible"_qs);
    QVERIFY(cell(2, MarksColumn).isEmpty());
    QVERIFY(!rollbackButton()->isEnabled());
    const QString reason = u"The last one, 20260101000004_empty_apples, cannot be rolled back: it is not reversible."_qs;
    QCOMPARE(rollbackButton()->toolTip(), reason);
    QVERIFY(part<QLabel>(u"status"_qs)->text().contains(reason));
    QVERIFY2(text(u"down"_qs).startsWith(u"-- "), qPrintable(text(u"down"_qs)));
}

void tst_MigrationsPage::aMissingFileSaysSo()
{
    migrate(threeTables());
    open(threeTables().first(2));
    QCOMPARE(states(), QStringList({u"Applied"_qs, u"Applied"_qs, u"File missing"_qs}));
    QCOMPARE(text(u"up"_qs), u"-- The file of this migration is missing: what it runs is not known."_qs);
    QCOMPARE(text(u"down"_qs), text(u"up"_qs));
    QVERIFY(!rollbackButton()->isEnabled());
    QCOMPARE(rollbackButton()->toolTip(), u"The last one, 20260101000003, cannot be rolled back: its file is missing."_qs);
}

void tst_MigrationsPage::aReadOnlyDatabaseExplains()
{
    migrate(threeTables().first(1));
    open(threeTables());
    QVERIFY(runButton()->isEnabled());
    const QString reason = u"The file is write-protected."_qs;
    m_session->setReadOnly(reason);
    for (const QPushButton *button : {runButton(), rollbackButton()}) {
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), reason);
        QCOMPARE(button->accessibleDescription(), reason);
    }
    QCOMPARE(part<QLabel>(u"status"_qs)->text(), u"2 migrations are pending. The file is write-protected."_qs);
    // What they would run can still be read.
    QVERIFY(text(u"up"_qs).contains(u"berries"));
}

void tst_MigrationsPage::anUnreadableDatabaseCanBeTriedAgain()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(4096, 'x'));
    file.close();
    open(threeTables());
    auto *retry = gui::find<QPushButton>(m_page.get(), u"migrations.problem.retry"_qs);
    QVERIFY(retry->isVisible());
    QVERIFY(part<QLabel>(u"problem.text"_qs)->text().contains(u"is not a database"));
    QVERIFY(!runButton()->isEnabled());

    QVERIFY(file.remove());
    TestDatabase::file(m_file);
    press(retry);
    QTRY_COMPARE(states().size(), 3);
    QVERIFY(part<QWidget>(u"table"_qs)->isVisible());
}

void tst_MigrationsPage::migrationsOfOthersAreSeenOnRefresh()
{
    open(threeTables());
    migrate(threeTables().first(1));
    m_page->refresh();
    QTRY_COMPARE(states(), QStringList({u"Applied"_qs, u"Pending"_qs, u"Pending"_qs}));
    QCOMPARE(part<ui::MigrationTable>(u"table"_qs)->selectedLines().size(), 2);
    // Somebody runs one more behind the page's back.
    migrate(threeTables().first(2));
    runPending();
    waitForRun();
    QVERIFY(text(u"log"_qs).contains(u"somebody else was faster"));
    QCOMPARE(tablesOfFile().size(), 3);
}

void tst_MigrationsPage::textsFollowTheLanguage()
{
    open(threeTables());
    ui::Language::apply(u"de"_qs);
    QTRY_COMPARE(runButton()->text(), u"Ausstehende ausführen (3)"_qs);
    QCOMPARE(cell(0, StateColumn), u"Ausstehend"_qs);
    QCOMPARE(part<QLabel>(u"status"_qs)->text(), u"3 Migrationen stehen aus. Es gibt nichts zurückzurollen."_qs);
    QCOMPARE(part<QTabWidget>(u"tabs"_qs)->tabText(3), u"Protokoll"_qs);
}

void tst_MigrationsPage::theWindowLeadsFromItsBarToThePage()
{
    migrate(migrations::all().first(migrations::all().size() - 3));
    ui::Settings settings(m_folder->filePath(u"quecto.ini"_qs));
    ui::MainWindow window(settings, u"ann"_qs, migrations::all(), ui::pageEntries(migrations::all()));
    QSignalSpy opened(&window, &ui::MainWindow::opened);
    window.show();
    window.openDatabase(db::DatabaseUrl::sqliteFile(m_file));
    QVERIFY(opened.wait());
    QVERIFY(gui::find<QLabel>(&window, u"message.text"_qs)->text().startsWith(u"3 migration"));
    QTest::mouseClick(gui::find<QPushButton>(&window, u"message.action1"_qs), Qt::LeftButton);
    QCOMPARE(window.page()->id(), u"migrations"_qs);
    QTRY_VERIFY(window.findChildren<ui::MessageBar *>().isEmpty()); // the page says it itself
    auto *run = gui::find<QPushButton>(window.page(), u"migrations.runPending"_qs);
    QTRY_COMPARE(run->text(), u"Run pending (3)"_qs);
    QTest::mouseClick(run, Qt::LeftButton);
    QTest::mouseClick(gui::find<QPushButton>(window.page(), u"migrations.question.confirm"_qs), Qt::LeftButton);
    QTRY_COMPARE(window.findChildren<ui::MessageBar *>().size(), 1);
    QCOMPARE(gui::find<QLabel>(&window, u"message.text"_qs)->text(), u"3 migrations applied."_qs);
}

QTEST_MAIN(tst_MigrationsPage)
#include "tst_migrations_page.moc"
