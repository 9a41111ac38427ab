// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"
#include "tests/console/quectoctl.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// Structs for the tables of a database, compiled as they stand by the compiler of this build.
class tst_QuectoctlGenSchema : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void theTablesOfTheCommunityCompile();
    void hostileTablesCompile();
    void everyTypeCompiles();
    void chinookCompiles();
    void northwindCompiles();
    void whatTheDatabaseKnowsStandsInTheStruct();
    void associationsLeadBothWays();
    void enumerationsBecomeEnums();
    void nothingIsOverwritten();
    void aMissingTableIsRefused();
    void aFolderIsNeeded();
    void aMigrationThatMendsDriftCompiles();

private:
    Answer run(const QString &words) const { return m_program->run(words); }
    void execute(const QStringList &statements) const;
    QStringList tables() const;
    /// Generates structs for these tables, and compiles what was written.
    void generateAndCompile(const QStringList &tables) const;
    void compile(const QString &file) const;

    std::optional<Quectoctl> m_program;
    db::DatabaseUrl m_url = db::DatabaseUrl::inMemory();
};

namespace {

/// How the compiler is called for a source of the toolkit, without that source.
QStringList compileCommand()
{
    QFile file(QStringLiteral(QUECTO_PROGRAMS "/../compile_commands.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &entry : entries) {
        if (!entry[u"file"].toString().endsWith(u"/core/schemas.cpp"))
            continue;
        QStringList words = QProcess::splitCommand(entry[u"command"].toString());
        for (const QString &option : {u"-o"_s, u"-c"_s}) {
            const qsizetype at = words.indexOf(option);
            words.remove(at, 2);
        }
        return words;
    }
    return {};
}

/// The files that are compiled, as one: each is a source of its own, and includes what it needs.
QByteArray together(const QStringList &sources)
{
    QByteArray text;
    for (const QString &source : sources)
        text += "#include \"" + source.toUtf8() + "\"\n";
    return text;
}

} // namespace

void tst_QuectoctlGenSchema::init()
{
    m_program.emplace();
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite) {
        QCOMPARE(run(u"create"_s).code, 0);
        m_url = db::DatabaseUrl::sqliteFile(m_program->database());
    } else {
        m_url = TestServer::shared(testedEngine()).emptyDatabase();
    }
    m_program->environment().insert(u"DATABASE_URL"_s, m_url.toString());
}

void tst_QuectoctlGenSchema::execute(const QStringList &statements) const
{
    const auto connection = db::Connection::open(m_url);
    QVERIFY2(connection, reason(connection).constData());
    for (const QString &sql : statements) {
        const auto executed = db::Repo(**connection).execute(sql);
        QVERIFY2(executed, reason(executed).constData());
    }
}

QStringList tst_QuectoctlGenSchema::tables() const
{
    QStringList names;
    const auto connection = db::Connection::open(m_url);
    const auto catalogue = db::readCatalogue(**connection);
    if (!catalogue)
        qFatal("%s", reason(catalogue).constData());
    for (const db::TableInfo &table : catalogue->tables) {
        if (!table.problem) // Northwind has views whose columns are gone
            names.append(table.name);
    }
    return names;
}

void tst_QuectoctlGenSchema::generateAndCompile(const QStringList &tables) const
{
    const Answer answer = m_program->run(QStringList{u"gen"_s, u"schema"_s} + tables + QStringList{u"--folder"_s, u"made"_s, u"--context"_s, u"made"_s, u"--json"_s});
    QVERIFY2(answer.code == 0, qPrintable(answer.output + answer.error));
    QCOMPARE(QDir(m_program->path(u"made"_s)).entryList({u"*.h"_s}, QDir::Files).size(), tables.size());
    const QStringList sources = QDir(m_program->path(u"made"_s)).entryList({u"*.cpp"_s}, QDir::Files);
    m_program->write(u"made/all.cc"_s, together(sources));
    compile(u"made/all.cc"_s);
}

