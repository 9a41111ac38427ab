// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/backups.h"
#include "tests/support/gui.h"
#include "ui/migrations/backup_model.h"
#include "ui/migrations/backups_view.h"
#include "ui/session.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

/// Backups as the window shows, makes and restores them.
class tst_BackupsView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aBackupIsMadeAndListed();
    void aBackupIsRestoredWhenTheNameIsTyped();
    void aRestoreIsUndone();
    void aLostBackupIsReportedAndNothingChanges();
    void escapeTakesTheQuestionBack();
    void nothingIsRestoredIntoAReadOnlyDatabase();
    void aServerHasACommandToCopy();
    void aDatabaseInMemoryHasNone();
    void textsFollowTheLanguage();
    void theModelKeepsTheRules();

private:
    void open(const db::DatabaseUrl &url);
    template <typename T = QPushButton>
    T *part(const QString &name) const
    {
        return m_view->findChild<T *>(QString(u"migrations." + name));
    }
    db::DatabaseUrl fileUrl() const { return db::DatabaseUrl::sqliteFile(m_folder->filePath(u"notes.sqlite"_qs)); }
    db::Backups backups() const { return db::Backups(fileUrl()); }
    int rows() const { return part<QTableView>(u"backups.table"_qs)->model()->rowCount(); }
    QStringList notes() const
    {
        TestDatabase database = TestDatabase::file(fileUrl().path());
        return database.texts(u"SELECT text FROM notes"_qs);
    }
    void write(const QString &note) const
    {
        TestDatabase database = TestDatabase::file(fileUrl().path());
        QVERIFY(database.repo.execute(u"INSERT INTO notes (text) VALUES ('"_qs + note + u"')"));
    }
    void askToRestoreFirst();
    void restoreFirst();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::BackupsView> m_view;
    QList<ui::Message> m_messages;
};

void tst_BackupsView::init()
{
    gui::reset();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
    m_messages.clear();
    TestDatabase database = TestDatabase::file(fileUrl().path());
    QVERIFY(database.repo.execute(u"CREATE TABLE notes (text TEXT)"_qs));
    write(u"first"_qs);
}

void tst_BackupsView::cleanup()
{
    m_view.reset();
    m_session.reset();
}

void tst_BackupsView::open(const db::DatabaseUrl &url)
{
    m_session = std::make_unique<ui::Session>(std::make_unique<db::Database>(url), u"ann"_qs);
    connect(m_session.get(), &ui::Session::messagePosted, this, [this](const ui::Message &message) { m_messages.append(message); });
    m_view = std::make_unique<ui::BackupsView>(*m_session);
    m_view->resize(900, 400);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->refresh();
}

void tst_BackupsView::askToRestoreFirst()
{
    QTRY_COMPARE(rows(), 1);
    auto *table = part<QTableView>(u"backups.table"_qs);
    table->setFocus();
    table->setCurrentIndex({});
    QVERIFY(!part(u"backups.restore"_qs)->isEnabled());
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(part(u"backups.restore"_qs)->isEnabled());
    QTest::mouseClick(part(u"backups.restore"_qs), Qt::LeftButton);
    QVERIFY(part<QWidget>(u"restore"_qs)->isVisible());
}

void tst_BackupsView::restoreFirst()
{
    askToRestoreFirst();
    QTest::keyClicks(part<QLineEdit>(u"restore.name"_qs), u"notes.sqlite"_qs);
    QTest::keyClick(part<QLineEdit>(u"restore.name"_qs), Qt::Key_Return);
    QVERIFY(m_session->isReadOnly());
    QTRY_VERIFY(!m_messages.isEmpty());
    QVERIFY(!m_session->isReadOnly());
}

void tst_BackupsView::aBackupIsMadeAndListed()
{
    open(fileUrl());
    QCOMPARE(part<QLabel>(u"backups.explanation"_qs)->text(), u"There is no backup yet. One is made before migrations run."_qs);
    QTest::mouseClick(part(u"backups.make"_qs), Qt::LeftButton);
    QVERIFY(!part(u"backups.make"_qs)->isEnabled());
    QTRY_COMPARE(rows(), 1);
    QVERIFY(part(u"backups.make"_qs)->isEnabled());
    const db::Backup made = backups().list().first();
    QCOMPARE(m_messages.size(), 1);
    QCOMPARE(m_messages.first().text(), QString(u"Backed up to " + made.path + u'.'));
    const QAbstractItemModel *model = part<QTableView>(u"backups.table"_qs)->model();
    QCOMPARE(model->index(0, ui::BackupModel::File).data().toString(), made.path);
    QCOMPARE(model->index(0, ui::BackupModel::Age).data().toString(), u"just now"_qs);
    QCOMPARE(part<QLabel>(u"backups.explanation"_qs)->text(), u"The newest 10 are kept. One is made before migrations run."_qs);
}

