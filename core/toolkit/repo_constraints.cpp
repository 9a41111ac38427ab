// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How the refusal of a database becomes errors on the fields of a changeset. An engine stops at the first violation; the
// others are looked for, by what its catalogue demands, so that a person sees all of them at once.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"
#include "core/toolkit/table_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = Constraint::Kind;

bool sameColumns(const QStringList &left, const QStringList &right)
{
    return left.size() == right.size() && std::is_permutation(left.begin(), left.end(), right.begin());
}

/// Finds out what is wrong with one row that a database refused.
class Explanation
{
public:
    Explanation(Connection &connection, const Error &error, const ChangesetCore &changeset, const void *object)
        : m_connection(connection), m_error(error), m_violation(connection.lastViolation()), m_refused(changeset), m_object(object) { }

    /// All that can be asked.
    void lookUp()
    {
        const Schema &schema = m_refused.schema();
        const Result<TableRules> rules = TableRules::of(m_connection, schema.table());
        if (!rules) {
            m_unanswered = rules.error();
            return;
        }
        if (m_refused.action() == ChangesetCore::Action::Delete) {
            for (const TableRules::Reference &referrer : rules->referrers)
                checkReferrer(referrer);
            return;
        }
        for (const QString &column : rules->required)
            checkRequired(column);
        for (auto width = rules->widths.cbegin(); width != rules->widths.cend(); ++width)
            checkWidth(width.key(), width.value());
        for (auto limit = rules->limits.cbegin(); limit != rules->limits.cend(); ++limit)
            checkLimit(limit.key(), limit.value());
        // In the order of the declarations: the newest one's error stands first, as everywhere.
        QList<TableRules::Index> uniques = rules->uniques;
        std::stable_sort(uniques.begin(), uniques.end(), [&](const auto &left, const auto &right) { return rank(left) < rank(right); });
        for (const TableRules::Index &index : std::as_const(uniques))
            checkUnique(index);
        for (const TableRules::Reference &reference : rules->references)
            checkReference(reference);
    }

    /// What the engine said by itself, as far as nothing of it was found yet.
    void takeReport()
    {
        switch (m_error.kind) {
        case Error::Kind::Unique:
            report(Kind::Unique);
            break;
        case Error::Kind::Check:
            report(Kind::Check);
            break;
        case Error::Kind::Exclusion:
            report(Kind::Exclusion);
            break;
        case Error::Kind::NotNull:
            for (const QString &column : m_violation.columns)
                checkRequired(column);
            break;
        case Error::Kind::ForeignKey:
            if (m_refused.action() == ChangesetCore::Action::Delete)
                reportReferrer();
            else
                report(Kind::ForeignKey);
            break;
        default:
            break;
        }
    }

    Error outcome() const
    {
        if (m_unanswered) {
            Error incomplete = m_error;
            incomplete.message += u"; which fields are to blame could not be found out: " + m_unanswered->message;
            return incomplete;
        }
        if (!m_isUndeclared && !m_refused.isValid())
            return Error::invalid(m_refused);
        Error error = m_error;
        if (!m_children.isEmpty())
            error.message = u"Rows of %1 still refer to this row of %2"_s.arg(m_children.join(u", "), m_refused.schema().table());
        return error;
    }

private:
    /// The declaration that is about this index or key; the last one that fits wins.
    const Constraint *declared(QList<Kind> kinds, const QString &name, const QStringList &columns, const QString &childTable = {}) const
    {
        const QList<Constraint> &all = m_refused.constraints();
        const auto fits = [&](const Constraint &constraint) {
            if (!kinds.contains(constraint.kind))
                return false;
            if (constraint.kind == Kind::NoAssociation && constraint.childTable.isEmpty())
                return true;
            const bool sameTable = constraint.childTable.isEmpty() || constraint.childTable == childTable;
            const bool hasNoName = !constraint.isNamed || name.isEmpty();
            return (!name.isEmpty() && constraint.isNameOf(name)) || (hasNoName && sameTable && sameColumns(constraint.columns, columns));
        };
        const auto found = std::find_if(all.rbegin(), all.rend(), fits);
        return found == all.rend() ? nullptr : &*found;
    }

