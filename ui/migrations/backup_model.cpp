// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/backup_model.h"

#include "ui/common/format.h"

#include <QDir>
#include <QLocale>

namespace ui {

void BackupModel::setBackups(const QList<db::Backup> &backups)
{
    beginResetModel();
    m_backups = backups;
    endResetModel();
}

void BackupModel::updateTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_backups.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BackupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_backups.size());
}

int BackupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BackupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const db::Backup &backup = m_backups.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(backup, index.column());
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(backup.path);
    default:
        return {};
    }
}

QVariant BackupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QStringList titles{tr("Made at"), tr("Age"), tr("Size"), tr("File")};
    return section >= 0 && section < titles.size() ? titles.at(section) : QVariant();
}

QString BackupModel::text(const db::Backup &backup, int column)
{
    switch (column) {
    case MadeAt:
        return formatDateTime(backup.madeAt);
    case Age:
        return formatAge(backup.madeAt);
    case Size:
        return QLocale().formattedDataSize(backup.bytes);
    case File:
        return QDir::toNativeSeparators(backup.path);
    default:
        Q_UNREACHABLE();
    }
}

} // namespace ui
