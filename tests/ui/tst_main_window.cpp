// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations/migrations.h"
#include "tests/support/gui.h"
#include "tests/support/people_page.h"
#include "ui/common/empty_state.h"
#include "ui/copy_database.h"
#include "ui/main_window.h"
#include "ui/navigator.h"
#include "ui/settings.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

/// The window with a page of people on databases in a temporary folder.
class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNewDatabaseWelcomes();
    void theSampleCommunityFillsAnEmptyDatabase();
    void titleSaysPageDatabaseAndProgram();
    void aProductionDatabaseIsMarked();
    void whatItsUrlMarksStaysMarked();
    void aComplaintAboutAMissingTableEndsWithTheNextMigration();
    void pendingMigrationsAreSaidAtTheTop();
    void aFileThatIsNoDatabaseIsExplained();
    void aMissingFileIsExplainedAndFoundOnceItIsThere();
    void anotherDatabaseReplacesTheFirst();
    void openingAnotherAsksAboutUnsavedChanges();
    void whatIsTypedWhileOpeningIsAskedAbout();
    void whatCannotBeOpenedLeavesThePresentOne();
    void openingIsGivenUpWithEscape();
    void closingWaitsForWhatIsBeingSaved();
    void closingNeedNotWait();
    void closingIsForgottenWhenSavingFails();
    void openingAnotherWaitsForWhatIsBeingSaved();
    void aCopyIsNeverTheOriginal();
    void theSampleCommunityIsSeenFromAnotherPage();
    void keysGoToPagesAndBack();
    void theNavigatorOpensPagesAndCanBeHidden();
    void badgesShowWhatWaits();
    void f6GoesRoundTheAreas();
    void f6ReachesThePageThatWelcomes();
    void themeLanguageAndZoomAreKept();
    void shortcutsAreListedAndUnique();
    void undoSaysWhatItTakesBack();
    void closingAsksAboutUnsavedChanges();
    void theWindowComesBackWhereItWas();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    db::DatabaseUrl url(const QString &name) const { return db::DatabaseUrl::sqliteFile(path(name)); }
    void makeWindow();
    void openPeople();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    QAction *action(const QString &name) const;
    void writeSlowly(bool succeeds = true);
    PeoplePage *page() const { return dynamic_cast<PeoplePage *>(m_window->page()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    std::shared_ptr<QSemaphore> m_gate;
};

void tst_MainWindow::init()
{
    gui::reset();
    m_folder = std::make_unique<QTemporaryDir>();
    makeWindow();
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

void tst_MainWindow::makeWindow()
{
    m_window.reset();
    m_settings = std::make_unique<ui::Settings>(path(u"quecto.ini"_s));
    m_window = std::make_unique<ui::MainWindow>(*m_settings, u"ann"_s, migrations::all(), peopleEntries());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_MainWindow::openPeople()
{
    auto database = TestDatabase::file(path(u"people.sqlite"_s));
    database.migrate(migrations::all());
    database.execute(u"INSERT INTO users (email, username, password_hash, is_active, inserted_at, updated_at) VALUES "
                     "('a@example.org', 'anna', '-', 1, '2026-01-01T00:00:00', '2026-01-01T00:00:00'), "
                     "('b@example.org', 'bert', '-', 0, '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_s);
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url(u"people.sqlite"_s));
    QTRY_COMPARE(opened.size(), 1);
    QTRY_VERIFY(page() && page()->list()->model()->rowCount() == 2);
}

QAction *tst_MainWindow::action(const QString &name) const
{
    auto *action = m_window->findChild<QAction *>(u"action."_s + name);
    if (!action)
        qFatal("there is no action %s", qPrintable(name));
    return action;
}

void tst_MainWindow::aNewDatabaseWelcomes()
{
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->createDatabase(url(u"new.sqlite"_s));
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(gui::find<QLabel>(m_window.get(), u"welcome.hint"_s)->text().contains(path(u"new.sqlite"_s)));
    QVERIFY(!m_window->page());
    QVERIFY(!m_window->findChild<QWidget *>(u"message"_s));
}

void tst_MainWindow::theSampleCommunityFillsAnEmptyDatabase()
{
    aNewDatabaseWelcomes();
    QTest::keyClick(gui::find(m_window.get(), u"welcome.sample"_s), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(page(), 60'000);
    QTRY_VERIFY(page()->list()->model()->rowCount() > 10);
}

void tst_MainWindow::theSampleCommunityIsSeenFromAnotherPage()
{
    aNewDatabaseWelcomes();
    QTest::keyClick(gui::find(m_window.get(), u"welcome.sample"_s), Qt::Key_Space);
    auto *tree = m_window->navigator()->tree();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(page());
    QCOMPARE(m_window->session()->activities().text(), u"Making a sample community"_s);
    QVERIFY(m_window->session()->activities().canCancel());
    QTRY_VERIFY_WITH_TIMEOUT(page()->list()->model()->rowCount() > 10, 60'000);
    QVERIFY(m_window->session()->activities().isEmpty());
}

void tst_MainWindow::titleSaysPageDatabaseAndProgram()
{
    openPeople();
    QCOMPARE(m_window->windowTitle(), u"People[*] - people.sqlite"_s);
    m_window->go({u"people"_s, 1});
    QTRY_COMPARE(m_window->windowTitle(), u"anna - People[*] - people.sqlite"_s);
    QTest::keyClicks(gui::find(m_window.get(), u"people.form.username"_s), u"x"_s);
    QVERIFY(m_window->isWindowModified());
}

void tst_MainWindow::aProductionDatabaseIsMarked()
{
    openPeople();
    auto *mark = m_window->findChild<QLabel *>(u"production"_s);
    QVERIFY(!mark->isVisible());
    QVERIFY(!action(u"production"_s)->isChecked());
    action(u"production"_s)->trigger();
    QVERIFY(mark->isVisible());
    QCOMPARE(mark->text(), u"PRODUCTION · people.sqlite"_s);
    QCOMPARE(mark->accessibleName(), mark->text());
    QVERIFY(ui::contrast(mark->palette().color(QPalette::WindowText), mark->palette().color(QPalette::Window)) >= 4.5);
    QCOMPARE(m_window->windowTitle(), u"People[*] - people.sqlite - Production"_s);
    ui::Theme::apply(ui::Theme::Mode::Dark);
    QVERIFY(ui::contrast(mark->palette().color(QPalette::WindowText), mark->palette().color(QPalette::Window)) >= 4.5);
    ui::Language::apply(u"de"_s);
    QTRY_COMPARE(mark->text(), u"PRODUKTION · people.sqlite"_s);
    gui::reset();
    // It is remembered for this database alone.
    makeWindow();
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url(u"people.sqlite"_s));
    QVERIFY(opened.wait());
    mark = m_window->findChild<QLabel *>(u"production"_s);
    QVERIFY(mark->isVisible());
    QVERIFY(action(u"production"_s)->isChecked());
    action(u"production"_s)->trigger();
    QVERIFY(!mark->isVisible());
    QCOMPARE(m_window->windowTitle(), u"People[*] - people.sqlite"_s);
    QVERIFY(!m_settings->isProduction(url(u"people.sqlite"_s).toString()));
}

void tst_MainWindow::whatItsUrlMarksStaysMarked()
{
    TestDatabase::file(path(u"people.sqlite"_s)).migrate(migrations::all());
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(*db::DatabaseUrl::parse(url(u"people.sqlite"_s).toString() + u"?production=1"_s));
    QVERIFY(opened.wait());
    QVERIFY(m_window->findChild<QLabel *>(u"production"_s)->isVisible());
    QVERIFY(action(u"production"_s)->isChecked());
    QVERIFY(!action(u"production"_s)->isEnabled());
}

void tst_MainWindow::aComplaintAboutAMissingTableEndsWithTheNextMigration()
{
    openPeople();
    const auto complaints = [this] {
        const auto texts = m_window->findChildren<QLabel *>(u"message.text"_s);
        return std::count_if(texts.cbegin(), texts.cend(), [](const QLabel *text) { return text->text().contains(u"comments"_s); });
    };
    m_window->session()->report({.kind = db::Error::Kind::MissingTable, .subject = u"comments"_s});
    QCOMPARE(complaints(), 1);
    m_window->session()->announce(ui::DataKind::Migrations);
    QTRY_COMPARE(complaints(), 0);
}

void tst_MainWindow::pendingMigrationsAreSaidAtTheTop()
{
    TestDatabase::file(path(u"old.sqlite"_s));
    m_window->openDatabase(url(u"old.sqlite"_s));
    const QString words = u"%1 migrations are pending."_s.arg(migrations::all().size());
    QTRY_VERIFY(m_window->findChild<QLabel *>(u"message.text"_s));
    QCOMPARE(m_window->findChild<QLabel *>(u"message.text"_s)->text(), words);
    ui::Language::apply(u"de"_s);
    QTRY_COMPARE(m_window->findChild<QLabel *>(u"message.text"_s)->text(), u"%1 Migrationen stehen aus."_s.arg(migrations::all().size()));
    QCOMPARE(m_window->findChild<QPushButton *>(u"message.action2"_s)->text(), u"Später"_s);
    ui::Language::apply(u"en"_s);
    QTest::mouseClick(gui::find(m_window.get(), u"message.action2"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<QWidget *>(u"message"_s));
}

void tst_MainWindow::aFileThatIsNoDatabaseIsExplained()
{
    QFile file(path(u"notes.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QSignalSpy failed(m_window.get(), &ui::MainWindow::openFailed);
    m_window->openDatabase(db::DatabaseUrl::sqliteFile(file.fileName()));
    QTRY_COMPARE(failed.size(), 1);
    const QString text = gui::find<QLabel>(m_window.get(), u"problem.text"_s)->text();
    QVERIFY2(text.contains(u"is not a database"_s), qPrintable(text));
    QVERIFY(!m_window->session());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(5000, 'x'));
}

void tst_MainWindow::aMissingFileIsExplainedAndFoundOnceItIsThere()
{
    QSignalSpy failed(m_window.get(), &ui::MainWindow::openFailed);
    m_window->openDatabase(url(u"people.sqlite"_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(gui::find<QLabel>(m_window.get(), u"problem.text"_s)->text().contains(u"cannot be opened"_s));
    QVERIFY(!QFile::exists(path(u"people.sqlite"_s)));
    TestDatabase::file(path(u"people.sqlite"_s)).migrate(migrations::all());
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    QTest::mouseClick(gui::find(m_window.get(), u"problem.retry"_s), Qt::LeftButton);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(m_window->session());
}

void tst_MainWindow::anotherDatabaseReplacesTheFirst()
{
    openPeople();
    QPointer<ui::Session> first = m_window->session();
    TestDatabase::file(path(u"other.sqlite"_s)).migrate(migrations::all());
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url(u"other.sqlite"_s));
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!first);
    QCOMPARE(m_window->session()->database().url().displayName(), u"other.sqlite"_s);
    QCOMPARE(m_window->session()->operatorName(), u"ann"_s);
}

void tst_MainWindow::openingAnotherAsksAboutUnsavedChanges()
{
    openPeople();
    m_window->go({u"people"_s, 1});
    QTRY_COMPARE(gui::find<QLineEdit>(m_window.get(), u"people.form.username"_s)->text(), u"anna"_s);
    QTest::keyClicks(gui::find(m_window.get(), u"people.form.username"_s), u"x"_s);
    TestDatabase::file(path(u"other.sqlite"_s)).migrate(migrations::all());
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url(u"other.sqlite"_s));
    auto *box = m_window->findChild<QMessageBox *>(u"unsaved"_s);
    QVERIFY(box);
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    // Had it been opened all the same, it would be the window's before the one that is asked for now.
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"unsaved"_s));
    QVERIFY(m_window->session()->activities().isEmpty());
    QVERIFY(page()->isModified());
    m_window->openDatabase(url(u"other.sqlite"_s));
    box = m_window->findChild<QMessageBox *>(u"unsaved"_s);
    QVERIFY(box);
    QTest::mouseClick(box->button(QMessageBox::Discard), Qt::LeftButton);
    QVERIFY(!m_window->session()->activities().isEmpty());
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_window->session()->database().url().displayName(), u"other.sqlite"_s);
}

void tst_MainWindow::whatIsTypedWhileOpeningIsAskedAbout()
{
    openPeople();
    m_window->go({u"people"_s, 1});
    QTRY_COMPARE(gui::find<QLineEdit>(m_window.get(), u"people.form.username"_s)->text(), u"anna"_s);
    TestDatabase::file(path(u"other.sqlite"_s)).migrate(migrations::all());
    m_window->openDatabase(url(u"other.sqlite"_s));
    QTest::keyClicks(gui::find(m_window.get(), u"people.form.username"_s), u"x"_s);
    QTRY_VERIFY(m_window->findChild<QMessageBox *>(u"unsaved"_s));
    QCOMPARE(m_window->session()->database().url().displayName(), u"people.sqlite"_s);
    QTest::mouseClick(m_window->findChild<QMessageBox *>(u"unsaved"_s)->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_COMPARE(m_window->session()->database().url().displayName(), u"other.sqlite"_s);
}

void tst_MainWindow::whatCannotBeOpenedLeavesThePresentOne()
{
    openPeople();
    const QPointer<ui::Session> session = m_window->session();
    QFile file(path(u"notes.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QSignalSpy failed(m_window.get(), &ui::MainWindow::openFailed);
    m_window->openDatabase(db::DatabaseUrl::sqliteFile(file.fileName()));
    QCOMPARE(session->activities().text(), u"Opening notes.txt"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(session && m_window->session() == session);
    QVERIFY(session->activities().isEmpty());
    QVERIFY(page());
    const QString text = gui::find<QLabel>(m_window.get(), u"message.text"_s)->text();
    QVERIFY2(text.contains(u"is not a database"_s), qPrintable(text));
}

void tst_MainWindow::openingIsGivenUpWithEscape()
{
    openPeople();
    TestDatabase::file(path(u"other.sqlite"_s)).migrate(migrations::all());
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url(u"other.sqlite"_s));
    key(Qt::Key_Escape);
    QVERIFY(m_window->session()->activities().isEmpty());
    TestDatabase::file(path(u"third.sqlite"_s)).migrate(migrations::all());
    m_window->openDatabase(url(u"third.sqlite"_s));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_window->session()->database().url().displayName(), u"third.sqlite"_s);
}

/// A write that takes until the gate opens.
void tst_MainWindow::writeSlowly(bool succeeds)
{
    m_gate = std::make_shared<QSemaphore>();
    const auto work = [gate = m_gate, succeeds](db::Repo &repo) -> db::Result<void> {
        gate->acquire();
        if (!succeeds)
            return db::Failure(db::Error{.kind = db::Error::Kind::DiskFull});
        const auto renamed = accounts::Accounts(repo).fetchUser({1});
        if (!renamed)
            return db::Failure(renamed.error());
        const auto stored = accounts::Accounts(repo).updateUser(*renamed, {{u"username"_s, u"annette"_s}});
        if (!stored)
            return db::Failure(stored.error());
        return {};
    };
    ui::Session *session = m_window->session();
    session->write(work).then(session, [session](const db::Result<void> &stored) {
        if (!stored)
            session->report(stored.error());
    });
}

void tst_MainWindow::closingWaitsForWhatIsBeingSaved()
{
    openPeople();
    writeSlowly();
    key(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(m_window->isVisible());
    QVERIFY(gui::find<QLabel>(m_window.get(), u"message.text"_s)->text().startsWith(u"Changes are still being saved."_s));
    m_gate->release();
    QTRY_VERIFY(!m_window->isVisible());
    auto database = TestDatabase::file(path(u"people.sqlite"_s));
    QCOMPARE(database.texts(u"SELECT username FROM users WHERE id = 1"_s), QStringList({u"annette"_s}));
}

void tst_MainWindow::closingNeedNotWait()
{
    openPeople();
    writeSlowly();
    key(Qt::Key_Q, Qt::ControlModifier);
    QTest::keyClick(gui::find(m_window.get(), u"message.action2"_s), Qt::Key_Space); // Stay here
    QTRY_VERIFY(!m_window->findChild<QWidget *>(u"message"_s));
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTest::keyClick(gui::find(m_window.get(), u"message.action1"_s), Qt::Key_Space); // Quit without them
    QVERIFY(!m_window->isVisible());
    m_gate->release();
}

void tst_MainWindow::closingIsForgottenWhenSavingFails()
{
    openPeople();
    writeSlowly(false);
    m_window->close();
    m_gate->release();
    QTRY_VERIFY(!m_window->session()->isSaving());
    QTRY_COMPARE(m_window->findChildren<QLabel *>(u"message.text"_s).size(), 1);
    QVERIFY(m_window->isVisible());
    QVERIFY(gui::find<QLabel>(m_window.get(), u"message.text"_s)->text().startsWith(u"The disk is full."_s));
}

void tst_MainWindow::openingAnotherWaitsForWhatIsBeingSaved()
{
    openPeople();
    TestDatabase::file(path(u"other.sqlite"_s)).migrate(migrations::all());
    writeSlowly();
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url(u"other.sqlite"_s));
    QTRY_VERIFY(m_window->findChild<QLabel *>(u"message.text"_s));
    QCOMPARE(m_window->session()->database().url().displayName(), u"people.sqlite"_s);
    m_gate->release();
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_window->session()->database().url().displayName(), u"other.sqlite"_s);
    auto database = TestDatabase::file(path(u"people.sqlite"_s));
    QCOMPARE(database.texts(u"SELECT username FROM users WHERE id = 1"_s), QStringList({u"annette"_s}));
}

void tst_MainWindow::aCopyIsNeverTheOriginal()
{
    const QString original = path(u"original.sqlite"_s);
    TestDatabase database = TestDatabase::file(original); // open, so that its newest commits are in the journal beside it
    database.migrate(migrations::all());
    database.execute(u"INSERT INTO tags (name, slug, inserted_at, updated_at) VALUES ('new', 'new', '2026-01-01T00:00:00', '2026-01-01T00:00:00')"_s);
    const qint64 size = QFileInfo(original).size();
    QCOMPARE(ui::copyDatabase(original, path(u"./original.sqlite"_s)), ui::CopyOutcome::SameFile);
    QCOMPARE(QFileInfo(original).size(), size);
    QCOMPARE(ui::copyDatabase(original, path(u"nowhere/copy.sqlite"_s)), ui::CopyOutcome::Failed);
    QFile copy(path(u"copy.sqlite"_s));
    QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write("something else") > 0);
    copy.close();
    QCOMPARE(ui::copyDatabase(original, copy.fileName()), ui::CopyOutcome::Copied);
    TestDatabase copied = TestDatabase::file(copy.fileName());
    QCOMPARE(copied.texts(u"SELECT name FROM tags"_s), QStringList({u"new"_s}));
}

void tst_MainWindow::keysGoToPagesAndBack()
{
    openPeople();
    QVERIFY(!action(u"back"_s)->isEnabled());
    key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(page()->form()->isVisible());
    QVERIFY(gui::find(m_window.get(), u"people.form.username"_s)->hasFocus());
    key(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(page()->list()->isVisible());
    key(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(page()->form()->isVisible());
    key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(page()->list()->isVisible());
    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(gui::find(m_window.get(), u"people.list.search"_s)->hasFocus());
}

void tst_MainWindow::theNavigatorOpensPagesAndCanBeHidden()
{
    openPeople();
    m_window->go({u"people"_s, ui::Destination::NewRecord});
    auto *tree = m_window->navigator()->tree();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(page()->list()->isVisible());
    key(Qt::Key_F9);
    QVERIFY(!m_window->navigator()->isVisible());
    key(Qt::Key_F9);
    QVERIFY(m_window->navigator()->isVisible());
}

void tst_MainWindow::badgesShowWhatWaits()
{
    openPeople();
    const auto accessible = [this] { return m_window->navigator()->tree()->topLevelItem(1)->data(0, Qt::AccessibleTextRole).toString(); };
    QTRY_COMPARE(accessible(), u"People, 1 waiting"_s);
}

void tst_MainWindow::f6GoesRoundTheAreas()
{
    openPeople();
    QWidget *tree = m_window->navigator()->tree();
    tree->setFocus();
    key(Qt::Key_F6);
    QVERIFY(page()->isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F6);
    QVERIFY(tree->hasFocus());
    key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(page()->isAncestorOf(QApplication::focusWidget()));
}

void tst_MainWindow::f6ReachesThePageThatWelcomes()
{
    aNewDatabaseWelcomes();
    m_window->navigator()->tree()->setFocus();
    key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), gui::find(m_window.get(), u"welcome.sample"_s));
}

void tst_MainWindow::themeLanguageAndZoomAreKept()
{
    openPeople();
    action(u"themeDark"_s)->trigger();
    action(u"language.de"_s)->trigger();
    key(Qt::Key_Equal, Qt::ControlModifier);
    QVERIFY(ui::Theme::isDark());
    QTRY_COMPARE(m_window->menuBar()->actions().first()->text(), u"&Datei"_s);
    QCOMPARE(ui::Theme::zoom(), 110);
    const ui::Settings again(path(u"quecto.ini"_s));
    QCOMPARE(again.theme(), ui::Theme::Mode::Dark);
    QCOMPARE(again.language(), u"de"_s);
    QCOMPARE(again.zoom(), 110);
    key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(ui::Theme::zoom(), 100);
}

void tst_MainWindow::shortcutsAreListedAndUnique()
{
    QMap<QString, QString> owners;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &sequence : action->shortcuts()) {
            const QString name = sequence.toString();
            QVERIFY2(!owners.contains(name), qPrintable(name + u" belongs to " + owners.value(name) + u" and " + action->objectName()));
            owners.insert(name, action->objectName());
        }
    }
    QVERIFY(owners.size() > 15);
    action(u"shortcuts"_s)->trigger();
    auto *dialog = m_window->findChild<QDialog *>(u"shortcuts"_s);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(gui::find<QTreeWidget>(dialog, u"shortcuts.list"_s)->topLevelItemCount() > 15);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QDialog *>(u"shortcuts"_s));
}

