// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/importing/imported_row.h"
#include "core/importing/key_set.h"
#include "core/toolkit/repo.h"

namespace importing {

class DumpRow;
class Tally;

/// What all parts of one import share: the database, and the books of what came in.
class ImportContext
{
public:
    /// `site` is a host's name.
    ImportContext(db::Repo &repo, const QString &source, const QString &site)
        : m_repo(repo), m_books(repo, source), m_site(site) { }

    db::Repo &repo() { return m_repo; }
    ImportedRows &books() { return m_books; }
    /// An address where nobody lives (RFC 2606), for people whose own is not in the dump.
    QString emailFor(const QString &name) const { return name + u'@' + m_site + u".invalid"; }

    /// Counts the row as read and says whether there is anything to do for it: a row that came in with an earlier import
    /// is unchanged, and one without a key of its own is rejected. So is one whose key was another row's in an earlier
    /// import, as happens when two sites go by one name.
    db::Result<bool> isNew(const DumpRow &row, const QString &keyAttribute, const QString &kind, Tally &tally);

    /// The row that was made of that one, if any.
    template <typename T>
    db::Result<std::optional<db::Id<T>>> find(const QString &kind, const QString &sourceKey) const
    {
        if (m_strangers.value(kind).contains(sourceKey))
            return std::nullopt;
        const auto entry = m_books.find(kind, sourceKey);
        if (!entry)
            return db::Failure(entry.error());
        return *entry ? std::optional(db::Id<T>{(*entry)->rowId}) : std::nullopt;
    }

    /// Stores a new row and enters it in the books; see fingerprintOf().
    template <typename T>
    db::Result<db::Id<T>> insert(const db::Changeset<T> &changeset, const QString &kind, const QString &sourceKey,
                                 const QString &fingerprint = {})
    {
        const db::Result<T> stored = m_repo.insert(changeset);
        if (!stored)
            return db::Failure(stored.error());
        if (const db::Result<void> noted = m_books.add(kind, sourceKey, stored->id.value, fingerprint); !noted)
            return db::Failure(noted.error());
        return stored->id;
    }

private:
    db::Repo &m_repo;
    ImportedRows m_books;
    QString m_site;
    QHash<QString, KeySet> m_seen; ///< keys in this dump, by kind
    QHash<QString, KeySet> m_strangers; ///< those of them that were other rows' in an earlier import
};

/// What never changes about a row of a dump: when it was made, to the second. Empty for a tag.
QString fingerprintOf(const DumpRow &row);

} // namespace importing
