// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/expression.h"
#include "core/toolkit/sql_tokens.h"

namespace db {

/// The text of a fragment with places for `arguments` expressions. Only a literal can become one, so that no input from
/// outside ever becomes SQL, and the compiler counts its question marks. One in quotes or in a comment is none, and `??` is
/// PostgreSQL's operator `?`.
template <std::size_t arguments>
class FragmentText
{
public:
    template <std::size_t size>
    consteval FragmentText(const char (&text)[size])
        : m_text(text)
    {
        if (valueMarks(text) != arguments)
            throw "a fragment needs one expression for each question mark";
    }

    QString toString() const { return QString::fromUtf8(m_text); }

private:
    const char *m_text;
};

/// SQL of one's own, where the toolkit has no word for something: `fragment<QString>("replace(?, ' ', '')", col(&User::name))`.
/// What it says has to be understood by every engine it is sent to; values go in as db::value(), never as text.
template <typename M, typename... E>
Expr<M> fragment(const FragmentText<sizeof...(E)> &text, const Expr<E> &...expressions)
{
    return Expr<M>(Node::make({.kind = Node::Kind::Fragment, .arguments = {expressions.node()...}, .type = Codec<M>::type, .text = text.toString()}));
}

} // namespace db
