// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/changeset.h"
#include "core/toolkit/conflict.h"
#include "core/toolkit/error.h"
#include "core/toolkit/key_value.h"
#include "core/toolkit/query.h"
#include "core/toolkit/statement.h"

#include <QSet>

#include <functional>

namespace db {

class Connection;
class RowReader;

/// What a transaction inside another one is.
enum class Nested {
    Join, ///< a part of it
    Savepoint ///< something that can be rolled back alone
};

/// The only door to a database. Everything that reads or writes goes through a Repo.
///
/// A Repo belongs to one connection and so to one thread; a program with a window asks through Database instead, which
/// lends a Repo to the work it is given. Every function returns a Result: nothing throws.
class Repo
{
public:
    explicit Repo(Connection &connection)
        : m_connection(connection) { }

    Connection &connection()
    {
        m_isTouched = true;
        return m_connection;
    }

    /// All rows of the query, with its preloads.
    template <Storable T>
    Result<QList<T>> all(const Query<T> &query);
    template <typename Row>
    Result<QList<Row>> all(const Selection<Row> &selection);
    /// The only row, or nothing. More than one row is the error MultipleResults.
    template <typename Q>
    auto one(const Q &query);
    /// The row with that key, or nothing. A null key is the error Refused, as any comparison with NULL.
    template <Storable T, template <typename> typename Key>
    requires TypedKey<Key<T>> Result<std::optional<T>> get(const Key<T> &id);
    /// The row with that key; its absence is the error NotFound (Ecto's get!).
    template <Storable T, template <typename> typename Key>
    requires TypedKey<Key<T>> Result<T> fetch(const Key<T> &id);
    /// The only row of the query; its absence is the error NotFound (Ecto's one!).
    template <Storable T>
    Result<T> fetch(const Query<T> &query);
    /// The only row with these values, or nothing: `getBy(&User::email, email)`, and more members and values may follow.
    template <Storable T, typename M, typename... More>
    Result<std::optional<T>> getBy(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more);
    /// The only row that passes the condition, or nothing.
    template <Storable T>
    Result<std::optional<T>> getBy(const Condition &condition);
    /// The only row with these values; its absence is the error NotFound (Ecto's get_by!).
    template <Storable T, typename M, typename... More>
    Result<T> fetchBy(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more);
    /// All rows with these values.
    template <Storable T, typename M, typename... More>
    Result<QList<T>> allBy(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more);
    /// All rows that pass the condition.
    template <Storable T>
    Result<QList<T>> allBy(const Condition &condition);
    /// The row as it is stored now, without associations, or nothing when it is gone.
    template <Storable T>
    Result<std::optional<T>> reload(const T &row);
    /// Calls `each` for every row without keeping the rows. Stops when `each` returns false. A query with preloads is
    /// refused. Nothing else may be asked of this Repo until it ends.
    template <Storable T>
    Result<void> stream(const Query<T> &query, const std::function<bool(const T &)> &each);
    template <typename Row>
    Result<void> stream(const Selection<Row> &selection, const std::function<bool(const Row &)> &each);

    /// The number of rows. Limit, offset and distinct count, as for aggregate().
    template <typename T>
    Result<qint64> count(const Query<T> &query);
    template <typename Row>
    Result<qint64> count(const Selection<Row> &selection);
    /// One value over all rows: `aggregate(from<Book>(), sum(col(&Book::copies)))`. Of a query with limit, offset,
    /// distinct, groups or combinations those rows count that it finds.
    template <typename T, typename M>
    Result<M> aggregate(const Query<T> &query, const Expr<M> &function);
    template <typename T>
    Result<bool> exists(const Query<T> &query);
    /// What would be sent to the database: the text with placeholders, and the values that go there.
    template <typename Q>
    Result<Statement> toSql(const Q &query) const
    {
        return toSqlCore(query.core());
    }

