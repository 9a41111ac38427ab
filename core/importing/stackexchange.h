// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/importing/import_report.h"
#include "core/toolkit/error.h"
#include "core/toolkit/fwd.h"

#include <functional>

namespace importing {

struct StackExchangeDump
{
    QString folder; ///< with Users.xml, Posts.xml, Comments.xml and Tags.xml
    QString site = {}; ///< tells the dumps of several sites apart: the folder's name unless given
    QString rejectsFile = QStringLiteral("stackexchange-rejects.csv");
};

/// Imports a dump as Stack Exchange publishes it (https://archive.org/details/stackexchange) into users, profiles, posts,
/// tags and comments.
///
/// One transaction: after an error (a missing or broken file is Refused with a message that names the place) nothing has
/// come in. A dump that came in before under another site's name is Refused too. Rows are read one at a time, and of each
/// only a few bits are kept. Rows that came in with an earlier import are left alone, even when they were changed or
/// deleted since. What did not come in as it was is listed in the rejects file, which is only written if there is
/// something to list.
///
/// `progress` is called every now and then.
db::Result<ImportReport> importStackExchange(db::Repo &repo, const StackExchangeDump &dump,
                                             const std::function<void(const ImportProgress &)> &progress = {});

} // namespace importing
