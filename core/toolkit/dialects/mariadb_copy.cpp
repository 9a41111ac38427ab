// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The copy of a structure in which migrations are tried, for MariaDB takes no definition back.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/mariadb_definition.h"
#include "core/toolkit/dialects/mariadb_migrations.h"
#include "core/toolkit/dialects/mariadb_trial.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace db {

namespace {

const QString prefix = u"quecto_dry_run_"_s;
/// A table that every copy has, by which it is told from a database that somebody else named alike.
const QString markerTable = u"quecto_dry_run_marker"_s;
const QString markerComment = u"Made by a dry run of Quecto, which drops this database"_s;

Result<void> run(Connection &connection, const QString &sql)
{
    const auto done = connection.execute({.kind = Statement::Kind::Definition, .sql = sql});
    return done ? Result<void>() : Failure(done.error());
}

Result<QStringList> texts(Connection &connection, const QString &sql, int column = 0)
{
    QStringList found;
    const Result<void> read = connection.select({.sql = sql}, [&](const RowReader &row) {
        found.append(row.value(column, Type::String).toString());
        return true;
    });
    return read ? Result<QStringList>(found) : Failure(read.error());
}

/// Each copy has a lock of its name, which ends with the program that made it, however that ends.
QString lockOf(const QString &database)
{
    return u"GET_LOCK('"_s + database + u"', 0)";
}

void dropLeftBehind(Connection &connection)
{
    static const QRegularExpression shape(u"^quecto_dry_run_[0-9a-f]{32}$"_s);
    const Result<QStringList> marked = texts(connection, u"SELECT table_schema FROM information_schema.tables WHERE table_name = '"_s + markerTable + u"' AND table_comment = '" + markerComment + u'\'');
    if (!marked)
        return;
    for (const QString &name : *marked) {
        if (shape.match(name).hasMatch() && texts(connection, u"SELECT IS_FREE_LOCK('" + name + u"')").value_or(QStringList()) == QStringList(u"1"_s))
            static_cast<void>(run(connection, u"DROP DATABASE " + mariadbQuoted(name)));
    }
}

class MariadbCopy : public StructureCopy
{
public:
    explicit MariadbCopy(Connection &original)
        : m_original(original), m_name(prefix + QUuid::createUuid().toString(QUuid::Id128)) { }
    ~MariadbCopy() override
    {
        if (m_connection)
            m_connection->executeAnyway(u"DROP DATABASE IF EXISTS "_s + mariadbQuoted(m_name));
    }
    MariadbCopy(const MariadbCopy &) = delete;
    MariadbCopy &operator=(const MariadbCopy &) = delete;

    Connection &connection() override { return *m_connection; }
    QString objection(const Operation &operation, const QString &sql) const override { return m_trial.objection(operation, sql); }

