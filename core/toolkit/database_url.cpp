// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/database_url.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace db {

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QString known = u"Known are sqlite:path, sqlite::memory: and plain file names."_s;
    if (text.trimmed().isEmpty())
        return Failure({.kind = Error::Kind::CannotOpen, .message = u"The database URL is empty. "_s + known});
    if (text.startsWith(u"sqlite:")) {
        QString path = text.mid(7);
        if (path == u":memory:")
            return inMemory();
        if (path.startsWith(u"//"))
            path = path.mid(2);
        path = path.section(u'?', 0, 0);
        if (path.isEmpty())
            return Failure({.kind = Error::Kind::CannotOpen, .message = u"The database URL names no file. "_s + known, .subject = text});
        return sqliteFile(QUrl::fromPercentEncoding(path.toUtf8()));
    }
    DatabaseUrl url;
    const QString scheme = text.section(u"://"_s, 0, 0);
    if (scheme == u"postgres" || scheme == u"postgresql")
        url.m_engine = Engine::Postgres;
    else if (scheme == u"mysql" || scheme == u"mariadb")
        url.m_engine = Engine::MariaDb;
    else if (text.contains(u"://"_s))
        return Failure({.kind = Error::Kind::CannotOpen, .message = u"Nothing is known about databases at %1://. "_s.arg(scheme) + known, .subject = text});
    else
        return sqliteFile(text);
    url.m_path = QUrl(text).toString(QUrl::RemovePassword);
    return url;
}

DatabaseUrl DatabaseUrl::sqliteFile(const QString &path)
{
    DatabaseUrl url;
    url.m_path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return url;
}

DatabaseUrl DatabaseUrl::inMemory()
{
    DatabaseUrl url;
    url.m_path = u":memory:"_s;
    return url;
}

std::optional<std::chrono::milliseconds> DatabaseUrl::timeout() const
{
    // A file has nobody else who could be in the way for long.
    if (m_engine == Engine::Sqlite)
        return std::nullopt;
    constexpr std::chrono::milliseconds ectosDefault(15'000);
    return ectosDefault;
}

int DatabaseUrl::poolSize() const
{
    return 10;
}

QString DatabaseUrl::toString() const
{
    if (m_engine != Engine::Sqlite)
        return m_path;
    // What parse() gives a meaning of its own.
    QString path = m_path;
    path.replace(u'%', u"%25"_s).replace(u'?', u"%3F"_s);
    return u"sqlite:" + path;
}

QString DatabaseUrl::displayName() const
{
    if (m_engine == Engine::Sqlite)
        return isInMemory() ? m_path : QFileInfo(m_path).fileName();
    const QUrl url(m_path);
    return url.host() + url.path();
}

} // namespace db
