// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QAnyStringView>
#include <QFile>
#include <QXmlStreamReader>

#include <optional>

namespace importing {

/// One `<row …/>` of a dump.
class DumpRow
{
public:
    DumpRow(qint64 line, QXmlStreamAttributes attributes)
        : m_line(line), m_attributes(std::move(attributes)) { }

    /// Where the row begins, from 1.
    qint64 line() const { return m_line; }
    /// The value of an attribute; empty when it is not there.
    QString value(QAnyStringView attribute) const;

private:
    qint64 m_line;
    QXmlStreamAttributes m_attributes;
};

/// Reads one file of a dump, row by row: `<users><row …/>…</users>`. Nothing else is let through: a document type could
/// bring entities that swell without end.
///
/// Every error names the file, and where the file is at fault the line and the byte at which it was noticed.
class DumpReader
{
public:
    /// `root` is the name of the outermost element.
    DumpReader(const QString &path, const QString &root);

    db::Result<void> open();
    /// The next row, or nothing after the last.
    db::Result<std::optional<DumpRow>> next();
    /// How much of the file has been read.
    qint64 bytesRead() const { return m_file.pos(); }

private:
    QString reason() const;
    db::Error broken(const QString &why) const;
    qint64 byteOffset() const;

    QFile m_file;
    QString m_root;
    QXmlStreamReader m_xml;
    int m_depth = 0; ///< 1 inside the outermost element, 2 inside a row
};

} // namespace importing
