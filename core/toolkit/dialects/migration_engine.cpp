// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/migration_engine.h"

#include "core/toolkit/dialects/mariadb_migrations.h"
#include "core/toolkit/dialects/postgres_migrations.h"
#include "core/toolkit/dialects/sqlite_migrations.h"
#include "core/toolkit/sql_lexer.h"

using namespace Qt::StringLiterals;

namespace db {

const MigrationEngine &MigrationEngine::of(DatabaseUrl::Engine engine)
{
    static const SqliteMigrations sqlite;
    static const PostgresMigrations postgres;
    static const MariadbMigrations mariadb;
    switch (engine) {
    case DatabaseUrl::Engine::Sqlite:
        return sqlite;
    case DatabaseUrl::Engine::Postgres:
        return postgres;
    case DatabaseUrl::Engine::MariaDb:
        return mariadb;
    }
    Q_UNREACHABLE();
}

Result<std::unique_ptr<StructureCopy>> MigrationEngine::copyStructure(Connection &) const
{
    return Failure(Error::refused(u"a transaction takes everything back here, and no copy is needed"_s));
}

QString firstWord(const QString &sql, DatabaseUrl::Engine engine)
{
    using Kind = SqlLexer::Token::Kind;
    SqlLexer lexer(sql, engine);
    for (SqlLexer::Token token = lexer.next(); token.kind != Kind::End && token.kind != Kind::Broken; token = lexer.next()) {
        const QStringView text = QStringView(sql).sliced(token.at, token.size);
        if (token.kind == Kind::Word && !text.first(1).at(0).isDigit())
            return text.toString().toUpper();
    }
    return {};
}

} // namespace db
