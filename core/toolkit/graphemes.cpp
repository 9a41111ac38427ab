// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/graphemes.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace db {

int graphemeCount(const QString &text)
{
    // In ASCII only CR LF is more than one character.
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c != u'\r'; });
    if (isPlain)
        return int(text.size());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

QString firstGraphemes(const QString &text, int count)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (int i = 0; i < count; ++i) {
        if (finder.toNextBoundary() < 0)
            return text;
    }
    return text.left(finder.position());
}

} // namespace db
