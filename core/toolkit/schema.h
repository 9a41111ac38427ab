// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/association.h"
#include "core/toolkit/field.h"
#include "core/toolkit/fwd.h"
#include "core/toolkit/schema_options.h"

#include <QAnyStringView>
#include <QList>
#include <QString>

namespace db {

/// What the toolkit knows of a table: its columns, key and associations. Made once per struct by describe().
class Schema
{
public:
    const QString &table() const { return m_table; }
    const QList<Field> &fields() const { return m_fields; }
    const QList<Association> &associations() const { return m_associations; }

    /// The field of a member; describing it was forgotten if there is none, which ends the program with a sentence.
    const Field &field(MemberKey member) const;
    const Field *findField(QStringView name) const;
    /// nullptr when the member is no field, but an association.
    const Field *findField(MemberKey member) const;
    /// The first column of the primary key; ends the program with a sentence if there is none.
    const Field &primaryKey() const;
    /// All columns of the primary key. Structs have one; tables known from their catalogue may have several, or none.
    QList<const Field *> primaryKeys() const;
    /// The primary key of a struct as text, "7" or "7, 12", for messages; empty as long as it has none.
    QString keyText(const void *object) const;
    /// The same of the value of a primary key.
    QString keyText(const QVariant &key) const;
    /// The fields that have a column, in their order.
    QList<const Field *> storedFields() const;
    /// How many columns a row has; virtual fields have none.
    int columnCount() const;
    /// The place of the primary key among them.
    int keyColumn() const;
    /// The association kept in a member; ends the program with a sentence if it is not described.
    const Association &association(MemberKey member) const;
    const Association *findAssociation(QStringView name) const;
    /// The columns that are written with the current time on insert, and on insert and update.
    const QString &insertedAt() const { return m_insertedAt; }
    const QString &updatedAt() const { return m_updatedAt; }

private:
    template <typename T>
    friend class SchemaBuilder;
    friend class SchemalessType;
    friend class TableType;

    Field &add(const Field &field);
    Association &lead(Association &association, const QStringList &path);

    QString m_table;
    QList<Field> m_fields;
    QList<Association> m_associations;
    QString m_insertedAt;
    QString m_updatedAt;
};

template <typename T>
const Schema &schemaOf();
template <typename R>
const RowType &rowType();

/// The argument of every describe() function: one call per column or association.
template <typename T>
class SchemaBuilder
{
public:
    explicit SchemaBuilder(Schema &schema)
        : m_schema(schema) { }

    void table(QAnyStringView name) { m_schema.m_table = name.toString(); }

    /// An Id, UuidId or UlidId of T, or any other value that the program sets itself.
    template <typename M>
    FieldOptions primaryKey(QAnyStringView name, M T::*member)
    {
        if constexpr (TypedKey<M>)
            static_assert(std::same_as<typename M::Row, T>, "the primary key is the key of another struct");
        Field &field = add(name, member);
        field.isPrimaryKey = true;
        return FieldOptions(field);
    }

    template <typename M>
    FieldOptions field(QAnyStringView name, M T::*member)
    {
        return FieldOptions(add(name, member));
    }

    /// A field that a form fills in and that no column holds.
    template <typename M>
    FieldOptions virtualField(QAnyStringView name, M T::*member)
    {
        Field &field = add(name, member);
        field.isVirtual = true;
        return FieldOptions(field);
    }

    /// `inserted_at` and `updated_at`, kept as Ecto's timestamps() keeps them unless `type` is another one. The members
    /// are QDateTime, or Timestamp where microseconds count.
    template <typename M>
    void timestamps(M T::*insertedAt, M T::*updatedAt, Type type = Type::NaiveDatetime)
    {
        this->insertedAt("inserted_at", insertedAt, type);
        this->updatedAt("updated_at", updatedAt, type);
    }
    /// One of the two, or either under a name of its own.
    template <typename M>
    void insertedAt(QAnyStringView name, M T::*member, Type type = Type::NaiveDatetime)
    {
        m_schema.m_insertedAt = name.toString();
        add(name, member).type = type;
    }
    template <typename M>
    void updatedAt(QAnyStringView name, M T::*member, Type type = Type::NaiveDatetime)
    {
        m_schema.m_updatedAt = name.toString();
        add(name, member).type = type;
    }

    /// The foreign key column is described here too. `Key` is the key of Owner, such as Id<Owner>, or an optional one.
    template <typename Owner, typename Key>
    AssociationOptions belongsTo(QAnyStringView name, BelongsTo<Owner> T::*member, QAnyStringView column, Key T::*key)
    {
        if constexpr (TypedKey<typename ValueOf<Key>::Type>)
            static_assert(std::same_as<typename ValueOf<Key>::Type::Row, Owner>, "the foreign key is the key of another struct");
        add(column, key);
        Association &association = associate<Owner>(name, Association::Kind::BelongsTo, member);
        association.ownerKey = column.toString();
        association.relatedKey = QStringLiteral("id");
        return AssociationOptions(association);
    }

    template <typename Child>
    AssociationOptions hasOne(QAnyStringView name, HasOne<Child> T::*member, QAnyStringView childColumn)
    {
        Association &association = associate<Child>(name, Association::Kind::HasOne, member);
        association.relatedKey = childColumn.toString();
        return AssociationOptions(association);
    }

    template <typename Child>
    AssociationOptions hasMany(QAnyStringView name, HasMany<Child> T::*member, QAnyStringView childColumn)
    {
        Association &association = associate<Child>(name, Association::Kind::HasMany, member);
        association.relatedKey = childColumn.toString();
        return AssociationOptions(association);
    }