    /// Writes the changed fields and all non-null fields of the struct, both timestamps, and returns the stored row, with
    /// decimals as their column rounds them.
    /// What castAssoc() and putAssoc() changed is stored with it in one transaction: first the rows it refers to, then
    /// the row, then those that refer to it. An invalid changeset, or one that violates a constraint, is the error Invalid;
    /// the errors of children keep their path.
    template <Storable T>
    Result<T> insert(const Changeset<T> &changeset, const InsertOptions<T> &options = {});
    template <Storable T>
    Result<T> insert(const T &row, const InsertOptions<T> &options = {})
    {
        return insert(change(row), options);
    }
    /// Writes the changed fields and updated_at; nothing when nothing changes. A row that is gone is the error Stale.
    template <Storable T>
    Result<T> update(const Changeset<T> &changeset, const UpdateOptions<T> &options = {});
    /// Inserts a row whose key is null, and updates any other.
    template <Storable T>
    Result<T> insertOrUpdate(const Changeset<T> &changeset);
    /// Deletes the row. A row that is gone is the error Stale.
    template <Storable T>
    Result<T> remove(const Changeset<T> &changeset, const UpdateOptions<T> &options = {});
    template <Storable T>
    Result<T> remove(const T &row, const UpdateOptions<T> &options = {})
    {
        return remove(change(row), options);
    }

    /// Inserts structs as they are, without changeset, validation or generated timestamps (Ecto's insert_all), by one
    /// prepared statement. A row with a null id gets one from the database, one with an id keeps it.
    template <Storable T>
    Result<qint64> insertAll(const QList<T> &rows);
    /// The same with a rule for rows that are there already, in statements of many rows. Returns how many rows were inserted
    /// or changed.
    template <Storable T>
    Result<qint64> insertAll(const QList<T> &rows, const InsertOptions<T> &options);
    /// The same, and returns the rows as they are stored; on SQLite as they were before AFTER triggers changed them.
    template <Storable T>
    Result<QList<T>> insertAllReturning(const QList<T> &rows, const InsertOptions<T> &options = {});
    /// Inserts rows of some columns each; columns that a row does not mention get their default from the database.
    ///
    /// \code
    /// repo.insertAllValues<Tag>({{db::set(&Tag::name, u"C++"_s)}, {db::set(&Tag::name, u"Qt"_s), db::set(&Tag::slug, u"qt"_s)}});
    /// \endcode
    template <Storable T>
    Result<qint64> insertAllValues(const QList<QList<Assignment>> &rows, const InsertOptions<T> &options = {});

    /// Adds rows to the join table of a many_to_many: pairs of owner key and related key. Pairs that exist already are
    /// left alone.
    template <typename T, typename R>
    Result<qint64> insertAllJoined(ManyToMany<R> T::*association, const QList<std::pair<Id<T>, Id<R>>> &pairs);
    template <typename T, typename R, TypedKey Owner, TypedKey Related>
    requires std::same_as<typename Owner::Row, T> && std::same_as<typename Related::Row, R> Result<qint64> insertAllJoined(ManyToMany<R> T::*association, const QList<std::pair<Owner, Related>> &pairs);
    /// Changes all rows of the query at once; updated_at is not touched. Returns how many rows.
    template <Storable T>
    Result<qint64> updateAll(const Query<T> &query, const QList<Assignment> &assignments);
    template <Storable T>
    Result<qint64> deleteAll(const Query<T> &query);
    /// The same, and returns the rows as they are stored then, in no order.
    template <Storable T>
    Result<QList<T>> updateAllReturning(const Query<T> &query, const QList<Assignment> &assignments);
    /// The same, and returns the rows as they were, in no order.
    template <Storable T>
    Result<QList<T>> deleteAllReturning(const Query<T> &query);

    /// Loads associations of rows that are already there: `preload(posts, &Post::comments, &Comment::user)`. What is loaded
    /// already is not asked for again. The last of the path may be a query, as in Query::preload().
    template <Storable T, typename Holder, typename... Rest>
    Result<void> preload(QList<T> &rows, Holder T::*association, Rest... rest);
    template <Storable T, typename Holder, typename... Rest>
    Result<void> preload(T &row, Holder T::*association, Rest... rest);
    /// The same, but what is loaded already is asked for again (Ecto's `force: true`).
    template <Storable T, typename Holder, typename... Rest>
    Result<void> forcePreload(QList<T> &rows, Holder T::*association, Rest... rest);

