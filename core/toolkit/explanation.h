// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/changeset_core.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/table_rules.h"

#include <optional>

namespace db {

/// Finds out what is wrong with one row that a database refused. An engine stops at the first violation; the others are
/// looked for, by what its catalogue demands, so that a person sees all of them at once.
class Explanation
{
public:
    Explanation(Connection &connection, const Error &error, const ChangesetCore &changeset, const void *object)
        : m_connection(connection), m_error(error), m_violation(connection.lastViolation()), m_refused(changeset), m_constraints(changeset.constraints()), m_object(object) { }

    /// All that can be asked.
    void lookUp();
    /// What the engine said by itself, as far as nothing of it was found yet.
    void takeReport();
    /// The errors on the fields, or the engine's own where no changeset expects it.
    Error outcome() const;

private:
    using Kind = Constraint::Kind;

    /// Whether the columns are the same, in any order.
    static bool sameColumns(const QStringList &left, const QStringList &right);
    /// The declaration that is about this index or key; the last one that fits wins.
    const Constraint *declared(QList<Kind> kinds, const QString &name, const QStringList &columns, const QString &childTable = {}) const;
    /// The place of a rule among the declarations; undeclared ones come last.
    qsizetype rank(const Constraint *constraint) const;
    qsizetype rank(const TableRules::Index &index) const { return rank(declared({Kind::Unique}, index.name, index.columns)); }
    void complain(const Constraint &constraint, const QString &name);
    const Field *fieldOf(const QString &column) const;
    /// The values of some columns of the row; nothing when one is NULL, or unknown to the schema.
    std::optional<QList<Cell>> cells(const QStringList &columns, const QStringList &names) const;
    /// Whether the refused statement wrote one of the columns.
    bool writes(const QStringList &columns) const;
    bool exists(const QString &table, const QList<Cell> &same, const QList<Cell> &other = {});
    /// The key of the row itself, if it is stored already.
    QList<Cell> own() const;
    void checkRequired(const QString &column);
    void checkWidth(const QString &column, int width);
    void checkLimit(const QString &column, const Decimal &limit);
    void checkUnique(const TableRules::Index &index);
    void checkReference(const TableRules::Reference &reference);
    void checkReferrer(const TableRules::Reference &referrer);
    /// What a row must be is tried on its values, as far as the changeset expects it to be broken.
    void tryChecks(const TableRules &rules);
    /// About a foreign key that no changeset declared.
    void complainOfReference(const QString &name, const QStringList &columns);
    void complainOnce(const Constraint &constraint, const QString &name);
    void report(Kind kind);
    void reportReferrer();

    Connection &m_connection;
    const Error &m_error;
    const Violation m_violation;
    ChangesetCore m_refused;
    const QList<Constraint> m_constraints;
    const void *m_object;
    QStringList m_found; ///< names of indexes and keys that were complained about
    QStringList m_children; ///< tables whose rows keep the row from being removed
    bool m_isUndeclared = false; ///< the engine reported what no changeset expects
    std::optional<Error> m_unanswered;
};

} // namespace db
