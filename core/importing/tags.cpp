// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/tags.h"

#include "core/blog/slug.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace importing {

using blog::Tag;

db::Result<void> Tags::import(const DumpRow &row)
{
    const db::Result<bool> isNew = m_context.isNew(row, u"TagName"_s, u"tag"_s, m_tally);
    if (!isNew || !*isNew)
        return isNew.map([](bool) {});
    if (const db::Result<db::Id<Tag>> tag = findOrCreate(row.value(u"TagName")); !tag)
        return m_tally.reject(row, tag.error());
    m_tally.countImported();
    return {};
}

QStringList Tags::namesIn(const QString &attribute)
{
    static const QRegularExpression separator(u"[<>|]+"_s);
    return attribute.split(separator, Qt::SkipEmptyParts);
}

db::Result<QList<db::Id<Tag>>> Tags::named(const QStringList &names, const DumpRow &row, Tally &tally)
{
    QList<db::Id<Tag>> tags;
    for (const QString &name : names) {
        const auto known = m_context.find<Tag>(u"tag"_s, name);
        if (!known)
            return db::Failure(known.error());
        if (*known) {
            const db::Result<bool> exists = m_context.repo().exists(db::from<Tag>().where(&Tag::id, **known));
            if (!exists)
                return db::Failure(exists.error());
            if (*exists)
                tags.append(**known);
            else
                tally.adjust(row, u"Tags"_s, u"names a tag that was deleted here, which was left out"_s);
            continue;
        }
        const db::Result<db::Id<Tag>> made = findOrCreate(name);
        if (!made && made.error().kind != db::Error::Kind::Invalid)
            return db::Failure(made.error());
        if (made)
            tags.append(*made);
        tally.adjust(row, u"Tags"_s, made ? u"names a tag that Tags.xml does not have"_s : u"names an impossible tag, which was left out"_s);
    }
    return tags;
}

db::Result<db::Id<Tag>> Tags::findOrCreate(const QString &name)
{
    const QString slug = blog::tagSlugFor(name);
    const db::Result<std::optional<Tag>> existing = m_context.repo().getBy(&Tag::slug, slug);
    if (!existing)
        return db::Failure(existing.error());
    if (!*existing)
        return m_context.insert(Tag::changeset({}, {{u"name"_s, name}, {u"slug"_s, slug}}), u"tag"_s, name);
    const db::Id<Tag> tag = (*existing)->id;
    return m_context.books().add(u"tag"_s, name, tag.value).map([tag] { return tag; });
}

} // namespace importing
