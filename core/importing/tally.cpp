// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/tally.h"

#include "core/importing/dump_reader.h"
#include "core/toolkit/changeset_core.h"

namespace importing {

void Tally::reject(const DumpRow &row, const QString &field, const QString &reason)
{
    ++m_counts.rejected;
    ++m_counts.reasons[field + u' ' + reason];
    list(row, field, reason, RejectsFile::Kind::Rejected);
}

db::Result<void> Tally::reject(const DumpRow &row, const db::Error &error)
{
    if (error.kind != db::Error::Kind::Invalid)
        return db::Failure(error);
    const QList<db::FieldError> &errors = error.changeset->errors();
    reject(row, errors.first().field, errors.first().text());
    for (const db::FieldError &other : errors.sliced(1))
        list(row, other.field, other.text(), RejectsFile::Kind::Rejected);
    return {};
}

void Tally::adjust(const DumpRow &row, const QString &field, const QString &reason)
{
    ++m_counts.adjusted[field + u' ' + reason];
    list(row, field, reason, RejectsFile::Kind::Adjusted);
}

void Tally::list(const DumpRow &row, const QString &field, const QString &reason, RejectsFile::Kind kind)
{
    m_rejects.write({m_file, row.line(), row.value(u"Id"), field, reason, kind});
}

} // namespace importing
