// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/schema.h"

#include "core/toolkit/stored_text.h"
#include "core/toolkit/ulid.h"

#include <algorithm>

namespace db {

std::shared_ptr<void> RowType::make() const
{
    std::shared_ptr<void> list = makeList();
    void *object = append(list.get());
    return {std::move(list), object};
}

std::shared_ptr<void> RowType::copy(const void *object) const
{
    std::shared_ptr<void> made = make();
    assign(made.get(), object);
    return made;
}

AssociationOptions &AssociationOptions::onRemove(OnRemove policy)
{
    if (m_association.kind == Association::Kind::BelongsTo || m_association.isEmbedded() || m_association.isThrough())
        qFatal("Association %s: onRemove() is about rows that refer to this one", qUtf8Printable(m_association.name));
    m_association.onRemove = policy;
    return *this;
}

Field &Schema::add(const Field &field)
{
    Q_ASSERT_X(!findField(field.name), "describe()", qPrintable(field.name + u" is described twice"));
    m_fields.append(field);
    return m_fields.last();
}

const Field &Schema::field(MemberKey member) const
{
    const Field *found = findField(member);
    if (!found)
        qFatal("Table %s: the member %lld bytes into the struct is used as a column, but describe() does not mention it", qUtf8Printable(m_table), qlonglong(member));
    return *found;
}

const Field *Schema::findField(MemberKey member) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [member](const Field &field) { return field.member == member; });
    return found == m_fields.end() ? nullptr : &*found;
}

const Field *Schema::findField(QStringView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [name](const Field &field) { return field.name == name; });
    return found == m_fields.end() ? nullptr : &*found;
}

const Field &Schema::primaryKey() const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [](const Field &field) { return field.isPrimaryKey; });
    if (found == m_fields.end())
        qFatal("Table %s: describe() names no primary key", qUtf8Printable(m_table));
    return *found;
}

QList<const Field *> Schema::primaryKeys() const
{
    QList<const Field *> keys;
    for (const Field &field : m_fields) {
        if (field.isPrimaryKey)
            keys.append(&field);
    }
    return keys;
}

static QString textOf(Type type, const QVariant &key)
{
    if (isNull(key))
        return {};
    if (type == Type::Binary)
        return QString::fromLatin1(key.toByteArray().toHex());
    return type == Type::Ulid ? Ulid::fromUuid(key.toUuid()).toString() : storedText(type, key);
}

QString Schema::keyText(const void *object) const
{
    QStringList texts;
    for (const Field &field : m_fields) {
        if (field.isPrimaryKey)
            texts.append(textOf(field.type, field.read(object)));
    }
    return texts.contains(QString()) ? QString() : texts.join(u", ");
}

QString Schema::keyText(const QVariant &key) const
{
    return textOf(primaryKey().type, key);
}

QList<const Field *> Schema::storedFields() const
{
    QList<const Field *> fields;
    for (const Field &field : m_fields) {
        if (!field.isVirtual)
            fields.append(&field);
    }
    return fields;
}

int Schema::columnCount() const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(), [](const Field &field) { return !field.isVirtual; }));
}

int Schema::keyColumn() const
{
    const auto key = std::find_if(m_fields.begin(), m_fields.end(), [](const Field &field) { return field.isPrimaryKey; });
    return int(std::count_if(m_fields.begin(), key, [](const Field &field) { return !field.isVirtual; }));
}

const Association &Schema::association(MemberKey member) const
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(),
                                    [member](const Association &association) { return association.member == member; });
    if (found == m_associations.end())
        qFatal("Table %s: the member %lld bytes into the struct is used as an association, but describe() does not mention it", qUtf8Printable(m_table), qlonglong(member));
    return *found;
}

const Association *Schema::findAssociation(QStringView name) const
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(),
                                    [name](const Association &association) { return association.name == name; });
    return found == m_associations.end() ? nullptr : &*found;
}

Association &Schema::lead(Association &association, const QStringList &path)
{
    const Association *first = findAssociation(path.first());
    if (!first || path.size() < 2)
        qFatal("Table %s: %s leads through associations that are not described before it", qUtf8Printable(m_table), qUtf8Printable(association.name));
    association.via = std::make_shared<const Association>(*first);
    association.through = path.mid(1);
    association.ownerKey = first->ownerKey;
    return association;
}

QList<const Association *> Association::steps() const
{
    if (!isThrough())
        return {this};
    QList<const Association *> path = via->steps();
    for (const QString &step : through) {
        const Schema &between = path.last()->related->schema();
        const Association *next = between.findAssociation(step);
        if (!next)
            qFatal("Table %s has no association %s, through which %s leads", qUtf8Printable(between.table()), qUtf8Printable(step), qUtf8Printable(name));
        path.append(next->steps());
    }
    return path;
}

} // namespace db
