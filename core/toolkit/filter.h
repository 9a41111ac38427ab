// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/expression.h"

namespace db {

/// How a column is compared in a condition that is made at run time.
enum class Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In, ///< one of a list of values
    Contains, ///< this and the next two are for texts, and ignore the case
    StartsWith,
    EndsWith,
    IsNull, ///< takes no value
    IsNotNull
};

/// A condition on a column that is known at run time only, for the filters of a list: `field` names it, and `input`, which
/// may be what somebody typed, is cast to its type. The error Refused says why there is no such condition: the schema
/// lacks the field, the input is none of its values, or the field holds no text to search.
///
/// \code
/// query.where(*db::filter(db::schemaOf<Book>(), u"copies", db::Comparison::Greater, u"3"_s))
/// \endcode
///
/// Conditions are values: begin with always() or never(), and add what was asked for with `&&` and `||`.
Result<Condition> filter(const Schema &schema, QStringView field, Comparison comparison, const QVariant &input = {});

/// A term of ORDER BY for a column that is known at run time only. An unknown one is the error Refused.
Result<Ordering> order(const Schema &schema, QStringView field, Qt::SortOrder direction = Qt::AscendingOrder);

/// The condition that every row passes.
Condition always();
/// The condition that no row passes.
Condition never();

} // namespace db
