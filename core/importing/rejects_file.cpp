// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/rejects_file.h"

#include <QDir>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace importing {

namespace {

/// RFC 4180: a field with a comma, a quote or a line break stands in quotes, and quotes in it are doubled.
QString quoted(QString field)
{
    const bool plain = !field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r');
    return plain ? field : u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray record(const QStringList &fields)
{
    QStringList texts;
    for (const QString &field : fields)
        texts.append(quoted(field));
    return texts.join(u',').toUtf8() + "\r\n";
}

} // namespace

db::Result<void> RejectsFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly))
        return db::Failure(failure());
    return {};
}

void RejectsFile::write(const Line &line)
{
    if (m_isEmpty)
        m_file.write(record({u"file"_s, u"line"_s, u"id"_s, u"field"_s, u"reason"_s, u"kind"_s}));
    m_isEmpty = false;
    m_file.write(record({line.file, QString::number(line.line), line.id, line.field, line.reason,
                         line.kind == Kind::Rejected ? u"rejected"_s : u"adjusted"_s}));
}

db::Result<void> RejectsFile::save()
{
    if (!m_isEmpty && !m_file.commit())
        return db::Failure(failure());
    return {};
}

db::Error RejectsFile::failure() const
{
    return db::Error::refused(u"The list of rejected rows cannot be written to %1: %2"_s.arg(QDir::toNativeSeparators(path()), m_file.errorString()), path());
}

} // namespace importing
