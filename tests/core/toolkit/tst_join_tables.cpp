// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/changeset.h"
#include "core/toolkit/query.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::from;

namespace {

struct Topic
{
    db::Id<Topic> id;
    QString code;

    static void describe(db::SchemaBuilder<Topic> &schema)
    {
        schema.table("topics");
        schema.primaryKey("id", &Topic::id);
        schema.field("code", &Topic::code);
    }
};

struct Article
{
    db::Id<Article> id;
    QString title;
    db::ManyToMany<Topic> topics;

    static void describe(db::SchemaBuilder<Article> &schema)
    {
        schema.table("articles");
        schema.primaryKey("id", &Article::id);
        schema.field("title", &Article::title);
        schema.manyToMany("topics", &Article::topics, "articles_topics", "article_id", "topic_code")
            .references("id", "code")
            .onReplace(db::OnReplace::Delete)
            .onRemove(db::OnRemove::DeleteAll);
    }
};

} // namespace

/// Join tables that refer to other columns than the primary keys.
class tst_JoinTables : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void rowsAreJoinedByTheColumnThatIsReferredTo();
    void onlyPairsAreRemovedWithTheirOwner();
    void keysCannotJoinWhatOtherColumnsJoin();
    void aPairIsStoredOnceHoweverOftenItIsPut();
    void aJoinTableWithoutItsIndexIsNamed();
    void withoutItsIndexAPairIsJoinedTwiceOnMariaDb();

private:
    db::Repo &repo() { return m_db->repo; }
    QStringList pairs() { return m_db->texts(u"SELECT topic_code FROM articles_topics ORDER BY article_id, topic_code"_s); }
    Article insertArticle(const QString &title, const QList<Topic> &topics);

    std::optional<TestDatabase> m_db;
    Topic m_qt;
    Topic m_sql;
};

void tst_JoinTables::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate({db::Migration{.version = 1, .name = u"create"_s, .change = [](db::SchemaChange &schema) {
                                     schema.createTable("articles", [](db::ColumnList &table) { table.string("title").notNull(); });
                                     schema.createTable("topics", [](db::ColumnList &table) { table.string("code").notNull(); });
                                     schema.createUniqueIndex("topics", {u"code"_s});
                                     schema.createJoinTable("articles_topics", [](db::ColumnList &table) {
                                         table.references("article_id", "articles").notNull();
                                         table.string("topic_code").notNull();
                                     });
                                     schema.createUniqueIndex("articles_topics", {u"article_id"_s, u"topic_code"_s});
                                 }}});
    m_db->execute(u"INSERT INTO topics (code) VALUES ('unused')"_s); // so that keys differ from those of articles
    m_qt = *repo().insert(Topic{.code = u"qt"_s});
    m_sql = *repo().insert(Topic{.code = u"sql"_s});
}

Article tst_JoinTables::insertArticle(const QString &title, const QList<Topic> &topics)
{
    const auto article = repo().insert(db::change(Article{.title = title}).putAssoc(&Article::topics, topics));
    if (!article)
        qFatal("%s", qPrintable(article.error().message));
    return *article;
}

void tst_JoinTables::rowsAreJoinedByTheColumnThatIsReferredTo()
{
    const Article article = insertArticle(u"A"_s, {m_qt, m_sql});
    QCOMPARE(pairs(), QStringList({u"qt"_s, u"sql"_s}));
    const auto parted = repo().update(db::change(article).putAssoc(&Article::topics, {m_sql}));
    QVERIFY2(parted, reason(parted).constData());
    QCOMPARE(pairs(), QStringList{u"sql"_s});
    const auto read = repo().one(from<Article>().preload(&Article::topics));
    QVERIFY2(read, reason(read).constData());
    QCOMPARE((*read)->topics->size(), 1);
    QCOMPARE((*read)->topics->first().code, u"sql"_s);
}

void tst_JoinTables::onlyPairsAreRemovedWithTheirOwner()
{
    const Article first = insertArticle(u"A"_s, {m_qt, m_sql});
    insertArticle(u"B"_s, {m_qt});
    const auto removed = repo().remove(first);
    QVERIFY2(removed, reason(removed).constData());
    QCOMPARE(pairs(), QStringList{u"qt"_s});
    QCOMPARE(repo().count(from<Topic>()).value_or(-1), qint64(3));
}

void tst_JoinTables::keysCannotJoinWhatOtherColumnsJoin()
{
    const Article article = insertArticle(u"A"_s, {});
    const auto joined = repo().insertAllJoined(&Article::topics, {{article.id, m_qt.id}});
    QCOMPARE(joined.error().kind, db::Error::Kind::Refused);
    QCOMPARE(joined.error().subject, u"topics"_s);
    QVERIFY(pairs().isEmpty());
}

void tst_JoinTables::aPairIsStoredOnceHoweverOftenItIsPut()
{
    Article article = insertArticle(u"A"_s, {m_qt, m_qt});
    QCOMPARE(pairs(), QStringList{u"qt"_s});
    article.topics.set(std::make_shared<QList<Topic>>()); // somebody else has joined them since it was read
    const auto joined = repo().update(db::change(article).putAssoc(&Article::topics, {m_sql, m_qt}));
    QVERIFY2(joined, reason(joined).constData());
    QCOMPARE(pairs(), QStringList({u"qt"_s, u"sql"_s}));
}

void tst_JoinTables::aJoinTableWithoutItsIndexIsNamed()
{
    if (testedEngine() == db::DatabaseUrl::Engine::MariaDb)
        QSKIP("MariaDB looks at all unique indexes of a table, and joins a pair twice");
    m_db->execute(u"DROP INDEX articles_topics_article_id_topic_code_index"_s);
    const auto refused = repo().insert(db::change(Article{.title = u"A"_s}).putAssoc(&Article::topics, {m_qt}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::MissingTable);
    QCOMPARE(refused.error().subject, u"articles_topics"_s);
    QCOMPARE(refused.error().message,
             u"articles_topics has no unique index over \"article_id\", \"topic_code\", which would tell what is there already; "
             "createUniqueIndex() in a migration makes it"_s);
    QCOMPARE(repo().count(from<Article>()).value_or(-1), qint64(0));
    const auto ownSql = repo().execute(u"INSERT INTO articles_topics (article_id, topic_code) VALUES (1, 'x') ON CONFLICT (article_id) DO NOTHING"_s);
    QVERIFY(!ownSql);
    QVERIFY2(ownSql.error().message.contains(u"ON CONFLICT"), reason(ownSql).constData());
}

void tst_JoinTables::withoutItsIndexAPairIsJoinedTwiceOnMariaDb()
{
    if (testedEngine() != db::DatabaseUrl::Engine::MariaDb)
        QSKIP("the others refuse");
    Article article = insertArticle(u"A"_s, {m_qt});
    m_db->execute(u"CREATE INDEX keys_of_articles ON articles_topics (article_id)"_s); // the foreign key wants one
    m_db->execute(u"DROP INDEX articles_topics_article_id_topic_code_index ON articles_topics"_s);
    article.topics.set(std::make_shared<QList<Topic>>()); // somebody else has joined them since it was read
    const auto joined = repo().update(db::change(article).putAssoc(&Article::topics, {m_qt}));
    QVERIFY2(joined, reason(joined).constData());
    QCOMPARE(pairs(), QStringList({u"qt"_s, u"qt"_s}));
}

QTEST_GUILESS_MAIN(tst_JoinTables)
#include "tst_join_tables.moc"
