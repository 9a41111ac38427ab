// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/id.h"

#include <QString>

#include <optional>

namespace importing {

/// Remembers which row of a foreign dump became which row here, so that a second import changes nothing.
struct ImportedRow
{
    db::Id<ImportedRow> id;
    QString source; ///< whose dump, such as "stackexchange/quantumcomputing"
    QString kind; ///< what the row is in the dump, such as "post"
    QString sourceKey; ///< its key there
    QString fingerprint; ///< tells whether it is the same row there; see fingerprintOf()
    qint64 rowId = 0; ///< its key here; the row itself may have been deleted since

    static void describe(db::SchemaBuilder<ImportedRow> &schema);
};

/// The books about one source.
class ImportedRows
{
public:
    ImportedRows(db::Repo &repo, const QString &source)
        : m_repo(repo), m_source(source) { }

    const QString &source() const { return m_source; }
    /// Which row was made of that one, if any.
    db::Result<std::optional<ImportedRow>> find(const QString &kind, const QString &sourceKey) const;
    /// The source that the same row came in from under another name; empty when there is none. Reads all books.
    db::Result<QString> otherSourceOf(const QString &kind, const QString &sourceKey, const QString &fingerprint) const;
    db::Result<void> add(const QString &kind, const QString &sourceKey, qint64 rowId, const QString &fingerprint = {});

private:
    db::Repo &m_repo;
    QString m_source;
};

} // namespace importing
