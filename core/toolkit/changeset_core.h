// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/schema.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <optional>

namespace db {

/// What a form, a CSV row or a test hands in: column names to unchecked values.
using Params = QVariantMap;

/// One complaint about one field, kept untranslated with its arguments so that it can be shown in any language.
struct FieldError
{
    QString field;
    QByteArray message; ///< Ecto's English text; placeholders are written %{count}, %{number}
    QVariantMap options = {}; ///< the placeholders' values and what Ecto adds, such as "validation" or "constraint"

    /// The English text with its placeholders filled in.
    QString text() const;
};

/// Options of validateLength(), in graphemes: `{.min = 3, .max = 30}`.
struct Length
{
    std::optional<int> is = std::nullopt;
    std::optional<int> min = std::nullopt;
    std::optional<int> max = std::nullopt;
};

/// Options of validateNumber(): `{.greaterThan = 0}`. Checked in this order; the first that fails speaks.
struct Number
{
    std::optional<Decimal> lessThan = std::nullopt;
    std::optional<Decimal> greaterThan = std::nullopt;
    std::optional<Decimal> lessThanOrEqualTo = std::nullopt;
    std::optional<Decimal> greaterThanOrEqualTo = std::nullopt;
    std::optional<Decimal> equalTo = std::nullopt;
    std::optional<Decimal> notEqualTo = std::nullopt;
};

/// A rule of the database that a changeset expects, and the error a violation becomes.
struct Constraint
{
    enum class Kind {
        Unique,
        ForeignKey,
        Check,
        NoAssociation
    };

    Kind kind = Kind::Unique;
    QString name; ///< the index's or constraint's name, Ecto's default unless given
    QStringList columns;
    QString field; ///< where the error appears
    QByteArray message;
};

/// A many_to_many association that is to hold other rows than before.
struct AssociationChange
{
    MemberKey member = 0;
    bool isLoaded = false; ///< whether `before` is known
    QVariantList before;
    QVariantList after;
    std::function<void(void *object)> apply; ///< puts the new rows into the struct
};

/// A rule known to the changeset, for forms that show counters and required marks.
struct Validation
{
    QString field = {};
    bool isRequired = false;
    Length length = {};
};

/// The part of a changeset that does not depend on the struct: all rules live here.
class ChangesetCore
{
public:
    enum class Action {
        None,
        Insert,
        Update,
        Delete
    };

    ChangesetCore(const Schema &schema, QVariantMap current)
        : m_schema(&schema), m_current(std::move(current)) { }

    const Schema &schema() const { return *m_schema; }
    bool isValid() const { return m_errors.isEmpty(); }
    bool isChanged() const { return !m_changes.isEmpty() || !m_associations.isEmpty(); }
    /// New values by column.
    const QVariantMap &changes() const { return m_changes; }
    /// The values of the struct it started from, by column.
    const QVariantMap &current() const { return m_current; }
    /// What was cast.
    const Params &params() const { return m_params; }
    /// The newest validator's errors come first, as in Ecto.
    const QList<FieldError> &errors() const { return m_errors; }
    const QList<Constraint> &constraints() const { return m_constraints; }
    const QList<Validation> &validations() const { return m_validations; }
    const QList<AssociationChange> &associations() const { return m_associations; }
    /// Columns whose stored value must still be the one that was read; see Changeset::checkUnchanged().
    bool mustBeUnchanged() const { return m_mustBeUnchanged; }
    Action action() const { return m_action; }
    void setAction(Action action) { m_action = action; }

    /// English texts of the errors on one field.
    QStringList errorsOn(QStringView field) const;
    /// Errors by field, each turned into text by `translate`.
    QMap<QString, QStringList> traverseErrors(const std::function<QString(const FieldError &)> &translate) const;
    /// The new value of a column, or the one it had.
    QVariant value(const QString &field) const { return m_changes.value(field, m_current.value(field)); }

    void cast(const Params &params, const QList<MemberKey> &permitted, const QVariantMap &defaults);
    void put(const QString &field, const QVariant &value);
    void force(const QString &field, const QVariant &value);
    void drop(const QString &field) { m_changes.remove(field); }
    void putAssociation(const AssociationChange &change);
    void addError(const FieldError &error) { m_errors.prepend(error); }
    void addConstraint(const Constraint &constraint) { m_constraints.append(constraint); }
    void requireUnchanged() { m_mustBeUnchanged = true; }
    /// Adds "can't be blank" to each field that changes to NULL although its member, which `object` holds, has none.
    void refuseLostNulls(const void *object);

    void validateRequired(const QStringList &fields, const QByteArray &message);
    void validateLength(const QString &field, const Length &length);
    void validateNumber(const QString &field, const Number &number);
    void validateFormat(const QString &field, const QRegularExpression &pattern, const QByteArray &message);
    void validateInclusion(const QString &field, const QVariantList &values, const QByteArray &message);
    void validateExclusion(const QString &field, const QVariantList &values, const QByteArray &message);
    void validateConfirmation(const QString &field, const QByteArray &message);
    /// Hands a changed value that is not null to `check`, which returns an error text or nothing.
    void validateChange(const QString &field, const std::function<std::optional<QByteArray>(const QVariant &)> &check,
                        const QVariantMap &options);

private:
    std::optional<QVariant> changedValue(const QString &field) const;

    const Schema *m_schema;
    QVariantMap m_current;
    Params m_params;
    QVariantMap m_changes;
    QList<FieldError> m_errors;
    QList<Constraint> m_constraints;
    QList<Validation> m_validations;
    QList<AssociationChange> m_associations;
    Action m_action = Action::None;
    bool m_mustBeUnchanged = false;
};

} // namespace db
