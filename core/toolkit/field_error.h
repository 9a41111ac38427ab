// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QVariantMap>

class QDebug;

namespace db {

/// What a rule says when it is broken: its English text, and options of one's own that the error carries along.
struct Message
{
    Message() = default;
    /// A literal, which is not copied.
    template <std::size_t size>
    Message(const char (&literal)[size])
        : text(QByteArray::fromRawData(literal, qsizetype(size) - 1))
    { }
    Message(const QByteArray &text, const QVariantMap &options = {})
        : text(text), options(options) { }

    QByteArray text;
    QVariantMap options;

    bool isEmpty() const { return text.isEmpty(); }
};

/// One complaint about one field, kept untranslated with its arguments so that it can be shown in any language.
struct FieldError
{
    QString field; ///< of a child the path to it: "items.2.quantity"
    QByteArray message; ///< Ecto's English text; placeholders are written %{count}, %{number}
    QVariantMap options = {}; ///< the placeholders' values and what Ecto adds, such as "validation" or "constraint"

    /// The English text with its placeholders filled in.
    QString text() const;
};

/// Prints an error for logs: `db::FieldError(title can't be blank)`.
QDebug operator<<(QDebug debug, const FieldError &error);

} // namespace db
