// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/changeset_core.h"

#include <initializer_list>

namespace db {

/// Proposed changes to a T, with every reason why they may not be stored.
///
/// A changeset is a value: each step returns a new one and leaves the old one alone. Semantics, messages and their
/// options are those of Ecto.Changeset.
///
/// \code
/// return db::cast(user, params, {&User::email, &User::username})
///     .validateRequired({&User::email, &User::username})
///     .validateLength(&User::username, {.min = 3, .max = 30})
///     .uniqueConstraint(&User::email);
/// \endcode
template <typename T>
class [[nodiscard]] Changeset
{
public:
    using Fields = std::initializer_list<FieldRef<T>>;
    using Action = ChangesetCore::Action;

    /// Options of the constraint declarations.
    struct ConstraintOptions
    {
        QString name = {}; ///< of the index or constraint; Ecto's default unless given
        Message message = {};
        Match match = Match::Exact;
        std::optional<FieldRef<T>> errorOn = std::nullopt; ///< where the error appears, instead of the first field
    };

    explicit Changeset(ChangesetCore core)
        : m_core(std::move(core)) { }

    bool isValid() const { return m_core.isValid(); }
    /// The struct it started from.
    const T &data() const { return *static_cast<const T *>(m_core.data()); }
    const ChangesetCore &core() const & { return m_core; }
    ChangesetCore core() && { return std::move(m_core); }
    QStringList errorsOn(FieldRef<T> field) const { return m_core.errorsOn(column(field)); }

    /// The new value of a field, or nothing when it does not change (or changes to NULL).
    template <typename M>
    std::optional<typename ValueOf<M>::Type> change(M T::*member) const
    {
        const QVariant *value = m_core.change(column(member));
        using Value = typename ValueOf<M>::Type;
        return !value || isNull(*value) ? std::nullopt : std::optional<Value>(Codec<Value>::load(*value));
    }
    /// Whether the field, or the association, changes.
    bool changes(FieldRef<T> field) const
    {
        const QString name = column(field);
        return m_core.change(name)
            || std::any_of(m_core.associations().begin(), m_core.associations().end(),
                           [&](const AssociationChange &change) { return change.association->name == name; });
    }
    /// The new value of a field, or the one it had.
    template <typename M>
    M value(M T::*member) const
    {
        return Codec<M>::load(m_core.value(column(member)));
    }

    /// Sets a value that the program itself made; no change when it equals the present one.
    template <typename M>
    Changeset put(M T::*member, const std::type_identity_t<M> &value) const
    {
        return with([&](ChangesetCore &core) { core.put(column(member), Codec<M>::dump(value)); });
    }
    /// Sets a value and writes it even if it equals the present one.
    template <typename M>
    Changeset force(M T::*member, const std::type_identity_t<M> &value) const
    {
        return with([&](ChangesetCore &core) { core.force(column(member), Codec<M>::dump(value)); });
    }
    /// Puts what `update` makes of the new value, if the field changes and not to NULL.
    template <typename M, std::invocable<typename ValueOf<M>::Type> Update>
    Changeset update(M T::*member, Update update) const
    {
        const auto changed = change(member);
        return changed ? put(member, update(*changed)) : *this;
    }
    /// Forgets the change of a field or an association.
    Changeset drop(FieldRef<T> field) const
    {
        return with([&](ChangesetCore &core) { core.drop(column(field)); });
    }
    /// Casts further parameters; their errors stand behind those that are there.
    Changeset cast(const Params &params, Fields permitted, const CastOptions &options = {}) const
    {
        return with([&](ChangesetCore &core) {
            QList<MemberKey> members;
            members.reserve(qsizetype(permitted.size()));
            for (FieldRef<T> field : permitted)
                members.append(field.key());
            core.cast(params, members, options);
        });
    }
    /// Takes over what another changeset of the same data changes, checks and expects.
    Changeset merge(const Changeset &other) const
    {
        return with([&](ChangesetCore &core) { core.merge(other.m_core); });
    }
    /// Says what is to happen to the row. A child that castAssoc() made may say Delete: then it is removed.
    Changeset action(Action action) const
    {
        return with([&](ChangesetCore &core) { core.setAction(action); });
    }

