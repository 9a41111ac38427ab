// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/prepared_statement.h"

#include <QByteArray>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace db {

class Dialect;

/// A statement that SQLite itself runs, on the connection that QtSql opened: values go straight from the C interface
/// into structs, as UTF-8, where QtSql makes a QVariant of UTF-16 of each and asks for all columns' types at every run.
class SqliteStatement : public PreparedStatement
{
public:
    static tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepare(sqlite3 *database, const QString &sql, const Dialect &dialect);
    ~SqliteStatement() override;
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    tl::expected<void, NativeError> start(const QList<Bind> &binds) override;
    tl::expected<bool, NativeError> next() override;
    void finish() override;
    qint64 affected() const override;
    QVariant insertedId() const override;
    QString columnName(int column) const override;
    QString tableName(int column) const override;
    bool isNull(int column) const override;
    QVariant raw(int column) const override;
    std::optional<qint64> integer(int column) const override;
    std::optional<double> floatingPoint(int column) const override;
    std::optional<bool> boolean(int column) const override;
    std::optional<QString> text(int column) const override;
    std::optional<QDateTime> time(int column) const override;

private:
    SqliteStatement(sqlite3_stmt *statement, const Dialect &dialect)
        : m_statement(statement), m_dialect(dialect) { }

    tl::expected<void, NativeError> step();
    void bind(int index, const Bind &bind);
    void bindRaw(int index, const QVariant &value);
    void bindText(int index, const QByteArray &utf8);
    /// What a column of another kind than usual holds, as the dialect reads it.
    QVariant unusual(int column, Type type) const;

    sqlite3_stmt *m_statement;
    const Dialect &m_dialect;
    std::vector<QByteArray> m_texts; ///< bound, and read by SQLite where they are
    bool m_hasRow = false; ///< the step that was made last found one
    bool m_isFirst = false; ///< that row was not asked for yet
};

} // namespace db
