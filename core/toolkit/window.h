// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

// Window functions: values computed over the rows around a row.

#include "core/toolkit/functions.h"

namespace db {

/// The edge of a frame, counted in rows from the current one.
struct FrameEdge
{
    enum class Kind {
        Unbounded, ///< the first or last row of the partition
        Current,
        Rows
    };

    Kind kind = Kind::Current;
    qint64 rows = 0; ///< negative: rows before

    static FrameEdge unbounded() { return {Kind::Unbounded}; }
    static FrameEdge current() { return {Kind::Current}; }
    static FrameEdge preceding(qint64 rows) { return {Kind::Rows, -rows}; }
    static FrameEdge following(qint64 rows) { return {Kind::Rows, rows}; }
};

/// The part of a window that knows no types.
struct WindowCore
{
    QList<Node::Ptr> partitions;
    QList<Ordering> orderings;
    std::optional<std::pair<FrameEdge, FrameEdge>> frame;
};

/// The rows a window function looks at, as a value: name it, and use it for as many columns as you like.
///
/// \code
/// const auto byAuthor = db::Window().partitionBy(col(&Book::authorId)).orderBy({asc(&Book::publishedAt)});
/// over(db::rowNumber(), byAuthor)
/// \endcode
class Window
{
public:
    template <typename... M>
    Window partitionBy(const Expr<M> &...expressions) const
    {
        Window next = *this;
        (next.m_core.partitions.append(expressions.node()), ...);
        return next;
    }
    Window orderBy(const QList<Ordering> &orderings) const
    {
        Window next = *this;
        next.m_core.orderings.append(orderings);
        return next;
    }
    /// The rows between two edges; without it, those up to the current one and its equals when there is an order, and all
    /// of the partition when there is none.
    Window rows(const FrameEdge &from, const FrameEdge &to) const
    {
        Window next = *this;
        next.m_core.frame = {from, to};
        return next;
    }

    const WindowCore &core() const { return m_core; }

private:
    WindowCore m_core;
};

/// An aggregate or window function over a window.
template <typename M>
Expr<M> over(const Expr<M> &function, const Window &window)
{
    return Expr<M>(Node::make({.kind = Node::Kind::Over,
                               .arguments = {function.node()},
                               .type = function.node()->type,
                               .window = std::make_shared<const WindowCore>(window.core())}));
}

/// @name Functions that mean something only over() a window
/// @{
inline Expr<qint64> rowNumber()
{
    return Expr<qint64>(Node::call(QStringLiteral("row_number"), {}, Type::Integer));
}
/// The place in the order; equals share one, and leave a gap behind them.
inline Expr<qint64> rank()
{
    return Expr<qint64>(Node::call(QStringLiteral("rank"), {}, Type::Integer));
}
/// The place in the order without gaps.
inline Expr<qint64> denseRank()
{
    return Expr<qint64>(Node::call(QStringLiteral("dense_rank"), {}, Type::Integer));
}
/// From 0 for the first to 1 for the last.
inline Expr<double> percentRank()
{
    return Expr<double>(Node::call(QStringLiteral("percent_rank"), {}, Type::Float));
}
/// The part of the rows that come no later.
inline Expr<double> cumulativeDistribution()
{
    return Expr<double>(Node::call(QStringLiteral("cume_dist"), {}, Type::Float));
}
/// The value in the row before; NULL where there is none.
template <typename M>
Expr<detail::MaybeOf<M>> lag(const Expr<M> &expression)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("lag"), {expression.node()}, expression.node()->type));
}
/// The value in the next row; NULL where there is none.
template <typename M>
Expr<detail::MaybeOf<M>> lead(const Expr<M> &expression)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("lead"), {expression.node()}, expression.node()->type));
}
/// The value in the first row of the frame.
template <typename M>
Expr<detail::MaybeOf<M>> firstValue(const Expr<M> &expression)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("first_value"), {expression.node()}, expression.node()->type));
}
/// The value in the last row of the frame.
template <typename M>
Expr<detail::MaybeOf<M>> lastValue(const Expr<M> &expression)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("last_value"), {expression.node()}, expression.node()->type));
}
/// @}

} // namespace db