    /// Changes the rows of an association by the parameter of its name: a map for one row, a list or an index map for
    /// many. `child(row, params)` or `child(row, params, position)` makes the changeset of each. A row whose key is among
    /// the present ones is updated, others are inserted, and for present ones that are left out the association's
    /// OnReplace decides. The association must be loaded, or the struct new.
    template <typename Holder, typename Child>
    Changeset castAssoc(Holder T::*member, Child child, const CastAssoc &options = {}) const
    {
        using Row = typename Holder::Related;
        const auto make = [&child](const void *row, const Params &params, [[maybe_unused]] int position) -> ChangesetCore {
            if constexpr (std::invocable<Child, const Row &, const Params &, int>)
                return child(*static_cast<const Row *>(row), params, position).core();
            else
                return child(*static_cast<const Row *>(row), params).core();
        };
        return with([&](ChangesetCore &core) { core.castAssociation(core.schema().association(memberKey(member)), make, options); });
    }
    /// Says which rows a to-many association holds from now on. Rows with a key are taken for stored ones, others are
    /// inserted; for present ones that are left out the association's OnReplace decides. The association must be loaded,
    /// or the struct new. Repeated rows count once.
    template <typename Holder>
    Changeset putAssoc(Holder T::*member, const QList<typename Holder::Related> &rows) const
        requires std::derived_from<Holder, Many<typename Holder::Related>>
    {
        QList<ChangesetCore> children;
        for (const auto &row : rows)
            children.append(coreOf(row));
        return putRows(member, children);
    }
    /// The same with changes to each of the rows.
    template <typename Holder, typename Row>
    Changeset putAssoc(Holder T::*member, const QList<Changeset<Row>> &rows) const
        requires std::derived_from<Holder, Many<Row>>
    {
        QList<ChangesetCore> children;
        for (const Changeset<Row> &row : rows)
            children.append(row.core());
        return putRows(member, children);
    }
    /// Says which row a to-one association holds from now on, or that it holds none.
    template <typename Holder>
    Changeset putAssoc(Holder T::*member, const std::optional<typename Holder::Related> &row) const
        requires std::derived_from<Holder, One<typename Holder::Related>>
    {
        return putRows(member, row ? QList<ChangesetCore>{coreOf(*row)} : QList<ChangesetCore>());
    }
    template <typename Holder, typename Row>
    Changeset putAssoc(Holder T::*member, const Changeset<Row> &row) const
        requires std::derived_from<Holder, One<Row>>
    {
        return putRows(member, {row.core()});
    }

    /// castAssoc() and putAssoc() for structs that live in a JSON column.
    template <typename Holder, typename Child>
    Changeset castEmbed(Holder T::*member, Child child, const CastAssoc &options = {}) const
    {
        return castAssoc(member, child, options);
    }
    template <typename Holder>
    Changeset putEmbed(Holder T::*member, const QList<typename Holder::Related> &rows) const
        requires std::derived_from<Holder, Many<typename Holder::Related>>
    {
        return putAssoc(member, rows);
    }
    template <typename Holder>
    Changeset putEmbed(Holder T::*member, const std::optional<typename Holder::Related> &row) const
        requires std::derived_from<Holder, One<typename Holder::Related>>
    {
        return putAssoc(member, row);
    }

