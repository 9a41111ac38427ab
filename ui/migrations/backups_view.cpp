// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/backups_view.h"

#include "core/toolkit/backup_command.h"
#include "core/toolkit/cancel_token.h"
#include "ui/background.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/row_look.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/backup_model.h"
#include "ui/migrations/name_question.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace ui {

namespace {

const QString backupTopic = QStringLiteral("migrations.backup");

} // namespace

BackupsView::BackupsView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_backups(session.database().url()), m_model(new BackupModel(this)), m_explanation(new QLabel(this)), m_make(new QPushButton(this)), m_restore(new QPushButton(this)), m_copy(new QPushButton(this)), m_question(new NameQuestion(u"migrations.restore"_qs, this)), m_table(new QTableView(this)), m_command(new SqlView(u"migrations.backups.command"_qs, this))
{
    setObjectName(u"migrations.backups"_qs);
    m_explanation->setObjectName(u"migrations.backups.explanation"_qs);
    m_make->setObjectName(u"migrations.backups.make"_qs);
    m_restore->setObjectName(u"migrations.backups.restore"_qs);
    m_copy->setObjectName(u"migrations.backups.copy"_qs);
    m_make->setIcon(icon("document-save"));
    m_restore->setIcon(icon("edit-undo"));
    m_copy->setIcon(icon("edit-copy"));
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    makeQuiet(m_explanation);

    auto *row = new QHBoxLayout;
    row->addWidget(m_explanation, 1);
    for (QPushButton *button : {m_make, m_restore, m_copy})
        row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_question);
    column->addWidget(m_table, 1);
    column->addWidget(m_command, 1);
    setUpTable();

    const db::DatabaseUrl &url = session.database().url();
    const bool isServer = url.engine() != db::DatabaseUrl::Engine::Sqlite;
    const bool isFile = db::Backups::arePossible(url);
    for (QWidget *widget : {static_cast<QWidget *>(m_make), static_cast<QWidget *>(m_restore), static_cast<QWidget *>(m_table)})
        widget->setVisible(isFile);
    m_copy->setVisible(isServer);
    m_command->setVisible(isServer);
    if (isServer)
        m_command->setPlainText(db::backupCommand(url));

    connect(m_make, &QPushButton::clicked, this, &BackupsView::makeBackup);
    connect(m_restore, &QPushButton::clicked, this, &BackupsView::askToRestore);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
    connect(m_question, &NameQuestion::confirmed, this, [this] {
        m_question->hide();
        restore(*m_asked);
    });
    connect(m_question, &NameQuestion::canceled, this, [this] {
        m_question->hide();
        m_restore->setFocus(Qt::OtherFocusReason);
    });
    connect(&session, &Session::readOnlyChanged, this, [this] {
        m_question->hide();
        updateButtons();
    });
    retranslate(this, [this] { updateTexts(); });
}

void BackupsView::setUpTable()
{
    m_table->setObjectName(u"migrations.backups.table"_qs);
    m_table->setModel(m_model);
    lookLikeRows(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BackupsView::updateButtons);
    restyle(m_table, [this] {
        m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 7 / 4);
        m_model->updateTexts();
    });
}

void BackupsView::refresh()
{
    if (!db::Backups::arePossible(m_session.database().url()))
        return;
    inBackground(
        this, [backups = m_backups] { return backups.list(); },
        [this](const QList<db::Backup> &backups) {
            const std::optional<db::Backup> present = selected();
            m_model->setBackups(backups);
            for (int row = 0; row < backups.size(); ++row) {
                if (present && backups.at(row).path == present->path)
                    m_table->selectRow(row);
            }
            updateTexts();
        });
}

void BackupsView::makeBackup()
{
    m_session.untell(backupTopic);
    const auto token = std::make_shared<db::CancelToken>();
    const Activities::Handle activity = m_session.activities().start(tr("Backing up %1").arg(m_session.database().url().displayName()), [token] { token->cancel(); });
    m_isBusy = true;
    updateButtons();
    inBackground(
        this, [backups = m_backups, token] { return backups.make(token); },
        [this, activity](const db::Result<db::Backup> &backup) {
            m_isBusy = false;
            refresh();
            if (backup)
                m_session.tell({Message::Kind::Done, [path = backup->path] { return tr("Backed up to %1.").arg(QDir::toNativeSeparators(path)); }, {}, {}, backupTopic});
            else
                m_session.report(backup.error());
        });
}

