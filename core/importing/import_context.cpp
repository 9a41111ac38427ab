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
    if (!m_seen[kind].insert(key)) {
        tally.reject(row, keyAttribute, u"occurs more than once"_s);
        return false;
    }
    const auto entry = m_books.find(kind, key);
    if (!entry)
        return db::Failure(entry.error());
    if (!*entry)
        return true;
    if ((*entry)->fingerprint == fingerprintOf(row)) {
        tally.countUnchanged();
    } else {
        m_strangers[kind].insert(key);
        tally.reject(row, keyAttribute, u"was another row's in an earlier import; a dump of another site needs a name of its own (--site)"_s);
    }
    return false;
}

QString fingerprintOf(const DumpRow &row)
{
    constexpr qsizetype length = 19; // of 2018-03-09T18:48:09; some dumps go on with milliseconds
    return row.value(u"CreationDate").left(length);
}

} // namespace importing
