// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/imported_row.h"

#include "core/toolkit/repo.h"

namespace importing {

void ImportedRow::describe(db::SchemaBuilder<ImportedRow> &schema)
{
    schema.table("imported_rows");
    schema.primaryKey("id", &ImportedRow::id);
    schema.field("source", &ImportedRow::source);
    schema.field("kind", &ImportedRow::kind);
    schema.field("source_key", &ImportedRow::sourceKey);
    schema.field("row_id", &ImportedRow::rowId);
}

db::Result<std::optional<ImportedRow>> ImportedRows::find(const QString &kind, const QString &sourceKey) const
{
    return m_repo.one(db::from<ImportedRow>()
                          .where(&ImportedRow::source, m_source)
                          .where(&ImportedRow::kind, kind)
                          .where(&ImportedRow::sourceKey, sourceKey));
}

db::Result<void> ImportedRows::add(const QString &kind, const QString &sourceKey, qint64 rowId)
{
    const ImportedRow row{.id = {}, .source = m_source, .kind = kind, .sourceKey = sourceKey, .rowId = rowId};
    if (const db::Result<qint64> written = m_repo.insertAll<ImportedRow>({row}); !written)
        return db::Failure(written.error());
    return {};
}

db::Result<qint64> ImportedRows::newest() const
{
    const auto newest = m_repo.one(db::from<ImportedRow>().orderBy({db::desc(&ImportedRow::id)}).limit(1));
    if (!newest)
        return db::Failure(newest.error());
    return *newest ? (*newest)->id.value : 0;
}

} // namespace importing
