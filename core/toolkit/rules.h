// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/decimal.h"
#include "core/toolkit/field_error.h"

#include <QStringList>

#include <optional>

namespace db {

/// Options of validateLength(): `{.min = 3, .max = 30}`. Checked in the order is, min, max; the first that fails speaks.
/// Of a list or a map the entries are counted.
struct Length
{
    /// What of a text is counted.
    enum class Count {
        Graphemes, ///< characters as people see them
        Codepoints,
        Bytes ///< of UTF-8
    };

    std::optional<int> is = std::nullopt;
    std::optional<int> min = std::nullopt;
    std::optional<int> max = std::nullopt;
    Count count = Count::Graphemes;
    Message message = {}; ///< instead of Ecto's
};

/// Options of validateNumber(): `{.greaterThan = 0}`. Checked in this order; the first that fails speaks.
struct Number
{
    std::optional<Decimal> lessThan = std::nullopt;
    std::optional<Decimal> greaterThan = std::nullopt;
    std::optional<Decimal> lessThanOrEqualTo = std::nullopt;
    std::optional<Decimal> greaterThanOrEqualTo = std::nullopt;
    std::optional<Decimal> equalTo = std::nullopt;
    std::optional<Decimal> notEqualTo = std::nullopt;
    Message message = {}; ///< instead of Ecto's
};

/// Options of validateConfirmation().
struct Confirmation
{
    bool isRequired = false; ///< an absent confirmation is an error too
    Message message = {}; ///< instead of "does not match confirmation"
};

/// Options of unsafeValidateUnique().
struct UniqueCheck
{
    Message message = {}; ///< instead of "has already been taken"
    QString errorOn = {}; ///< the name of the field with the error, instead of the first
    bool nullsDistinct = true; ///< a row with a NULL among the values is like no other
};

/// How the name of a declared constraint is compared with the one that the database reports.
enum class Match {
    Exact,
    Suffix, ///< the reported name ends with it
    Prefix
};

/// A rule of the database that a changeset expects, and the error a violation becomes.
struct Constraint
{
    enum class Kind {
        Unique,
        ForeignKey,
        Check,
        Exclusion,
        Association, ///< the row that a belongs_to refers to must be there
        NoAssociation ///< rows that refer to this one must not be there when it is removed
    };

    Kind kind = Kind::Unique;
    QString name = {}; ///< the index's or constraint's name, Ecto's default unless given
    bool isNamed = false; ///< whether the name was given; a default name also stands for what has the same columns
    QStringList columns = {}; ///< of the row, or of the children for NoAssociation
    QString childTable = {}; ///< NoAssociation only; empty: any
    QString field = {}; ///< where the error appears
    Message message = {};
    Match match = Match::Exact;

    /// Ecto's word for the kind, as errors carry it: "unique", "foreign", "check", "exclusion", "assoc", "no_assoc".
    QString kindName() const;
    /// Whether the name the database reports is the declared one.
    bool isNameOf(const QString &reported) const;
};

/// A rule known to the changeset, for forms that show counters and required marks.
struct Validation
{
    QString field = {};
    QByteArray name = {}; ///< Ecto's: "length", "format", "number", "inclusion" …
    Length length = {};
    QVariantMap options = {}; ///< what the rule's errors carry, such as "enum"
};

} // namespace db
