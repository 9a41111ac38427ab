// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/backups.h"

#include <QAbstractTableModel>

namespace ui {

/// The backups of a database, newest first.
class BackupModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        MadeAt,
        Age,
        Size,
        File,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    const QList<db::Backup> &backups() const { return m_backups; }
    void setBackups(const QList<db::Backup> &backups);
    /// After a change of language or zone.
    void updateTexts();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString text(const db::Backup &backup, int column);

    QList<db::Backup> m_backups;
};

} // namespace ui
