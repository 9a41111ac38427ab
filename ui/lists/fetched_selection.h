// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QItemSelectionModel>

namespace ui {

class PagedModel;

/// The selection in a PagedModel. Where many rows are selected at once, those that were not fetched yet stay out: what is
/// done with a selection must not reach rows that nobody has seen.
class FetchedSelection : public QItemSelectionModel
{
    Q_OBJECT

public:
    explicit FetchedSelection(PagedModel *model, QObject *parent = nullptr);

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, QItemSelectionModel::SelectionFlags command) override;

private:
    PagedModel *m_model;
};

} // namespace ui