void tst_QuectoctlGenSchema::compile(const QString &file) const
{
    QStringList command = compileCommand();
    QVERIFY(!command.isEmpty());
    command += {u"-I"_s + m_program->path(QString()), u"-fsyntax-only"_s, u"-c"_s, m_program->path(file)};
    QProcess compiler;
    compiler.setWorkingDirectory(QStringLiteral(QUECTO_PROGRAMS "/.."));
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.start(command.takeFirst(), command);
    QVERIFY(compiler.waitForFinished(240'000));
    QVERIFY2(compiler.exitCode() == 0, compiler.readAll().constData());
}

void tst_QuectoctlGenSchema::theTablesOfTheCommunityCompile()
{
    QCOMPARE(run(u"migrate"_s).code, 0);
    generateAndCompile(tables());
}

void tst_QuectoctlGenSchema::hostileTablesCompile()
{
    const QString q = testedEngine() == db::DatabaseUrl::Engine::MariaDb ? u"`"_s : u"\""_s;
    const auto quoted = [&](QString sql) { return sql.replace(u'~', q); };
    execute({
        quoted(u"CREATE TABLE ~class~ (~id~ bigint PRIMARY KEY, ~int~ int NOT NULL, ~signals~ varchar(20), ~describe~ int, ~changeset~ int, ~qint64~ bigint, ~unix~ int)"_s),
        quoted(u"CREATE TABLE ~2fa codes~ (~1st~ int PRIMARY KEY, ~2nd \\ \" letter~ varchar(9), ~größe~ int, ~名前~ varchar(9) NOT NULL, ~a b~ int, ~a_b~ int, ~aB~_2 int, UNIQUE (~名前~))"_s).replace(u"~"_s, q).replace(u"\\ \" "_s, q == u"\"" ? u"\\ "_s : u"\\ \" "_s).replace(q + u"_2", u"_2" + q),
        quoted(u"CREATE TABLE ~日本~ (a int, b int, c int, PRIMARY KEY (a, b))"_s),
        quoted(u"CREATE TABLE ~q_string~ (~no key~ varchar(20))"_s),
        quoted(u"CREATE TABLE ~posts~ (id bigint PRIMARY KEY, parent_id bigint, other_id bigint, class_id bigint, ~class~ varchar(5), FOREIGN KEY (parent_id) REFERENCES ~posts~ (id), FOREIGN KEY (other_id) REFERENCES ~posts~ (id), FOREIGN KEY (class_id) REFERENCES ~class~ (id))"_s),
        quoted(u"CREATE TABLE ~post~ (posts_id bigint PRIMARY KEY, FOREIGN KEY (posts_id) REFERENCES ~posts~ (id))"_s),
        quoted(u"CREATE TABLE ~posts_class~ (posts_id bigint, class_id bigint, FOREIGN KEY (posts_id) REFERENCES ~posts~ (id), FOREIGN KEY (class_id) REFERENCES ~class~ (id))"_s),
        quoted(u"CREATE TABLE ~pairs~ (id bigint PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES ~日本~ (a, b))"_s),
    });
    generateAndCompile(tables());
}

void tst_QuectoctlGenSchema::everyTypeCompiles()
{
    switch (testedEngine()) {
    case db::DatabaseUrl::Engine::Sqlite:
        execute({u"CREATE TABLE zoo (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'it''s', b REAL NOT NULL DEFAULT 1.5, c BLOB, d DECIMAL(8,2) NOT NULL DEFAULT 1.50, e BOOLEAN NOT NULL DEFAULT true, "
                 "f DATE, g DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, h TIME, i JSON, j, k VARCHAR(20) NOT NULL CHECK (k <> ''), l INT AS (id * 2), m NUMERIC, n INT NOT NULL DEFAULT -1)"_s,
                 u"CREATE VIEW seen AS SELECT a, b FROM zoo"_s});
        break;
    case db::DatabaseUrl::Engine::Postgres:
        execute({u"CREATE TYPE mood AS ENUM ('so so', 'fine', '1st', 'class', '')"_s, u"CREATE TYPE odd AS ENUM ('größe')"_s,
                 u"CREATE TABLE zoo (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a text NOT NULL DEFAULT 'it''s \"\\', b real, c bytea, d numeric(8,2) NOT NULL DEFAULT 1.50, e boolean NOT NULL DEFAULT false, f date, "
                 "g timestamp NOT NULL DEFAULT now(), h timestamp(0), i timestamptz, j time, k time(0), l jsonb NOT NULL DEFAULT '{}', m int[], n text[], o numeric[], p bytea[], "
                 "q mood NOT NULL DEFAULT 'fine', r odd, s inet, t interval, u smallint, v serial, w varchar(20) NOT NULL, x bigint GENERATED ALWAYS AS (u * 2) STORED, "
                 "y mood[], z mood, CONSTRAINT zoo_w_check CHECK (w <> ''))"_s,
                 u"CREATE UNIQUE INDEX zoo_lower ON zoo (lower(w), u) WHERE u > 0"_s});
        break;
    case db::DatabaseUrl::Engine::MariaDb:
        execute({u"CREATE TABLE zoo (id binary(16) PRIMARY KEY, a text NOT NULL DEFAULT 'it''s', b double, c blob, d decimal(8,2) NOT NULL DEFAULT 1.50, e boolean NOT NULL DEFAULT true, f date, "
                 "g datetime(6) NOT NULL DEFAULT current_timestamp(6), h datetime, i timestamp, j time(6), k time, l json, m enum('so so', 'fine', '1st', 'it''s') NOT NULL, n set('a', 'b'), "
                 "o bit(8), p year, q varchar(20) NOT NULL CHECK (q <> ''), r int unsigned, s int AS (r * 2) STORED, t tinyint, u longtext)"_s});
        break;
    }
    generateAndCompile(tables());
}

void tst_QuectoctlGenSchema::chinookCompiles()
{
    const QString file = QStringLiteral(QUECTO_SHARED_DATA "/chinook/Chinook_Sqlite.sqlite");
    if (testedEngine() != db::DatabaseUrl::Engine::Sqlite || !QFile::exists(file))
        QSKIP("Chinook is a file of SQLite, and needs the shared data");
    m_url = db::DatabaseUrl::sqliteFile(file);
    m_program->environment().insert(u"DATABASE_URL"_s, m_url.toString());
    generateAndCompile(tables());
}

void tst_QuectoctlGenSchema::northwindCompiles()
{
    const QString file = QStringLiteral(QUECTO_SHARED_DATA "/northwind/northwind-2022.db");
    if (testedEngine() != db::DatabaseUrl::Engine::Sqlite || !QFile::exists(file))
        QSKIP("Northwind is a file of SQLite, and needs the shared data");
    m_url = db::DatabaseUrl::sqliteFile(file);
    m_program->environment().insert(u"DATABASE_URL"_s, m_url.toString());
    generateAndCompile(tables());
}

void tst_QuectoctlGenSchema::whatTheDatabaseKnowsStandsInTheStruct()
{
    QCOMPARE(run(u"migrate"_s).code, 0);
    const Answer answer = run(u"gen schema users posts --context blog --folder made"_s);
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QCOMPARE(answer.output, u"* creating made/user.h\n* creating made/user.cpp\n* creating made/post.h\n* creating made/post.cpp\n"_s);
    const QString header = QString::fromUtf8(m_program->read(u"made/post.h"_s));
    for (const QString &line : {u"    db::Id<Post> id;\n"_s, u"    QString title;\n"_s, u"    db::Id<User> authorId;\n"_s, u"    db::BelongsTo<User> author;\n"_s, u"    QDateTime insertedAt;\n"_s})
        QVERIFY2(header.contains(line), qPrintable(line + header));
    const QString source = QString::fromUtf8(m_program->read(u"made/post.cpp"_s));
    for (const QString &line : {u".uniqueConstraint(&Post::slug)"_s, u".foreignKeyConstraint(&Post::authorId)"_s, u".validateRequired({&Post::title, &Post::body, &Post::slug, &Post::authorId})"_s,
                                u"schema.belongsTo(\"author\", &Post::author, \"author_id\", &Post::authorId);"_s, u"schema.insertedAt(\"inserted_at\", &Post::insertedAt, db::Type::NaiveDatetime);"_s})
        QVERIFY2(source.contains(line), qPrintable(line + source));
    QCOMPARE(source.contains(u".validateLength(&Post::title, {.max = 255, .count = db::Length::Count::Codepoints})"), testedEngine() != db::DatabaseUrl::Engine::Sqlite);
}

void tst_QuectoctlGenSchema::associationsLeadBothWays()
{
    QCOMPARE(run(u"migrate"_s).code, 0);
    QCOMPARE(run(u"gen schema users profiles posts tags --folder made"_s).code, 0);
    const QString user = QString::fromUtf8(m_program->read(u"made/user.cpp"_s));
    QVERIFY2(user.contains(u"schema.hasOne(\"profile\", &User::profile, \"user_id\");"), qPrintable(user));
    QVERIFY2(user.contains(u"schema.hasMany(\"posts\", &User::posts, \"author_id\");"), qPrintable(user));
    const QString post = QString::fromUtf8(m_program->read(u"made/post.cpp"_s));
    QVERIFY2(post.contains(u"schema.manyToMany(\"tags\", &Post::tags, \"posts_tags\", \"post_id\", \"tag_id\");"), qPrintable(post));
}

void tst_QuectoctlGenSchema::enumerationsBecomeEnums()
{
    switch (testedEngine()) {
    case db::DatabaseUrl::Engine::Sqlite:
        QSKIP("SQLite has no enumerations");
    case db::DatabaseUrl::Engine::Postgres:
        execute({u"CREATE TYPE mood AS ENUM ('so so', 'class')"_s, u"CREATE TABLE people (id bigint PRIMARY KEY, mood mood)"_s});
        break;
    case db::DatabaseUrl::Engine::MariaDb:
        execute({u"CREATE TABLE people (id bigint PRIMARY KEY, mood enum('so so', 'class'))"_s});
        break;
    }
    QCOMPARE(run(u"gen schema people --folder made --context city"_s).code, 0);
    const QString header = QString::fromUtf8(m_program->read(u"made/person.h"_s));
    QVERIFY2(header.contains(u"enum class PersonMood {\n    SoSo,\n    Class\n};\n"), qPrintable(header));
    QVERIFY2(header.contains(u"struct db::EnumNames<city::PersonMood>\n{\n    static constexpr std::array names{\"so so\", \"class\"};\n};\n"), qPrintable(header));
    QVERIFY2(header.contains(u"    std::optional<PersonMood> mood;\n"), qPrintable(header));
}

void tst_QuectoctlGenSchema::nothingIsOverwritten()
{
    execute({u"CREATE TABLE jars (id bigint PRIMARY KEY)"_s, u"CREATE TABLE lids (id bigint PRIMARY KEY)"_s});
    QDir().mkpath(m_program->path(u"made"_s));
    m_program->write(u"made/lid.cpp"_s, "mine");
    const Answer answer = run(u"gen schema jars lids --folder made"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"There is a file made/lid.cpp already"), qPrintable(answer.error));
    QCOMPARE(m_program->read(u"made/lid.cpp"_s), QByteArray("mine"));
    QVERIFY(!QFile::exists(m_program->path(u"made/jar.h"_s)));
}

void tst_QuectoctlGenSchema::aMissingTableIsRefused()
{
    const Answer answer = run(u"gen schema jars --folder made"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"has no table jars"), qPrintable(answer.error));
    QVERIFY(!QFile::exists(m_program->path(u"made"_s)));
}

