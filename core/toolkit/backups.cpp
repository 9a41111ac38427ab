// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/backups.h"

#include "core/toolkit/dialects/sqlite_copy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace db {

namespace {

// In UTC, sorted as they were made, and without what file systems do not allow.
const QString nameFormat = u"yyyy-MM-dd'T'HH-mm-ss.zzz'Z.sqlite'"_s;

/// Files of the same name in different places do not get mixed up.
QString nameOf(const DatabaseUrl &url)
{
    const QByteArray hash = QCryptographicHash::hash(url.path().toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return url.displayName() + u'-' + QString::fromLatin1(hash);
}

Error inWords(Error error, const QString &what)
{
    error.message = what + u": " + error.message;
    return error;
}

} // namespace

Backups::Backups(const DatabaseUrl &url, const QString &folder)
    : m_url(url), m_folder(folder + u'/' + nameOf(url))
{
}

QString Backups::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/quecto/backups";
}

bool Backups::arePossible(const DatabaseUrl &url)
{
    return url.engine() == DatabaseUrl::Engine::Sqlite && !url.isInMemory();
}

QList<Backup> Backups::list() const
{
    QList<Backup> backups;
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.sqlite"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        QDateTime time = QDateTime::fromString(file.fileName(), nameFormat);
        time.setTimeSpec(Qt::UTC);
        if (time.isValid())
            backups.append({file.filePath(), time, file.size()});
    }
    return backups;
}

Result<Backup> Backups::make(const std::shared_ptr<CancelToken> &token) const
{
    const QString problem = u"No backup of %1 could be made in %2"_s.arg(m_url.displayName(), m_folder);
    if (!QDir().mkpath(m_folder))
        return Failure(Error{.kind = Error::Kind::CannotOpen, .message = problem + u": the folder cannot be made", .subject = m_folder});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString path = m_folder + u'/' + now.toString(nameFormat);
    // Under another name until it is whole.
    const QString unfinished = path + u".part";
    const Result<void> copied = copySqliteFile(m_url.path(), unfinished, token);
    if (!copied || !QFile::rename(unfinished, path)) {
        for (const QString &suffix : {QString(), u"-journal"_s})
            QFile::remove(unfinished + suffix);
        const Error error = copied ? Error{.kind = Error::Kind::CannotOpen, .message = u"a file of this name is there already"_s, .subject = path} : copied.error();
        return Failure(inWords(error, problem));
    }
    discardOldest();
    return Backup{path, now, QFileInfo(path).size()};
}

Result<Backup> Backups::restore(const Backup &backup, const std::shared_ptr<CancelToken> &token) const
{
    Result<Backup> present = make(token);
    if (!present)
        return present;
    if (const Result<void> copied = copySqliteFile(backup.path, m_url.path(), token); !copied)
        return Failure(inWords(copied.error(), u"%1 was not restored from %2, and is as it was"_s.arg(m_url.displayName(), backup.path)));
    return present;
}

void Backups::discardOldest() const
{
    const QList<Backup> backups = list();
    for (const Backup &backup : backups.mid(kept))
        QFile::remove(backup.path);
}

} // namespace db
