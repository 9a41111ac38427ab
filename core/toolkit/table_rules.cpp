// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/table_rules.h"

#include "core/toolkit/connection.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

Result<TableRules> TableRules::of(Connection &connection, const QString &table)
{
    TableRules rules;
    QString last; ///< columns of one index or key come one after the other, in their order
    const Statement statement = connection.dialect().tableRules(table);
    const Result<void> done = connection.select(statement, [&](const RowReader &row) {
        const auto text = [&](int column) { return row.value(column, Type::String).toString(); };
        const QString kind = text(0);
        const QString id = text(1);
        const QString column = text(3);
        if (kind == u"unique") {
            if (last != kind + id)
                rules.uniques.append({text(6), {}});
            last = kind + id;
            rules.uniques.last().columns.append(column);
        } else if (kind == u"required") {
            rules.required.append(column);
        } else if (kind == u"width") {
            rules.widths.insert(column, text(4).toInt());
        } else if (kind == u"limit") {
            if (const std::optional<Decimal> limit = Decimal::fromString(text(4)))
                rules.limits.insert(column, *limit);
        } else if (kind == u"check") {
            rules.checks.append({text(6), text(4)});
        } else if (kind == u"column") {
            rules.marks.insert(column, text(4));
        } else {
            QList<Reference> &list = kind == u"reference" ? rules.references : rules.referrers;
            if (last != kind + id)
                list.append({text(6), {}, text(4), {}});
            last = kind + id;
            list.last().columns.append(column);
            list.last().otherColumns.append(text(5));
        }
        return true;
    });
    // An index with an expression has a column without a name, and cannot be looked up by values.
    rules.uniques.removeIf([](const Index &index) { return index.columns.contains(QString()); });
    return done ? Result<TableRules>(rules) : Failure(done.error());
}

QStringList TableRules::columnsOf(const Check &check) const
{
    QStringList columns;
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        const QRegularExpression word(u"\\b%1\\b"_s.arg(QRegularExpression::escape(mark.key())),
                                      QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
        if (word.match(check.condition).hasMatch())
            columns.append(mark.key());
    }
    return columns;
}

} // namespace db
