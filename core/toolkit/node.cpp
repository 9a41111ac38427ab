// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/expression.h"

using namespace Qt::StringLiterals;

namespace db {

bool sameTree(const Node &left, const Node &right)
{
    const auto same = [](const Node::Ptr &one, const Node::Ptr &other) { return one == other || sameTree(*one, *other); };
    return &left == &right
        || (left.kind == right.kind && left.type == right.type && left.value == right.value && left.schema == right.schema
            && left.alias == right.alias && left.column == right.column && left.unit == right.unit && left.query == right.query
            && left.text == right.text && left.window == right.window
            && std::equal(left.arguments.begin(), left.arguments.end(), right.arguments.begin(), right.arguments.end(), same));
}

Node::Ptr filteredAggregate(const Node::Ptr &aggregate, const Node::Ptr &condition)
{
    // Aggregates pass over NULL, and CASE is one spelling for all engines, which FILTER is not.
    const auto onlyWhere = [&](const Node::Ptr &value) { return Node::make(Node::Kind::Case, {condition, value}, value->type); };
    if (aggregate->kind == Node::Kind::CountAll)
        return Node::call(u"count"_s, {onlyWhere(value(qint64(1)).node())}, Type::Integer);
    Node filtered = *aggregate;
    filtered.arguments.first() = onlyWhere(aggregate->arguments.first());
    return Node::make(filtered);
}

QString escapedLike(const QString &text)
{
    QString pattern = text;
    return pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

} // namespace db
