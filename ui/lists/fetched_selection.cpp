// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/fetched_selection.h"

#include "ui/lists/paged_model.h"

namespace ui {

namespace {

bool isOneRow(const QItemSelection &selection)
{
    return selection.size() == 1 && selection.first().height() == 1;
}

} // namespace

FetchedSelection::FetchedSelection(PagedModel *model, QObject *parent)
    : QItemSelectionModel(model, parent), m_model(model)
{
}

void FetchedSelection::select(const QItemSelection &selection, QItemSelectionModel::SelectionFlags command)
{
    // The cursor may go to a row that is still on its way.
    if (isOneRow(selection)) {
        QItemSelectionModel::select(selection, command);
        return;
    }
    QItemSelection fetched;
    const QList<PagedModel::RowRange> there = m_model->fetchedRows();
    for (const QItemSelectionRange &range : selection) {
        for (const auto &[first, last] : there) {
            const int top = qMax(first, range.top());
            const int bottom = qMin(last, range.bottom());
            if (top <= bottom)
                fetched.select(m_model->index(top, range.left()), m_model->index(bottom, range.right()));
        }
    }
    QItemSelectionModel::select(fetched, command);
}

} // namespace ui
