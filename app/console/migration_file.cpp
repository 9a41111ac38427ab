// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/migration_file.h"

#include "migrations/migrations.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// The name of a migration's function, as migrations/CMakeLists.txt makes it: create_users is createUsers().
QString functionName(const QString &name)
{
    QString function;
    for (const QString &word : name.split(u'_', Qt::SkipEmptyParts))
        function += function.isEmpty() ? word : QString(word.front().toUpper() + word.sliced(1));
    return function;
}

/// The keywords of C++20 and Qt that are one word in small letters, and the function that lists all migrations.
bool isReserved(const QString &function)
{
    static const QStringList words = u"alignas alignof all and asm auto bitand bitor bool break case catch char class compl concept const consteval constexpr "
                                     "constinit continue decltype default delete do double else emit enum explicit export extern false float for foreach "
                                     "forever friend goto if inline int long mutable namespace new noexcept not nullptr operator or private protected public "
                                     "register requires return short signals signed sizeof slots static struct switch template this throw true try typedef "
                                     "typeid typename union unsigned using virtual void volatile while xor"_s.split(u' ');
    return words.contains(function);
}

struct Taken
{
    QSet<qint64> versions;
    QSet<QString> functions;
};

Taken takenIn(const QString &folder)
{
    static const QRegularExpression shape(u"^([0-9]+)_(\\w+)\\.(?:cpp|sql)$"_s);
    Taken taken;
    for (const db::Migration &migration : migrations::all()) {
        taken.versions.insert(migration.version);
        taken.functions.insert(functionName(migration.name));
    }
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        const QRegularExpressionMatch match = shape.match(files.fileName());
        if (match.hasMatch()) {
            taken.versions.insert(match.captured(1).toLongLong());
            taken.functions.insert(functionName(match.captured(2)));
        }
    }
    return taken;
}

qint64 versionAt(const QDateTime &time)
{
    return time.toString(u"yyyyMMddHHmmss"_s).toLongLong();
}

QString cppText(const QString &name, const QStringList &lines)
{
    QString change;
    for (const QString &line : lines)
        change += QString(12, u' ') + line + u'\n';
    return uR"(// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration.h"

namespace migrations {

db::Migration %1()
{
    return {
        .change = []([[maybe_unused]] db::SchemaChange &schema) {
%2        },
    };
}

} // namespace migrations
)"_s.arg(functionName(name), change);
}

QString sqlText()
{
    return u"-- migrate:up\n\n-- What stands behind a line \"-- migrate:down\" takes it back; without that line nothing does.\n"_s;
}

} // namespace

QString snakeCase(const QString &text)
{
    static const QRegularExpression other(u"[^A-Za-z0-9 _-]"_s);
    static const QRegularExpression beforeWord(u"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    static const QRegularExpression between(u"[ _-]+"_s);
    if (text.contains(other))
        return {};
    return QString(text).replace(beforeWord, u"_"_s).split(between, Qt::SkipEmptyParts).join(u'_').toLower();
}

db::Result<MigrationFile> writeMigrationFile(const QString &folder, const QString &name, MigrationFile::Language language, const QStringList &lines)
{
    const bool isCpp = language == MigrationFile::Language::Cpp;
    MigrationFile file{.name = snakeCase(name)};
    const auto refused = [&](const QString &message) { return db::Failure(db::Error::refused(message, name)); };
    if (file.name.isEmpty())
        return refused(u"A migration's name has letters, digits and underscores only, not '%1'"_s.arg(name));
    if (isCpp && (file.name.front().isDigit() || isReserved(functionName(file.name))))
        return refused(u"'%1' cannot be the name of a function in C++: say what the migration does, as in create_users"_s.arg(file.name));
    const Taken taken = takenIn(folder);
    if (taken.functions.contains(functionName(file.name)))
        return refused(u"There is a migration called %1 already"_s.arg(file.name));

    QDateTime time = QDateTime::currentDateTimeUtc();
    while (taken.versions.contains(versionAt(time)))
        time = time.addSecs(1);
    file.version = versionAt(time);
    file.path = QDir(folder).filePath(u"%1_%2.%3"_s.arg(file.version).arg(file.name, isCpp ? u"cpp"_s : u"sql"_s));
    const QByteArray text = (isCpp ? cppText(file.name, lines) : sqlText()).toUtf8();
    QFile written(file.path);
    if (!QDir().mkpath(folder) || !written.open(QIODevice::WriteOnly | QIODevice::NewOnly) || written.write(text) != text.size() || !written.flush())
        return refused(u"%1 cannot be written: %2"_s.arg(file.path, written.errorString()));
    return file;
}

} // namespace console
