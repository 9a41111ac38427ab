// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/drift.h"

using namespace Qt::StringLiterals;

namespace db {

QString Drift::kindName() const
{
    switch (kind) {
    case Kind::MissingTable:
        return u"missing_table"_s;
    case Kind::MissingColumn:
        return u"missing_column"_s;
    case Kind::Type:
        return u"type"_s;
    case Kind::Nullability:
        return u"nullability"_s;
    case Kind::Generated:
        return u"generated"_s;
    case Kind::PrimaryKey:
        return u"primary_key"_s;
    case Kind::RequiredColumn:
        return u"required_column"_s;
    case Kind::Unreadable:
        return u"unreadable"_s;
    case Kind::UndeclaredTable:
        return u"undeclared_table"_s;
    case Kind::UndeclaredColumn:
        return u"undeclared_column"_s;
    }
    Q_UNREACHABLE();
}

QString Drift::sentence() const
{
    const QString place = table + u'.' + column;
    switch (kind) {
    case Kind::MissingTable:
        return u"table %1 is missing"_s.arg(table);
    case Kind::MissingColumn:
        return u"column %1 is missing"_s.arg(place);
    case Kind::Type:
        return u"%1 is %2 in the database, %3 in the program"_s.arg(place, found, declared);
    case Kind::Nullability:
        return u"%1 may be NULL in the database, never in the program"_s.arg(place);
    case Kind::Generated:
        return u"%1 is computed by the database, and the program writes it"_s.arg(place);
    case Kind::PrimaryKey:
        return u"the primary key of %1 is %2 in the database, %3 in the program"_s.arg(table, found, declared);
    case Kind::RequiredColumn:
        return u"column %1 is not known to the program, and new rows need a value for it"_s.arg(place);
    case Kind::Unreadable:
        return u"table %1 cannot be read: %2"_s.arg(table, found);
    case Kind::UndeclaredTable:
        return u"table %1 is not known to the program"_s.arg(table);
    case Kind::UndeclaredColumn:
        return u"column %1 is not known to the program"_s.arg(place);
    }
    Q_UNREACHABLE();
}

} // namespace db
