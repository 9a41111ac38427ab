// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_sql.h"

#include "ui/forms/error_text.h"
#include "ui/migrations/loss_words.h"
#include "ui/migrations/sql_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Sql
{
    Q_DECLARE_TR_FUNCTIONS(ui::Sql)
};

QString statementsOf(const MigrationLine &line, bool isUp)
{
    if (line.status.state == db::MigrationStatus::State::FileMissing)
        return sqlComment(Sql::tr("The file of this migration is missing: what it runs is not known."));
    const QString &refusal = isUp ? line.status.unsupportedReason : line.status.irreversibleReason;
    if (!refusal.isEmpty())
        return sqlComment(errorText(db::Error::refused(refusal)));
    return sqlText(isUp ? line.up : line.down);
}

QString textOf(const QList<MigrationLine> &lines, bool isUp)
{
    QStringList texts;
    for (const MigrationLine &line : lines) {
        if (lines.size() > 1)
            texts.append(sqlComment(line.title()));
        const QStringList remarks = isUp ? remarksOn(line) : QStringList();
        for (const QString &remark : remarks)
            texts.append(sqlComment(remark));
        texts.append(statementsOf(line, isUp));
    }
    return texts.join(u'\n');
}

} // namespace

QString upSql(const QList<MigrationLine> &lines)
{
    return textOf(lines, true);
}

QString downSql(const QList<MigrationLine> &lines)
{
    QList<MigrationLine> newestFirst = lines;
    std::reverse(newestFirst.begin(), newestFirst.end());
    return textOf(newestFirst, false);
}

} // namespace ui
