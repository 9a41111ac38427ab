// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/backups.h"

#include "core/toolkit/dialects/sqlite_copy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

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

bool isSameFile(const Backup &one, const Backup &other)
{
    constexpr qint64 portion = 1 << 20; // bytes
    QFile left(one.path);
    QFile right(other.path);
    if (one.bytes != other.bytes || !left.open(QIODevice::ReadOnly) || !right.open(QIODevice::ReadOnly))
        return false;
    while (!left.atEnd()) {
        if (left.read(portion) != right.read(portion))
            return false;
    }
    return right.atEnd();
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

Result<Backup> Backups::copy(const std::shared_ptr<CancelToken> &token) const
{
    const QString problem = u"No backup of %1 could be made in %2"_s.arg(m_url.displayName(), m_folder);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString path = m_folder + u'/' + now.toString(nameFormat);
    // Under another name until it is whole.
    const QString unfinished = path + u".part";
    QFile made(unfinished);
    const bool isMade = QDir().mkpath(m_folder) && QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
        && made.open(QIODevice::WriteOnly) && made.setPermissions(QFile::permissions(m_url.path()) | QFile::WriteOwner);
    if (!isMade)
        return Failure(Error{.kind = Error::Kind::CannotOpen, .message = problem + u": nothing can be written there", .subject = m_folder});
    made.close();
    const Result<void> copied = copySqliteFile(m_url.path(), unfinished, token);
    if (!copied || !QFile::rename(unfinished, path)) {
        for (const QString &suffix : {QString(), u"-journal"_s})
            QFile::remove(unfinished + suffix);
        const Error error = copied ? Error{.kind = Error::Kind::CannotOpen, .message = u"a file of this name is there already"_s, .subject = path} : copied.error();
        return Failure(inWords(error, problem));
    }
    return Backup{path, now, QFileInfo(path).size()};
}

Result<Backup> Backups::make(const std::shared_ptr<CancelToken> &token) const
{
    const QList<Backup> before = list();
    const Result<Backup> backup = copy(token);
    if (!backup)
        return backup;
    // A migration that fails ten times must not push out the backup of what it was tried on.
    if (!before.isEmpty() && isSameFile(before.first(), *backup) && QFile::remove(backup->path))
        return before.first();
    discardOldest({backup->path});
    return backup;
}

Result<std::optional<Backup>> Backups::restore(const Backup &backup, const std::shared_ptr<CancelToken> &token) const
{
    std::optional<Backup> before;
    bool isLost = false;
    if (QFile::exists(m_url.path())) {
        const Result<Backup> present = copy(token);
        isLost = !present && (present.error().kind == Error::Kind::NotADatabase || present.error().kind == Error::Kind::Corrupt);
        if (!present && !isLost)
            return Failure(present.error());
        if (present)
            before = *present;
    }
    if (const Result<void> done = isLost ? replace(backup, token) : copySqliteFile(backup.path, m_url.path(), token); !done)
        return Failure(inWords(done.error(), u"%1 was not restored from %2, and is as it was"_s.arg(m_url.displayName(), backup.path)));
    discardOldest({backup.path, before ? before->path : QString()});
    return before;
}

Result<void> Backups::replace(const Backup &backup, const std::shared_ptr<CancelToken> &token) const
{
    const QString path = m_url.path();
    const QString restored = path + u".restored";
    Result<void> done = copySqliteFile(backup.path, restored, token);
    const QString aside = m_folder + u'/' + QDateTime::currentDateTimeUtc().toString(nameFormat) + u".damaged";
    QStringList copies;
    for (const QString &suffix : {QString(), u"-journal"_s, u"-wal"_s}) {
        if (!done || !QFile::exists(path + suffix))
            continue;
        copies.append(aside + suffix);
        if (!QDir().mkpath(m_folder) || !QFile::copy(path + suffix, aside + suffix))
            done = Failure(Error{.kind = Error::Kind::CannotOpen, .message = u"it could not be put aside as %1"_s.arg(aside), .subject = path});
    }
    if (!done) {
        copies.append(restored);
        std::for_each(copies.cbegin(), copies.cend(), [](const QString &copy) { QFile::remove(copy); });
        return done;
    }
    // Now both are on the disk.
    QFile::setPermissions(restored, QFile::permissions(path));
    for (const QString &journal : {u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + journal);
    if (std::rename(QFile::encodeName(restored).constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    return Failure(Error{.kind = Error::Kind::CannotOpen, .message = u"%1 could not get its name"_s.arg(restored), .subject = restored});
}

void Backups::discardOldest(const QStringList &wanted) const
{
    const QList<Backup> backups = list();
    qsizetype left = backups.size();
    for (auto oldest = backups.crbegin(); oldest != backups.crend() && left > kept; ++oldest) {
        if (!wanted.contains(oldest->path) && QFile::remove(oldest->path))
            --left;
    }
}

} // namespace db
