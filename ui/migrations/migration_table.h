// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace ui {

class MigrationModel;
struct MigrationLine;

/// The table of migrations. One or more rows are selected; what they would run is shown elsewhere.
class MigrationTable : public QTableView
{
    Q_OBJECT

public:
    explicit MigrationTable(MigrationModel *model, QWidget *parent = nullptr);

    /// The selected migrations, oldest first.
    QList<MigrationLine> selectedLines() const;
    /// Selects the rows with these versions; the first of them becomes the current one.
    void select(const QList<qint64> &versions);

signals:
    void linesSelected();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    MigrationModel *m_model;
};

} // namespace ui
