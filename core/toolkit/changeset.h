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

    Changeset(T data, ChangesetCore core)
        : m_data(std::move(data)), m_core(std::move(core)) { }

    bool isValid() const { return m_core.isValid(); }
    const T &data() const { return m_data; }
    const ChangesetCore &core() const { return m_core; }
    QStringList errorsOn(FieldRef<T> field) const { return m_core.errorsOn(column(field)); }

    /// The new value of a field, or nothing when it does not change (or changes to NULL).
    template <typename M>
    std::optional<typename ValueOf<M>::Type> change(M T::*member) const
    {
        const QVariant value = m_core.changes().value(column(member));
        using Value = typename ValueOf<M>::Type;
        return value.isNull() ? std::nullopt : std::optional<Value>(Codec<Value>::load(value));
    }
    /// Whether the field changes.
    bool changes(FieldRef<T> field) const { return m_core.changes().contains(column(field)); }
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
    /// Forgets the change of a field.
    Changeset drop(FieldRef<T> field) const
    {
        return with([&](ChangesetCore &core) { core.drop(column(field)); });
    }
    /// Replaces the rows of a many_to_many association (Ecto's put_assoc with on_replace: :delete). The association
    /// must be loaded, or the struct new: updating a row with one that was not loaded is refused. Repeated rows count once.
    template <typename R>
    Changeset putAssoc(ManyToMany<R> T::*member, const QList<R> &rows) const
    {
        AssociationChange change;
        change.member = memberKey(member);
        auto kept = std::make_shared<QList<R>>();
        for (const R &row : rows) {
            const QVariant key = schemaOf<R>().primaryKey().read(&row);
            if (change.after.contains(key))
                continue;
            change.after.append(key);
            kept->append(row);
        }
        change.isLoaded = (m_data.*member).isLoaded();
        if (change.isLoaded) {
            for (const R &row : *(m_data.*member))
                change.before.append(schemaOf<R>().primaryKey().read(&row));
        }
        change.apply = [member, kept](void *object) { (static_cast<T *>(object)->*member).set(kept); };
        return with([&](ChangesetCore &core) { core.putAssociation(change); });
    }

    /// Every listed field must end up with a value that is not blank.
    Changeset validateRequired(Fields fields, const QByteArray &message = QT_TRANSLATE_NOOP("db", "can't be blank")) const
    {
        return with([&](ChangesetCore &core) { core.validateRequired(columns(fields), message); });
    }
    /// Counts graphemes, that is, characters as people do.
    Changeset validateLength(FieldRef<T> field, const Length &length) const
    {
        return with([&](ChangesetCore &core) { core.validateLength(column(field), length); });
    }
    Changeset validateNumber(FieldRef<T> field, const Number &number) const
    {
        return with([&](ChangesetCore &core) { core.validateNumber(column(field), number); });
    }
    Changeset validateFormat(FieldRef<T> field, const QRegularExpression &pattern,
                             const QByteArray &message = QT_TRANSLATE_NOOP("db", "has invalid format")) const
    {
        return with([&](ChangesetCore &core) { core.validateFormat(column(field), pattern, message); });
    }
    Changeset validateInclusion(FieldRef<T> field, const QVariantList &values,
                                const QByteArray &message = QT_TRANSLATE_NOOP("db", "is invalid")) const
    {
        return with([&](ChangesetCore &core) { core.validateInclusion(column(field), values, message); });
    }
    Changeset validateExclusion(FieldRef<T> field, const QVariantList &values,
                                const QByteArray &message = QT_TRANSLATE_NOOP("db", "is reserved")) const
    {
        return with([&](ChangesetCore &core) { core.validateExclusion(column(field), values, message); });
    }
    /// The parameter `<field>_confirmation` must repeat the parameter of the field; its absence passes.
    Changeset validateConfirmation(FieldRef<T> field,
                                   const QByteArray &message = QT_TRANSLATE_NOOP("db", "does not match confirmation")) const
    {
        return with([&](ChangesetCore &core) { core.validateConfirmation(column(field), message); });
    }
    /// A check of your own on a changed value: returns an error text, or nothing when all is well.
    template <typename M, typename Check>
    Changeset validateChange(M T::*member, Check check, const QVariantMap &options = {}) const
    {
        using Value = typename ValueOf<M>::Type;
        return with([&](ChangesetCore &core) {
            core.validateChange(
                column(member), [&](const QVariant &value) -> std::optional<QByteArray> { return check(Codec<Value>::load(value)); }, options);
        });
    }
    Changeset addError(FieldRef<T> field, const QByteArray &message, const QVariantMap &options = {}) const
    {
        return with([&](ChangesetCore &core) { core.addError({column(field), message, options}); });
    }

    /// Turns a violated unique index over the fields into an error on the first of them. The index is
    /// `table_field_field_index` unless `name` says otherwise.
    Changeset uniqueConstraint(Fields fields, const QByteArray &message = QT_TRANSLATE_NOOP("db", "has already been taken"),
                               const QString &name = {}) const
    {
        return constrained(Constraint::Kind::Unique, columns(fields), message, name);
    }
    Changeset uniqueConstraint(FieldRef<T> field, const QByteArray &message = QT_TRANSLATE_NOOP("db", "has already been taken")) const
    {
        return constrained(Constraint::Kind::Unique, {column(field)}, message, {});
    }
    /// Turns a reference to a row that is not there into an error on the field.
    Changeset foreignKeyConstraint(FieldRef<T> field, const QByteArray &message = QT_TRANSLATE_NOOP("db", "does not exist")) const
    {
        return constrained(Constraint::Kind::ForeignKey, {column(field)}, message, {});
    }
    /// Turns the violation of a named check constraint into an error on the field.
    Changeset checkConstraint(FieldRef<T> field, const QString &name,
                              const QByteArray &message = QT_TRANSLATE_NOOP("db", "is invalid")) const
    {
        return constrained(Constraint::Kind::Check, {column(field)}, message, name);
    }
    /// Turns the refusal to delete a row that others refer to into an error on the primary key.
    Changeset noAssocConstraint(const QByteArray &message = QT_TRANSLATE_NOOP("db", "are still associated with this entry")) const
    {
        return constrained(Constraint::Kind::NoAssociation, {schemaOf<T>().primaryKey().name}, message, {});
    }
    /// An update then succeeds only if each changed column, and each association to be replaced, still holds what was
    /// read; otherwise the error is Stale. What is not changed is not compared. A removal compares all columns but the
    /// time of the last change.
    Changeset checkUnchanged() const
    {
        return with([](ChangesetCore &core) { core.requireUnchanged(); });
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
        T result = m_data;
        for (auto change = m_core.changes().cbegin(); change != m_core.changes().cend(); ++change)
            m_core.schema().findField(change.key())->write(&result, change.value());
        for (const AssociationChange &change : m_core.associations())
            change.apply(&result);
        return result;
    }

