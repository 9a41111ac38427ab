// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample_community.h"
#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"
#include "ui/common/activities.h"
#include "ui/forms/form_page.h"
#include "ui/language/language.h"
#include "ui/lists/list_page.h"
#include "ui/main_window.h"
#include "ui/page.h"
#include "ui/pages.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Walks every page of the program on a sample community.
class tst_Pages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyReachableWidgetHasAName_data();
    void everyReachableWidgetHasAName();
    void noTextIsLeftInTheOtherLanguage_data() { everyReachableWidgetHasAName_data(); }
    void noTextIsLeftInTheOtherLanguage();
    void noShortcutIsGivenTwice();

private:
    void visit(const QString &page, bool withForm);
    void settle();
    QStringList texts() const;

    QTemporaryDir m_folder;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

namespace {

/// Parts that Qt's own widgets are made of, such as the line edit in a spin box.
bool isQtsOwn(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_") || qobject_cast<const QAbstractScrollArea *>(widget->parentWidget())
        || (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox")) || widget->inherits("QTabBar")
        || (widget->parentWidget() && widget->parentWidget()->inherits("QComboBox"));
}

QString describe(const QWidget *widget)
{
    QString path;
    for (const QWidget *w = widget; w; w = w->parentWidget())
        path.prepend(u'/' + (w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className()) : w->objectName()));
    return path;
}

} // namespace

void tst_Pages::initTestCase()
{
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(m_folder.filePath(u"sample.sqlite"_s));
    QVERIFY(db::Database::create(url));
    {
        db::Database database(url);
        const auto filled = database
                                .write([](db::Repo &repo) -> db::Result<void> {
                                    if (const auto made = db::Migrator(repo, migrations::all()).migrate({}); !made)
                                        return db::Failure(made.error());
                                    return sample::createCommunity(repo);
                                })
                                .result();
        QVERIFY(filled);
    }
    ui::Language::apply(u"en"_s);
    m_settings = std::make_unique<ui::Settings>(m_folder.filePath(u"settings.ini"_s));
    m_window = std::make_unique<ui::MainWindow>(*m_settings, u"tester"_s, migrations::all());
    m_window->show();
    QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
    m_window->openDatabase(url);
    QTRY_COMPARE(opened.size(), 1);
}

/// Waits until nothing is being asked of the database.
void tst_Pages::settle()
{
    for (int quiet = 0; quiet < 6; quiet = m_window->session()->activities().isEmpty() ? quiet + 1 : 0)
        QTest::qWait(50);
}

void tst_Pages::visit(const QString &page, bool withForm)
{
    m_window->go({page});
    settle();
    if (!withForm)
        return;
    const auto *list = m_window->page()->findChild<ui::ListPage *>();
    QVERIFY(list);
    QTRY_VERIFY(list->currentKey() > 0);
    m_window->go({page, list->currentKey()});
    settle();
}

void tst_Pages::everyReachableWidgetHasAName_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("withForm");
    for (const ui::PageEntry &entry : ui::pageEntries(migrations::all()))
        QTest::newRow(qPrintable(entry.id)) << entry.id << false;
    for (const char *page : {"posts", "comments", "users"})
        QTest::addRow("%s form", page) << QString::fromLatin1(page) << true;
}

void tst_Pages::everyReachableWidgetHasAName()
{
    QFETCH(QString, page);
    QFETCH(bool, withForm);
    visit(page, withForm);
    int reachable = 0;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isQtsOwn(widget))
            continue;
        ++reachable;
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(describe(widget)));
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), qPrintable(u"no accessible name: "_s + describe(widget)));
    }
    QVERIFY(reachable >= 3);
}

/// What the labels, buttons and actions on show say.
QStringList tst_Pages::texts() const
{
    QStringList list;
    for (const auto *button : m_window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty())
            list.append(button->objectName() + u": " + button->text());
    }
    for (const auto *action : m_window->findChildren<QAction *>()) {
        if (!action->text().isEmpty() && !action->objectName().isEmpty())
            list.append(action->objectName() + u": " + action->text());
    }
    return list;
}

void tst_Pages::noTextIsLeftInTheOtherLanguage()
{
    QFETCH(QString, page);
    QFETCH(bool, withForm);
    visit(page, withForm);
    ui::Language::apply(u"de"_s);
    settle();
    const QStringList german = texts();
    ui::Language::apply(u"en"_s);
    settle();
    const QStringList english = texts();
    QCOMPARE(german.size(), english.size());
    // Names, numbers and words that are the same in both stay; most texts do not.
    qsizetype same = 0;
    for (qsizetype i = 0; i < german.size(); ++i)
        same += german.at(i) == english.at(i);
    QVERIFY2(same * 2 < german.size(), qPrintable(german.join(u'\n')));
}

void tst_Pages::noShortcutIsGivenTwice()
{
    QMap<QString, QString> owners;
    for (const auto *action : m_window->findChildren<QAction *>()) {
        if (action->shortcutContext() != Qt::WindowShortcut && action->shortcutContext() != Qt::ApplicationShortcut)
            continue;
        for (const QKeySequence &shortcut : action->shortcuts()) {
            const QString key = shortcut.toString(QKeySequence::PortableText);
            QVERIFY2(!owners.contains(key), qPrintable(key + u" is given to " + owners.value(key) + u" and " + action->objectName()));
            owners.insert(key, action->objectName());
        }
    }
    QVERIFY(owners.size() > 10);
}

QTEST_MAIN(tst_Pages)
#include "tst_pages.moc"
