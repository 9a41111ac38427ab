// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/index.h"

namespace db {

namespace {

/// Letters, digits and `_` of ASCII; `_` for each other byte, but none at the end.
QString word(const QString &text)
{
    QString word;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes) {
        const bool isKept = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        word += isKept ? QLatin1Char(byte) : QLatin1Char('_');
    }
    while (word.endsWith(u'_'))
        word.chop(1);
    return word;
}

} // namespace

IndexColumn IndexColumn::expression(const QString &sql)
{
    IndexColumn column(sql);
    column.isExpression = true;
    return column;
}

IndexColumn IndexColumn::desc() const
{
    IndexColumn column = *this;
    column.isDescending = true;
    return column;
}

IndexColumn IndexColumn::nullsFirst() const
{
    IndexColumn column = *this;
    column.nulls = Nulls::First;
    return column;
}

IndexColumn IndexColumn::nullsLast() const
{
    IndexColumn column = *this;
    column.nulls = Nulls::Last;
    return column;
}

Index &Index::unique()
{
    isUnique = true;
    return *this;
}

Index &Index::named(QAnyStringView name)
{
    givenName = name.toString();
    return *this;
}

Index &Index::where(const QString &sql)
{
    condition = sql;
    return *this;
}

Index &Index::include(const QStringList &names)
{
    included = names;
    return *this;
}

Index &Index::method(const QString &name)
{
    accessMethod = name;
    return *this;
}

Index &Index::concurrently()
{
    isConcurrent = true;
    return *this;
}

Index &Index::nullsNotDistinct()
{
    hasDistinctNulls = false;
    return *this;
}

Index &Index::commented(const QString &text)
{
    comment = text;
    return *this;
}

Index &Index::ifNotExists()
{
    isConditional = true;
    return *this;
}

Index &Index::ifExists()
{
    isConditional = true;
    return *this;
}

QString Index::name() const
{
    if (!givenName.isEmpty())
        return givenName;
    QString name = word(table);
    for (const IndexColumn &column : columns)
        name += u'_' + word(column.text);
    return name + u"_index";
}

} // namespace db
