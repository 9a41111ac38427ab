// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/import_context.h"

#include "core/importing/dump_reader.h"
#include "core/importing/tally.h"

using namespace Qt::StringLiterals;

namespace importing {

db::Result<bool> ImportContext::isNew(const DumpRow &row, const QString &keyAttribute, const QString &kind, Tally &tally)
{
    tally.countRead();
    const QString key = row.value(keyAttribute);
    if (key.isEmpty()) {
        tally.reject(row, keyAttribute, u"is missing"_s);
        return false;
    }
    const auto entry = m_books.find(kind, key);
    if (!entry)
        return db::Failure(entry.error());
    if (!*entry)
        return true;
    if ((*entry)->id.value > m_newestEntry)
        tally.reject(row, keyAttribute, u"occurs more than once"_s);
    else
        tally.countUnchanged();
    return false;
}

} // namespace importing