void tst_QuectoctlGenSchema::aFolderIsNeeded()
{
    QCOMPARE(run(u"gen schema"_s).code, 2);
    QCOMPARE(run(u"gen schema jars"_s).code, 1);
    QCOMPARE(run(u"gen schema jars --context class --folder made"_s).code, 1);
}

void tst_QuectoctlGenSchema::aMigrationThatMendsDriftCompiles()
{
    QCOMPARE(run(u"migrate"_s).code, 0);
    QCOMPARE(run(u"gen migration nothing --from-diff --folder made"_s).code, 1);
    execute({u"DROP TABLE posts_tags"_s, u"DROP TABLE imported_rows"_s, u"ALTER TABLE users DROP COLUMN role"_s, u"ALTER TABLE users ADD COLUMN age int"_s, u"CREATE TABLE notes (a int)"_s,
             u"ALTER TABLE products DROP COLUMN name"_s, u"ALTER TABLE products ADD COLUMN name int"_s});
    const Answer answer = run(u"gen migration mend --from-diff --folder made --json"_s);
    QVERIFY2(answer.code == 0, qPrintable(answer.output));
    const QString file = answer.json().value(u"file").toString();
    const QString text = QString::fromUtf8(m_program->read(file));
    const QString made = u"            schema.createJoinTable(\"posts_tags\", []([[maybe_unused]] db::ColumnList &columns) {\n"
                         "                columns.references(\"post_id\", \"posts\", db::OnDelete::DeleteAll).notNull();\n"_s;
    for (const QString &part : {made, u"                table.add().string(\"role\").notNull().defaultTo(QString::fromUtf8(\"user\"));\n"_s, u"            // schema.dropTable(\"notes\");\n"_s,
                                u"            // column users.age is not known to the program\n"_s, u"                table.modify().string(\"name\")"_s})
        QVERIFY2(text.contains(part), qPrintable(part + text));
    compile(file);
}

QTEST_GUILESS_MAIN(tst_QuectoctlGenSchema)
#include "tst_quectoctl_gen_schema.moc"