    /// Every listed field must end up with a value that is not blank.
    Changeset validateRequired(Fields fields, const Message &message = QT_TRANSLATE_NOOP("db", "can't be blank")) const
    {
        return with([&](ChangesetCore &core) { core.validateRequired(columns(fields), message); });
    }
    Changeset validateLength(FieldRef<T> field, const Length &length) const
    {
        return with([&](ChangesetCore &core) { core.validateLength(column(field), length); });
    }
    Changeset validateNumber(FieldRef<T> field, const Number &number) const
    {
        return with([&](ChangesetCore &core) { core.validateNumber(column(field), number); });
    }
    Changeset validateFormat(FieldRef<T> field, const QRegularExpression &pattern,
                             const Message &message = QT_TRANSLATE_NOOP("db", "has invalid format")) const
    {
        return with([&](ChangesetCore &core) { core.validateFormat(column(field), pattern, message); });
    }
    Changeset validateInclusion(FieldRef<T> field, const QVariantList &values,
                                const Message &message = QT_TRANSLATE_NOOP("db", "is invalid")) const
    {
        return with([&](ChangesetCore &core) { core.validateInclusion(column(field), values, message); });
    }
    Changeset validateExclusion(FieldRef<T> field, const QVariantList &values,
                                const Message &message = QT_TRANSLATE_NOOP("db", "is reserved")) const
    {
        return with([&](ChangesetCore &core) { core.validateExclusion(column(field), values, message); });
    }
    /// Every entry of a list must be one of the values.
    Changeset validateSubset(FieldRef<T> field, const QVariantList &values,
                             const Message &message = QT_TRANSLATE_NOOP("db", "has an invalid entry")) const
    {
        return with([&](ChangesetCore &core) { core.validateSubset(column(field), values, message); });
    }
    /// The parameter `<field>_confirmation` must repeat the parameter of the field; its absence passes unless required.
    Changeset validateConfirmation(FieldRef<T> field, const Confirmation &confirmation) const
    {
        return with([&](ChangesetCore &core) { core.validateConfirmation(column(field), confirmation); });
    }
    Changeset validateConfirmation(FieldRef<T> field,
                                   const Message &message = QT_TRANSLATE_NOOP("db", "does not match confirmation")) const
    {
        return validateConfirmation(field, Confirmation{.isRequired = false, .message = message});
    }
    /// The parameter must be true; it need not be a field, as with a box for the terms of use.
    Changeset validateAcceptance(const QString &param, const Message &message = QT_TRANSLATE_NOOP("db", "must be accepted")) const
    {
        return with([&](ChangesetCore &core) { core.validateAcceptance(param, message); });
    }
    Changeset validateAcceptance(FieldRef<T> field, const Message &message = QT_TRANSLATE_NOOP("db", "must be accepted")) const
    {
        return validateAcceptance(column(field), message);
    }
    /// A check of your own on a changed value: returns a message, or nothing when all is well.
    template <typename M, typename Check>
    Changeset validateChange(M T::*member, Check check, const QVariantMap &options = {}) const
    {
        using Value = typename ValueOf<M>::Type;
        return with([&](ChangesetCore &core) {
            core.validateChange(
                column(member), [&](const QVariant &value) -> std::optional<Message> { return check(Codec<Value>::load(value)); }, options);
        });
    }
    /// Asks the database whether another row has these values already, so that a form can say so while somebody types.
    /// Only a unique index makes sure: declare it too. Not asked when none of the fields changes, or one has an error.
    Changeset unsafeValidateUnique(Fields fields, Repo &repo, const UniqueCheck &check = {}) const
    {
        return with([&](ChangesetCore &core) { core.unsafeValidateUnique(columns(fields), repo, check); });
    }
    Changeset addError(FieldRef<T> field, const QByteArray &message, const QVariantMap &options = {}) const
    {
        return with([&](ChangesetCore &core) { core.addError({column(field), message, options}); });
    }

