// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/database_url.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Engine = DatabaseUrl::Engine;

struct Option
{
    const char *name;
    enum class Value {
        Text,
        Number,
        File
    } value;
    bool onPostgres = true;
    bool onMariaDb = true;
};

constexpr Option knownOptions[] = {
    {"connect_timeout", Option::Value::Number},
    {"pool_size", Option::Value::Number},
    {"prepare", Option::Value::Text, true, false},
    {"production", Option::Value::Text},
    {"search_path", Option::Value::Text, true, false},
    {"socket", Option::Value::File, false, true},
    {"socket_dir", Option::Value::File, true, false},
    {"sslcert", Option::Value::File},
    {"sslkey", Option::Value::File},
    {"sslmode", Option::Value::Text},
    {"sslrootcert", Option::Value::File},
    {"target_session_attrs", Option::Value::Text},
    {"timeout", Option::Value::Number},
};

bool isFor(const Option &option, Engine engine)
{
    return engine == Engine::Postgres ? option.onPostgres : option.onMariaDb;
}

QStringList optionNames(Engine engine)
{
    QStringList names;
    for (const Option &option : knownOptions) {
        if (isFor(option, engine))
            names.append(QString::fromLatin1(option.name));
    }
    return names;
}

/// The values of the options that are one of a few words.
QStringList wordsOf(const QString &option, Engine engine)
{
    if (option == u"sslmode")
        return {u"disable"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    if (option == u"prepare")
        return {u"named"_s, u"unnamed"_s};
    if (option == u"production")
        return {u"1"_s, u"0"_s};
    if (option == u"target_session_attrs" && engine == Engine::MariaDb)
        return {u"any"_s, u"read-write"_s};
    if (option == u"target_session_attrs")
        return {u"any"_s, u"read-write"_s, u"read-only"_s, u"primary"_s, u"standby"_s, u"prefer-standby"_s};
    return {};
}

std::optional<Engine> engineOf(const QString &scheme)
{
    if (scheme == u"postgres" || scheme == u"postgresql" || scheme == u"ecto")
        return Engine::Postgres;
    if (scheme == u"mysql" || scheme == u"mariadb")
        return Engine::MariaDb;
    return std::nullopt;
}

/// The option that names the way to a server on this machine.
QString socketOption(Engine engine)
{
    return engine == Engine::Postgres ? u"socket_dir"_s : u"socket"_s;
}

int standardPort(Engine engine)
{
    return engine == Engine::Postgres ? 5432 : 3306;
}

Failure refused(const QString &why)
{
    return Failure({.kind = Error::Kind::CannotOpen, .message = u"The database URL is wrong: "_s + why});
}

QString decoded(const QString &part)
{
    return QUrl::fromPercentEncoding(part.toUtf8());
}

QString encoded(const QString &part, const QByteArray &plain = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part, plain));
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QString known = u"Known are sqlite:path, sqlite::memory:, plain file names, postgres://user@host/database and mysql://user@host/database."_s;
    if (text.trimmed().isEmpty())
        return Failure({.kind = Error::Kind::CannotOpen, .message = u"The database URL is empty. "_s + known});
    if (text.startsWith(u"sqlite:")) {
        QString path = text.mid(7);
        if (path == u":memory:")
            return inMemory();
        if (path.startsWith(u"//"))
            path = path.mid(2);
        const bool isProduction = path.section(u'?', 1).split(u'&').contains(u"production=1"_s);
        path = path.section(u'?', 0, 0);
        if (path.isEmpty())
            return Failure({.kind = Error::Kind::CannotOpen, .message = u"The database URL names no file. "_s + known, .subject = text});
        DatabaseUrl file = sqliteFile(decoded(path));
        if (isProduction)
            file.m_options.insert(u"production"_s, u"1"_s);
        return file;
    }
    const qsizetype separator = text.indexOf(u"://"_s);
    if (separator < 0) {
        const QString start = text.section(u':', 0, 0);
        if (start != text && engineOf(start.toLower()))
            return refused(u"behind %1: come two slashes, as in %1://user@host/database"_s.arg(start));
        return sqliteFile(text);
    }
    const QString scheme = text.left(separator).toLower();
    const std::optional<Engine> engine = engineOf(scheme);
    // The rest may hold a password.
    if (!engine)
        return Failure({.kind = Error::Kind::CannotOpen, .message = u"Nothing is known about databases at %1://. "_s.arg(scheme) + known, .subject = scheme});
    DatabaseUrl url;
    url.m_engine = *engine;
    if (const Result<void> read = url.parseServer(text.mid(separator + 3)); !read)
        return Failure(read.error());
    url.m_path = url.written();
    return url;
}

