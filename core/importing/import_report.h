// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMap>
#include <QString>

namespace importing {

/// What became of the rows of one kind. Every row that was read is imported, unchanged or rejected.
struct ImportCounts
{
    qint64 read = 0;
    qint64 imported = 0;
    qint64 unchanged = 0; ///< came in with an earlier import, and is left alone
    qint64 rejected = 0;
    QMap<QString, qint64> reasons = {}; ///< why rows were rejected; the numbers add up to `rejected`
    QMap<QString, qint64> adjusted = {}; ///< how rows were changed to come in; a row may be in several
};

struct ImportReport
{
    QString source; ///< under what name the rows are remembered
    ImportCounts users = {};
    ImportCounts posts = {};
    ImportCounts tags = {};
    ImportCounts comments = {};
    QString rejectsFile = {}; ///< where rejections and adjustments are listed; empty when there were none
};

/// How far an import is.
struct ImportProgress
{
    QString file; ///< being read
    qint64 rows = 0; ///< read so far, of all files
    qint64 bytes = 0; ///< read so far, of all files
    qint64 totalBytes = 0;
};

} // namespace importing