void BackupsView::askToRestore()
{
    m_asked = selected();
    const QString database = m_session.database().url().displayName();
    const QDateTime madeAt = m_asked->madeAt;
    m_question->ask({.question = [database, madeAt] { return tr("Restore %1 as it was at %2?").arg(database, formatDateTime(madeAt)); },
                     .losses = [] { return tr("Everything that was changed since then, by anybody, is replaced. What is there now becomes a backup first."); },
                     .prompt = [database] { return tr("Type the name of the database, %1, to go on:").arg(database); },
                     .confirm = [] { return tr("Restore"); },
                     .confirmName = [madeAt] { return tr("Restore the backup of %1").arg(formatDateTime(madeAt)); },
                     .cancelName = [] { return tr("Do not restore"); }},
                    database);
}

void BackupsView::restore(const db::Backup &backup)
{
    // A question, or the message of an earlier restore, may have been left open.
    if (m_isBusy || m_session.isReadOnly())
        return;
    m_session.untell(backupTopic);
    m_session.setReadOnly([] { return tr("A backup is being restored; wait until it is done."); });
    const Activities::Handle activity = m_session.activities().start(tr("Restoring %1").arg(m_session.database().url().displayName()));
    m_isBusy = true;
    updateButtons();
    inBackground(
        this, [backups = m_backups, backup] { return backups.restore(backup); },
        [this, backup, activity](const db::Result<std::optional<db::Backup>> &before) {
            m_isBusy = false;
            m_session.setReadOnly({});
            refresh();
            if (before)
                restored(backup, *before);
            else
                m_session.report(before.error());
        });
}

void BackupsView::restored(const db::Backup &backup, const std::optional<db::Backup> &before)
{
    // What could be undone has not happened in this database.
    m_session.history().clear();
    m_session.announceAll();
    const auto text = [madeAt = backup.madeAt] { return tr("The database is as it was at %1.").arg(formatDateTime(madeAt)); };
    QList<MessageAction> actions;
    if (before)
        actions.append({[] { return tr("Undo"); }, [this, before] { restore(*before); }});
    m_session.tell({Message::Kind::Done, text, actions, {}, backupTopic});
}

std::optional<db::Backup> BackupsView::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->backups().at(rows.first().row()));
}

void BackupsView::updateTexts()
{
    const db::DatabaseUrl &url = m_session.database().url();
    if (url.engine() != db::DatabaseUrl::Engine::Sqlite)
        m_explanation->setText(tr("A server is backed up by a program of its own. In a terminal:"));
    else if (url.isInMemory())
        m_explanation->setText(tr("A database in memory has no backups: it is gone with this window."));
    else if (m_model->backups().isEmpty())
        m_explanation->setText(tr("There is no backup yet. One is made before migrations run."));
    else
        m_explanation->setText(tr("The newest %1 are kept. One is made before migrations run.").arg(db::Backups::kept));
    m_make->setText(tr("Back up now"));
    m_restore->setText(tr("Restore…"));
    m_copy->setText(tr("Copy"));
    m_make->setAccessibleName(m_make->text());
    m_restore->setAccessibleName(m_restore->text());
    m_copy->setAccessibleName(tr("Copy the command"));
    m_table->setAccessibleName(tr("Backups"));
    m_command->setAccessibleName(tr("Command that backs up the database"));
    m_model->updateTexts();
    updateButtons();
}

void BackupsView::updateButtons()
{
    m_make->setEnabled(!m_isBusy);
    const QString problem = m_session.isReadOnly() ? m_session.readOnlyReason() : !selected() ? tr("Select a backup first.")
                                                                                              : QString();
    m_restore->setEnabled(!m_isBusy && problem.isEmpty());
    m_restore->setToolTip(problem);
    m_restore->setAccessibleDescription(problem);
}

} // namespace ui
