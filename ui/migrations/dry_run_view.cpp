// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/dry_run_view.h"

#include "core/toolkit/migrator.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/session.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

#include <limits>

namespace ui {

namespace {

enum Column {
    What,
    Time,
    Rows,
    Locks,
    ColumnCount
};

QString inMilliseconds(qint64 microseconds)
{
    return QLocale().toString(double(microseconds) / 1000, 'f', 1);
}

/// A line below a migration that is no statement.
void addRemark(QTreeWidgetItem *parent, const QString &text, Theme::Role role, const char *iconName)
{
    auto *item = new QTreeWidgetItem(parent, {text});
    item->setFirstColumnSpanned(true);
    item->setForeground(What, Theme::color(role));
    item->setIcon(What, icon(iconName));
    item->setToolTip(What, text);
}

} // namespace

DryRunView::DryRunView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_summary(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QPushButton(this)), m_report(new QTreeWidget(this))
{
    setObjectName(u"migrations.dryRun.view"_qs);
    m_summary->setObjectName(u"migrations.dryRun.summary"_qs);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_bar->setObjectName(u"migrations.dryRun.progress"_qs);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(u"migrations.dryRun.cancel"_qs);
    m_report->setObjectName(u"migrations.dryRun.report"_qs);
    m_report->setColumnCount(ColumnCount);
    m_report->setFrameShape(QFrame::NoFrame);
    m_report->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_report->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_report->header()->setStretchLastSection(false);

    auto *row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_report, 1);
    m_bar->hide();
    m_cancel->hide();
    m_report->hide();
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_request.cancel(); });
    retranslate(this, [this] { updateTexts(); });
    restyle(m_report, [this] { showReport(); });
}

bool DryRunView::isOnCopy() const
{
    return m_session.database().url().engine() == db::DatabaseUrl::Engine::MariaDb;
}

void DryRunView::start(const QList<db::Migration> &migrations)
{
    m_session.setReadOnly([] { return tr("Migrations are being tried; wait until that is over."); });
    m_activity = m_session.activities().start(tr("Trying migrations"), [this] { m_request.cancel(); });
    m_result.reset();
    m_bar->show();
    m_cancel->show();
    m_report->hide();
    updateTexts();
    m_cancel->setFocus(Qt::OtherFocusReason);
    const auto request = m_session.write([migrations](db::Repo &repo) { return db::Migrator(repo, migrations).dryRun(true, {}); });
    m_request.ask(this, request, [this](const db::Result<db::DryRun> &result) { show(result); });
}

void DryRunView::show(const db::Result<db::DryRun> &result)
{
    const bool hadFocus = m_cancel->hasFocus();
    m_result = result;
    m_bar->hide();
    m_cancel->hide();
    m_activity.reset();
    m_session.setReadOnly({});
    showReport();
    updateTexts();
    m_report->setVisible(m_report->topLevelItemCount() > 0);
    if (hadFocus)
        m_report->setFocus(Qt::OtherFocusReason);
}

void DryRunView::showReport()
{
    m_report->clear();
    if (!m_result || !*m_result)
        return;
    for (const db::TriedMigration &migration : (*m_result)->migrations)
        add(migration);
    m_report->expandAll();
}

void DryRunView::add(const db::TriedMigration &migration)
{
    qint64 microseconds = 0;
    qint64 rows = 0;
    for (const db::TriedStatement &statement : migration.statements) {
        microseconds += statement.microseconds;
        rows += statement.rows;
    }
    const QString title = QString::number(migration.version) + u'_' + migration.name;
    auto *item = new QTreeWidgetItem(m_report, {title, inMilliseconds(microseconds), QLocale().toString(rows)});
    if (!migration.notTried.isEmpty())
        addRemark(item, tr("Not tried: %1").arg(migration.notTried), Theme::Role::Warning, "dialog-warning");
    for (const db::DataLoss &loss : migration.losses)
        addRemark(item, inWords(loss), Theme::Role::Warning, "dialog-warning");
    for (const db::TriedStatement &statement : migration.statements) {
        auto *line = new QTreeWidgetItem(item, {statement.sql, inMilliseconds(statement.microseconds), QLocale().toString(statement.rows), statement.locks.join(u", "_qs)});
        line->setToolTip(What, statement.sql);
        line->setToolTip(Locks, statement.locks.join(u'\n'));
    }
    if (migration.error)
        addRemark(item, tr("It would fail: %1").arg(errorText(*migration.error)), Theme::Role::Error, "dialog-error");
}

QString DryRunView::inWords(const db::DataLoss &loss)
{
    using Kind = db::DataLoss::Kind;
    const int count = int(qMin(loss.count, qint64(std::numeric_limits<int>::max())));
    switch (loss.kind) {
    case Kind::Table:
        return tr("The table %1 would be lost, with %n row(s).", nullptr, count).arg(loss.table);
    case Kind::Column:
        return tr("The column %1 of the table %2 would be lost, with %n value(s).", nullptr, count).arg(loss.column, loss.table);
    case Kind::NarrowedColumn:
        return tr("The column %1 of the table %2, with %n value(s), would get a type that may not hold them all.", nullptr, count).arg(loss.column, loss.table);
    case Kind::Rows:
        return tr("%n row(s) of the table %1 would be deleted.", nullptr, count).arg(loss.table);
    }
    Q_UNREACHABLE();
}

QString DryRunView::summary() const
{
    if (m_bar->isVisibleTo(this))
        return isOnCopy() ? tr("The pending migrations are being tried on a copy of the structure.") : tr("The pending migrations are being tried.");
    if (!m_result)
        return isOnCopy() ? tr("A dry run tries the pending migrations on a copy of the structure, without rows, and drops it again.")
                          : tr("A dry run tries the pending migrations, and takes everything back.");
    if (!*m_result)
        return m_result->error().kind == db::Error::Kind::Canceled ? tr("The dry run was canceled; nothing has changed.") : errorText(m_result->error());
    const QString text = (*m_result)->hasSucceeded() ? tr("All of them would run. Nothing has changed.") : tr("They would not all run. Nothing has changed.");
    return (*m_result)->isOnCopy ? QString(text + u' ' + tr("They were tried on a copy of the structure without rows.")) : text;
}

void DryRunView::updateTexts()
{
    m_summary->setText(summary());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the dry run"));
    m_bar->setAccessibleName(tr("Trying migrations"));
    m_report->setHeaderLabels({tr("Statement"), tr("Milliseconds"), tr("Rows"), tr("Locks")});
    m_report->setAccessibleName(tr("Report of the dry run"));
    m_report->setAccessibleDescription(m_summary->text());
    showReport();
}

} // namespace ui
