// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/association.h"
#include "core/toolkit/catalogue.h"
#include "core/toolkit/schema.h"

namespace db {

/// A schema made from a catalogue. Its objects are arrays of QVariants, one for each field: a field's member is the offset
/// of its QVariant.
class TableType : public RowType
{
public:
    explicit TableType(const TableInfo &info);

    const TableInfo &info() const { return m_info; }
    const Schema &schema() const override { return m_schema; }
    qsizetype columns() const { return m_schema.fields().size(); }

    std::shared_ptr<void> makeList() const override;
    void *append(void *list) const override;
    qsizetype size(const void *list) const override;
    void *at(void *list, qsizetype index) const override;
    void assign(void *to, const void *from) const override;

private:
    TableInfo m_info;
    Schema m_schema;
};

/// Casts input for a column of an unknown table: castValue(), and JSON may be given as text.
std::optional<QVariant> castCell(Type type, const QVariant &input);

} // namespace db