    /// Runs `work`, which returns a Result, in one transaction: an error rolls everything back. Inside another
    /// transaction it joins that one, and its failure dooms the outer one as well, as in Ecto.
    template <typename Work>
    auto transaction(Work work) -> decltype(work());
    /// With Nested::Savepoint a transaction inside another one is rolled back alone.
    template <typename Work>
    auto transaction(Nested nested, Work work) -> decltype(work());
    /// Ends the transaction that is running, whatever is done with the failure: `return repo.rollback(error);`
    Failure rollback(const Error &error);
    /// Runs `work(repo)`, whose statements all use one connection, as those of a Repo always do (Ecto's checkout).
    template <typename Work>
    auto checkout(Work work) -> decltype(work(*this))
    {
        return work(*this);
    }
    /// Like transaction(Nested::Savepoint), but always rolled back at the end: a rehearsal.
    template <typename Work>
    auto rehearsal(Work work) -> decltype(work());

    bool isInTransaction() const { return !m_levels.isEmpty(); }

    /// Runs SQL text that a migration or a dialect made, as it is: a question mark is no place for a value.
    Result<void> execute(const QString &sql);

private:
    friend class Table;

    /// Reads the row with a primary key into a struct of `schema`, which a describe() function made; false when there is none.
    Result<bool> getCore(const Schema &schema, const QVariant &key, void *object);
    Result<void> select(const QueryCore &query, const std::function<bool(const RowReader &)> &each);
    /// Runs a query: each row is decoded into what `next` returns, and `done` tells whether to go on.
    Result<void> selectInto(const QueryCore &query, const std::function<void *()> &next, const std::function<bool()> &done = {});
    /// Runs a query with joined preloads: each struct comes once, with the rows that were joined to it.
    Result<void> joinedInto(const QueryCore &query, const RowType &type, const std::shared_ptr<void> &list);
    Result<void> streamInto(const QueryCore &query, const std::function<void *()> &next, const std::function<bool()> &done);
    Result<qint64> countCore(const QueryCore &query);
    Result<void> aggregateInto(const QueryCore &query, const Output &output, void *value);
    Result<Statement> toSqlCore(const QueryCore &query) const;
    enum class Loaded {
        Kept,
        AskedAgain
    };
    Result<void> preloadList(const RowType &type, const std::shared_ptr<void> &list, const QList<PreloadPath> &paths, Loaded loaded = Loaded::Kept);
    /// Loads one association of those owners that lack it.
    Result<void> preloadStep(const RowType &type, void *list, const PreloadStep &step, const QList<PreloadPath> &deeper, Loaded loaded);
    /// Loads what lies behind an association that is loaded.
    Result<void> preloadBehind(const RowType &type, void *list, const Association &association, const QList<PreloadPath> &deeper,
                               const QList<qsizetype> &owners);
    Result<bool> existsCore(const QueryCore &query);
    Result<void> insertCore(ChangesetCore &changeset, void *object, const WriteOptions &options);
    Result<void> updateCore(ChangesetCore &changeset, void *object, const WriteOptions &options);
    Result<void> removeCore(ChangesetCore &changeset, void *object, const WriteOptions &options);
    /// Does what the changeset's action says.
    Result<void> saveCore(ChangesetCore &changeset, void *object, const WriteOptions &options);
    /// Refuses a changeset that may not be stored like this.
    static Result<void> accept(ChangesetCore &changeset, ChangesetCore::Action action, const void *object);
    /// Runs what prepareChanges() ordered, and puts its outcome into the object.
    Result<void> prepare(ChangesetCore &changeset, void *object);
    Result<void> insertRow(const ChangesetCore &changeset, void *object, const WriteOptions &options);
    /// The INSERT of one row, which returns some fields of it.
    Statement insertion(const Schema &schema, const QList<Cell> &cells, const QList<const Field *> &returned);
    Result<void> updateRow(const ChangesetCore &changeset, void *object, const WriteOptions &options);
    /// What is to be read back after a write of `object`: what is described so or asked for, and decimals that may be rounded.
    QList<const Field *> fieldsToReadBack(const ChangesetCore &changeset, const void *object, const WriteOptions &options) const;
    /// Whether a row came back from an INSERT that left it alone; `columns` were asked for.
    bool isLeftAlone(const RowReader &row, const ConflictRule &rule, qsizetype columns) const;
    /// Runs a write that returns these fields of a row, and takes them into the object. Returns how many rows came.
    Result<qint64> takeReturned(const Statement &statement, const QList<const Field *> &fields, void *object, const ConflictRule &rule = {});
    /// Reads fields of the row with the object's key into it.
    Result<void> readBack(const Schema &schema, const QList<const Field *> &fields, void *object);
    Result<void> removeRow(const ChangesetCore &changeset, const void *object, const WriteOptions &options);
    /// Whether the stored values of these fields are still those that were read.
    Result<bool> isUnchanged(const ChangesetCore &changeset, const QList<const Field *> &fields);
    Result<void> saveParents(ChangesetCore &changeset, void *object);
    static void saveEmbedded(ChangesetCore &changeset, const AssociationChange &change, void *object);
    Result<void> saveChildren(ChangesetCore &changeset, void *object);
    Result<void> saveHeld(ChangesetCore &owner, const AssociationChange &change, void *object);
    /// Stores one child; its errors go back into the changeset of its owner.
    Result<void> saveChild(ChangesetCore &owner, const Association &association, qsizetype index, ChangesetCore &child, void *object);
    /// Puts rows into the association of a struct.
    static void hold(const Association &association, void *owner, const QList<std::shared_ptr<void>> &rows);
    /// The keys of the rows that a to-many association now holds.
    Result<QVariantList> storedKeys(const Association &association, const Schema &owner, const QVariant &ownerKey);
    /// Does to the children of a row what OnRemove says.
    Result<void> clearChildren(const ChangesetCore &changeset);
    /// Turns a violated declared constraint into an error of the changeset.
    Error explained(const Error &error, const ChangesetCore &changeset, const void *object);
    /// To be called before a row is written. PostgreSQL answers in a transaction that has failed only after a step back to a
    /// savepoint, which is made here for the first writes of a transaction.
    Result<void> guard();
    /// To be called after a row was written.
    Result<void> noteWrite();
    /// The depth of the savepoint in which the Repo is, when it can be gone back to without a loss.
    std::optional<qsizetype> untouchedSavepoint() const;
    /// Makes the database answer again after it refused a write, if that can be done.
    bool stepBack(bool isGuarded);
    /// Inserts rows of some columns each, and hands what is stored to `each` if there is one.
    Result<qint64> insertRows(const Schema &schema, QList<QList<Cell>> rows, const ConflictRule &rule,
                              const std::function<void(const RowReader &)> &each = {});
    static QList<QList<Cell>> cellsOf(const Schema &schema, qsizetype rows, const std::function<const void *(qsizetype)> &row);
    /// To be called after rows brought keys of their own; see Dialect::continueKeys().
    Result<void> continueKeys(const Schema &schema);
    Result<qint64> insertAllCore(const Schema &schema, qsizetype rows, const std::function<const void *(qsizetype)> &row);
    Result<qint64> insertJoined(const Schema &owner, const Association &association, const QList<std::pair<QVariant, QVariant>> &pairs);
    Result<qint64> updateAllCore(const QueryCore &query, const QList<Assignment> &assignments);
    Result<qint64> deleteAllCore(const QueryCore &query);
    /// The keys of the rows of a query, which stay as they are until the end of the transaction.
    Result<QVariantList> lockedKeys(const QueryCore &query);
    Result<void> updateAllInto(const QueryCore &query, const QList<Assignment> &assignments, const std::function<void *()> &next);
    Result<void> deleteAllInto(const QueryCore &query, const std::function<void *()> &next);
    /// Runs a write that returns whole rows.
    Result<void> returnedInto(const Statement &statement, const Schema &schema, const std::function<void *()> &next);
    Result<void> begin(Nested nested = Nested::Join);
    Result<void> end(bool succeeded);
    void doom();

    /// Fills a struct of `schema` from the columns that begin at `column`; returns the column after the last.
    static int decode(const RowReader &row, int column, const Schema &schema, void *object);
    static int decodeOutputs(const RowReader &row, const QList<Output> &outputs, void *object);

    Connection &m_connection;
    struct Level
    {
        bool isScope = false; ///< it began a transaction or a savepoint of its own
        bool isDoomed = false;
    };
    QList<Level> m_levels;
    bool m_isTouched = false; ///< rows were written or locked since the last savepoint
    bool m_isGuarded = false; ///< guard() made a savepoint for the write that runs
    int m_guards = 0; ///< since the begin
};

} // namespace db

#include "core/toolkit/repo_templates.h"
