// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/pattern.h"

namespace db {

namespace {

/// The code units of the character that begins there.
qsizetype width(QStringView text, qsizetype at)
{
    return text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate() ? 2 : 1;
}

} // namespace

QString simpleLower(const QString &text)
{
    QString lower = text;
    for (qsizetype i = 0; i < lower.size(); ++i) {
        if (lower.at(i).unicode() < 128 || width(lower, i) == 1) {
            lower[i] = lower.at(i).toLower();
            continue;
        }
        const char32_t character = QChar::toLower(QChar::surrogateToUcs4(lower.at(i), lower.at(i + 1)));
        lower[i] = QChar(QChar::highSurrogate(character));
        lower[++i] = QChar(QChar::lowSurrogate(character));
    }
    return lower;
}

bool matchesPattern(QStringView text, QStringView pattern)
{
    // Where to go on when what follows the last `%` does not fit: the `%` takes one more character.
    qsizetype afterPercent = -1;
    qsizetype retry = 0;
    qsizetype t = 0;
    qsizetype p = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern.at(p) == u'%') {
            afterPercent = ++p;
            retry = t;
            continue;
        }
        const bool isEscaped = p + 1 < pattern.size() && pattern.at(p) == u'\\';
        const qsizetype literal = isEscaped ? p + 1 : p;
        if (p < pattern.size() && !isEscaped && pattern.at(p) == u'_') {
            t += width(text, t);
            ++p;
        } else if (p < pattern.size() && pattern.at(literal) == text.at(t)) {
            ++t;
            p = literal + 1;
        } else if (afterPercent >= 0) {
            retry += width(text, retry);
            t = retry;
            p = afterPercent;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == u'%')
        ++p;
    return p == pattern.size();
}

} // namespace db
