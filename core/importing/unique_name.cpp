// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/unique_name.h"

#include "core/toolkit/graphemes.h"

namespace importing {

db::Result<QString> uniqueName(const QString &wanted, const QString &suffix, int minimum, int maximum,
                               const std::function<db::Result<bool>(const QString &)> &isTaken)
{
    const int length = db::graphemeCount(wanted);
    const bool fits = length >= minimum && length <= maximum;
    for (int attempt = fits ? 0 : 1;; ++attempt) {
        QString ending;
        if (attempt > 0)
            ending = u'-' + suffix;
        if (attempt > 1)
            ending += u'-' + QString::number(attempt);
        const QString name = db::firstGraphemes(wanted, maximum - db::graphemeCount(ending)) + ending;
        const db::Result<bool> taken = isTaken(name);
        if (!taken)
            return db::Failure(taken.error());
        if (!*taken)
            return name;
    }
}

} // namespace importing
