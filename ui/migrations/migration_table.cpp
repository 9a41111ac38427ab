// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_table.h"

#include "ui/common/row_look.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/migration_model.h"
#include "ui/migrations/state_delegate.h"

#include <QHeaderView>

#include <algorithm>

namespace ui {

MigrationTable::MigrationTable(MigrationModel *model, QWidget *parent)
    : QTableView(parent), m_model(model)
{
    setModel(model);
    lookLikeRows(this);
    setItemDelegate(new StateDelegate(this));
    setSelectionMode(ExtendedSelection);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &MigrationTable::linesSelected);
    retranslate(this, [this] {
        setAccessibleName(tr("Migrations"));
        m_model->updateTexts();
    });
    restyle(this, [this] {
        const int em = fontMetrics().height();
        verticalHeader()->setDefaultSectionSize(em * 7 / 4);
        setIconSize({em, em});
        m_model->updateTexts();
    });
}

void MigrationTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // What is asked about stays in view when the question takes room.
    scrollTo(currentIndex());
}

QList<MigrationLine> MigrationTable::selectedLines() const
{
    QModelIndexList indexes = selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    QList<MigrationLine> lines;
    for (const QModelIndex &index : std::as_const(indexes))
        lines.append(m_model->lines().at(index.row()));
    return lines;
}

void MigrationTable::select(const QList<qint64> &versions)
{
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!versions.contains(m_model->lines().at(row).status.version))
            continue;
        selection.select(m_model->index(row, 0), m_model->index(row, MigrationModel::ColumnCount - 1));
        if (!first.isValid())
            first = m_model->index(row, 0);
    }
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(first);
}

} // namespace ui
