// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QSaveFile>

namespace importing {

/// What did not come in as it was, as CSV: `file,line,id,field,reason,kind`.
///
/// The file appears under its name with save() only, and only if something was written to it.
class RejectsFile
{
public:
    enum class Kind {
        Rejected, ///< the row did not come in
        Adjusted ///< the row came in, but not just as it was
    };

    struct Line
    {
        QString file;
        qint64 line = 0;
        QString id;
        QString field;
        QString reason;
        Kind kind = Kind::Rejected;
    };

    explicit RejectsFile(const QString &path)
        : m_file(path) { }

    QString path() const { return m_file.fileName(); }
    bool isEmpty() const { return m_isEmpty; }

    /// Makes sure that the file can be written before anything depends on it.
    db::Result<void> open();
    /// A full disk is noticed by save().
    void write(const Line &line);
    db::Result<void> save();

private:
    db::Error failure() const;

    QSaveFile m_file;
    bool m_isEmpty = true;
};

} // namespace importing
