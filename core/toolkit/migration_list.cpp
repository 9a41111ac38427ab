// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_list.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool hasBlanks(const QString &name)
{
    return std::any_of(name.begin(), name.end(), [](QChar character) { return character.isSpace(); });
}

/// What is wrong with one migration by itself.
QString problemOf(const Migration &migration)
{
    const QString number = QString::number(migration.version);
    if (migration.version <= 0)
        return u"the version of migration "_s + migration.name + u" is " + number + u", and not the time of its making";
    if (migration.name.isEmpty())
        return u"migration "_s + number + u" has no name";
    if (hasBlanks(migration.name))
        return u"the name of migration "_s + number + u" has blanks: " + migration.name;
    const QString title = titleOf(migration);
    if (migration.change && (migration.up || migration.down))
        return u"migration "_s + title + u" has change and also " + (migration.up ? u"up" : u"down");
    if (!migration.change && !migration.up)
        return u"migration "_s + title + u" has neither change nor up";
    if (!migration.inTransaction && (migration.afterBegin || migration.beforeCommit))
        return u"migration "_s + title + u" has " + (migration.afterBegin ? u"afterBegin" : u"beforeCommit") + u", but no transaction";
    return {};
}

} // namespace

QString titleOf(const Migration &migration)
{
    return QString::number(migration.version) + u'_' + migration.name;
}

QString problemOf(const QList<Migration> &migrations)
{
    QSet<qint64> versions;
    QSet<QString> names;
    for (const Migration &migration : migrations) {
        QString problem = problemOf(migration);
        if (problem.isEmpty() && versions.contains(migration.version))
            problem = u"migration version %1 is duplicated"_s.arg(migration.version);
        if (problem.isEmpty() && names.contains(migration.name))
            problem = u"migration name %1 is duplicated"_s.arg(migration.name);
        if (!problem.isEmpty())
            return u"migrations can't be executed, "_s + problem;
        versions.insert(migration.version);
        names.insert(migration.name);
    }
    return {};
}

} // namespace db