    /// Turns a violated unique index over the fields into an error on the first of them. The index is
    /// `table_field_field_index`, or any other over the same columns, unless a name is given.
    Changeset uniqueConstraint(Fields fields, const Message &message = QT_TRANSLATE_NOOP("db", "has already been taken")) const
    {
        return uniqueConstraint(fields, ConstraintOptions{.message = message});
    }
    Changeset uniqueConstraint(FieldRef<T> field, const Message &message = QT_TRANSLATE_NOOP("db", "has already been taken")) const
    {
        return uniqueConstraint(Fields{field}, message);
    }
    Changeset uniqueConstraint(Fields fields, const ConstraintOptions &options) const
    {
        return constrained(Constraint::Kind::Unique, columns(fields), options, QT_TRANSLATE_NOOP("db", "has already been taken"));
    }
    Changeset uniqueConstraint(FieldRef<T> field, const ConstraintOptions &options) const
    {
        return uniqueConstraint(Fields{field}, options);
    }
    /// Turns a reference to a row that is not there into an error on the field.
    Changeset foreignKeyConstraint(FieldRef<T> field, const Message &message = QT_TRANSLATE_NOOP("db", "does not exist")) const
    {
        return foreignKeyConstraint(field, ConstraintOptions{.message = message});
    }
    Changeset foreignKeyConstraint(FieldRef<T> field, const ConstraintOptions &options) const
    {
        return constrained(Constraint::Kind::ForeignKey, {column(field)}, options, QT_TRANSLATE_NOOP("db", "does not exist"));
    }
    /// The same, with the error on the association.
    template <typename Owner>
    Changeset assocConstraint(BelongsTo<Owner> T::*member, const ConstraintOptions &options = {}) const
    {
        return associated(Constraint::Kind::Association, memberKey(member), options, QT_TRANSLATE_NOOP("db", "does not exist"));
    }
    /// Turns the refusal to delete a row that rows of the association refer to into an error on the association.
    template <typename Child>
    Changeset noAssocConstraint(HasMany<Child> T::*member, const ConstraintOptions &options = {}) const
    {
        return associated(Constraint::Kind::NoAssociation, memberKey(member), options, QT_TRANSLATE_NOOP("db", "are still associated with this entry"));
    }
    template <typename Child>
    Changeset noAssocConstraint(HasOne<Child> T::*member, const ConstraintOptions &options = {}) const
    {
        return associated(Constraint::Kind::NoAssociation, memberKey(member), options, QT_TRANSLATE_NOOP("db", "is still associated with this entry"));
    }
    /// Turns the refusal to delete a row that any others refer to into an error on the primary key.
    Changeset noAssocConstraint(const Message &message = QT_TRANSLATE_NOOP("db", "are still associated with this entry")) const
    {
        return constrained(Constraint::Kind::NoAssociation, {m_core.schema().primaryKey().name}, {.message = message}, message);
    }
    /// Turns the violation of a named check constraint into an error on the field.
    Changeset checkConstraint(FieldRef<T> field, const QString &name,
                              const Message &message = QT_TRANSLATE_NOOP("db", "is invalid")) const
    {
        return checkConstraint(field, ConstraintOptions{.name = name, .message = message});
    }
    Changeset checkConstraint(FieldRef<T> field, const ConstraintOptions &options) const
    {
        return constrained(Constraint::Kind::Check, {column(field)}, options, QT_TRANSLATE_NOOP("db", "is invalid"));
    }
    /// Turns the violation of an exclusion constraint of PostgreSQL, `table_field_exclusion`, into an error on the field.
    Changeset exclusionConstraint(FieldRef<T> field, const ConstraintOptions &options = {}) const
    {
        return constrained(Constraint::Kind::Exclusion, {column(field)}, options, QT_TRANSLATE_NOOP("db", "violates an exclusion constraint"));
    }

