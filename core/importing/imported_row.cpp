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
    schema.field("fingerprint", &ImportedRow::fingerprint);
    schema.field("row_id", &ImportedRow::rowId);
}

db::Result<std::optional<ImportedRow>> ImportedRows::find(const QString &kind, const QString &sourceKey) const
{
    return m_repo.one(db::from<ImportedRow>()
                          .where(&ImportedRow::source, m_source)
                          .where(&ImportedRow::kind, kind)
                          .where(&ImportedRow::sourceKey, sourceKey));
}

db::Result<QString> ImportedRows::otherSourceOf(const QString &kind, const QString &sourceKey, const QString &fingerprint) const
{
    const auto twins = m_repo.all(db::from<ImportedRow>()
                                      .where(&ImportedRow::kind, kind)
                                      .where(&ImportedRow::sourceKey, sourceKey)
                                      .where(&ImportedRow::fingerprint, fingerprint)
                                      .where(db::col(&ImportedRow::source) != m_source)
                                      .limit(1));
    if (!twins)
        return db::Failure(twins.error());
    return twins->isEmpty() ? QString() : twins->first().source;
}

db::Result<void> ImportedRows::add(const QString &kind, const QString &sourceKey, qint64 rowId, const QString &fingerprint)
{
    const ImportedRow row{.id = {}, .source = m_source, .kind = kind, .sourceKey = sourceKey, .fingerprint = fingerprint, .rowId = rowId};
    if (const db::Result<qint64> written = m_repo.insertAll<ImportedRow>({row}); !written)
        return db::Failure(written.error());
    return {};
}

} // namespace importing
