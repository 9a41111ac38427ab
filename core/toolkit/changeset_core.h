// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/rules.h"
#include "core/toolkit/schema.h"
#include "core/toolkit/shared_list.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <optional>

namespace db {

/// What a form, a CSV row or a test hands in: column names to unchecked values.
using Params = QVariantMap;

/// Options of cast().
struct CastOptions
{
    bool forceChanges = false; ///< values that equal the present ones count as changes too
    std::optional<QVariantList> emptyValues = std::nullopt; ///< what counts as "nothing was entered", instead of blank text
};

/// What an association is to hold: one changeset per row, whose action says what happens to it.
struct AssociationChange
{
    const Association *association = nullptr;
    bool isLoaded = false; ///< whether the rows that it held are known
    QList<std::shared_ptr<const ChangesetCore>> children = {}; ///< replaced rows first, then the new ones in their order

    /// The children without those that are to go.
    QList<std::shared_ptr<const ChangesetCore>> kept() const;
};

/// Options of castAssoc().
struct CastAssoc
{
    bool isRequired = false; ///< no row at all is an error
    Message requiredMessage = QT_TRANSLATE_NOOP("db", "can't be blank");
    Message invalidMessage = QT_TRANSLATE_NOOP("db", "is invalid"); ///< when the parameter has not the shape of a row or rows
    QString sortParam = {}; ///< names the parameter that lists the indexes of the rows in their new order; unknown ones are new rows
    QString dropParam = {}; ///< names the parameter that lists the indexes of rows to leave out
};

/// The part of a changeset that does not depend on the struct: all rules live here.
class ChangesetCore
{
public:
    enum class Action {
        None,
        Insert,
        Update,
        Delete,
        Replace ///< a child that its association gives up, by nilling the foreign key
    };
    /// What must hold for a row to be updated or removed, and what becomes of it: see optimisticLock().
    struct Lock
    {
        QString field;
        std::function<QVariant(const QVariant &current)> next;
    };
    using Prepare = std::function<Result<void>(Repo &, ChangesetCore &)>;
    /// Makes the changeset of one child from its row, its parameters and its position among them.
    using MakeChild = std::function<ChangesetCore(const void *row, const Params &params, int position)>;
    using Check = std::function<std::optional<Message>(const QVariant &)>;

    ChangesetCore(const RowType &type, std::shared_ptr<const void> data)
        : m_type(&type), m_data(std::move(data)) { }

    const Schema &schema() const { return m_type->schema(); }
    const RowType &type() const { return *m_type; }
    /// The struct it started from.
    const void *data() const { return m_data.get(); }
    bool isValid() const { return m_errors.isEmpty() && !m_refusal && m_hasValidChildren; }
    bool isChanged() const { return !m_changes.isEmpty() || !m_associations.isEmpty(); }
    /// New values by column.
    QVariantMap changes() const;
    /// The new value of a field, which may be NULL, until the changeset changes; nullptr when the field does not.
    const QVariant *change(const Field &field) const;
    const QVariant *change(const QString &field) const;
    /// The value a field had.
    QVariant current(const QString &field) const;
    /// What was cast.
    const Params &params() const { return m_params; }
    /// Its own errors. The newest validator's come first, as in Ecto.
    const QList<FieldError> &errors() const & { return m_errors; }
    QList<FieldError> errors() && { return std::move(m_errors); }
    /// Its errors and those of its children, whose field is the path to it: "items.2.quantity".
    QList<FieldError> allErrors() const;
    QList<Constraint> constraints() const { return m_constraints.toList(); }
    /// Fields and associations that must have a value.
    const QStringList &required() const { return m_required; }
    /// The other rules that need no database.
    QList<Validation> validations() const { return m_validations.toList(); }
    const QList<AssociationChange> &associations() const { return m_associations; }
    const AssociationChange *findAssociation(const Association &association) const;
    const QList<Prepare> &prepares() const { return m_prepares; }
    const QList<Lock> &locks() const { return m_locks; }
    /// Why the program may not store it, whatever the values: a mistake in the program rather than in the input.
    const std::optional<Error> &refusal() const { return m_refusal; }
    /// Columns whose stored value must still be the one that was read; see Changeset::checkUnchanged().
    bool mustBeUnchanged() const { return m_mustBeUnchanged; }
    Action action() const { return m_action; }
    void setAction(Action action) { m_action = action; }