void tst_MainWindow::undoSaysWhatItTakesBack()
{
    openPeople();
    QVERIFY(!action(u"undo"_s)->isEnabled());
    int undone = 0;
    const auto step = [&] {
        ++undone;
        return m_window->session()->database().write([](db::Repo &) { return db::Result<void>(); });
    };
    m_window->session()->record({u"Rename anna"_s, {ui::DataKind::Users}, step, step}, u"Saved."_s);
    QCOMPARE(action(u"undo"_s)->text(), u"&Undo: Rename anna"_s);
    page()->focusFirst();
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(action(u"redo"_s)->text(), u"&Redo: Rename anna"_s);
    QCOMPARE(undone, 1);
    QVERIFY(!action(u"undo"_s)->isEnabled());
}

void tst_MainWindow::closingAsksAboutUnsavedChanges()
{
    openPeople();
    m_window->go({u"people"_s, 1});
    QTRY_COMPARE(gui::find<QLineEdit>(m_window.get(), u"people.form.username"_s)->text(), u"anna"_s);
    QTest::keyClicks(gui::find(m_window.get(), u"people.form.username"_s), u"x"_s);
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto *box = m_window->findChild<QMessageBox *>(u"unsaved"_s);
    QVERIFY(box);
    QTest::mouseClick(box->button(QMessageBox::Discard), Qt::LeftButton);
    QVERIFY(!m_window->isVisible());
}

void tst_MainWindow::theWindowComesBackWhereItWas()
{
    openPeople();
    m_window->resize(777, 607);
    m_window->close();
    makeWindow();
    QCOMPARE(m_window->size(), QSize(777, 607));
    QCOMPARE(m_settings->lastPage(), u"people"_s);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_main_window.moc"
