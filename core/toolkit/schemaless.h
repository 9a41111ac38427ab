// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/changeset_core.h"

#include <QList>

#include <memory>
#include <utility>

namespace db {

/// Fields by name and their types, for changesets without a struct and without a table (Ecto's {data, types}): a search
/// form, the arguments of a command.
///
/// \code
/// const db::Schemaless search({{u"text"_s, db::Type::String}, {u"limit"_s, db::Type::Integer}});
/// db::ChangesetCore changeset = search.cast({{u"limit"_s, 20}}, params);
/// changeset.validateRequired({u"text"_s});
/// const db::Result<QVariantMap> values = search.apply(changeset);
/// \endcode
class Schemaless
{
public:
    explicit Schemaless(const QList<std::pair<QString, Type>> &types);

    /// Starts a changeset from outside input; every field is permitted unless a list is given.
    ChangesetCore cast(const QVariantMap &data, const Params &params, const QStringList &permitted = {},
                       const CastOptions &options = {}) const;
    /// Starts a changeset from values the program itself made.
    ChangesetCore change(const QVariantMap &data) const;
    /// The values of all fields with the changes laid over them, or the error Invalid.
    Result<QVariantMap> apply(const ChangesetCore &changeset) const;

private:
    std::shared_ptr<const RowType> m_type;
};

} // namespace db