    template <typename Other>
    AssociationOptions manyToMany(QAnyStringView name, ManyToMany<Other> T::*member, QAnyStringView joinTable,
                                  QAnyStringView joinOwnerKey, QAnyStringView joinRelatedKey)
    {
        Association &association = associate<Other>(name, Association::Kind::ManyToMany, member);
        association.relatedKey = QStringLiteral("id");
        association.joinTable = joinTable.toString();
        association.joinOwnerKey = joinOwnerKey.toString();
        association.joinRelatedKey = joinRelatedKey.toString();
        return AssociationOptions(association);
    }

    /// A struct kept as JSON in a column. It has a primary key of its own, a UuidId, by which castEmbed() knows it again.
    template <typename R>
    AssociationOptions embedsOne(QAnyStringView column, EmbedsOne<R> T::*member)
    {
        return embed<R>(column, Association::Kind::EmbedsOne, member);
    }
    template <typename R>
    AssociationOptions embedsMany(QAnyStringView column, EmbedsMany<R> T::*member)
    {
        return embed<R>(column, Association::Kind::EmbedsMany, member);
    }

    /// The rows at the end of a path of associations, each once for an owner: `{"comments", "user"}` for those who
    /// commented a post. The first of the path is described before. It is read only: rows are added to the associations
    /// on the way.
    template <typename Related>
    AssociationOptions hasManyThrough(QAnyStringView name, HasMany<Related> T::*member, const QStringList &path)
    {
        return AssociationOptions(lead(associate<Related>(name, Association::Kind::HasMany, member), path));
    }
    template <typename Related>
    AssociationOptions hasOneThrough(QAnyStringView name, HasOne<Related> T::*member, const QStringList &path)
    {
        return AssociationOptions(lead(associate<Related>(name, Association::Kind::HasOne, member), path));
    }

private:
    template <typename Related, typename Holder>
    AssociationOptions embed(QAnyStringView column, Association::Kind kind, Holder T::*member)
    {
        add(column, member);
        Association &association = associate<Related>(column, kind, member);
        association.ownerKey = column.toString();
        return AssociationOptions(association);
    }

    Association &lead(Association &association, const QStringList &path) { return m_schema.lead(association, path); }

    template <typename M>
    Field &add(QAnyStringView name, M T::*member)
    {
        return m_schema.add({.name = name.toString(), .value = &valueType<M>(), .member = memberKey(member), .type = Codec<M>::type});
    }

    template <typename Related, typename Holder>
    Association &associate(QAnyStringView name, Association::Kind kind, Holder T::*member)
    {
        m_schema.m_associations.append({.name = name.toString(),
                                        .kind = kind,
                                        .member = memberKey(member),
                                        .related = &rowType<Related>(),
                                        .ownerKey = ownKey(),
                                        .isLoaded = [](const void *holder) { return static_cast<const Holder *>(holder)->isLoaded(); },
                                        .rows = &rowsOf<Holder>,
                                        .assign = &assignRows<Holder>});
        return m_schema.m_associations.last();
    }

    /// What children refer to unless references() says otherwise.
    QString ownKey() const
    {
        const QList<const Field *> keys = m_schema.primaryKeys();
        return keys.isEmpty() ? QStringLiteral("id") : keys.first()->name;
    }

    template <typename Holder>
    static QList<const void *> rowsOf(const void *holder)
    {
        const auto &held = *static_cast<const Holder *>(holder);
        QList<const void *> rows;
        if constexpr (std::derived_from<Holder, One<typename Holder::Related>>) {
            if (held)
                rows.append(&*held);
        } else if (held.isLoaded()) {
            for (const auto &row : *held)
                rows.append(&row);
        }
        return rows;
    }

    template <typename Holder>
    static void assignRows(void *holder, const std::shared_ptr<void> &list, const QList<qsizetype> &indexes)
    {
        using Related = typename Holder::Related;
        const auto &rows = *static_cast<const QList<Related> *>(list.get());
        auto *target = static_cast<Holder *>(holder);
        if constexpr (std::derived_from<Holder, One<Related>>) {
            // Points into the list instead of copying: many owners share a row.
            target->set(indexes.isEmpty() ? nullptr : std::shared_ptr<const Related>(list, &rows.at(indexes.first())));
        } else {
            auto chosen = std::make_shared<QList<Related>>();
            chosen->reserve(indexes.size());
            for (const qsizetype index : indexes)
                chosen->append(rows.at(index));
            target->set(std::move(chosen));
        }
    }

    Schema &m_schema;
};

/// A struct that can be stored: it says how in a static `describe()`.
template <typename T>
concept Storable = std::default_initializable<T> && requires(SchemaBuilder<T> &builder)
{
    T::describe(builder);
};

/// The schema of a struct, described on first use.
template <typename T>
const Schema &schemaOf()
{
    static const Schema schema = [] {
        Schema described;
        SchemaBuilder<T> builder(described);
        T::describe(builder);
        return described;
    }();
    return schema;
}

/// Objects of a struct, without its name.
template <typename R>
class StructType : public RowType
{
public:
    const Schema &schema() const override { return schemaOf<R>(); }
    std::shared_ptr<void> makeList() const override { return std::make_shared<QList<R>>(); }
    void *append(void *list) const override { return &static_cast<QList<R> *>(list)->emplaceBack(); }
    qsizetype size(const void *list) const override { return static_cast<const QList<R> *>(list)->size(); }
    void *at(void *list, qsizetype index) const override { return &(*static_cast<QList<R> *>(list))[index]; }
    void assign(void *to, const void *from) const override { *static_cast<R *>(to) = *static_cast<const R *>(from); }
};

template <typename R>
const RowType &rowType()
{
    static const StructType<R> type;
    return type;
}

} // namespace db
