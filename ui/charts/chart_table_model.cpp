// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_table_model.h"

#include "ui/charts/chart_text.h"

namespace ui {

namespace {

QVariant alignment(int column)
{
    return QVariant::fromValue(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
}

} // namespace

void ChartTableModel::setChart(const ChartData &data, const QLocale &locale)
{
    beginResetModel();
    m_data = data;
    m_locale = locale;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.categories.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.series.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int series = index.column() - 1;
    switch (role) {
    case Qt::DisplayRole:
        return series < 0 ? chart_text::category(m_data, index.row())
                          : chart_text::number(m_data.value(index.row(), series), m_locale);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return series < 0 ? chart_text::category(m_data, index.row())
                          : chart_text::item(m_data, index.row(), series, m_locale);
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    default:
        return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? m_data.categoryTitle : m_data.series.at(section - 1).name;
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return {};
}

} // namespace ui