private:
    template <typename Step>
    Changeset with(Step step) const
    {
        Changeset next = *this;
        step(next.m_core);
        return next;
    }
    Changeset constrained(Constraint::Kind kind, const QStringList &columns, const QByteArray &message, const QString &name) const
    {
        return with([&](ChangesetCore &core) {
            core.addConstraint({kind, name, columns, columns.first(), message});
        });
    }
    static QString column(FieldRef<T> field) { return schemaOf<T>().field(field.key()).name; }
    static QStringList columns(Fields fields)
    {
        QStringList result;
        for (FieldRef<T> field : fields)
            result.append(column(field));
        return result;
    }

    T m_data;
    ChangesetCore m_core;
};

/// The values of a struct by column.
QVariantMap valuesOf(const Schema &schema, const void *object);

/// Starts a changeset from outside input: only the permitted fields are looked at, and each is converted to the type
/// of its member by Ecto's rules. Blank text counts as the member's default value; null stays null, and where the member
/// has none the changeset cannot be stored.
template <Storable T>
Changeset<T> cast(const T &data, const Params &params,
                  std::initializer_list<FieldRef<std::type_identity_t<T>>> permitted)
{
    const Schema &schema = schemaOf<T>();
    QList<MemberKey> keys;
    for (FieldRef<T> field : permitted)
        keys.append(field.key());
    ChangesetCore core(schema, valuesOf(schema, &data));
    const T fresh{};
    core.cast(params, keys, valuesOf(schema, &fresh));
    return {data, core};
}

/// Starts a changeset from values the program itself made.
template <Storable T>
Changeset<T> change(const T &data)
{
    const Schema &schema = schemaOf<T>();
    return {data, ChangesetCore(schema, valuesOf(schema, &data))};
}

} // namespace db
