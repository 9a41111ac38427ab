// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

#include <algorithm>
#include <memory>
#include <utility>

namespace db {

/// A list that only grows, and whose copies share what they have in common, as Elixir's lists do: each step of a changeset
/// copies what the steps before it have gathered.
template <typename T>
class SharedList
{
public:
    void append(T value) { m_last = std::make_shared<const Link>(Link{std::move(value), std::move(m_last)}); }
    void append(const QList<T> &values)
    {
        for (const T &value : values)
            append(value);
    }
    /// The values in the order in which they were appended.
    QList<T> toList() const
    {
        QList<T> values;
        for (const Link *link = m_last.get(); link; link = link->before.get())
            values.append(link->value);
        std::reverse(values.begin(), values.end());
        return values;
    }

private:
    struct Link
    {
        T value;
        std::shared_ptr<const Link> before;
    };

    std::shared_ptr<const Link> m_last;
};

} // namespace db
