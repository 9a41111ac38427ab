// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/help_dialogs.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

struct HelpTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::HelpDialogs)
};

/// Keys that are no menu entry.
QList<QPair<QString, QString>> otherKeys()
{
    const auto name = [](QKeyCombination key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    return {
        {HelpTexts::tr("Open the current row of a list"), name(Qt::Key_Return)},
        {HelpTexts::tr("Actions for the current row, sorting"), name(Qt::Key_Menu)},
        {HelpTexts::tr("First and last row of a list"), QString(name(Qt::CTRL | Qt::Key_Home) + u", " + name(Qt::CTRL | Qt::Key_End))},
        {HelpTexts::tr("From the search field to the list"), name(Qt::Key_Down)},
        {HelpTexts::tr("Next and previous field"), QString(name(Qt::Key_Tab) + u", " + name(Qt::SHIFT | Qt::Key_Tab))},
    };
}

} // namespace

void showShortcuts(const QList<QAction *> &actions, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"shortcuts"_qs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(HelpTexts::tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(dialog);
    list->setObjectName(u"shortcuts.list"_qs);
    list->setAccessibleName(dialog->windowTitle());
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setHeaderLabels({HelpTexts::tr("What"), HelpTexts::tr("Key")});
    for (const QAction *action : actions)
        list->addTopLevelItem(new QTreeWidgetItem({QString(action->text()).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText)}));
    for (const auto &[what, key] : otherKeys())
        list->addTopLevelItem(new QTreeWidgetItem({what, key}));
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"shortcuts.close"_qs);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(metrics.averageCharWidth() * 70, metrics.height() * 32);
    dialog->show();
}

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"about"_qs);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(HelpTexts::tr("About Quecto"));
    box->setText(HelpTexts::tr("Quecto %1").arg(QApplication::applicationVersion()));
    box->setInformativeText(HelpTexts::tr("Looks after the database of a community: its people, posts and comments.\n\n"
                                          "© 2026 The Quecto authors. Free software under the GNU General Public License, version 3 or later; "
                                          "it comes without any warranty."));
    box->open();
}

} // namespace ui
