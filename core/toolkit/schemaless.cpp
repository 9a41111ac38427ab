// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/schemaless.h"

#include <algorithm>

namespace db {

namespace {

const ValueType &cellType()
{
    static const ValueType type = [] {
        ValueType cell{};
        cell.nullable = true;
        cell.cast = [](Type type, const QVariant &input) { return castValue(type, input); };
        cell.fits = [](const QVariant &) { return true; };
        cell.read = [](const void *member) { return *static_cast<const QVariant *>(member); };
        cell.write = [](void *member, const QVariant &value) { *static_cast<QVariant *>(member) = value; };
        cell.asRead = [](const QVariant &value) { return value; };
        return cell;
    }();
    return type;
}

} // namespace

/// Its objects are arrays of QVariants, one for each field.
class SchemalessType : public RowType
{
public:
    explicit SchemalessType(const QList<std::pair<QString, Type>> &types)
    {
        for (const auto &[name, type] : types) {
            const MemberKey member = MemberKey(m_schema.fields().size()) * MemberKey(sizeof(QVariant));
            m_schema.add({.name = name, .value = &cellType(), .member = member, .type = type});
        }
    }

    const Schema &schema() const override { return m_schema; }
    std::shared_ptr<void> makeList() const override { return std::make_shared<QList<QVariantList>>(); }
    void *append(void *list) const override
    {
        return static_cast<QList<QVariantList> *>(list)->emplaceBack(m_schema.fields().size(), QVariant()).data();
    }
    qsizetype size(const void *list) const override { return static_cast<const QList<QVariantList> *>(list)->size(); }
    void *at(void *list, qsizetype index) const override { return (*static_cast<QList<QVariantList> *>(list))[index].data(); }
    void assign(void *to, const void *from) const override
    {
        std::copy_n(static_cast<const QVariant *>(from), m_schema.fields().size(), static_cast<QVariant *>(to));
    }

private:
    Schema m_schema;
};

Schemaless::Schemaless(const QList<std::pair<QString, Type>> &types)
    : m_type(std::make_shared<const SchemalessType>(types)) { }

ChangesetCore Schemaless::change(const QVariantMap &data) const
{
    // The changeset keeps its type alive by its data.
    struct Owned
    {
        std::shared_ptr<const RowType> type;
        std::shared_ptr<void> object;
    };
    const auto owned = std::make_shared<Owned>(Owned{m_type, m_type->make()});
    for (const Field &field : m_type->schema().fields())
        field.write(owned->object.get(), data.value(field.name));
    return ChangesetCore(*m_type, std::shared_ptr<const void>(owned, owned->object.get()));
}

ChangesetCore Schemaless::cast(const QVariantMap &data, const Params &params, const QStringList &permitted, const CastOptions &options) const
{
    QStringList names = permitted;
    if (names.isEmpty()) {
        for (const Field &field : m_type->schema().fields())
            names.append(field.name);
    }
    ChangesetCore changeset = change(data);
    changeset.cast(params, names, options);
    return changeset;
}

Result<QVariantMap> Schemaless::apply(const ChangesetCore &changeset) const
{
    if (changeset.refusal())
        return Failure(*changeset.refusal());
    if (!changeset.isValid())
        return Failure(Error::invalid(changeset));
    QVariantMap values;
    for (const Field &field : m_type->schema().fields())
        values.insert(field.name, changeset.value(field.name));
    return values;
}

} // namespace db
