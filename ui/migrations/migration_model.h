// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/migrations/migration_line.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace ui {

/// The list of migrations as a table.
class MigrationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Version,
        Name,
        AppliedAt,
        Marks,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    const QList<MigrationLine> &lines() const { return m_lines; }
    void setLines(const QList<MigrationLine> &lines);
    /// Marks the migration that could not be applied; 0 for none.
    void setFailed(qint64 version);
    /// Shows all texts anew, in another language or other colours.
    void updateTexts();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// How a state is shown.
    struct Look
    {
        QString text;
        QString icon;
        Theme::Role role;
    };

    bool isFailed(const MigrationLine &line) const;
    QString text(const MigrationLine &line, int column) const;
    Look lookOf(const MigrationLine &line) const;

    QList<MigrationLine> m_lines;
    qint64 m_failed = 0;
};

} // namespace ui
