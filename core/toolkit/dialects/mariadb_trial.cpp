// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/mariadb_trial.h"

#include "core/toolkit/dialects/mariadb_definition.h"
#include "core/toolkit/sql_parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = SqlLexer::Token::Kind;
using Parts = QList<SqlPart>;

Parts partsOf(const QString &sql)
{
    return db::partsOf(sql, DatabaseUrl::Engine::MariaDb);
}

bool isOneOf(const SqlPart &part, const QStringList &keywords)
{
    return part.token.kind == Kind::Word && keywords.contains(part.text, Qt::CaseInsensitive);
}

/// Whether this is the name of a database, if it is one at all: `this.table`, but not `table.this.column`.
bool isInFrontOfPoint(const Parts &parts, qsizetype at)
{
    const bool isBehindPoint = at > 0 && parts.at(at - 1).isSymbol(u'.');
    return parts.at(at).canBeName() && !isBehindPoint && at + 1 < parts.size() && parts.at(at + 1).isSymbol(u'.');
}

/// What a statement makes, changes or drops, behind words such as OR REPLACE; empty where it is not the content of a database.
bool isOfDatabase(const Parts &parts)
{
    static const QStringList kinds{u"TABLE"_s, u"INDEX"_s, u"VIEW"_s, u"TRIGGER"_s, u"PROCEDURE"_s, u"FUNCTION"_s, u"SEQUENCE"_s};
    static const QStringList between{u"OR"_s, u"REPLACE"_s, u"TEMPORARY"_s, u"UNIQUE"_s, u"FULLTEXT"_s, u"SPATIAL"_s, u"IGNORE"_s, u"ONLINE"_s};
    const auto kind = std::find_if(parts.cbegin() + 1, parts.cend(), [](const SqlPart &part) { return !isOneOf(part, between); });
    return kind != parts.cend() && isOneOf(*kind, kinds);
}

/// Whether the engine of a table, where its definition tells one, keeps the rows in the database.
bool areEnginesLocal(const Parts &parts)
{
    static const QStringList local{u"InnoDB"_s, u"Aria"_s, u"MyISAM"_s, u"MEMORY"_s, u"MERGE"_s, u"MRG_MyISAM"_s, u"CSV"_s, u"ARCHIVE"_s, u"BLACKHOLE"_s};
    int depth = 0; // the options of a table stand behind its brackets
    for (qsizetype i = 0; i < parts.size(); ++i) {
        depth += parts.at(i).isSymbol(u'(') ? 1 : parts.at(i).isSymbol(u')') ? -1
                                                                             : 0;
        const qsizetype named = i + 1 < parts.size() && parts.at(i + 1).isSymbol(u'=') ? i + 2 : i + 1;
        const bool isTold = depth == 0 && parts.at(i).is(u"ENGINE") && named < parts.size() && parts.at(named).canBeName();
        if (isTold && !local.contains(parts.at(named).name(), Qt::CaseInsensitive))
            return false;
    }
    return true;
}

/// Whether SQL of one's own is of a kind that changes nothing but rows and definitions of the database it runs in.
bool isConfined(const Parts &parts)
{
    static const QStringList rows{u"INSERT"_s, u"REPLACE"_s, u"UPDATE"_s, u"DELETE"_s, u"SELECT"_s, u"WITH"_s, u"TRUNCATE"_s};
    static const QStringList definitions{u"CREATE"_s, u"ALTER"_s, u"DROP"_s};
    static const QStringList tables{u"RENAME"_s, u"ANALYZE"_s, u"OPTIMIZE"_s};
    // Of the server: variables, files, libraries.
    static const QStringList outside{u"GLOBAL"_s, u"OUTFILE"_s, u"DUMPFILE"_s, u"SONAME"_s};
    const auto isOutside = [](const SqlPart &part) {
        // What MariaDB runs in a comment, a name that begins with a dollar sign, and what has no end are not read here.
        const bool isUnread = part.token.kind == Kind::Broken || part.isSymbol(u'$') || (part.token.kind == Kind::Symbol && part.text.size() > 1);
        return isUnread || isOneOf(part, outside);
    };
    if (parts.isEmpty() || std::any_of(parts.cbegin(), parts.cend(), isOutside))
        return false;
    const SqlPart &first = parts.first();
    if (isOneOf(first, tables))
        return parts.size() > 1 && (parts.at(1).is(u"TABLE") || parts.at(1).is(u"TABLES"));
    return isOneOf(first, rows) || (isOneOf(first, definitions) && isOfDatabase(parts) && areEnginesLocal(parts));
}

} // namespace

QString MariadbTrial::otherDatabase(const QString &sql) const
{
    const Parts parts = partsOf(sql);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString name = parts.at(i).name();
        if (isInFrontOfPoint(parts, i) && m_others.contains(name, Qt::CaseInsensitive))
            return name;
    }
    return {};
}

QString MariadbTrial::objection(const Operation &operation, const QString &sql) const
{
    if (const auto *call = std::get_if<Call>(&operation))
        return u"a function of the program may change more than the copy in which migrations are tried here: "_s + call->name;
    if (const QString other = otherDatabase(sql); !other.isEmpty())
        return u"it names the database %1, and migrations are tried in a copy here: "_s.arg(other) + sql;
    // The toolkit's own statements know no other database.
    if (std::holds_alternative<Execute>(operation) && !isConfined(partsOf(sql)))
        return u"this may change more than the copy in which migrations are tried here: "_s + sql;
    return {};
}

bool MariadbTrial::keepsItsRows(const QString &definition)
{
    return areEnginesLocal(partsOf(definition));
}

QString MariadbTrial::moved(const QString &sql, const QString &from, const QString &to)
{
    const Parts parts = partsOf(sql);
    QString changed = sql;
    for (qsizetype i = parts.size() - 1; i >= 0; --i) {
        const SqlPart &part = parts.at(i);
        if (isInFrontOfPoint(parts, i) && part.name().compare(from, Qt::CaseInsensitive) == 0)
            changed.replace(part.token.at, part.token.size, mariadbQuoted(to));
    }
    return changed;
}

} // namespace db