    /// English texts of the errors on one field, or on a child by its path.
    QStringList errorsOn(QStringView field) const;
    /// Errors by field or path, each turned into text by `translate`.
    QMap<QString, QStringList> traverseErrors(const std::function<QString(const FieldError &)> &translate) const;
    /// The validations by field, each turned into text by `describe`.
    QMap<QString, QStringList> traverseValidations(const std::function<QString(const Validation &)> &describe) const;
    /// The new value of a column, or the one it had.
    QVariant value(const QString &field) const;
    /// The name of the field or association in a member.
    QString nameOf(MemberKey member) const;
    /// A copy of the data with the changes laid over it, whether or not they are valid.
    std::shared_ptr<void> applied() const;
    void applyTo(void *object) const;

    void cast(const Params &params, const QStringList &permitted, const CastOptions &options);
    void cast(const Params &params, const QList<MemberKey> &permitted, const CastOptions &options);
    void put(const QString &field, const QVariant &value);
    void force(const QString &field, const QVariant &value);
    void drop(const QString &field);
    void merge(const ChangesetCore &other);
    void addError(const FieldError &error) { m_errors.prepend(error); }
    /// Declares a constraint; without a name it gets Ecto's default one.
    void declare(Constraint constraint);
    /// Declares a constraint about an association, with the error on it.
    void declare(const Association &association, Constraint constraint);
    void requireUnchanged() { m_mustBeUnchanged = true; }
    void addPrepare(const Prepare &prepare) { m_prepares.append(prepare); }
    void addLock(const Lock &lock) { m_locks.append(lock); }
    void refuse(const Error &error);
    /// Adds "can't be blank" to each field that changes to NULL although its member, which `object` holds, has none.
    void refuseLostNulls(const void *object);

    void castAssociation(const Association &association, const MakeChild &make, const CastAssoc &options);
    void putAssociation(const Association &association, const QList<ChangesetCore> &rows);
    /// Puts another version of a child in its place: one with errors, say.
    void replaceChild(const Association &association, qsizetype index, const ChangesetCore &child);

    void validateRequired(const QStringList &fields, const Message &message = QT_TRANSLATE_NOOP("db", "can't be blank"));
    void validateLength(const QString &field, const Length &length);
    void validateNumber(const QString &field, const Number &number);
    void validateFormat(const QString &field, const QRegularExpression &pattern,
                        const Message &message = QT_TRANSLATE_NOOP("db", "has invalid format"));
    void validateInclusion(const QString &field, const QVariantList &values, const Message &message = QT_TRANSLATE_NOOP("db", "is invalid"));
    void validateExclusion(const QString &field, const QVariantList &values, const Message &message = QT_TRANSLATE_NOOP("db", "is reserved"));
    void validateSubset(const QString &field, const QVariantList &values, const Message &message = QT_TRANSLATE_NOOP("db", "has an invalid entry"));
    void validateConfirmation(const QString &field, const Confirmation &confirmation = {});
    void validateAcceptance(const QString &field, const Message &message = QT_TRANSLATE_NOOP("db", "must be accepted"));
    /// Hands a changed value that is not null to `check`, which returns a message or nothing.
    void validateChange(const QString &field, const Check &check, const QVariantMap &options = {});
    /// Asks the database whether another row has these values.
    void unsafeValidateUnique(const QStringList &fields, Repo &repo, const UniqueCheck &check = {});

private:
    struct Change
    {
        const Field *field;
        QVariant value;
    };

    void take(const Params &params);
    /// `fresh` is the struct as it is when new, made when it is needed.
    void cast(const Params &params, const Field &field, const CastOptions &options, std::shared_ptr<void> &fresh);
    /// The new value of a field; nullptr when it does not change, or changes to NULL.
    const QVariant *changedValue(const QString &field) const;
    bool isMissing(const QString &field) const;
    void note(const QString &field, const QByteArray &rule, const QVariantMap &options = {});
    void complain(const QString &field, const Message &message, const QVariantMap &options);
    void setAssociation(const AssociationChange &change);
    /// The field of that name; its absence makes the changeset refuse to be stored.
    const Field *changeable(const QString &name, const char *by);
    qsizetype indexOf(const Field &field) const;
    void put(const Field &field, const QVariant &value);
    void force(const Field &field, const QVariant &value);
    void setChange(const Field &field, const QVariant &value);
    void removeChange(const QString &field);

    const RowType *m_type;
    std::shared_ptr<const void> m_data;
    Params m_params;
    bool m_hasParams = false;
    QList<Change> m_changes; ///< so few that a search by hash would take longer
    QList<FieldError> m_errors;
    SharedList<Constraint> m_constraints;
    QStringList m_required;
    SharedList<Validation> m_validations;
    QList<AssociationChange> m_associations;
    QList<Prepare> m_prepares;
    QList<Lock> m_locks;
    std::optional<Error> m_refusal;
    Action m_action = Action::None;
    bool m_hasValidChildren = true;
    bool m_mustBeUnchanged = false;
};

} // namespace db
