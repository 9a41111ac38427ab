// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/half_way.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace db {

static QString ordinal(int number)
{
    static const QStringList words{u"first"_s, u"second"_s, u"third"_s, u"fourth"_s, u"fifth"_s, u"sixth"_s, u"seventh"_s, u"eighth"_s, u"ninth"_s, u"tenth"_s};
    return number <= words.size() ? QString(u"the " + words.at(number - 1)) : u"number %1"_s.arg(number);
}

QString HalfWay::text() const
{
    const QString count = (isUp ? u"half-way: %1 of %2 statements done"_s : u"taken back half-way: %1 of %2 statements done"_s).arg(done).arg(total);
    const QString which = ordinal(done + 1);
    switch (next) {
    case Next::NotBegun:
        return count;
    case Next::Failed:
        return count + u", " + which + u" failed with: " + error;
    case Next::HasRun:
        return count + u", and " + which + u", as the definitions tell";
    case Next::HasNotRun:
        return count + u", " + which + u" was begun, but has not run";
    case Next::Unknown:
        return count + u", " + which + u" was begun, and may or may not have run";
    }
    Q_UNREACHABLE();
}

} // namespace db