Result<void> DatabaseUrl::parseServer(const QString &text)
{
    const QString place = text.section(u'?', 0, 0);
    if (const Result<void> read = parseOptions(text.section(u'?', 1)); !read)
        return read;
    const qsizetype slash = place.indexOf(u'/');
    if (const Result<void> read = parseAuthority(place.left(slash < 0 ? place.size() : slash)); !read)
        return read;
    const QString database = slash < 0 ? QString() : place.mid(slash + 1);
    if (database.isEmpty() || database.contains(u'/'))
        return refused(u"path should be a database name"_s);
    m_database = decoded(database);
    return {};
}

Result<void> DatabaseUrl::parseAuthority(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at >= 0) {
        const QString credentials = text.left(at);
        m_user = decoded(credentials.section(u':', 0, 0));
        m_password = decoded(credentials.section(u':', 1));
    }
    const QString hosts = text.mid(at + 1);
    const bool hasSocket = m_options.contains(u"socket"_s) || m_options.contains(u"socket_dir"_s);
    if (hosts.isEmpty())
        return hasSocket ? Result<void>() : refused(u"host is not present; a server on this machine may also be named by ?%1="_s.arg(socketOption(m_engine)));
    if (hasSocket)
        return refused(u"a socket takes the place of the host"_s);
    for (const QString &host : hosts.split(u',')) {
        const qsizetype nameEnd = host.startsWith(u'[') ? host.indexOf(u']') + 1 : host.indexOf(u':');
        const QString name = nameEnd < 0 ? host : host.left(nameEnd);
        const QString rest = nameEnd < 0 ? QString() : host.mid(nameEnd);
        Host parsed{name.startsWith(u'[') ? name.mid(1, name.size() - 2) : decoded(name), standardPort(m_engine)};
        if (parsed.name.isEmpty())
            return refused(u"host is not present"_s);
        if (!rest.isEmpty()) {
            bool isNumber = false;
            parsed.port = rest.mid(1).toInt(&isNumber);
            if (!rest.startsWith(u':') || !isNumber || parsed.port < 1 || parsed.port > 65535)
                return refused(u"the port of %1 should be a number from 1 to 65535"_s.arg(parsed.name));
        }
        m_hosts.append(parsed);
    }
    return {};
}

Result<void> DatabaseUrl::parseOptions(const QString &text)
{
    for (const QString &pair : text.split(u'&', Qt::SkipEmptyParts)) {
        QString name = decoded(pair.section(u'=', 0, 0));
        QString value = decoded(pair.section(u'=', 1));
        if (name == u"ssl") {
            if (value != u"true" && value != u"false")
                return refused(u"the option ssl should be true or false"_s);
            name = u"sslmode"_s;
            value = value == u"true" ? u"require"_s : u"disable"_s;
        }
        const auto *known = std::find_if(std::begin(knownOptions), std::end(knownOptions), [&](const Option &option) {
            return name == QLatin1StringView(option.name) && isFor(option, m_engine);
        });
        if (known == std::end(knownOptions))
            return refused(u"there is no option %1; known are %2"_s.arg(name, optionNames(m_engine).join(u", ")));
        bool isNumber = false;
        if (known->value == Option::Value::Number && (value.toInt(&isNumber) < 1 || !isNumber))
            return refused(u"the option %1 should be a whole number, at least 1"_s.arg(name));
        // QtSql separates the options of a driver so.
        if (value.isEmpty() || value.contains(u';'))
            return refused(u"the option %1 has no value that can be used"_s.arg(name));
        if (name == socketOption(m_engine) && !value.startsWith(u'@') && QDir::isRelativePath(value))
            return refused(u"the option %1 should be an absolute path"_s.arg(name));
        if (const QStringList words = wordsOf(name, m_engine); !words.isEmpty() && !words.contains(value))
            return refused(u"the option %1 should be one of %2"_s.arg(name, words.join(u", ")));
        m_options.insert(name, value);
    }
    return {};
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

std::optional<QString> DatabaseUrl::option(const QString &name) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? std::nullopt : std::optional(*found);
}

