// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

/// The project's own files, read by the tests of its rules. Paths are relative to the root.
namespace source_tree {

inline QDir root()
{
    return QDir(QStringLiteral(QUECTO_SOURCE_DIR));
}

/// The files below a folder whose names match one of the patterns ("*.h"), sorted.
inline QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    QStringList files;
    QDirIterator found(root().filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(root().relativeFilePath(found.next()));
    files.sort();
    return files;
}

/// The C++ files of all folders that hold some.
inline QStringList cppFiles()
{
    QStringList files;
    for (const QString &folder : {QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("migrations"), QStringLiteral("tests"), QStringLiteral("ui")})
        files += filesBelow(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.cpp.in")});
    return files;
}

/// Null where there is no such file.
inline QString textOf(const QString &path)
{
    QFile file(root().filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a file includes, without the quotes or brackets.
inline QStringList includesOf(const QString &path)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#include\\s+[<\"]([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    const QString text = textOf(path);
    QStringList includes;
    for (const QRegularExpressionMatch &match : include.globalMatch(text))
        includes.append(match.captured(1));
    return includes;
}

} // namespace source_tree