    /// The place of an index among the declarations; undeclared ones come last.
    qsizetype rank(const TableRules::Index &index) const
    {
        const QList<Constraint> &all = m_refused.constraints();
        const Constraint *constraint = declared({Kind::Unique}, index.name, index.columns);
        return constraint ? constraint - all.constData() : all.size();
    }

    void complain(const Constraint &constraint, const QString &name)
    {
        QVariantMap options{{u"constraint"_s, constraint.kindName()}, {u"constraint_name"_s, name.isEmpty() ? constraint.name : name}};
        options.insert(constraint.message.options);
        m_refused.addError({constraint.field, constraint.message.text, options});
        m_found.append(name.isEmpty() ? constraint.name : name);
    }

    const Field *fieldOf(const QString &column) const
    {
        const Field *field = m_refused.schema().findField(column);
        return field && !field->isVirtual ? field : nullptr;
    }
    /// The values of some columns of the row; nothing when one is NULL, or unknown to the schema.
    std::optional<QList<Cell>> cells(const QStringList &columns, const QStringList &names) const
    {
        QList<Cell> cells;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Field *field = fieldOf(columns.at(i));
            if (!field)
                return std::nullopt;
            const QVariant value = field->read(m_object);
            if (isNull(value))
                return std::nullopt;
            cells.append({names.at(i), {field->type, value}});
        }
        return cells;
    }
    /// Whether the refused statement wrote one of the columns.
    bool writes(const QStringList &columns) const
    {
        return m_refused.action() == ChangesetCore::Action::Insert
            || std::any_of(columns.begin(), columns.end(), [&](const QString &column) { return m_refused.changes().contains(column); });
    }
    bool exists(const QString &table, const QList<Cell> &same, const QList<Cell> &other = {})
    {
        bool found = false;
        const Result<void> asked = m_connection.select(SqlCompiler(m_connection.dialect()).probe(table, same, other), [&](const RowReader &) {
            found = true;
            return false;
        });
        if (!asked)
            m_unanswered = asked.error();
        return found;
    }

    /// The key of the row itself, if it is stored already.
    QList<Cell> own() const
    {
        QList<Cell> cells;
        if (m_refused.action() == ChangesetCore::Action::Insert)
            return cells;
        const QList<const Field *> keys = m_refused.schema().primaryKeys();
        for (const Field *key : keys)
            cells.append({key->name, {key->type, key->read(m_refused.data())}});
        return cells;
    }

    void checkRequired(const QString &column)
    {
        const Field *field = fieldOf(column);
        const bool hasError = !m_refused.errorsOn(column).isEmpty();
        if (field && !field->isPrimaryKey && !hasError && writes({column}) && isNull(field->read(m_object)))
            m_refused.addError({column, QT_TRANSLATE_NOOP("db", "can't be blank"), {{u"validation"_s, u"required"_s}}});
    }

    void checkWidth(const QString &column, int width)
    {
        const Field *field = fieldOf(column);
        const QVariant value = field && writes({column}) ? field->read(m_object) : QVariant();
        if (value.typeId() == QMetaType::QString && value.toString().toUcs4().size() > width)
            m_refused.addError({column,
                                QT_TRANSLATE_N_NOOP("db", "should be at most %{count} character(s)"),
                                {{u"count"_s, width}, {u"validation"_s, u"length"_s}, {u"kind"_s, u"max"_s}, {u"type"_s, u"string"_s}}});
    }

    void checkLimit(const QString &column, const Decimal &limit)
    {
        const Field *field = fieldOf(column);
        const QVariant value = field && writes({column}) ? field->read(m_object) : QVariant();
        const std::optional<QVariant> number = isNull(value) ? std::nullopt : castValue(Type::Decimal, value);
        if (!number)
            return;
        const auto complain = [&](const char *message, const char *kind, const Decimal &bound) {
            m_refused.addError({column, message, {{u"number"_s, bound.toString()}, {u"validation"_s, u"number"_s}, {u"kind"_s, QLatin1StringView(kind)}}});
        };
        const Decimal least = Decimal(0) - limit;
        if (limit < number->value<Decimal>())
            complain(QT_TRANSLATE_NOOP("db", "must be less than or equal to %{number}"), "less_than_or_equal_to", limit);
        else if (number->value<Decimal>() < least)
            complain(QT_TRANSLATE_NOOP("db", "must be greater than or equal to %{number}"), "greater_than_or_equal_to", least);
    }

    void checkUnique(const TableRules::Index &index)
    {
        const bool isReported = m_error.kind == Error::Kind::Unique
            && (m_violation.constraint == index.name || (m_violation.constraint.isEmpty() && sameColumns(m_violation.columns, index.columns)));
        const Constraint *constraint = declared({Kind::Unique}, index.name, index.columns);
        if (!constraint) {
            m_isUndeclared = m_isUndeclared || isReported;
            return;
        }
        if (!isReported) {
            const auto same = writes(index.columns) ? cells(index.columns, index.columns) : std::nullopt;
            if (!same || !exists(m_refused.schema().table(), *same, own()))
                return;
        }
        complain(*constraint, index.name);
    }

    void checkReference(const TableRules::Reference &reference)
    {
        const auto same = writes(reference.columns) ? cells(reference.columns, reference.otherColumns) : std::nullopt;
        if (!same || exists(reference.otherTable, *same))
            return;
        if (const Constraint *constraint = declared({Kind::ForeignKey, Kind::Association}, reference.name, reference.columns)) {
            complain(*constraint, reference.name);
            return;
        }
        complainOfReference(reference.name, reference.columns);
    }

    /// About a foreign key that no changeset declared.
    void complainOfReference(const QString &name, const QStringList &columns)
    {
        const Constraint usual{.kind = Kind::ForeignKey,
                               .name = m_refused.schema().table() + u'_' + columns.join(u'_') + u"_fkey",
                               .field = columns.first(),
                               .message = QT_TRANSLATE_NOOP("db", "does not exist")};
        complain(usual, name);
    }

    void checkReferrer(const TableRules::Reference &referrer)
    {
        const auto same = cells(referrer.otherColumns, referrer.columns);
        if (!same || !exists(referrer.otherTable, *same))
            return;
        m_children.append(referrer.otherTable);
        if (const Constraint *constraint = declared({Kind::NoAssociation}, referrer.name, referrer.columns, referrer.otherTable))
            complainOnce(*constraint, referrer.name);
        else
            m_isUndeclared = true;
    }

    void complainOnce(const Constraint &constraint, const QString &name)
    {
        const QStringList texts = m_refused.errorsOn(constraint.field);
        if (!texts.contains(QString::fromUtf8(constraint.message.text)))
            complain(constraint, name);
    }

    void report(Kind kind)
    {
        if (m_found.contains(m_violation.constraint) || (m_violation.constraint.isEmpty() && !m_refused.isValid()))
            return;
        const QList<Kind> kinds = kind == Kind::ForeignKey ? QList<Kind>{kind, Kind::Association} : QList<Kind>{kind};
        if (const Constraint *constraint = declared(kinds, m_violation.constraint, m_violation.columns))
            complain(*constraint, m_violation.constraint);
        else if (kind != Kind::ForeignKey)
            m_isUndeclared = true;
        else if (!m_violation.columns.isEmpty() && fieldOf(m_violation.columns.first()))
            complainOfReference(m_violation.constraint, m_violation.columns);
    }

    void reportReferrer()
    {
        if (!m_children.isEmpty() || m_isUndeclared)
            return;
        if (const Constraint *constraint = declared({Kind::NoAssociation}, m_violation.constraint, {}))
            complainOnce(*constraint, m_violation.constraint);
    }

    Connection &m_connection;
    const Error &m_error;
    const Violation m_violation;
    ChangesetCore m_refused;
    const void *m_object;
    QStringList m_found; ///< names of indexes and keys that were complained about
    QStringList m_children; ///< tables whose rows keep the row from being removed
    bool m_isUndeclared = false; ///< the engine reported what no changeset expects
    std::optional<Error> m_unanswered;
};

bool isExplainable(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unique:
    case Error::Kind::ForeignKey:
    case Error::Kind::NotNull:
    case Error::Kind::Check:
    case Error::Kind::Exclusion:
    case Error::Kind::TooLong:
    case Error::Kind::OutOfRange:
        return true;
    default:
        return false;
    }
}

} // namespace

Error Repo::explained(const Error &error, const ChangesetCore &changeset, const void *object)
{
    if (!isExplainable(error.kind))
        return error;
    Explanation explanation(m_connection, error, changeset, object);
    if (canAskAfterFailure())
        explanation.lookUp();
    explanation.takeReport();
    return explanation.outcome();
}

} // namespace db
