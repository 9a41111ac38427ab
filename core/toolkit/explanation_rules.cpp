// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Which other rules the refused row breaks.

#include "core/toolkit/explanation.h"
#include "core/toolkit/sql_compiler.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

void Explanation::lookUp()
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
    tryChecks(*rules);
}

const Field *Explanation::fieldOf(const QString &column) const
{
    const Field *field = m_refused.schema().findField(column);
    return field && !field->isVirtual ? field : nullptr;
}

std::optional<QList<Cell>> Explanation::cells(const QStringList &columns, const QStringList &names) const
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

bool Explanation::writes(const QStringList &columns) const
{
    return m_refused.action() == ChangesetCore::Action::Insert
        || std::any_of(columns.begin(), columns.end(), [&](const QString &column) { return m_refused.change(column) != nullptr; });
}

bool Explanation::exists(const QString &table, const QList<Cell> &same, const QList<Cell> &other)
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

QList<Cell> Explanation::own() const
{
    QList<Cell> cells;
    if (m_refused.action() == ChangesetCore::Action::Insert)
        return cells;
    const QList<const Field *> keys = m_refused.schema().primaryKeys();
    for (const Field *key : keys)
        cells.append({key->name, {key->type, key->read(m_refused.data())}});
    return cells;
}

void Explanation::checkRequired(const QString &column)
{
    const Field *field = fieldOf(column);
    const bool hasError = !m_refused.errorsOn(column).isEmpty();
    if (field && !field->isPrimaryKey && !hasError && writes({column}) && isNull(field->read(m_object)))
        m_refused.addError({column, QT_TRANSLATE_NOOP("db", "can't be blank"), {{u"validation"_s, u"required"_s}}});
}

void Explanation::checkWidth(const QString &column, int width)
{
    const Field *field = fieldOf(column);
    const QVariant value = field && writes({column}) ? field->read(m_object) : QVariant();
    if (value.typeId() == QMetaType::QString && value.toString().toUcs4().size() > width)
        m_refused.addError({column,
                            QT_TRANSLATE_N_NOOP("db", "should be at most %{count} character(s)"),
                            {{u"count"_s, width}, {u"validation"_s, u"length"_s}, {u"kind"_s, u"max"_s}, {u"type"_s, u"string"_s}}});
}

void Explanation::checkLimit(const QString &column, const Decimal &limit)
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

void Explanation::checkUnique(const TableRules::Index &index)
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

void Explanation::checkReference(const TableRules::Reference &reference)
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

void Explanation::tryChecks(const TableRules &rules)
{
    QList<Cell> row;
    QStringList known;
    for (const Field &field : m_refused.schema().fields()) {
        if (field.isVirtual || field.isGenerated || !rules.marks.contains(field.name))
            continue;
        known.append(field.name);
        row.append({field.name, {field.type, field.read(m_object)}});
    }
    const auto canBeTried = [&](const TableRules::Check &check) {
        const QStringList columns = rules.columnsOf(check);
        const bool isKnown = std::all_of(columns.begin(), columns.end(), [&](const QString &column) { return known.contains(column); });
        // A question mark would be taken for a value's.
        return isKnown && writes(columns) && !check.condition.contains(u'?');
    };
    QList<std::pair<const Constraint *, QString>> broken;
    QList<std::pair<const Constraint *, QString>> tried;
    QStringList conditions;
    for (const TableRules::Check &check : rules.checks) {
        const Constraint *constraint = declared({Kind::Check}, check.name, {});
        const bool isReported = m_error.kind == Error::Kind::Check && m_violation.constraint == check.name;
        if (constraint && isReported) {
            broken.append({constraint, check.name});
        } else if (constraint && canBeTried(check)) {
            tried.append({constraint, check.name});
            conditions.append(check.condition);
        }
    }
    // A value that has no place in its column could not be tried.
    const bool fits = m_error.kind != Error::Kind::TooLong && m_error.kind != Error::Kind::OutOfRange;
    if (fits && !tried.isEmpty()) {
        const Statement trial = SqlCompiler(m_connection.dialect()).trial(m_refused.schema().table(), row, rules.marks, conditions);
        const Result<void> asked = m_connection.select(trial, [&](const RowReader &answer) {
            for (int i = 0; i < tried.size(); ++i) {
                if (answer.readInteger(i).value_or(0) != 0)
                    broken.append(tried.at(i));
            }
            return false;
        });
        if (!asked)
            m_unanswered = asked.error();
    }
    std::stable_sort(broken.begin(), broken.end(), [&](const auto &left, const auto &right) { return rank(left.first) < rank(right.first); });
    for (const auto &[constraint, name] : std::as_const(broken))
        complain(*constraint, name);
}

void Explanation::checkReferrer(const TableRules::Reference &referrer)
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

} // namespace db
