// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window asks for files.

#include "ui/background.h"
#include "ui/common/message_stack.h"
#include "ui/main_window.h"

#include <QFile>
#include <QFileDialog>

namespace ui {

void MainWindow::chooseFile(bool isNew)
{
    auto *dialog = new QFileDialog(this, isNew ? tr("New database") : tr("Open a database"));
    dialog->setObjectName(u"fileDialog"_qs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("SQLite databases (*.sqlite *.sqlite3 *.db)"), tr("All files (*)")});
    if (isNew) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"sqlite"_qs);
        // An existing file is opened, never replaced.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, isNew](const QString &file) {
        const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(file);
        isNew ? createDatabase(url) : openDatabase(url);
    });
    dialog->open();
}

void MainWindow::makeCopy()
{
    auto *dialog = new QFileDialog(this, tr("Make a copy"));
    dialog->setObjectName(u"copyDialog"_qs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sqlite"_qs);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto copy = [from = m_url.path(), file] {
            QFile::remove(file);
            return QFile::copy(from, file);
        };
        inBackground(this, copy, [this, file](bool copied) {
            if (copied) {
                openDatabase(db::DatabaseUrl::sqliteFile(file));
                return;
            }
            m_messages->add({Message::Kind::Error, tr("%1 could not be written. Choose another folder, or make room.").arg(file)});
        });
    });
    dialog->open();
}

} // namespace ui
