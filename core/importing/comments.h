// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/comment.h"
#include "core/importing/people.h"

namespace importing {

/// The comments of a Stack Exchange dump. They wait for a moderator's decision.
class Comments
{
public:
    Comments(ImportContext &context, People &people, const Tally &tally)
        : m_context(context), m_people(people), m_tally(tally) { }

    /// A row of Comments.xml.
    db::Result<void> import(const DumpRow &row);

private:
    ImportContext &m_context;
    People &m_people;
    Tally m_tally;
};

} // namespace importing
