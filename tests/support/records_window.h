// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "migrations/migrations.h"
#include "tests/support/builders.h"
#include "tests/support/gui.h"
#include "ui/common/message_bar.h"
#include "ui/common/message_stack.h"
#include "ui/forms/form_page.h"
#include "ui/lists/record_table.h"
#include "ui/lists/scope_tabs.h"
#include "ui/main_window.h"
#include "ui/page.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

/// The program's window on a database of its own, as tests of the pages drive it: by keys, clicks, and the names of widgets.
class RecordsWindow
{
public:
    RecordsWindow()
        : m_settings(m_folder.filePath(QStringLiteral("quecto.ini")))
    {
        gui::reset();
        m_window = std::make_unique<ui::MainWindow>(m_settings, QStringLiteral("judy"), migrations::all());
        m_window->resize(1400, 1000);
        m_window->show();
    }

    /// Opens a new database with all tables, by default in memory.
    bool open(const db::DatabaseUrl &url = db::DatabaseUrl::inMemory())
    {
        QSignalSpy opened(m_window.get(), &ui::MainWindow::opened);
        m_window->createDatabase(url);
        return opened.wait(60'000) && QTest::qWaitForWindowActive(m_window.get());
    }
    /// What someone else does to the database; the window hears nothing of it.
    template <typename Work>
    auto write(Work work)
    {
        return must(session().database().write([work](db::Repo &repo) {
                                            using R = decltype(work(repo));
                                            if constexpr (std::is_void_v<R>) {
                                                work(repo);
                                                return db::Result<void>();
                                            } else {
                                                return db::Result<R>(work(repo));
                                            }
                                        })
                        .result());
    }

    ui::MainWindow &window() { return *m_window; }
    ui::Session &session() { return *m_window->session(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    template <typename T = QWidget>
    T *find(const QString &name)
    {
        return gui::find<T>(m_window.get(), name);
    }
    QString text(const QString &name)
    {
        if (auto *line = m_window->findChild<QLineEdit *>(name))
            return line->text();
        if (auto *area = m_window->findChild<QPlainTextEdit *>(name))
            return area->toPlainText();
        if (auto *button = m_window->findChild<QAbstractButton *>(name))
            return button->text();
        return find<QLabel>(name)->text();
    }
    void click(const QString &name)
    {
        QWidget *widget = find(name);
        QCoreApplication::processEvents(); // what was just shown gets its place
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    /// A key for whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    /// Replaces what a field holds, by the keyboard.
    void type(const QString &name, const QString &text)
    {
        QWidget *field = find(name);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }
    void save() { key(Qt::Key_S, Qt::ControlModifier); }
    /// Texts of the messages above the page, newest first.
    QStringList messages()
    {
        QStringList texts;
        for (const ui::MessageBar *bar : m_window->findChild<ui::MessageStack *>()->bars())
            texts.append(bar->message().text());
        return texts;
    }
    /// Presses a button of the newest message.
    void answer(int button) { QTest::mouseClick(gui::find(m_window->findChild<ui::MessageStack *>()->bars().first(), QStringLiteral("message.action%1").arg(button)), Qt::LeftButton); }

    ui::RecordTable *table() { return m_window->page()->findChild<ui::RecordTable *>(); }
    /// Selects one row, by keys: QTableView::selectRow() heeds modifiers that an earlier key has left.
    void goToRow(int row)
    {
        table()->setFocus();
        table()->selectionModel()->clear();
        for (int step = 0; step <= row; ++step)
            key(Qt::Key_Down);
    }
    /// One column of the list, from the top.
    QStringList column(int column)
    {
        QStringList texts;
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(model->index(row, column).data().toString());
        return texts;
    }
    void clickHeader(int column)
    {
        QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {header->sectionViewportPosition(column) + 10, header->height() / 2});
    }
    QStringList tabs()
    {
        QStringList texts;
        const auto *tabs = m_window->page()->findChild<ui::ScopeTabs *>();
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts.append(tabs->tabText(tab));
        return texts;
    }
    void chooseTab(int tab)
    {
        auto *tabs = m_window->page()->findChild<ui::ScopeTabs *>();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    }
    /// Chooses an entry of the context menu by its action's name.
    void choose(const QString &action)
    {
        auto *found = m_window->findChild<QAction *>(action);
        if (!found || !found->isEnabled() || !found->isVisible())
            qFatal("%s cannot be chosen", qPrintable(action));
        found->trigger();
    }

private:
    QTemporaryDir m_folder;
    ui::Settings m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};
