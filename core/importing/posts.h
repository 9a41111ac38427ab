// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/post.h"
#include "core/importing/people.h"
#include "core/importing/tags.h"

namespace importing {

/// The posts of a Stack Exchange dump. Its file is read twice, questions first, because an answer takes its title from
/// its question, which may stand behind it.
class Posts
{
public:
    Posts(ImportContext &context, People &people, Tags &tags, const Tally &tally)
        : m_context(context), m_people(people), m_tags(tags), m_tally(tally) { }

    /// The first reading of a row of Posts.xml: imports questions, passes over answers, rejects everything else.
    db::Result<void> importQuestion(const DumpRow &row);
    /// The second reading: imports answers, passes over everything else.
    db::Result<void> importAnswer(const DumpRow &row);

private:
    db::Result<void> import(const DumpRow &row, const QString &title);
    db::Result<QString> uniqueSlug(const QString &title, const QString &key) const;
    db::Result<void> addTags(const DumpRow &row, db::Id<blog::Post> post);

    ImportContext &m_context;
    People &m_people;
    Tags &m_tags;
    Tally m_tally;
};

} // namespace importing
