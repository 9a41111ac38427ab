// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window asks for files.

#include "ui/background.h"
#include "ui/common/activities.h"
#include "ui/common/message_stack.h"
#include "ui/copy_database.h"
#include "ui/main_window.h"
#include "ui/status_bar.h"

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
        const Activities::Handle activity = m_status->activities().start(tr("Copying %1").arg(m_url.displayName()));
        const auto copy = [from = m_url.path(), file] { return copyDatabase(from, file); };
        inBackground(this, copy, [this, file, activity](CopyOutcome outcome) {
            if (outcome == CopyOutcome::Copied)
                openDatabase(db::DatabaseUrl::sqliteFile(file));
            else if (outcome == CopyOutcome::SameFile)
                m_messages->add({Message::Kind::Warning, [file] { return tr("%1 is the database itself. Choose another name for the copy.").arg(file); }});
            else
                m_messages->add({Message::Kind::Error, [file] { return tr("%1 could not be written. Choose another folder, or make room.").arg(file); }});
        });
    });
    dialog->open();
}

} // namespace ui
