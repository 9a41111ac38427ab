// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/postgres_values.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/stored_text.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

// https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat: these never change.
enum Oid : unsigned int {
    Bool = 16,
    Bytea = 17,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Float4 = 700,
    Float8 = 701,
};

QByteArray quotedElement(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

/// A sum of integers is numeric.
std::optional<QVariant> wholeNumber(const QVariant &raw)
{
    const std::optional<Decimal> decimal = Decimal::fromString(raw.toString());
    bool isNumber = false;
    const qint64 number = raw.toString().section(u'.', 0, 0).toLongLong(&isNumber);
    return isNumber && decimal && *decimal == Decimal(number) ? std::optional<QVariant>(number) : std::nullopt;
}

/// `{a,"b, c",NULL}` as a list of texts: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
std::optional<QVariant> elementsOf(const QString &text)
{
    if (!text.startsWith(u'{') || !text.endsWith(u'}'))
        return std::nullopt;
    QVariantList elements;
    QString element;
    bool isQuoted = false;
    bool wasQuoted = false;
    const auto finish = [&] {
        elements.append(element == u"NULL" && !wasQuoted ? QVariant() : QVariant(element));
        element.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        const QChar c = text.at(i);
        if (c == u'\\') {
            element += text.at(++i);
        } else if (c == u'"') {
            isQuoted = !isQuoted;
            wasQuoted = true;
        } else if (c == u',' && !isQuoted) {
            finish();
        } else {
            element += c;
        }
    }
    if (text.size() > 2)
        finish();
    return elements;
}

} // namespace

QByteArray postgresText(Type type, const QVariant &value)
{
    switch (type) {
    case Type::Boolean:
        return value.toBool() ? "t" : "f";
    case Type::Id:
    case Type::Integer:
        return QByteArray::number(value.toLongLong());
    case Type::String:
    case Type::Enum:
        return value.toString().toUtf8();
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
        return storedSeconds(type, value);
    case Type::Float: {
        const double number = value.toDouble();
        if (qIsInf(number))
            return number > 0 ? "Infinity" : "-Infinity";
        return qIsNaN(number) ? QByteArray("NaN") : QByteArray::number(number, 'g', 17);
    }
    case Type::Binary:
        return "\\x" + value.toByteArray().toHex();
    case Type::Array:
        return postgresArray(Type::Any, value.toList());
    case Type::Any:
        return value.typeId() == QMetaType::QByteArray ? postgresText(Type::Binary, value) : elementText(value).toUtf8();
    default:
        return storedText(type, value).toUtf8();
    }
}

QByteArray postgresArray(Type elementType, const QVariantList &values)
{
    QByteArrayList elements;
    for (const QVariant &value : values) {
        if (isNull(value))
            elements.append("NULL");
        else
            elements.append(quotedElement(elementType == Type::Any ? elementText(value).toUtf8() : postgresText(elementType, value)));
    }
    return '{' + elements.join(',') + '}';
}

std::optional<double> postgresFloat(QByteArrayView text)
{
    if (text == "Infinity")
        return qInf();
    if (text == "-Infinity")
        return -qInf();
    if (text == "NaN")
        return qQNaN();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QVariant postgresRaw(unsigned int oid, QByteArrayView text)
{
    switch (oid) {
    case Bool:
        return text == "t";
    case Bytea:
        // https://www.postgresql.org/docs/current/datatype-binary.html
        return QByteArray::fromHex(text.sliced(2).toByteArray());
    case Int2:
    case Int4:
    case Int8:
        return text.toLongLong();
    case Float4:
    case Float8:
        return postgresFloat(text).value_or(0);
    default:
        return QString::fromUtf8(text);
    }
}

std::optional<QVariant> postgresValue(Type type, const QVariant &raw)
{
    const bool isText = raw.typeId() == QMetaType::QString;
    if (isText && (type == Type::Integer || type == Type::Id))
        return wholeNumber(raw);
    if (isText && type == Type::Array && raw.toString().startsWith(u'{'))
        return elementsOf(raw.toString());
    return readStored(type, raw);
}

} // namespace db
