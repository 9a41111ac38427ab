// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/rollback_panel.h"

namespace ui {

RollbackPanel::RollbackPanel(QWidget *parent)
    : NameQuestion(u"migrations.rollback"_qs, parent)
{
}

QString RollbackPanel::inWords(const Loss &loss)
{
    if (loss.column.isEmpty())
        return tr("The table %1 is dropped, with all its rows.").arg(loss.table);
    if (loss.isConverted)
        return tr("The values of the column %1 of the table %2 are converted.").arg(loss.column, loss.table);
    return tr("The column %1 of the table %2 is dropped, with all its values.").arg(loss.column, loss.table);
}

void RollbackPanel::askAbout(const MigrationLine &line, const QString &databaseName, bool isBackedUp)
{
    m_line = line;
    const QString title = line.title();
    const QString expected = line.losses.isEmpty() ? databaseName : line.losses.first().table;
    const auto losses = [lost = line.losses, runsOwnSql = line.runsOwnSql, isBackedUp] {
        QStringList sentences;
        for (const Loss &loss : lost)
            sentences.append(inWords(loss));
        if (runsOwnSql)
            sentences.append(tr("It runs SQL of its own; what that loses is not known."));
        if (sentences.isEmpty())
            sentences.append(tr("No table and no column is dropped."));
        else
            sentences.append(isBackedUp ? tr("A backup of the database is made first.") : tr("What is lost cannot be brought back."));
        return QString(sentences.join(u'\n'));
    };
    const auto prompt = [expected, isDatabase = line.losses.isEmpty()] {
        return isDatabase ? tr("Type the name of the database, %1, to go on:").arg(expected) : tr("Type the name of the table, %1, to go on:").arg(expected);
    };
    ask({.question = [title] { return tr("Roll back %1?").arg(title); },
         .losses = losses,
         .prompt = prompt,
         .confirm = [] { return tr("Roll back"); },
         .confirmName = [title] { return tr("Roll back %1").arg(title); },
         .cancelName = [] { return tr("Do not roll back"); }},
        expected);
}

} // namespace ui
