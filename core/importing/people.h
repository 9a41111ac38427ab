// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/user.h"
#include "core/importing/dump_reader.h"
#include "core/importing/import_context.h"
#include "core/importing/tally.h"

namespace importing {

/// The users of a Stack Exchange dump, with their profiles.
class People
{
public:
    People(ImportContext &context, const Tally &tally)
        : m_context(context), m_tally(tally) { }

    /// A row of Users.xml. Names become unique; a website that is none is left out.
    db::Result<void> import(const DumpRow &row);

    /// Who wrote a post or comment. Of a deleted account only a name is left: an inactive user of that name stands in for
    /// it, which is an adjustment in `tally`. Nothing when neither is known; the row has then been rejected.
    struct Attributes
    {
        QString id;
        QString name;
    };
    db::Result<std::optional<db::Id<accounts::User>>> authorOf(const DumpRow &row, const QString &kind, const Attributes &attributes,
                                                               Tally &tally);

private:
    /// Refuses a dump that came in under another name: everybody in it would get a twin. The first person tells.
    db::Result<void> refuseTwin(const DumpRow &row, const QString &key);
    db::Result<QString> uniqueUsername(const QString &name, const QString &suffix) const;
    db::Result<void> importProfile(const DumpRow &row, db::Id<accounts::User> user);
    db::Result<db::Id<accounts::User>> standIn(const DumpRow &row, const QString &kind, const QString &name);

    ImportContext &m_context;
    Tally m_tally;
    bool m_isTwinRuledOut = false;
};

} // namespace importing