std::chrono::seconds DatabaseUrl::connectTimeout() const
{
    constexpr std::chrono::seconds ectosDefault(15);
    const std::optional<QString> given = option(u"connect_timeout"_s);
    return given ? std::chrono::seconds(given->toInt()) : ectosDefault;
}

std::optional<std::chrono::milliseconds> DatabaseUrl::timeout() const
{
    // A file has nobody else who could be in the way for long.
    if (m_engine == Engine::Sqlite)
        return std::nullopt;
    constexpr std::chrono::milliseconds ectosDefault(15'000);
    const std::optional<QString> given = option(u"timeout"_s);
    return given ? std::chrono::milliseconds(given->toInt()) : ectosDefault;
}

int DatabaseUrl::poolSize() const
{
    if (const std::optional<QString> size = option(u"pool_size"_s))
        return size->toInt();
    constexpr int ectosDefault = 10;
    const int size = qEnvironmentVariableIntValue("POOL_SIZE");
    return size > 0 ? size : ectosDefault;
}

DatabaseUrl DatabaseUrl::reachedBy(const QString &name) const
{
    DatabaseUrl url = *this;
    url.m_shownDatabase = m_database;
    url.m_database = name;
    return url;
}

DatabaseUrl DatabaseUrl::withHosts(const QList<Host> &hosts) const
{
    DatabaseUrl url = *this;
    url.m_hosts = hosts;
    url.m_path = url.written();
    return url;
}

DatabaseUrl DatabaseUrl::withOption(const QString &name, const QString &value) const
{
    DatabaseUrl url = *this;
    url.m_options.insert(name, value);
    url.m_path = url.written();
    return url;
}

QString DatabaseUrl::written() const
{
    QString text = m_engine == Engine::Postgres ? u"postgres://"_s : u"mysql://"_s;
    if (!m_user.isEmpty())
        text += encoded(m_user) + u'@';
    QStringList hosts;
    for (const Host &host : m_hosts) {
        QString name = host.name.contains(u':') ? QString(u'[' + host.name + u']') : encoded(host.name);
        if (host.port != standardPort(m_engine))
            name += u':' + QString::number(host.port);
        hosts.append(name);
    }
    text += hosts.join(u',') + u'/' + encoded(m_database);
    QChar separator = u'?';
    for (auto option = m_options.begin(); option != m_options.end(); ++option) {
        text += separator + option.key() + u'=' + encoded(option.value(), "/,");
        separator = u'&';
    }
    return text;
}

QString DatabaseUrl::toString() const
{
    if (m_engine != Engine::Sqlite)
        return m_path;
    // What parse() gives a meaning of its own.
    QString path = m_path;
    path.replace(u'%', u"%25"_s).replace(u'?', u"%3F"_s);
    return u"sqlite:" + path + (m_options.contains(u"production"_s) ? u"?production=1"_s : QString());
}

QString DatabaseUrl::displayName() const
{
    if (m_engine == Engine::Sqlite)
        return isInMemory() ? m_path : QFileInfo(m_path).fileName();
    return (m_hosts.isEmpty() ? m_options.value(socketOption(m_engine)) : m_hosts.first().name) + u'/'
        + (m_shownDatabase.isNull() ? m_database : m_shownDatabase);
}

} // namespace db
