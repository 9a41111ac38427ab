// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sample/topics.h"

#include <QRandomGenerator>

namespace sample {

/// Makes up names and texts. The same seed writes the same, in the same order.
class Writer
{
public:
    explicit Writer(quint32 seed)
        : m_random(seed) { }

    /// A number from 0 up to but not including `limit`.
    int below(int limit);
    /// True in so many of a hundred cases.
    bool chance(int percent) { return below(100) < percent; }
    /// From 0 to 1, the small ones more often the larger `bias` is.
    double skewed(double bias);
    const QString &pick(const QStringList &phrases) { return phrases.at(below(int(phrases.size()))); }

    QString firstName();
    QString lastName();
    QString bio();
    QString title(const Topic &topic);
    /// A few paragraphs.
    QString body(const Topic &topic);
    QString comment(const Topic &topic);
    QString rudeComment(const Topic &topic);
    QString spam();
    /// What a moderator notes about a refused comment.
    QString reason();

private:
    /// Fills the places in braces, and begins with a capital letter.
    QString filled(const QString &sentence, const Topic &topic);
    QString phraseFor(QStringView place, const Topic &topic);

    QRandomGenerator m_random;
};

} // namespace sample
