// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/sqlite_table_parts.h"

#include <functional>

namespace db {

/// Changes the text of a CREATE TABLE here and there, and leaves the rest as it was written, comments included.
class SqliteTableEdit
{
public:
    /// Invalid where the text cannot be taken apart.
    explicit SqliteTableEdit(const QString &sql);

    /// Whether it is still the text of a table.
    bool isValid() const { return m_isValid; }
    const QString &sql() const { return m_sql; }
    const SqliteTableParts &parts() const { return m_parts; }

    void addColumn(const QString &definition);
    /// Whether there was one.
    bool removeColumn(const QString &name);
    void addRule(const QString &definition);
    /// A rule of this name, of a column or of the table; whether there was one.
    bool removeRule(const QString &name);
    /// The foreign key of this name, or else one without a name over these columns; whether there was one.
    bool removeForeignKey(const QString &name, const QStringList &columns);
    /// Whether there was one.
    bool removePrimaryKey();
    /// Gives a column another type, and all but its keys and checks, which stay. `more` goes behind them.
    void modifyColumn(const QString &name, const QString &attributes, const QString &more);

private:
    using Place = SqliteTableParts::Place;
    using Column = SqliteTableParts::Column;
    using Rule = SqliteTableParts::Rule;

    struct Change
    {
        Place place;
        QString text = {};
    };
    void apply(QList<Change> changes);
    bool removeRules(const std::function<bool(const Rule &rule, const Column *column)> &isMeant);
    /// Takes out a column or rule with the comma in front of it, or behind the first one.
    QList<Change> without(const Place &place) const;
    void insertBehind(qsizetype place, const QString &text) { apply({{{place, place}, text}}); }

    QString m_sql;
    SqliteTableParts m_parts;
    bool m_isValid = false;
};

} // namespace db