void tst_BackupsView::aBackupIsRestoredWhenTheNameIsTyped()
{
    QVERIFY(backups().make());
    write(u"second"_qs);
    open(fileUrl());
    QSignalSpy announced(m_session.get(), &ui::Session::dataChanged);
    askToRestoreFirst();
    QVERIFY(part<QLineEdit>(u"restore.name"_qs)->hasFocus());
    QTest::keyClicks(part<QLineEdit>(u"restore.name"_qs), u"notes"_qs);
    QVERIFY(!part(u"restore.confirm"_qs)->isEnabled());
    QTest::keyClicks(part<QLineEdit>(u"restore.name"_qs), u".sqlite"_qs);
    QTest::mouseClick(part(u"restore.confirm"_qs), Qt::LeftButton);
    QTRY_VERIFY(!m_messages.isEmpty());
    QCOMPARE(m_messages.first().kind, ui::Message::Kind::Done);
    QVERIFY2(m_messages.first().text().startsWith(u"The database is as it was at "), qPrintable(m_messages.first().text()));
    QCOMPARE(notes(), QStringList{u"first"_qs});
    QCOMPARE(announced.size(), 6);
    QTRY_COMPARE(rows(), 2);
}

void tst_BackupsView::aRestoreIsUndone()
{
    QVERIFY(backups().make());
    write(u"second"_qs);
    open(fileUrl());
    restoreFirst();
    QCOMPARE(notes(), QStringList{u"first"_qs});
    const ui::MessageAction undo = m_messages.first().actions.first();
    QCOMPARE(undo.text(), u"Undo"_qs);
    m_messages.clear();
    undo.run();
    QTRY_VERIFY(!m_messages.isEmpty());
    QCOMPARE(notes(), (QStringList{u"first"_qs, u"second"_qs}));
}

void tst_BackupsView::aLostBackupIsReportedAndNothingChanges()
{
    const auto made = backups().make();
    QVERIFY(made);
    write(u"second"_qs);
    open(fileUrl());
    QTRY_COMPARE(rows(), 1);
    QVERIFY(QFile::remove(made->path));
    restoreFirst();
    QCOMPARE(m_messages.first().kind, ui::Message::Kind::Error);
    QCOMPARE(notes(), (QStringList{u"first"_qs, u"second"_qs}));
}

void tst_BackupsView::escapeTakesTheQuestionBack()
{
    QVERIFY(backups().make());
    open(fileUrl());
    askToRestoreFirst();
    QTest::keyClick(part<QLineEdit>(u"restore.name"_qs), Qt::Key_Escape);
    QVERIFY(!part<QWidget>(u"restore"_qs)->isVisible());
    QVERIFY(part(u"backups.restore"_qs)->hasFocus());
    QCOMPARE(backups().list().size(), 1);
}

void tst_BackupsView::nothingIsRestoredIntoAReadOnlyDatabase()
{
    QVERIFY(backups().make());
    open(fileUrl());
    QTRY_COMPARE(rows(), 1);
    part<QTableView>(u"backups.table"_qs)->selectRow(0);
    m_session->setReadOnly([] { return u"Hands off."_qs; });
    QVERIFY(!part(u"backups.restore"_qs)->isEnabled());
    QCOMPARE(part(u"backups.restore"_qs)->toolTip(), u"Hands off."_qs);
    QVERIFY(part(u"backups.make"_qs)->isEnabled());
}

void tst_BackupsView::aServerHasACommandToCopy()
{
    const auto url = db::DatabaseUrl::parse(u"postgres://ann:secret@127.0.0.1:1/shop"_qs);
    QVERIFY(url);
    open(*url);
    QVERIFY(!part(u"backups.make"_qs)->isVisible());
    const QString command = part<QPlainTextEdit>(u"backups.command"_qs)->toPlainText();
    QVERIFY2(command.startsWith(u"pg_dump ") && !command.contains(u"secret"), qPrintable(command));
    QTest::mouseClick(part(u"backups.copy"_qs), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), command);
}

void tst_BackupsView::aDatabaseInMemoryHasNone()
{
    open(db::DatabaseUrl::inMemory());
    QCOMPARE(part<QLabel>(u"backups.explanation"_qs)->text(), u"A database in memory has no backups: it is gone with this window."_qs);
    for (const QString &name : {u"make"_qs, u"restore"_qs, u"copy"_qs})
        QVERIFY(!part(QString(u"backups." + name))->isVisible());
}

void tst_BackupsView::textsFollowTheLanguage()
{
    QVERIFY(backups().make());
    open(fileUrl());
    QTRY_COMPARE(rows(), 1);
    ui::Language::apply(u"de"_qs);
    QTRY_COMPARE(part(u"backups.make"_qs)->text(), u"Jetzt sichern"_qs);
    QCOMPARE(part<QTableView>(u"backups.table"_qs)->model()->headerData(0, Qt::Horizontal).toString(), u"Gesichert am"_qs);
}

void tst_BackupsView::theModelKeepsTheRules()
{
    ui::BackupModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setBackups({{u"/tmp/a"_qs, QDateTime::currentDateTimeUtc(), 7}});
    QCOMPARE(model.data({}), QVariant());
    for (const int section : {-1, int(ui::BackupModel::ColumnCount)})
        QCOMPARE(model.headerData(section, Qt::Horizontal), QVariant());
}

QTEST_MAIN(tst_BackupsView)
#include "tst_backups_view.moc"