    Result<void> make()
    {
        // The lock before the database: nobody must take it for one that was left behind.
        auto locked = Connection::open(m_original.url());
        if (!locked)
            return Failure(locked.error());
        m_connection = std::move(*locked);
        if (const auto lock = texts(*m_connection, u"SELECT "_s + lockOf(m_name)); !lock)
            return Failure(lock.error());
        // information_schema only tells of the server, whatever is done with it.
        const Result<QStringList> others = texts(*m_connection, u"SELECT schema_name FROM information_schema.schemata WHERE schema_name <> 'information_schema'"_s);
        if (!others)
            return Failure(others.error());
        m_trial = MariadbTrial(*others);
        Result<void> made = run(*m_connection, u"CREATE DATABASE "_s + mariadbQuoted(m_name) + u" CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
        if (!made) {
            m_connection.reset();
            made.error().message = u"a dry run on MariaDB needs a copy of the structure, and no database can be made for it: %1"_s.arg(made.error().message);
            return made;
        }
        m_connection->setHeld(true);
        if (const Result<void> used = run(*m_connection, u"USE "_s + mariadbQuoted(m_name)); !used)
            return used;
        if (const Result<void> marked = run(*m_connection, u"CREATE TABLE "_s + mariadbQuoted(markerTable) + u" (id int) COMMENT '" + markerComment + u'\''); !marked)
            return marked;
        return fill();
    }

private:
    Result<void> fill()
    {
        if (const Result<void> unchecked = run(*m_connection, u"SET SESSION foreign_key_checks = 0"_s); !unchecked)
            return unchecked;
        const QString schema = u"= DATABASE()"_s;
        const QList<std::pair<QString, QString>> kinds{
            {u"SEQUENCE"_s, u"SELECT table_name FROM information_schema.tables WHERE table_type = 'SEQUENCE' AND table_schema "_s + schema},
            {u"TABLE"_s, m_original.dialect().tableNames()},
            {u"FUNCTION"_s, u"SELECT routine_name FROM information_schema.routines WHERE routine_type = 'FUNCTION' AND routine_schema "_s + schema},
            {u"PROCEDURE"_s, u"SELECT routine_name FROM information_schema.routines WHERE routine_type = 'PROCEDURE' AND routine_schema "_s + schema},
            {u"VIEW"_s, u"SELECT table_name FROM information_schema.views WHERE table_schema "_s + schema},
            {u"TRIGGER"_s, u"SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema "_s + schema + u" ORDER BY event_object_table, action_order"},
        };
        for (const auto &[kind, names] : kinds) {
            if (const Result<void> copied = copyAll(kind, names); !copied)
                return copied;
        }
        return run(*m_connection, u"SET SESSION foreign_key_checks = 1"_s);
    }

    /// Again and again as long as that helps: a view may need another one.
    Result<void> copyAll(const QString &kind, const QString &select)
    {
        const Result<QStringList> names = texts(m_original, select);
        if (!names)
            return Failure(names.error());
        QStringList left = *names;
        while (!left.isEmpty()) {
            QStringList failed;
            Result<void> outcome;
            for (const QString &name : std::as_const(left)) {
                const Result<void> copied = copy(kind, name);
                if (!copied) {
                    failed.append(name);
                    outcome = copied;
                }
            }
            if (failed.size() == left.size())
                return outcome;
            left = failed;
        }
        return {};
    }

    Result<void> copy(const QString &kind, const QString &name)
    {
        static const QRegularExpression definer(u"^CREATE (.*?)\\bDEFINER\\s*=\\s*`[^`]*`@`[^`]*`"_s);
        const int column = kind == u"TABLE" || kind == u"VIEW" || kind == u"SEQUENCE" ? 1 : 2;
        const Result<QStringList> definition = texts(m_original, u"SHOW CREATE "_s + kind + u' ' + mariadbQuoted(name), column);
        if (!definition)
            return Failure(definition.error());
        QString sql = definition->join(QString());
        sql.replace(definer, u"CREATE \\1"_s);
        sql = MariadbTrial::moved(sql, m_original.url().database(), m_name);
        const QString what = u"%1 %2"_s.arg(kind.toLower(), name);
        if (const QString other = m_trial.otherDatabase(sql); !other.isEmpty())
            return Failure(Error::refused(u"a dry run on MariaDB needs a copy of the structure, and %1 names the database %2, which is not in the copy"_s.arg(what, other), name));
        if (kind == u"TABLE" && !MariadbTrial::keepsItsRows(sql))
            return Failure(Error::refused(u"a dry run on MariaDB needs a copy of the structure, and %1 keeps its rows elsewhere"_s.arg(what), name));
        return run(*m_connection, sql);
    }

    Connection &m_original;
    QString m_name;
    MariadbTrial m_trial;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

Result<std::unique_ptr<StructureCopy>> MariadbMigrations::copyStructure(Connection &connection) const
{
    dropLeftBehind(connection);
    auto copy = std::make_unique<MariadbCopy>(connection);
    if (const Result<void> made = copy->make(); !made)
        return Failure(made.error());
    return copy;
}

} // namespace db