    /// An update or a removal then succeeds only if the field still holds what was read, and an update counts it up: who
    /// comes second is Stale. 2,147,483,647 is followed by 1. No effect while the value is NULL.
    template <typename M>
    Changeset optimisticLock(M T::*member) const
    {
        return with([&](ChangesetCore &core) { core.addLock({column(member), {}}); });
    }
    /// The same with a next value of one's own, as a version that is a time or a key.
    template <typename M, std::invocable<M> Next>
    Changeset optimisticLock(M T::*member, Next next) const
    {
        return with([&](ChangesetCore &core) {
            core.addLock({column(member), [next](const QVariant &current) { return Codec<M>::dump(next(Codec<M>::load(current))); }});
        });
    }
    /// An update then succeeds only if each changed column, and each association to be replaced, still holds what was
    /// read; otherwise the error is Stale. What is not changed is not compared. A removal compares all columns but the
    /// time of the last change.
    Changeset checkUnchanged() const
    {
        return with([](ChangesetCore &core) { core.requireUnchanged(); });
    }
    /// Runs `prepare(repo, changeset)` inside the transaction, just before the row is written. It returns the changeset
    /// to be stored, as a Result. Several run in their order; of an invalid changeset none.
    template <std::invocable<Repo &, const Changeset &> Prepare>
    Changeset prepareChanges(Prepare prepare) const
    {
        return with([&](ChangesetCore &core) {
            core.addPrepare([prepare](Repo &repo, ChangesetCore &prepared) -> Result<void> {
                const Result<Changeset> outcome = prepare(repo, Changeset(prepared));
                if (!outcome)
                    return Failure(outcome.error());
                prepared = outcome->m_core;
                return {};
            });
        });
    }

    /// Continues the chain with a step of your own.
    template <std::invocable<const Changeset &> Step>
    Changeset then(Step step) const
    {
        return step(*this);
    }

    /// The data with the changes laid over it, whether or not they are valid.
    T applied() const
    {
        T result = data();
        m_core.applyTo(&result);
        return result;
    }
    /// The data with the changes laid over it, or the error Invalid whose changeset carries the action. For forms whose
    /// values go elsewhere than to a database.
    Result<T> applyAction(Action action) const
    {
        if (isValid())
            return applied();
        ChangesetCore core = m_core;
        core.setAction(action);
        return Failure(core.refusal() ? *core.refusal() : Error::invalid(core));
    }

private:
    template <typename Step>
    Changeset with(Step step) const
    {
        Changeset next = *this;
        step(next.m_core);
        return next;
    }
    template <typename Holder>
    Changeset putRows(Holder T::*member, const QList<ChangesetCore> &rows) const
    {
        return with([&](ChangesetCore &core) { core.putAssociation(core.schema().association(memberKey(member)), rows); });
    }
    template <typename Row>
    static ChangesetCore coreOf(const Row &row)
    {
        return ChangesetCore(rowType<Row>(), std::make_shared<const Row>(row));
    }
    Changeset constrained(Constraint::Kind kind, const QStringList &columns, const ConstraintOptions &options, const Message &usual) const
    {
        return with([&](ChangesetCore &core) {
            core.declare({.kind = kind,
                          .name = options.name,
                          .columns = columns,
                          .field = options.errorOn ? column(*options.errorOn) : columns.first(),
                          .message = options.message.isEmpty() ? usual : options.message,
                          .match = options.match});
        });
    }
    Changeset associated(Constraint::Kind kind, MemberKey member, const ConstraintOptions &options, const Message &usual) const
    {
        return with([&](ChangesetCore &core) {
            core.declare(core.schema().association(member),
                         {.kind = kind, .name = options.name, .message = options.message.isEmpty() ? usual : options.message, .match = options.match});
        });
    }
    QString column(FieldRef<T> field) const { return m_core.nameOf(field.key()); }
    QStringList columns(Fields fields) const
    {
        QStringList result;
        result.reserve(qsizetype(fields.size()));
        for (FieldRef<T> field : fields)
            result.append(column(field));
        return result;
    }

    ChangesetCore m_core;
};

/// Starts a changeset from values the program itself made.
template <Storable T>
Changeset<T> change(const T &data)
{
    return Changeset<T>(ChangesetCore(rowType<T>(), std::make_shared<const T>(data)));
}

/// Starts a changeset from outside input: only the permitted fields are looked at, and each is converted to the type
/// of its member by Ecto's rules. Blank text counts as the member's default value; null stays null, and where the member
/// has none the changeset cannot be stored.
template <Storable T>
Changeset<T> cast(const T &data, const Params &params,
                  std::initializer_list<FieldRef<std::type_identity_t<T>>> permitted, const CastOptions &options = {})
{
    return change(data).cast(params, permitted, options);
}

} // namespace db
