// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

// What a describe() function may add to a field or an association.

#include "core/toolkit/association.h"
#include "core/toolkit/field.h"

#include <QAnyStringView>

#include <concepts>
#include <type_traits>

namespace db {

/// Refines the field that was just described.
class FieldOptions
{
public:
    explicit FieldOptions(Field &field)
        : m_field(field) { }

    /// Stores it as another type than the member's own, e.g. NaiveDatetime for a QDateTime.
    FieldOptions &as(Type type)
    {
        m_field.type = type;
        return *this;
    }
    /// Reads the value back after each insert and update, because the database changes it by itself: a default, a trigger.
    FieldOptions &readAfterWrites()
    {
        m_field.isReadAfterWrites = true;
        return *this;
    }
    /// The database computes the column: it is never written, and read back after each write.
    FieldOptions &generated()
    {
        m_field.isGenerated = true;
        return readAfterWrites();
    }
    /// insert() writes the value; update() and OnConflict::replaceAll() leave it as it is. What names the field itself, as
    /// updateAll() and OnConflict::update() do, changes it.
    FieldOptions &insertOnly()
    {
        m_field.isInsertOnly = true;
        return *this;
    }
    /// insert() makes a value for a row that brings none: `autogenerate([] { return QUuid::createUuid(); })`.
    template <std::invocable Make>
    FieldOptions &autogenerate(Make make)
    {
        m_field.autogenerate = [make] { return Codec<std::invoke_result_t<Make>>::dump(make()); };
        return *this;
    }
    /// Keeps a value that cannot be read out of the error that says so. No other error, and no event, shows values.
    FieldOptions &redacted()
    {
        m_field.isRedacted = true;
        return *this;
    }

private:
    Field &m_field;
};

/// Refines the association that was just described.
class AssociationOptions
{
public:
    explicit AssociationOptions(Association &association)
        : m_association(association) { }

    AssociationOptions &onReplace(OnReplace policy)
    {
        m_association.onReplace = policy;
        return *this;
    }
    /// Of a hasOne, hasMany or manyToMany.
    AssociationOptions &onRemove(OnRemove policy);
    /// Values by column that a new child gets when it is stored with its owner.
    AssociationOptions &defaults(const QVariantMap &values)
    {
        m_association.defaults = values;
        return *this;
    }
    /// The column that the foreign key refers to: of the other struct for a belongsTo, where that is not `id`, and of this
    /// one otherwise, where it is not the primary key.
    AssociationOptions &references(QAnyStringView column)
    {
        (m_association.kind == Association::Kind::BelongsTo ? m_association.relatedKey : m_association.ownerKey) = column.toString();
        return *this;
    }
    /// Of a manyToMany: the columns of this struct and of the other one that the join table refers to.
    AssociationOptions &references(QAnyStringView column, QAnyStringView otherColumn)
    {
        m_association.ownerKey = column.toString();
        m_association.relatedKey = otherColumn.toString();
        return *this;
    }
    /// Only rows with these values by column belong to it: `where({{u"kind"_s, u"invoice"_s}})`. A list stands for any of its
    /// values, and an invalid QVariant for NULL. New children get such values by defaults().
    AssociationOptions &where(const QVariantMap &values)
    {
        m_association.where = values;
        return *this;
    }
    /// Preloads come in the order of this column; further calls say what decides between equals.
    AssociationOptions &preloadOrder(QAnyStringView column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        m_association.preloadOrder.append({column.toString(), order == Qt::DescendingOrder});
        return *this;
    }

private:
    Association &m_association;
};

} // namespace db
