// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query.h"

#include <initializer_list>

namespace db {

/// What an INSERT does when the row is there already, without the struct.
struct ConflictRule
{
    enum class Kind {
        Raise, ///< the violated index is an error
        Nothing, ///< the stored row stays, and nothing is inserted
        Replace, ///< the stored row takes over `columns` of the new one
        Update ///< `assignments` are made to the stored row
    };

    Kind kind = Kind::Raise;
    QStringList target = {}; ///< the columns of the unique index; MariaDB looks at all indexes, whatever is given
    QStringList columns = {};
    QList<Assignment> assignments = {};

    /// Why no engine can be asked to follow it; nothing if they can.
    std::optional<Error> problem(const Schema &schema) const;
};

/// What an INSERT does when the row is there already (Ecto's on_conflict).
///
/// \code
/// repo.insert(changeset, {.onConflict = db::OnConflict<Tag>::replace({&Tag::name}), .conflictTarget = {&Tag::slug}});
/// \endcode
template <typename T>
class OnConflict
{
public:
    using Fields = std::initializer_list<FieldRef<T>>;

    /// The violated index is an error.
    OnConflict() = default;
    /// The stored row stays as it is, and is not counted. The struct that comes back is the one that was given, with a null
    /// key if it had none.
    static OnConflict nothing() { return OnConflict({.kind = ConflictRule::Kind::Nothing}); }
    /// The stored row takes over the given fields of the new one.
    static OnConflict replace(Fields fields) { return OnConflict({.kind = ConflictRule::Kind::Replace, .columns = columns(fields)}); }
    /// The stored row takes over all fields of the new one, its key and `inserted_at` too, as in Ecto.
    static OnConflict replaceAll() { return replaceAllExcept({}); }
    static OnConflict replaceAllExcept(Fields fields)
    {
        const QStringList kept = columns(fields);
        ConflictRule rule{.kind = ConflictRule::Kind::Replace};
        for (const Field &field : schemaOf<T>().fields()) {
            if (!field.isVirtual && !field.isGenerated && !field.isInsertOnly && !kept.contains(field.name))
                rule.columns.append(field.name);
        }
        return OnConflict(rule);
    }
    /// The stored row is changed: `update({db::inc(&Post::viewCount, 1)})`.
    static OnConflict update(const QList<Assignment> &assignments)
    {
        return OnConflict({.kind = ConflictRule::Kind::Update, .assignments = assignments});
    }

    /// The rule for conflicts on the index over these fields.
    ConflictRule on(const QList<FieldRef<T>> &target) const
    {
        ConflictRule rule = m_rule;
        for (FieldRef<T> field : target)
            rule.target.append(schemaOf<T>().field(field.key()).name);
        return rule;
    }

private:
    explicit OnConflict(const ConflictRule &rule)
        : m_rule(rule) { }
    static QStringList columns(Fields fields)
    {
        QStringList names;
        for (FieldRef<T> field : fields)
            names.append(schemaOf<T>().field(field.key()).name);
        return names;
    }

    ConflictRule m_rule;
};

/// The fields that are read back after a write (Ecto's `returning`), beside those that are described as
/// readAfterWrites().
template <typename T>
class Returning
{
public:
    Returning() = default;
    Returning(std::initializer_list<FieldRef<T>> fields)
    {
        for (FieldRef<T> field : fields)
            m_columns.append(schemaOf<T>().field(field.key()).name);
    }
    /// The whole row as it is stored.
    static Returning all()
    {
        Returning everything;
        const QList<const Field *> fields = schemaOf<T>().storedFields();
        for (const Field *field : fields)
            everything.m_columns.append(field->name);
        return everything;
    }

    const QStringList &columns() const { return m_columns; }

private:
    QStringList m_columns;
};

/// Options of Repo::insert() and insertAll().
template <typename T>
struct InsertOptions
{
    OnConflict<T> onConflict = {};
    QList<FieldRef<T>> conflictTarget = {}; ///< the fields of the unique index that the rule is about; only nothing() does without
    Returning<T> returning = {}; ///< of insert() only: see insertAllReturning()
};

/// Options of Repo::update() and remove().
template <typename T>
struct UpdateOptions
{
    bool force = false; ///< writes `updated_at` even when nothing changes
    bool allowStale = false; ///< a row that is gone, or locked by optimisticLock(), is no error
    std::optional<FieldRef<T>> staleErrorField = std::nullopt; ///< then it is the error "is stale" on this field
    Returning<T> returning = {}; ///< of update() only
};

/// The options of one write, without the struct.
struct WriteOptions
{
    ConflictRule conflict = {};
    bool force = false;
    bool allowStale = false;
    QString staleErrorField = {};
    QStringList returning = {}; ///< columns
};

} // namespace db
