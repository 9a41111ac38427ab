// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/structure_engine.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_script.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// SQLite keeps the text of every definition (https://www.sqlite.org/schematab.html). What it makes by itself, for an
/// AUTOINCREMENT, ANALYZE or a virtual table, is left out.
class SqliteStructure : public StructureEngine
{
public:
    Result<QString> dump(Connection &connection) const override
    {
        const Statement question{.sql = u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                                        "AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow') "
                                        "ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, rowid"_s};
        QString script;
        const Result<void> asked = connection.select(question, [&script](const RowReader &row) {
            const QString sql = row.value(0, Type::String).toString();
            const bool mayEndInComment = QStringView(sql).sliced(sql.lastIndexOf(u'\n') + 1).contains(u"--");
            script += sql + (mayEndInComment ? u"\n;\n"_s : u";\n"_s);
            return true;
        });
        if (!asked)
            return Failure(asked.error());
        return script;
    }

    Result<void> load(Connection &connection, const QString &script) const override
    {
        const auto pieces = scriptPieces(script, DatabaseUrl::Engine::Sqlite);
        if (!pieces)
            return Failure(Error::refused(u"line %1: %2"_s.arg(pieces.error().line).arg(pieces.error().message)));
        Repo repo(connection);
        return repo.transaction([&]() -> Result<void> {
            for (const ScriptPiece &piece : *pieces) {
                if (const Result<void> done = repo.execute(piece.text); !done) {
                    Error error = done.error();
                    error.message = u"line %1: %2"_s.arg(piece.line).arg(error.message);
                    return Failure(error);
                }
            }
            return {};
        });
    }
};

} // namespace

const StructureEngine &sqliteStructure()
{
    static const SqliteStructure structure;
    return structure;
}

} // namespace db
