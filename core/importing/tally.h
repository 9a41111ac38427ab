// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/importing/import_report.h"
#include "core/importing/rejects_file.h"
#include "core/toolkit/error.h"

namespace importing {

class DumpRow;

/// Counts what becomes of the rows of one file, and lists what did not come in as it was.
class Tally
{
public:
    Tally(const QString &file, ImportCounts &counts, RejectsFile &rejects)
        : m_file(file), m_counts(counts), m_rejects(rejects) { }

    void countRead() { ++m_counts.read; }
    void countImported() { ++m_counts.imported; }
    void countUnchanged() { ++m_counts.unchanged; }
    /// The row does not come in: `field`, an attribute or a column, is at fault.
    void reject(const DumpRow &row, const QString &field, const QString &reason);
    /// The row does not come in because of an invalid changeset; any other error is passed on.
    db::Result<void> reject(const DumpRow &row, const db::Error &error);
    /// The row comes in, but not just as it was.
    void adjust(const DumpRow &row, const QString &field, const QString &reason);

private:
    void list(const DumpRow &row, const QString &field, const QString &reason, RejectsFile::Kind kind);

    QString m_file;
    ImportCounts &m_counts;
    RejectsFile &m_rejects;
};

} // namespace importing
