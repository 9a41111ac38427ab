// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/filter.h"

#include "core/toolkit/query_core.h"
#include "core/toolkit/type_name.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

Node::Kind kindOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return Node::Kind::Equal;
    case Comparison::NotEqual:
        return Node::Kind::NotEqual;
    case Comparison::Less:
        return Node::Kind::Less;
    case Comparison::LessOrEqual:
        return Node::Kind::LessOrEqual;
    case Comparison::Greater:
        return Node::Kind::Greater;
    case Comparison::GreaterOrEqual:
        return Node::Kind::GreaterOrEqual;
    case Comparison::In:
        return Node::Kind::In;
    case Comparison::Contains:
        return Node::Kind::Contains;
    case Comparison::StartsWith:
        return Node::Kind::StartsWith;
    case Comparison::EndsWith:
        return Node::Kind::EndsWith;
    case Comparison::IsNull:
    case Comparison::IsNotNull:
        return Node::Kind::IsNull;
    }
    Q_UNREACHABLE();
}

bool searchesText(Comparison comparison)
{
    return comparison == Comparison::Contains || comparison == Comparison::StartsWith || comparison == Comparison::EndsWith;
}

Error unknown(const Schema &schema, QStringView field)
{
    return Error::refused(u"%1 has no column %2"_s.arg(schema.table(), field), field.toString());
}

/// The input as a value of the field, which is not NULL.
Result<QVariant> valueOf(const Field &field, const QVariant &input)
{
    const std::optional<QVariant> value = field.cast(input);
    if (!value || isNull(*value))
        return Failure(Error::refused(u"\"%1\" is no value of %2, which is of the type %3"_s.arg(input.toString(), field.name, typeName(field.type)), field.name));
    return *value;
}

Result<QVariant> valuesOf(const Field &field, const QVariantList &inputs)
{
    QVariantList values;
    for (const QVariant &input : inputs) {
        const Result<QVariant> value = valueOf(field, input);
        if (!value)
            return value;
        values.append(*value);
    }
    return QVariant(values);
}

} // namespace

Result<Condition> filter(const Schema &schema, QStringView name, Comparison comparison, const QVariant &input)
{
    const Field *field = schema.findField(name);
    if (!field || field->isVirtual)
        return Failure(unknown(schema, name));
    const Node::Ptr column = fieldColumn(schema, *field);
    const Node::Kind kind = kindOf(comparison);
    if (kind == Node::Kind::IsNull) {
        const Condition isNull(Node::make(kind, {column}));
        return comparison == Comparison::IsNull ? isNull : !isNull;
    }
    if (searchesText(comparison)) {
        if (field->type != Type::String && field->type != Type::Enum && field->type != Type::Any)
            return Failure(Error::refused(u"%1 holds no text to search"_s.arg(field->name), field->name));
        return Condition(Node::make(kind, {column, value(input.toString()).node()}));
    }
    const Result<QVariant> value = comparison == Comparison::In ? valuesOf(*field, input.toList()) : valueOf(*field, input);
    if (!value)
        return Failure(value.error());
    if (comparison == Comparison::In)
        return Condition(Node::make({.kind = kind, .arguments = {column}, .type = field->type, .value = *value}));
    return Condition(Node::make(kind, {column, Node::make({.kind = Node::Kind::Value, .type = field->type, .value = *value})}));
}

Result<Ordering> order(const Schema &schema, QStringView name, Qt::SortOrder direction)
{
    const Field *field = schema.findField(name);
    if (!field || field->isVirtual)
        return Failure(unknown(schema, name));
    return Ordering{fieldColumn(schema, *field), direction == Qt::DescendingOrder};
}

Condition always()
{
    return !never();
}

Condition never()
{
    return Condition(Node::make({.kind = Node::Kind::Fragment, .type = Type::Boolean, .text = u"1 = 0"_s}));
}

} // namespace db
