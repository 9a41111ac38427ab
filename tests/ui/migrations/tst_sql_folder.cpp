// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations/migrations.h"
#include "tests/support/gui.h"
#include "ui/main_window.h"
#include "ui/migrations/migration_table.h"
#include "ui/migrations/sql_folder.h"
#include "ui/page.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Migrations in files of SQL in the window, on an up-to-date database.
class tst_SqlFolder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void filesStandBesideTheMigrationsOfTheProgram();
    void aNewFileAppearsInPlace();
    void aBrokenFileIsToldWithItsLineAndKeepsOthersFromRunning();
    void theFolderIsRememberedForItsDatabase();
    void theOptionGoesBeforeWhatIsRemembered();
    void aFolderThatIsGoneIsTold();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &sql);
    void open(const QString &database = u"community.sqlite"_s);
    template <typename T>
    T *part(const QString &name) const
    {
        return m_window->page()->findChild<T *>(QString(u"migrations." + name));
    }
    /// What the last rows of the list are called.
    QStringList lastNames(int count) const;
    int rows() const { return part<ui::MigrationTable>(u"table"_s)->model()->rowCount(); }
    int compiled() const { return int(migrations::all().size()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

void tst_SqlFolder::init()
{
    gui::reset();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
    QVERIFY(QDir(m_folder->path()).mkdir(u"sql"_s));
    for (const QString &name : {u"community.sqlite"_s, u"other.sqlite"_s})
        TestDatabase::file(path(name)).migrate(migrations::all());
    m_settings = std::make_unique<ui::Settings>(path(u"quecto.ini"_s));
}

void tst_SqlFolder::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

void tst_SqlFolder::write(const QString &name, const QByteArray &sql)
{
    QFile file(path(u"sql/"_s + name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(sql), sql.size());
}

void tst_SqlFolder::open(const QString &database)
{
    if (!m_window) {
        m_window = std::make_unique<ui::MainWindow>(*m_settings, u"ann"_s, migrations::all());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(db::DatabaseUrl::sqliteFile(path(database)));
    QVERIFY(opened.wait());
    m_window->go({u"migrations"_s});
    QTRY_VERIFY(rows() >= compiled());
}

QStringList tst_SqlFolder::lastNames(int count) const
{
    QStringList names;
    for (int row = rows() - count; row < rows(); ++row)
        names.append(part<ui::MigrationTable>(u"table"_s)->model()->index(row, 2).data().toString());
    return names;
}

void tst_SqlFolder::filesStandBesideTheMigrationsOfTheProgram()
{
    write(u"29990101000000_create_jars.sql"_s, "-- migrate:up\nCREATE TABLE jars (label text);\n-- migrate:down\nDROP TABLE jars;\n");
    open();
    QVERIFY(!part<QPushButton>(u"folder.forget"_s)->isVisible());
    QTest::mouseClick(part<QPushButton>(u"folder.choose"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<QFileDialog *>(u"migrations.folder.dialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(path(u"sql"_s));
    dialog->close();
    QTRY_COMPARE(rows(), compiled() + 1);
    QCOMPARE(lastNames(1), QStringList(u"create_jars"_s));
    QCOMPARE(part<QLabel>(u"folder.path"_s)->text(), u"Also 1 migration in SQL from "_s + path(u"sql"_s));
    QTRY_COMPARE(part<QLabel>(u"status"_s)->text(), u"1 migration is pending."_s);
    QTest::mouseClick(part<QPushButton>(u"runPending"_s), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>(u"question.confirm"_s), Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<QLabel *>(u"message.text"_s));
    QCOMPARE(gui::find<QLabel>(m_window.get(), u"message.text"_s)->text(), u"1 migration applied."_s);
    {
        TestDatabase database = TestDatabase::file(path(u"community.sqlite"_s));
        QVERIFY(database.texts(database.connection->dialect().tableNames()).contains(u"jars"_s));
    }
    // Left out, it is one whose file is missing.
    QTest::mouseClick(part<QPushButton>(u"folder.forget"_s), Qt::LeftButton);
    QTRY_COMPARE(lastNames(1), QStringList(QString()));
    QCOMPARE(m_window->focusWidget(), part<QPushButton>(u"folder.choose"_s));
    QVERIFY(m_settings->sqlFolder(m_window->session()->database().url().toString()).isEmpty());
}

void tst_SqlFolder::aNewFileAppearsInPlace()
{
    open();
    m_window->session()->sqlFolder().choose(path(u"sql"_s));
    QTRY_VERIFY(part<QPushButton>(u"folder.forget"_s)->isVisible());
    QCOMPARE(rows(), compiled());
    QTRY_VERIFY(part<QLabel>(u"folder.path"_s)->text().startsWith(u"Also 0 migrations"));
    write(u"29990101000001_first.sql"_s, "-- migrate:up\nSELECT 1;\n");
    QTRY_COMPARE(lastNames(1), QStringList(u"first"_s));
    write(u"29990101000002_second.sql"_s, "-- migrate:up\nSELECT 2;\n");
    QTRY_COMPARE(lastNames(2), QStringList({u"first"_s, u"second"_s}));
    // A file that is changed is read again.
    write(u"29990101000002_second.sql"_s, "-- migrate:up\nSELECT 'changed';\n");
    QTRY_VERIFY(part<QPlainTextEdit>(u"up"_s)->toPlainText().contains(u"SELECT 'changed'"));
    QVERIFY(QFile::remove(path(u"sql/29990101000001_first.sql"_s)));
    QTRY_COMPARE(rows(), compiled() + 1);
}

void tst_SqlFolder::aBrokenFileIsToldWithItsLineAndKeepsOthersFromRunning()
{
    write(u"29990101000001_first.sql"_s, "-- migrate:up\nSELECT 1;\n");
    write(u"29990101000002_broken.sql"_s, "-- migrate:up\nSELECT 'open;\n");
    open();
    m_window->session()->sqlFolder().choose(path(u"sql"_s));
    auto *problems = part<QLabel>(u"folder.problems"_s);
    QTRY_VERIFY(problems->isVisible());
    QVERIFY2(problems->text().contains(path(u"sql/29990101000002_broken.sql"_s) + u", line 2"), qPrintable(problems->text()));
    // The others are shown, but what is broken may belong between them.
    QTRY_COMPARE(lastNames(1), QStringList(u"first"_s));
    auto *run = part<QPushButton>(u"runPending"_s);
    QVERIFY(!run->isEnabled());
    QCOMPARE(run->toolTip(), u"A file of the folder cannot be read; mend it, or leave the folder out."_s);
    write(u"29990101000002_broken.sql"_s, "-- migrate:up\nSELECT 'closed';\n");
    QTRY_VERIFY(!problems->isVisible());
    QTRY_VERIFY(run->isEnabled());
    QCOMPARE(lastNames(2), QStringList({u"first"_s, u"broken"_s}));
}

void tst_SqlFolder::theFolderIsRememberedForItsDatabase()
{
    write(u"29990101000000_create_jars.sql"_s, "-- migrate:up\nCREATE TABLE jars (label text);\n");
    open();
    m_window->session()->sqlFolder().choose(path(u"sql"_s));
    QTRY_COMPARE(rows(), compiled() + 1);
    open(u"other.sqlite"_s);
    QVERIFY(m_window->session()->sqlFolder().path().isEmpty());
    m_window.reset();
    open();
    QTRY_COMPARE(rows(), compiled() + 1);
}

void tst_SqlFolder::theOptionGoesBeforeWhatIsRemembered()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"remembered"_s));
    m_settings->setSqlFolder(db::DatabaseUrl::sqliteFile(path(u"community.sqlite"_s)).toString(), path(u"remembered"_s));
    m_window = std::make_unique<ui::MainWindow>(*m_settings, u"ann"_s, migrations::all());
    m_window->setSqlFolder(path(u"sql"_s));
    m_window->show();
    open();
    QCOMPARE(m_window->session()->sqlFolder().path(), path(u"sql"_s));
}

void tst_SqlFolder::aFolderThatIsGoneIsTold()
{
    open();
    m_window->session()->sqlFolder().choose(path(u"nowhere"_s));
    QTRY_VERIFY(part<QLabel>(u"folder.problems"_s)->isVisible());
    QVERIFY(part<QLabel>(u"folder.problems"_s)->text().contains(u"there is no such folder"));
}

QTEST_MAIN(tst_SqlFolder)
#include "tst_sql_folder.moc"
