// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace importing {

/// Keys of rows. Whole numbers, which most keys are, take few bits each where they lie close together.
class KeySet
{
public:
    bool contains(const QString &key) const;
    /// Whether the key was not there yet.
    bool insert(const QString &key);

private:
    QHash<qint64, quint64> m_numbers; ///< 64 neighbours each, as bits
    QSet<QString> m_texts;
};

} // namespace importing
