// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/client_program.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/structure_engine.h"
#include "core/toolkit/sql_script.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Newer versions of pg_dump put a pair of psql's commands with a random key around what they write, against names of tables that
/// were made to be read as commands. load() refuses all of psql's commands, so that the key need not change every file.
QString withoutKey(QString script)
{
    static const QRegularExpression command(u"^\\\\(?:un)?restrict [A-Za-z0-9]+\\n+"_s, QRegularExpression::MultilineOption);
    return script.remove(command);
}

class PostgresStructure : public StructureEngine
{
public:
    Result<QString> dump(Connection &connection) const override
    {
        return ClientProgram::dumpingStructure(connection.url()).run().map([](const QByteArray &text) {
            return QString(withoutKey(QString::fromUtf8(text)).trimmed() + u'\n');
        });
    }

    Result<void> load(Connection &connection, const QString &script) const override
    {
        const QString plain = withoutKey(script);
        if (const auto pieces = scriptPieces(plain, DatabaseUrl::Engine::Postgres); !pieces)
            return Failure(Error::refused(u"line %1: %2"_s.arg(pieces.error().line).arg(pieces.error().message)));
        return ClientProgram::runningScript(connection.url()).run(plain.toUtf8()).map([](const QByteArray &) {});
    }

    /// Where pg_dump has written, no schema is looked through.
    Result<QString> quotedTable(Connection &connection, const QString &table) const override
    {
        QString schema;
        const Statement question{.sql = u"SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = to_regclass("_s + quotedLiteral(table) + u')'};
        const Result<void> asked = connection.select(question, [&schema](const RowReader &row) {
            schema = row.value(0, Type::String).toString();
            return true;
        });
        if (!asked)
            return Failure(asked.error());
        return QString(schema + u'.' + connection.dialect().quoted(table));
    }
};

} // namespace

const StructureEngine &postgresStructure()
{
    static const PostgresStructure structure;
    return structure;
}

} // namespace db
