// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/tag.h"
#include "core/importing/dump_reader.h"
#include "core/importing/import_context.h"
#include "core/importing/tally.h"

#include <QStringList>

namespace importing {

/// The tags of a Stack Exchange dump. A tag's key is its name: so posts refer to it.
class Tags
{
public:
    Tags(ImportContext &context, const Tally &tally)
        : m_context(context), m_tally(tally) { }

    /// A row of Tags.xml. A tag that is there already is used.
    db::Result<void> import(const DumpRow &row);

    /// The names in the attribute Tags of a post: `<a><b>`, or `|a|b|` in newer dumps.
    static QStringList namesIn(const QString &attribute);
    /// The tags with these names. One that Tags.xml does not have is made, and one that was deleted since is left out; both
    /// are adjustments in `tally`.
    db::Result<QList<db::Id<blog::Tag>>> named(const QStringList &names, const DumpRow &row, Tally &tally);

private:
    db::Result<db::Id<blog::Tag>> findOrCreate(const QString &name);

    ImportContext &m_context;
    Tally m_tally;
};

} // namespace importing
