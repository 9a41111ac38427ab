// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <concepts>
#include <functional>

namespace ui {

/// A text that is asked for anew when the language changes: `[] { return tr("Title"); }`. A QString becomes one that
/// stays as it is.
class Text
{
public:
    Text() = default;
    Text(const QString &fixed)
    {
        if (!fixed.isEmpty())
            m_ask = [fixed] { return fixed; };
    }
    template <typename Ask>
    requires(!std::same_as<std::remove_cvref_t<Ask>, Text> && std::is_invocable_r_v<QString, Ask &>)
        Text(Ask ask)
        : m_ask(std::move(ask))
    {
    }

    QString operator()() const { return m_ask ? m_ask() : QString(); }
    explicit operator bool() const { return bool(m_ask); }

private:
    std::function<QString()> m_ask;
};

} // namespace ui
