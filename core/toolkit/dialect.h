// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"
#include "core/toolkit/database_url.h"
#include "core/toolkit/operation.h"
#include "core/toolkit/prepared_statement.h"
#include "core/toolkit/query_core.h"

#include <QStringList>

#include <memory>

class QSqlDatabase;

namespace db {

class Interrupt;

/// How QtSql is asked to open a database.
struct Opening
{
    QString name = {}; ///< QSqlDatabase::setDatabaseName()
    QString options = {}; ///< QSqlDatabase::setConnectOptions()
    bool isReadOnly = false; ///< this user may not write there
    QString host = {};
    int port = -1; ///< the driver's own when negative
    QString user = {};
    QString password = {};
};

enum class TransactionState {
    None, ///< the engine has rolled it back by itself
    Active,
    Failed ///< it can only be rolled back
};

/// An identifier as standard SQL quotes it.
QString quotedIdentifier(QString name);

/// A text as standard SQL quotes it.
QString quotedLiteral(QString text);

/// A path of names and positions into a JSON document, as SQL's own functions want it: `$."tags"[0]`.
QString jsonPath(const QVariantList &path);

/// What differs between the engines. One subclass per engine; the SQL compiler and the connection ask it. The spelling of
/// this class is that of standard SQL, as far as PostgreSQL has it; an engine overrides what it spells otherwise.
class Dialect
{
public:
    virtual ~Dialect() = default;

    /// The dialect of an engine; null when this build does not speak it.
    static const Dialect *forEngine(DatabaseUrl::Engine engine);

    /// The name of the QtSql driver.
    virtual QString driver() const = 0;
    /// The places to be tried in turn until a connection to one is opened and set up. By default the URL itself: where it
    /// has several hosts, the driver tries them.
    virtual QList<DatabaseUrl> places(const DatabaseUrl &url) const;
    /// How a database is opened. The error says why it cannot be.
    virtual Result<Opening> opening(const DatabaseUrl &url) const = 0;
    /// Why a database was not opened, from what the driver said.
    virtual Error notOpened(const DatabaseUrl &url, const NativeError &error) const;
    /// Sets up a connection that was just opened. From then on a statement that runs or waits ends when
    /// Connection::isCanceled().
    virtual Result<void> prepare(Connection &connection, const QSqlDatabase &database) const = 0;
    /// How another thread ends what a connection runs. Null where a running statement asks Connection::isCanceled().
    virtual std::shared_ptr<Interrupt> interrupt(const DatabaseUrl &url, const QSqlDatabase &database) const;
    /// What has become of the transaction that was begun. `Active` where no engine ends one by itself.
    virtual TransactionState transactionState(const QSqlDatabase &database) const;
    /// Makes an empty database; one that is there is an error.
    virtual Result<void> create(const DatabaseUrl &url) const = 0;
    /// Deletes a database with everything in it; a missing one is an error.
    virtual Result<void> drop(const DatabaseUrl &url) const = 0;

    /// Prepares a statement, through the engine's own interface.
    virtual tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepared(const Connection &connection, const QSqlDatabase &database,
                                                                                   const QString &sql) const = 0;
    /// How prepared() is told a statement that has no values: the question marks in it mean themselves.
    virtual QString withoutValues(const QString &sql) const;
    /// Starts a transaction that may write. SQLite waits for its turn right here; servers wait row by row.
    virtual QString beginWrite() const;
    virtual QString beginRead() const;

    /// An identifier, quoted.
    virtual QString quoted(const QString &name) const;
    /// How a value is handed to the driver.
    virtual QVariant toDriver(Type type, const QVariant &value) const = 0;
    /// How what the driver returns becomes a value; reads every form that Ecto writes. Nothing when it is none of `type`.
    virtual std::optional<QVariant> fromDriver(Type type, const QVariant &raw) const = 0;

