// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/loss_words.h"

#include "ui/migrations/migration_line.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

namespace {

struct Losses
{
    Q_DECLARE_TR_FUNCTIONS(ui::Losses)
};

QString markOf(db::Loss::Kind kind)
{
    switch (kind) {
    case db::Loss::Kind::Table:
        return Losses::tr("drops a table");
    case db::Loss::Kind::Column:
        return Losses::tr("drops a column");
    case db::Loss::Kind::Values:
        return Losses::tr("narrows a column");
    case db::Loss::Kind::Unknown:
        return Losses::tr("SQL of its own");
    }
    Q_UNREACHABLE();
}

QString inWords(const db::HalfWay &halfWay)
{
    const QString count = (halfWay.isUp ? Losses::tr("It stopped half-way: %1 of %2 statements are done.") : Losses::tr("It was taken back half-way: %1 of %2 statements are done.")).arg(halfWay.done).arg(halfWay.total);
    if (halfWay.statement.isEmpty())
        return count;
    const auto [text, argument] = [&halfWay]() -> std::pair<QString, QString> {
        using Next = db::HalfWay::Next;
        switch (halfWay.next) {
        case Next::Failed:
            return {Losses::tr("The next one failed: %1"), halfWay.error};
        case Next::HasRun:
            return {Losses::tr("The next one has run, too: %1"), halfWay.statement};
        case Next::Unknown:
            return {Losses::tr("Nobody knows whether the next one has run: %1"), halfWay.statement};
        case Next::NotBegun:
        case Next::HasNotRun:
            return {Losses::tr("The next one has not run: %1"), halfWay.statement};
        }
        Q_UNREACHABLE();
    }();
    return QString(count + u' ' + text.arg(argument));
}

bool isIrreversible(const MigrationLine &line)
{
    return !line.status.isReversible && line.status.state != db::MigrationStatus::State::FileMissing;
}

} // namespace

bool isKnown(const db::Loss &loss)
{
    return loss.kind != db::Loss::Kind::Unknown;
}

QString inWords(const db::Loss &loss)
{
    switch (loss.kind) {
    case db::Loss::Kind::Table:
        return Losses::tr("The table %1 is dropped, with all its rows.").arg(loss.table);
    case db::Loss::Kind::Column:
        return Losses::tr("The column %1 of the table %2 is dropped, with all its values.").arg(loss.column, loss.table);
    case db::Loss::Kind::Values:
        return Losses::tr("Values of the column %1 of the table %2 that do not fit its new type are lost, or stop the migration.").arg(loss.column, loss.table);
    case db::Loss::Kind::Unknown:
        return Losses::tr("It runs SQL of its own; what that loses is not known.");
    }
    Q_UNREACHABLE();
}

QStringList marksOf(const MigrationLine &line)
{
    QStringList marks;
    for (const db::Loss &loss : line.upLosses)
        marks.append(markOf(loss.kind));
    if (!line.rewritten.isEmpty())
        marks.append(Losses::tr("rewrites a table"));
    if (isIrreversible(line))
        marks.append(Losses::tr("not reversible"));
    if (!line.inTransaction)
        marks.append(Losses::tr("outside a transaction"));
    marks.removeDuplicates();
    return marks;
}

QStringList remarksOn(const MigrationLine &line)
{
    QStringList remarks;
    if (line.isChanged())
        remarks.append(Losses::tr("It was changed after it had been applied: what stands here is not what ran."));
    if (line.status.halfWay)
        remarks.append(inWords(*line.status.halfWay));
    for (const db::Loss &loss : line.upLosses)
        remarks.append(inWords(loss));
    for (const QString &table : line.rewritten)
        remarks.append(Losses::tr("All rows of the table %1 are written anew, which keeps others waiting.").arg(table));
    if (isIrreversible(line))
        remarks.append(Losses::tr("It cannot be taken back."));
    if (!line.inTransaction)
        remarks.append(Losses::tr("It runs outside a transaction: if it fails, what it did until then stays."));
    return remarks;
}

} // namespace ui
