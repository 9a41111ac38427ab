// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_model.h"

#include "ui/common/format.h"
#include "ui/common/literal_text.h"
#include "ui/migrations/loss_words.h"
#include "ui/theme/icon.h"

using MigrationState = db::MigrationStatus::State;

namespace ui {

void MigrationModel::setLines(const QList<MigrationLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

void MigrationModel::setFailed(qint64 version)
{
    m_failed = version;
    updateTexts();
}

void MigrationModel::updateTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int MigrationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int MigrationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MigrationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MigrationLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), text(line, index.column()));
    case Qt::ToolTipRole:
        return index.column() == Marks || index.column() == State ? literalToolTip(remarksOn(line).join(u'\n')) : QVariant();
    case Qt::DecorationRole:
        return index.column() == State ? icon(lookOf(line).icon) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == State ? Theme::color(lookOf(line).role) : QVariant();
    default:
        return {};
    }
}

QVariant MigrationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QStringList titles{tr("State"), tr("Version"), tr("Name"), tr("Applied at"), tr("Marks")};
    return section >= 0 && section < titles.size() ? titles.at(section) : QVariant();
}

bool MigrationModel::isFailed(const MigrationLine &line) const
{
    return line.status.version == m_failed && line.status.state == MigrationState::Pending;
}

QString MigrationModel::text(const MigrationLine &line, int column) const
{
    switch (column) {
    case State:
        return lookOf(line).text;
    case Version:
        return QString::number(line.status.version);
    case Name:
        return line.status.name;
    case AppliedAt:
        return formatDateTime(line.status.appliedAt);
    case Marks:
        return marksOf(line).join(u", "_qs);
    default:
        Q_UNREACHABLE();
    }
}

MigrationModel::Look MigrationModel::lookOf(const MigrationLine &line) const
{
    if (isFailed(line))
        return {tr("Failed"), u"dialog-error"_qs, Theme::Role::Error};
    if (line.status.halfWay)
        return {line.isApplied() ? tr("Half taken back") : tr("Half applied"), u"dialog-error"_qs, Theme::Role::Error};
    if (line.isChanged())
        return {tr("Changed since applied"), u"dialog-warning"_qs, Theme::Role::Warning};
    switch (line.status.state) {
    case MigrationState::Applied:
        return {tr("Applied"), u"dialog-ok-apply"_qs, Theme::Role::Ok};
    case MigrationState::Pending:
        return {tr("Pending"), u"clock"_qs, Theme::Role::Pending};
    case MigrationState::FileMissing:
        return {tr("File missing"), u"dialog-warning"_qs, Theme::Role::Warning};
    }
    Q_UNREACHABLE();
}

} // namespace ui