    /// `expression` is one of `values`; appends what it binds.
    virtual QString in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const = 0;
    /// Both sides are equal or both NULL.
    virtual QString isSame(const QString &left, const QString &right) const;
    /// `text` holds `needle`, whatever the case; `%` and `_` mean themselves. Appends what it binds.
    virtual QString contains(const QString &text, const QString &needle, QList<Bind> &binds) const;
    /// A LIKE that ignores case; `\` escapes wildcards.
    virtual QString ilike(const QString &text, const QString &pattern) const = 0;
    virtual QString truncated(Unit unit, const QString &time) const = 0;
    /// @name Expressions
    /// @{
    /// What an engine may lack.
    enum class Feature {
        FullJoin,
        Lateral,
        CombineAll, ///< EXCEPT ALL and INTERSECT ALL
        ReturnedKeys, ///< the key of a new row is asked back: the driver does not tell it
        InsertReturning, ///< an INSERT gives back the row as triggers leave it
        UpdateReturning, ///< an UPDATE does
        ComparesMoments, ///< times of different types are compared by what they mean
        RoundsDecimals ///< a column keeps as many digits as it is declared to have
    };
    virtual bool has(Feature feature) const;
    /// A bound value where nothing around it tells the engine its type.
    virtual QString parameter(Type type, const QString &mark) const;
    /// An expression as it is compared and ordered by value.
    virtual QString comparable(const QString &expression, Type type) const;
    /// The call of a function by its standard name; `of` is the type of its first argument.
    virtual QString function(const QString &name, Type of, const QStringList &arguments) const;
    /// `+`, `-`, `*` or `/` of two numbers. Whole numbers divide to whole numbers; division by zero is NULL.
    virtual QString arithmetic(char16_t symbol, Type type, const QString &left, const QString &right) const;
    virtual QString concatenated(const QStringList &texts) const;
    /// The expression converted to a type.
    virtual QString castTo(Type type, const QString &expression) const;
    /// A LIKE that minds the case; `\` escapes wildcards.
    virtual QString like(const QString &text, const QString &pattern) const;
    /// truncated() by the clocks and calendars of a time zone.
    virtual QString truncatedIn(const QString &zone, Unit unit, const QString &time) const;
    /// A time moved by months, and then by seconds; appends what it binds.
    virtual QString later(const QString &time, qint64 months, qint64 seconds, QList<Bind> &binds) const;
    /// What lies at a path of names and positions inside a JSON document, as text; appends what it binds.
    virtual QString jsonText(const QString &document, const QVariantList &path, QList<Bind> &binds) const;
    /// A list with one more element at its end; appends what it binds. A NULL list counts as an empty one.
    virtual QString pushed(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const;
    /// A list without the elements that equal this one; appends what it binds. A NULL list stays NULL.
    virtual QString pulled(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const;
    /// The end of a SELECT that locks what it finds.
    virtual QString locking(Lock lock, LockWait wait) const;
    /// The beginning of a DELETE, up to its WHERE.
    virtual QString deleteFrom(const QString &table, const QString &alias) const;
    /// @}

    /// One term of ORDER BY: NULLs first when ascending, last when descending.
    virtual QString ordered(const QString &term, bool isDescending, bool mayBeNull) const;
    /// Cuts a result to some rows; appends what it binds.
    QString limit(std::optional<qint64> limit, std::optional<qint64> offset, QList<Bind> &binds) const;
    /// INSERT that makes `assignments` to an existing row instead, over the columns of a unique index; without assignments
    /// the row is left alone.
    virtual QString onConflict(const QStringList &target, const QStringList &assignments, const QString &key) const;
    /// The same without assignments, for an INSERT whose RETURNING ends with leftAlone().
    virtual QString onConflictMarked(const QStringList &target, const QString &key) const { return onConflict(target, {}, key); }
    /// A column that is 1 in rows that were left alone. Empty where such rows do not come back.
    virtual QString leftAlone() const { return {}; }
    /// The value that an INSERT, which met an existing row, would have given to a column.
    virtual QString proposed(const QString &column) const;
    /// So many values can be bound to one statement.
    virtual int parameterLimit() const { return 65535; }
    /// Whether a failed statement makes its transaction refuse all others until it, or a savepoint in it, is rolled back.
    virtual bool abortsTransactions() const { return false; }
    /// Asks for what TableRules holds. Columns: kind ("unique", "reference", "referrer", "required", "width", "limit",
    /// "check", "column"), the index or key it belongs to, position, column, other table (or the width, limit, condition or
    /// mark), other column, name.
    virtual Statement tableRules(const QString &table) const = 0;
    /// An INSERT without any column.
    virtual QString insertDefaults(const QString &table) const;

    /// Makes the keys that the database counts up go on behind those that rows brought along. Empty where they do by
    /// themselves.
    virtual QString continueKeys(const QString &, const QString &) const { return {}; }

    /// All tables and views with what is known of each, for readCatalogue(), which finds `referencedBy`.
    virtual Result<QList<TableInfo>> tables(Connection &connection) const = 0;
    /// All functions and procedures, by name. None where the engine keeps none.
    virtual Result<QList<RoutineInfo>> routines(Connection &connection) const;
    /// Whether a column can hold what is stored as this type.
    virtual bool holds(Type type, const ColumnInfo &column) const = 0;
    /// Whether the names of columns that differ in case only are two names.
    virtual Qt::CaseSensitivity caseOfColumns() const { return Qt::CaseInsensitive; }
    /// Selects the names of all tables that are not the engine's own.
    virtual QString tableNames() const = 0;
    /// The statements that carry out the operations of a migration, in their order. Refused where the engine lacks what one
    /// of them needs, with a sentence that names both.
    virtual Result<QStringList> definition(const QList<Operation> &operations) const = 0;
    /// The operations without those that the engine does by itself when it does a later one.
    virtual QList<Operation> needed(const QList<Operation> &operations) const;
    /// The statements of one operation that is about to run, for the tables as they are now.
    virtual Result<QStringList> statementsOf(const Operation &operation, Connection &connection) const;
    /// Whether these statements are not the same for all tables.
    virtual bool dependsOnTables(const Operation &operation) const;
    /// Whether one of these statements drops a table, which another makes anew with its rows.
    virtual bool makesTableAnew(const Operation &operation) const;
    /// A database of the same structure without rows, gone with its connection, in which it can be tried what operations come
    /// to one after the other. Null where no operation depends on tables.
    virtual Result<std::unique_ptr<Connection>> structureCopy(Connection &connection) const;
    /// Run at the start of a migration's transaction: fails at once with the error Locked where another program migrates. Empty
    /// where the transaction itself keeps others out.
    virtual QString lockMigrations(const QString &table) const;
    /// Run behind that transaction, where its end does not give the lock back.
    virtual QString unlockMigrations() const;
    /// Asked before and behind a migration's transaction, so that a table that is dropped does not take the rows along that
    /// refer to it. Whether it was done: not inside another transaction, nor where engines leave such rows alone anyway.
    virtual Result<bool> suspendReferences(Connection &connection) const;
    virtual void resumeReferences(Connection &connection) const;
    /// The end of a transaction in which references were suspended: the error names a row that refers to none.
    virtual Result<void> checkReferences(Connection &connection) const;
    /// Makes each statement a transaction of its own again. Empty where no statement can change that.
    virtual QString commitByStatement() const;
    /// Whether a failed transaction takes back tables and columns that it made.
    virtual bool rollsDefinitionsBack() const;

    /// Turns the engine's complaint into an Error; a violated constraint is described in `violation`.
    virtual Error classify(const NativeError &native, const Statement &statement, Violation &violation) const = 0;

protected:
    /// What became of a statement, in words.
    static Error failed(Error::Kind kind, const QString &message, const NativeError &native, const Statement &statement);
    /// The error of a statement that names a table or column that is not there.
    static Error withoutTable(const NativeError &native, const Statement &statement);
    /// The error of an INSERT whose conflict target has no unique index.
    static Error withoutUniqueIndex(const NativeError &native, const Statement &statement);
    /// Connects for one statement.
    static Result<void> executeOn(const DatabaseUrl &url, const QString &sql);
};

} // namespace db
