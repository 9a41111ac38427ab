// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/field.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <memory>

namespace db {

class Schema;

/// The row on the other side of a belongs_to or has_one, once it has been preloaded.
template <typename R>
class One
{
public:
    using Related = R;

    bool isLoaded() const { return m_loaded; }
    /// Whether there is a row; false also when nothing was loaded yet.
    explicit operator bool() const { return m_row != nullptr; }
    const R &operator*() const { return *m_row; }
    const R *operator->() const { return m_row.get(); }

    void set(std::shared_ptr<const R> row)
    {
        m_row = std::move(row);
        m_loaded = true;
    }

private:
    std::shared_ptr<const R> m_row;
    bool m_loaded = false;
};

/// The rows on the other side of a has_many or many_to_many, once they have been preloaded.
template <typename R>
class Many
{
public:
    using Related = R;

    bool isLoaded() const { return m_rows != nullptr; }
    /// The rows; only to be called when isLoaded().
    const QList<R> &operator*() const { return *m_rows; }
    const QList<R> *operator->() const { return m_rows.get(); }

    void set(std::shared_ptr<const QList<R>> rows) { m_rows = std::move(rows); }

private:
    std::shared_ptr<const QList<R>> m_rows;
};

template <typename R>
struct BelongsTo : One<R>
{ };
template <typename R>
struct HasOne : One<R>
{ };
template <typename R>
struct HasMany : Many<R>
{ };
template <typename R>
struct ManyToMany : Many<R>
{ };

/// A struct that lives in a JSON column of its owner, or none. Always loaded. Needs "core/toolkit/embed.h".
template <typename R>
struct EmbedsOne : One<R>
{
    EmbedsOne() { this->set(nullptr); }
};
/// Structs that live in a JSON column of their owner.
template <typename R>
struct EmbedsMany : Many<R>
{
    EmbedsMany() { this->set(std::make_shared<const QList<R>>()); }
};

/// Objects of one type behind functions that do not name it: what rows are decoded into, and what changesets hold.
class RowType
{
public:
    virtual ~RowType() = default;

    virtual const Schema &schema() const = 0;
    virtual std::shared_ptr<void> makeList() const = 0;
    /// Adds a default-made element to a list, and returns it.
    virtual void *append(void *list) const = 0;
    virtual qsizetype size(const void *list) const = 0;
    virtual void *at(void *list, qsizetype index) const = 0;
    virtual void assign(void *to, const void *from) const = 0;

    /// A default-made object of its own.
    std::shared_ptr<void> make() const;
    std::shared_ptr<void> copy(const void *object) const;
};

/// What happens to a row that an association no longer holds after castAssoc() or putAssoc().
enum class OnReplace {
    Raise, ///< the changeset is refused: the program did not expect it
    MarkAsInvalid, ///< an error on the association
    Nilify, ///< its foreign key becomes NULL
    Update, ///< to one only: the row stays, and is updated with the new values
    Delete, ///< it is deleted; of a many_to_many only the row of the join table
    DeleteIfExists ///< the same, and nothing is said when it was gone already
};

/// What Repo::remove() does with the children of a row before it removes it; of a many_to_many both rules delete the rows of
/// the join table. The database's own rule is better where there is one.
enum class OnRemove {
    Nothing,
    NilifyAll,
    DeleteAll
};

/// A column by which preloaded rows are ordered.
struct PreloadOrder
{
    QString column;
    bool isDescending = false;
};

/// How one schema leads to another, and how found rows are put into the struct.
struct Association
{
    enum class Kind {
        BelongsTo,
        HasOne,
        HasMany,
        ManyToMany,
        EmbedsOne,
        EmbedsMany
    };

    QString name = {};
    Kind kind = Kind::BelongsTo;
    MemberKey member = 0;
    const RowType *related = nullptr;
    QString ownerKey = {}; ///< column of the owner whose value is looked for
    QString relatedKey = {}; ///< column of the related table that is compared with it
    QString joinTable = {}; ///< many_to_many only
    QString joinOwnerKey = {};
    QString joinRelatedKey = {};
    OnReplace onReplace = OnReplace::Raise;
    OnRemove onRemove = OnRemove::Nothing;
    QVariantMap where = {}; ///< values by column that its rows have
    QVariantMap defaults = {}; ///< values by column that a new child gets
    QList<PreloadOrder> preloadOrder = {}; ///< by the key, when there is none
    std::shared_ptr<const Association> via = {}; ///< the first step of an association that leads through others
    QStringList through = {}; ///< the names of its other steps
    bool (*isLoaded)(const void *holder) = nullptr;
    /// The loaded rows of a holder.
    QList<const void *> (*rows)(const void *holder) = nullptr;
    /// Puts the rows `indexes` of a list made by `related` into the holder of one owner.
    void (*assign)(void *holder, const std::shared_ptr<void> &list, const QList<qsizetype> &indexes) = nullptr;

    bool isThrough() const { return via != nullptr; }
    /// The associations that lead to the rows: itself, or those it leads through.
    QList<const Association *> steps() const;
    bool isToOne() const { return kind == Kind::BelongsTo || kind == Kind::HasOne || kind == Kind::EmbedsOne; }
    bool isEmbedded() const { return kind == Kind::EmbedsOne || kind == Kind::EmbedsMany; }
    void *holder(void *owner) const { return static_cast<char *>(owner) + member; }
    const void *holder(const void *owner) const { return static_cast<const char *>(owner) + member; }
};

} // namespace db
