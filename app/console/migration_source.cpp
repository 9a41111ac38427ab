// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/migration_source.h"

#include "app/console/cpp_names.h"
#include "core/toolkit/decimal.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

const QString step = u"    "_s;

QString quoted(const QString &text)
{
    return u'"' + cppLiteral(text) + u'"';
}

/// The function of db::ColumnWords and the enumerator of db::ColumnType.
std::pair<QString, QString> wordFor(db::ColumnType type)
{
    static const QHash<int, std::pair<QString, QString>> words{
        {int(db::ColumnType::Reference), {u"references"_s, u"Reference"_s}},
        {int(db::ColumnType::String), {u"string"_s, u"String"_s}},
        {int(db::ColumnType::Text), {u"text"_s, u"Text"_s}},
        {int(db::ColumnType::Integer), {u"integer"_s, u"Integer"_s}},
        {int(db::ColumnType::BigInteger), {u"bigInteger"_s, u"BigInteger"_s}},
        {int(db::ColumnType::Float), {u"floatingPoint"_s, u"Float"_s}},
        {int(db::ColumnType::Decimal), {u"decimal"_s, u"Decimal"_s}},
        {int(db::ColumnType::Boolean), {u"boolean"_s, u"Boolean"_s}},
        {int(db::ColumnType::Binary), {u"binary"_s, u"Binary"_s}},
        {int(db::ColumnType::Uuid), {u"uuid"_s, u"Uuid"_s}},
        {int(db::ColumnType::Date), {u"date"_s, u"Date"_s}},
        {int(db::ColumnType::Time), {u"time"_s, u"Time"_s}},
        {int(db::ColumnType::TimeUsec), {u"timeUsec"_s, u"TimeUsec"_s}},
        {int(db::ColumnType::NaiveDatetime), {u"naiveDatetime"_s, u"NaiveDatetime"_s}},
        {int(db::ColumnType::NaiveDatetimeUsec), {u"naiveDatetimeUsec"_s, u"NaiveDatetimeUsec"_s}},
        {int(db::ColumnType::UtcDatetime), {u"utcDatetime"_s, u"UtcDatetime"_s}},
        {int(db::ColumnType::UtcDatetimeUsec), {u"utcDatetimeUsec"_s, u"UtcDatetimeUsec"_s}},
        {int(db::ColumnType::Map), {u"map"_s, u"Map"_s}},
        {int(db::ColumnType::Array), {u"array"_s, u"Array"_s}},
    };
    return words.value(int(type));
}

QString enumerator(db::ColumnType type)
{
    return u"db::ColumnType::"_s + wordFor(type).second;
}

QString valueOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::LongLong:
    case QMetaType::Int:
    case QMetaType::Double:
        return value.typeId() == QMetaType::LongLong ? QString(u"qint64(" + value.toString() + u')') : value.toString();
    default:
        return u"QString::fromUtf8("_s + quoted(value.canConvert<db::Decimal>() ? value.value<db::Decimal>().toString() : value.toString()) + u')';
    }
}

/// What all columns may say, behind the call or constructor that begins them.
QString details(const db::Column &column)
{
    QString text;
    if (column.type == db::ColumnType::String && column.length != 255)
        text += u".size(%1)"_s.arg(column.length);
    if (column.type == db::ColumnType::Reference && column.reference.column != u"id")
        text += u".referring("_s + quoted(column.reference.column) + u')';
    if (column.type == db::ColumnType::Reference && column.elementType)
        text += u".ofType("_s + enumerator(*column.elementType) + u')';
    if (column.isPrimaryKey)
        text += u".primaryKey()";
    if (!column.isNullable && !column.isPrimaryKey)
        text += u".notNull()";
    if (column.defaultValue.isValid())
        text += u".defaultTo("_s + valueOf(column.defaultValue) + u')';
    return text;
}

/// "string("name").notNull()".
QString call(const db::Column &column)
{
    QString arguments = quoted(column.name);
    if (column.type == db::ColumnType::Reference)
        arguments += u", "_s + quoted(column.reference.table) + (column.reference.onDelete == db::OnDelete::DeleteAll ? u", db::OnDelete::DeleteAll" : u"");
    if (column.type == db::ColumnType::Decimal)
        arguments += u", %1, %2"_s.arg(column.precision).arg(column.scale);
    if (column.type == db::ColumnType::Array)
        arguments += u", "_s + enumerator(column.elementType.value_or(db::ColumnType::Text));
    QString text = wordFor(column.type).first + u'(' + arguments + u')' + details(column);
    if (column.before)
        text += u".from(db::Column("_s + enumerator(column.before->type) + u')' + details(*column.before) + u')';
    return text;
}

QStringList linesFor(const db::CreateTable &made)
{
    const QString word = made.hasPrimaryKey ? u"createTable"_s : u"createJoinTable"_s;
    const bool hasOwnKey = std::any_of(made.columns.begin(), made.columns.end(), [](const db::Column &column) { return column.isPrimaryKey; });
    QStringList lines{u"schema."_s + (hasOwnKey ? u"createTable"_s : word) + u'(' + quoted(made.table) + u", []([[maybe_unused]] db::ColumnList &columns) {"};
    for (const db::Column &column : made.columns)
        lines.append(step + u"columns." + call(column) + u';');
    return lines << u"});"_s;
}

QStringList linesFor(const db::AlterTable &alteration)
{
    QStringList lines{u"schema.alterTable("_s + quoted(alteration.table) + u", [](db::TableChange &table) {"};
    for (const db::ColumnChange &change : alteration.changes) {
        switch (change.kind) {
        case db::ColumnChange::Kind::Add:
            lines.append(step + u"table.add()." + call(change.column) + u';');
            break;
        case db::ColumnChange::Kind::Modify:
            lines.append(step + u"table.modify()." + call(change.column) + u';');
            break;
        default:
            lines.append(step + u"table.remove(" + quoted(change.column.name) + u");");
            break;
        }
    }
    return lines << u"});"_s;
}

QStringList linesFor(const db::Operation &operation)
{
    if (const auto *made = std::get_if<db::CreateTable>(&operation))
        return linesFor(*made);
    if (const auto *dropped = std::get_if<db::DropTable>(&operation))
        return {u"schema.dropTable("_s + quoted(dropped->table) + u");"};
    return linesFor(std::get<db::AlterTable>(operation));
}

/// A comment must not go on in the next line.
QString comment(const QString &text)
{
    QString plain = text.simplified();
    while (plain.endsWith(u'\\'))
        plain.chop(1);
    return u"// "_s + plain;
}

} // namespace

QStringList migrationLines(const QList<db::DriftRepair> &repairs)
{
    QStringList lines;
    for (const db::DriftRepair &repair : repairs) {
        for (const db::Drift &reason : repair.reasons)
            lines.append(comment(reason.sentence()));
        if (!repair.remark.isEmpty())
            lines.append(comment(repair.remark));
        if (repair.losesData)
            lines.append(comment(u"What it holds is lost: take the marks away only if nobody needs it."_s));
        const QStringList code = repair.operation ? linesFor(*repair.operation) : QStringList();
        for (const QString &line : code)
            lines.append(repair.losesData ? QString(u"// " + line) : line);
    }
    return lines;
}

} // namespace console
