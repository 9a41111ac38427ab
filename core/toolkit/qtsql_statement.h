// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/prepared_statement.h"

#include <QSqlQuery>

#include <memory>

namespace db {

class Dialect;

/// A statement that QtSql runs: slower than an engine's own interface, and the same for all of them.
class QtSqlStatement : public PreparedStatement
{
public:
    static tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepare(const QSqlDatabase &database, const QString &sql,
                                                                                 const Dialect &dialect);

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
    QtSqlStatement(const QSqlDatabase &database, const Dialect &dialect);
    QVariant value(int column, Type type) const;

    QSqlQuery m_query;
    const Dialect &m_dialect;
};

} // namespace db
