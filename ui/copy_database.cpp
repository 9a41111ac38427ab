// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/copy_database.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace ui {

namespace {

/// Reads `from` into what will be `copy` once it is committed.
bool fill(QSaveFile &copy, const QString &from)
{
    constexpr qint64 portion = 1 << 20; // bytes
    QFile original(from);
    if (!original.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly))
        return false;
    while (!original.atEnd()) {
        const QByteArray part = original.read(portion);
        if (part.isEmpty() || copy.write(part) != part.size())
            return false;
    }
    return true;
}

} // namespace

CopyOutcome copyDatabase(const QString &from, const QString &to)
{
    const QString target = QFileInfo(to).canonicalFilePath(); // empty when there is none yet
    if (!target.isEmpty() && target == QFileInfo(from).canonicalFilePath())
        return CopyOutcome::SameFile;
    QSaveFile copy(to);
    if (!fill(copy, from))
        return CopyOutcome::Failed;
    // SQLite keeps commits that are not in the file yet in NAME-wal, and what undoes a torn one in NAME-journal.
    for (const QString &journal : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        // One that belongs to the file that is replaced would spoil the copy.
        if (QFile::exists(to + journal) && !QFile::remove(to + journal))
            return CopyOutcome::Failed;
        if (!QFile::exists(from + journal))
            continue;
        QSaveFile journalCopy(to + journal);
        if (!fill(journalCopy, from + journal) || !journalCopy.commit())
            return CopyOutcome::Failed;
    }
    return copy.commit() ? CopyOutcome::Copied : CopyOutcome::Failed;
}

} // namespace ui
