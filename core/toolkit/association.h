// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/field.h"

#include <QList>
#include <QString>

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

/// A list of structs whose type is known only behind these functions: what rows are decoded into.
struct RowType
{
    const Schema &(*schema)();
    std::shared_ptr<void> (*makeList)();
    void *(*append)(void *list); ///< the new, default-made element
    qsizetype (*size)(const void *list);
    void *(*at)(void *list, qsizetype index);
};

/// How one schema leads to another, and how found rows are put into the struct.
struct Association
{
    enum class Kind {
        BelongsTo,
        HasOne,
        HasMany,
        ManyToMany
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
    bool (*isLoaded)(const void *holder) = nullptr;
    /// Puts the rows `indexes` of a list made by `related` into the holder of one owner.
    void (*assign)(void *holder, const std::shared_ptr<void> &list, const QList<qsizetype> &indexes) = nullptr;

    bool isToOne() const { return kind == Kind::BelongsTo || kind == Kind::HasOne; }
    void *holder(void *owner) const { return static_cast<char *>(owner) + member; }
    const void *holder(const void *owner) const { return static_cast<const char *>(owner) + member; }
};

} // namespace db
