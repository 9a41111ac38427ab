// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/decimal.h"
#include "core/toolkit/id.h"
#include "core/toolkit/row_reader.h"
#include "core/toolkit/stored_text.h"
#include "core/toolkit/type.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>
#include <concepts>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace db {

/// The names under which the values of an enum are stored. Specialise it next to the enum:
/// \code
/// template <>
/// struct db::EnumNames<Color> { static constexpr std::array names{"red", "green"}; };
/// \endcode
/// The n-th name belongs to the enumerator with the value n.
template <typename E>
struct EnumNames;

template <typename E>
concept NamedEnum = std::is_enum_v<E> && requires
{
    EnumNames<E>::names;
};

/// The stored name of an enumerator.
template <NamedEnum E>
QString enumName(E value)
{
    return QString::fromLatin1(EnumNames<E>::names.at(size_t(value)));
}

/// The numbers under which the values of an enum are stored: those of the enumerators. Specialise it next to the enum:
/// \code
/// template <>
/// struct db::EnumValues<Level>
/// {
///     static constexpr std::array values{std::pair{"low", Level::Low}, std::pair{"high", Level::High}};
/// };
/// \endcode
template <typename E>
struct EnumValues;

template <typename E>
concept NumberedEnum = std::is_enum_v<E> && requires
{
    EnumValues<E>::values;
};

/// How a member type is kept in a column. Specialise it to teach the toolkit a new type: PlainCodec brings all but dump(),
/// load() and what the type is.
template <typename M>
struct Codec;

/// Reads a column into a member by way of a QVariant; false when it is something else. NULL is Codec<M>::load()'s.
template <typename M>
bool decodeValue(const RowReader &row, int column, Type type, M &member)
{
    const std::optional<QVariant> value = row.read(column, type);
    if (!value || !Codec<M>::fits(*value))
        return false;
    member = Codec<M>::load(*value);
    return true;
}

/// Takes what a column was found to hold; NULL is what the member is when fresh.
template <typename M, typename Found>
bool takeFound(std::optional<Found> found, const RowReader &row, int column, M &member)
{
    if (!found && !row.isNull(column))
        return false;
    if constexpr (std::is_aggregate_v<M>) // which clang 14 does not initialise in parentheses
        member = found ? M{std::move(*found)} : M{};
    else
        member = found ? M(std::move(*found)) : M();
    return true;
}

template <typename M, Type columnType>
struct PlainCodec
{
    static constexpr Type type = columnType;
    static constexpr bool nullable = false;
    static QStringList names() { return {}; }
    /// Converts input from outside for a column of `type`, which is another than the codec's own after `as()`.
    static std::optional<QVariant> cast(Type type, const QVariant &input) { return castValue(type, input); }
    static QVariant dump(const M &value) { return QVariant::fromValue(value); }
    /// Whether the member has room for a value of the column's type; every member has a value for NULL.
    static bool fits(const QVariant &) { return true; }
    static M load(const QVariant &value) { return value.value<M>(); }
    /// Reads a column into the member; false when it holds something else.
    static bool decode(const RowReader &row, int column, Type type, M &member) { return decodeValue(row, column, type, member); }
};

template <>
struct Codec<bool> : PlainCodec<bool, Type::Boolean>
{
    static bool decode(const RowReader &row, int column, Type, bool &member) { return takeFound(row.readBoolean(column), row, column, member); }
};
template <>
struct Codec<qint64> : PlainCodec<qint64, Type::Integer>
{
    static bool decode(const RowReader &row, int column, Type, qint64 &member) { return takeFound(row.readInteger(column), row, column, member); }
};
template <>
struct Codec<double> : PlainCodec<double, Type::Float>
{
    static bool decode(const RowReader &row, int column, Type, double &member) { return takeFound(row.readFloat(column), row, column, member); }
};
template <>
struct Codec<Decimal> : PlainCodec<Decimal, Type::Decimal>
{ };
template <>
struct Codec<QString> : PlainCodec<QString, Type::String>
{
    static bool decode(const RowReader &row, int column, Type type, QString &member)
    {
        return type == Type::String ? takeFound(row.readText(column), row, column, member) : decodeValue(row, column, type, member);
    }
};
template <>
struct Codec<QByteArray> : PlainCodec<QByteArray, Type::Binary>
{ };
template <>
struct Codec<QDate> : PlainCodec<QDate, Type::Date>
{ };
template <>
struct Codec<QTime> : PlainCodec<QTime, Type::Time>
{
    static QTime load(const QVariant &value) { return value.typeId() == QMetaType::QTime ? value.toTime() : clockTimeOf(value).toTime(); }
};
template <>
struct Codec<ClockTime> : PlainCodec<ClockTime, Type::TimeUsec>
{
    static ClockTime load(const QVariant &value) { return clockTimeOf(value); }
};
template <>
struct Codec<QDateTime> : PlainCodec<QDateTime, Type::UtcDatetime>
{
    static bool decode(const RowReader &row, int column, Type, QDateTime &member) { return takeFound(row.readTime(column), row, column, member); }
    static QDateTime load(const QVariant &value) { return value.typeId() == QMetaType::QDateTime ? value.toDateTime() : timestampOf(value).toDateTime(); }
};
template <>
struct Codec<Timestamp> : PlainCodec<Timestamp, Type::UtcDatetimeUsec>
{
    static Timestamp load(const QVariant &value) { return timestampOf(value); }
};

/// The null UUID is NULL.
template <>
struct Codec<QUuid> : PlainCodec<QUuid, Type::Uuid>
{
    static QVariant dump(const QUuid &uuid) { return uuid.isNull() ? QVariant() : QVariant(uuid); }
    static QUuid load(const QVariant &value) { return value.toUuid(); }
};
template <>
struct Codec<Ulid> : PlainCodec<Ulid, Type::Ulid>
{
    static QVariant dump(const Ulid &ulid) { return Codec<QUuid>::dump(ulid.toUuid()); }
    static Ulid load(const QVariant &value) { return Ulid::fromUuid(value.toUuid()); }
};

/// JSON's null is NULL.
template <>
struct Codec<QJsonValue> : PlainCodec<QJsonValue, Type::Map>
{
    static QJsonValue load(const QVariant &value) { return value.toJsonValue(); }
};
template <>
struct Codec<QJsonObject> : PlainCodec<QJsonObject, Type::Map>
{
    static QVariant dump(const QJsonObject &object) { return QVariant::fromValue(QJsonValue(object)); }
    static bool fits(const QVariant &value) { return isNull(value) || value.toJsonValue().isObject(); }
    static QJsonObject load(const QVariant &value) { return value.toJsonValue().toObject(); }
};
template <>
struct Codec<QJsonArray> : PlainCodec<QJsonArray, Type::Map>
{
    static QVariant dump(const QJsonArray &array) { return QVariant::fromValue(QJsonValue(array)); }
    static bool fits(const QVariant &value) { return isNull(value) || value.toJsonValue().isArray(); }
    static QJsonArray load(const QVariant &value) { return value.toJsonValue().toArray(); }
};

template <>
struct Codec<int> : PlainCodec<int, Type::Integer>
{
    static QVariant dump(int value) { return qint64(value); }
    static bool fits(const QVariant &value)
    {
        const qint64 number = value.toLongLong();
        return number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    }
    static int load(const QVariant &value) { return value.toInt(); }
};

/// A key may be cast as it is, where a key of the same rows is wanted.
template <TypedKey K, Type columnType>
struct KeyCodec : PlainCodec<K, columnType>
{
    static std::optional<QVariant> cast(Type type, const QVariant &input)
    {
        return input.metaType() == QMetaType::fromType<K>() ? std::optional(Codec<K>::dump(input.value<K>())) : castValue(type, input);
    }
};

template <typename T>
struct Codec<Id<T>> : KeyCodec<Id<T>, Type::Id>
{
    static QVariant dump(Id<T> id) { return id.isNull() ? QVariant() : QVariant(id.value); }
    static Id<T> load(const QVariant &value) { return {value.toLongLong()}; }
    static bool decode(const RowReader &row, int column, Type, Id<T> &member) { return takeFound(row.readInteger(column), row, column, member); }
};

template <typename T>
struct Codec<UuidId<T>> : KeyCodec<UuidId<T>, Type::Uuid>
{
    static QVariant dump(const UuidId<T> &id) { return Codec<QUuid>::dump(id.value); }
    static UuidId<T> load(const QVariant &value) { return {value.toUuid()}; }
};

template <typename T>
struct Codec<UlidId<T>> : KeyCodec<UlidId<T>, Type::Ulid>
{
    static QVariant dump(const UlidId<T> &id) { return Codec<Ulid>::dump(id.value); }
    static UlidId<T> load(const QVariant &value) { return {Codec<Ulid>::load(value)}; }
};

template <NamedEnum E>
struct Codec<E> : PlainCodec<E, Type::Enum>
{
    static QStringList names()
    {
        QStringList list;
        for (const char *name : EnumNames<E>::names)
            list.append(QString::fromLatin1(name));
        return list;
    }
    static std::optional<QVariant> cast(Type type, const QVariant &input) { return castValue(type, input, names()); }
    static QVariant dump(E value) { return enumName(value); }
    static bool fits(const QVariant &value) { return isNull(value) || indexOf(value.toString()) < EnumNames<E>::names.size(); }
    static E load(const QVariant &value) { return isNull(value) ? E() : E(indexOf(value.toString())); }

private:
    static size_t indexOf(const QString &name)
    {
        const auto &known = EnumNames<E>::names;
        return size_t(std::find_if(known.begin(), known.end(), [&](const char *one) { return name == QLatin1StringView(one); }) - known.begin());
    }
};

template <NumberedEnum E>
struct Codec<E> : PlainCodec<E, Type::Integer>
{
    static QStringList names()
    {
        QStringList list;
        for (const auto &value : EnumValues<E>::values)
            list.append(QString::fromLatin1(value.first));
        return list;
    }
    /// A name, or the number that is stored.
    static std::optional<QVariant> cast(Type type, const QVariant &input)
    {
        for (const auto &[name, value] : EnumValues<E>::values) {
            if (input.typeId() == QMetaType::QString && input.toString() == QLatin1StringView(name))
                return dump(value);
        }
        return castValue(type, input);
    }
    static QVariant dump(E value) { return qint64(value); }
    static bool fits(const QVariant &value)
    {
        const auto &known = EnumValues<E>::values;
        return isNull(value) || std::any_of(known.begin(), known.end(), [&](const auto &one) { return qint64(one.second) == value.toLongLong(); });
    }
    static E load(const QVariant &value) { return isNull(value) ? E() : E(value.toLongLong()); }
};

/// An array on PostgreSQL, JSON elsewhere. NULL is read as the empty list.
template <typename M>
struct Codec<QList<M>> : PlainCodec<QList<M>, Type::Array>
{
    static_assert(Codec<M>::type != Type::Binary && Codec<M>::type != Type::Array, "lists of bytes and lists of lists are not stored");

    /// Elements are cast one by one; blank texts are left out, as Ecto does.
    static std::optional<QVariant> cast(Type type, const QVariant &input)
    {
        const std::optional<QVariant> list = castValue(type, input);
        if (!list)
            return std::nullopt;
        QVariantList elements;
        const QVariantList given = list->toList();
        for (const QVariant &element : given) {
            if (element.typeId() == QMetaType::QString && element.toString().trimmed().isEmpty())
                continue;
            const std::optional<QVariant> cast = Codec<M>::cast(Codec<M>::type, element);
            if (!cast || !Codec<M>::fits(*cast))
                return std::nullopt;
            elements.append(*cast);
        }
        return elements;
    }
    static QVariant dump(const QList<M> &list)
    {
        QVariantList elements;
        for (const M &element : list)
            elements.append(Codec<M>::dump(element));
        return elements;
    }
    static bool fits(const QVariant &value)
    {
        const QVariantList elements = value.toList();
        return std::all_of(elements.begin(), elements.end(), [](const QVariant &element) {
            const std::optional<QVariant> read = readStored(Codec<M>::type, element);
            return read && Codec<M>::fits(*read) && (Codec<M>::nullable || !isNull(*read));
        });
    }
    static QList<M> load(const QVariant &value)
    {
        QList<M> list;
        const QVariantList elements = value.toList();
        for (const QVariant &element : elements)
            list.append(Codec<M>::load(readStored(Codec<M>::type, element).value_or(QVariant())));
        return list;
    }
};

template <typename M>
struct Codec<std::optional<M>>
{
    static constexpr Type type = Codec<M>::type;
    static constexpr bool nullable = true;
    static QStringList names() { return Codec<M>::names(); }
    static std::optional<QVariant> cast(Type type, const QVariant &input) { return Codec<M>::cast(type, input); }
    static QVariant dump(const std::optional<M> &value) { return value ? Codec<M>::dump(*value) : QVariant(); }
    static bool fits(const QVariant &value) { return value.isNull() || Codec<M>::fits(value); }
    static std::optional<M> load(const QVariant &value)
    {
        return value.isNull() ? std::nullopt : std::optional<M>(Codec<M>::load(value));
    }
    static bool decode(const RowReader &row, int column, Type type, std::optional<M> &member)
    {
        if (!row.isNull(column))
            return Codec<M>::decode(row, column, type, member.emplace());
        member.reset();
        return true;
    }
};

/// The type of a column's value when there is one: `QString` for `QString` and for `std::optional<QString>`.
template <typename M>
struct ValueOf
{
    using Type = M;
};
template <typename M>
struct ValueOf<std::optional<M>>
{
    using Type = M;
};

/// Tells the members of one struct apart: the offset of the member. Comparable, cheap, and not a template.
using MemberKey = qptrdiff;

template <typename T, typename M>
MemberKey memberKey(M T::*member)
{
    static const T probe{};
    return reinterpret_cast<const char *>(std::addressof(probe.*member))
        - reinterpret_cast<const char *>(std::addressof(probe));
}

/// Any member of T, whatever its type: what `{&User::email, &User::isActive}` is a list of.
template <typename T>
class FieldRef
{
public:
    template <typename M>
    FieldRef(M T::*member)
        : m_key(memberKey(member))
    { }

    MemberKey key() const { return m_key; }

private:
    MemberKey m_key;
};

/// How values of one member type travel, made once per type and not once per struct.
struct ValueType
{
    Type type;
    bool nullable;
    QStringList names;
    std::optional<QVariant> (*cast)(Type type, const QVariant &input);
    bool (*fits)(const QVariant &value); ///< whether write() keeps it as it is, NULL aside
    QVariant (*read)(const void *member);
    void (*write)(void *member, const QVariant &value);
    QVariant (*asRead)(const QVariant &value); ///< what read() says after write()
    /// Reads a column into the member; false when it holds something else.
    bool (*decode)(const RowReader &row, int column, Type type, void *member);
};

template <typename M>
const ValueType &valueType()
{
    static const ValueType type{Codec<M>::type, Codec<M>::nullable, Codec<M>::names(), &Codec<M>::cast, &Codec<M>::fits,
                                [](const void *member) { return Codec<M>::dump(*static_cast<const M *>(member)); },
                                [](void *member, const QVariant &value) { *static_cast<M *>(member) = Codec<M>::load(value); },
                                [](const QVariant &value) { return Codec<M>::dump(Codec<M>::load(value)); },
                                [](const RowReader &row, int column, Type type, void *member) {
                                    return Codec<M>::decode(row, column, type, *static_cast<M *>(member));
                                }};
    return type;
}

/// One column of a schema: its name, its type, and where it lies inside a struct.
struct Field
{
    QString name = {};
    const ValueType *value = nullptr;
    MemberKey member = 0;
    Type type = Type::String;
    bool isPrimaryKey = false;
    bool isVirtual = false; ///< cast and validated, never selected or written
    bool isGenerated = false; ///< made by the database: selected, never written
    bool isReadAfterWrites = false; ///< read back after each write
    bool isInsertOnly = false; ///< written when the row is made, and never changed
    std::function<QVariant()> autogenerate = {}; ///< makes the value of a new row that brings none
    bool isRedacted = false; ///< errors do not show the value

    bool isNullable() const { return value->nullable; }
    const QStringList &names() const { return value->names; }
    /// Input from outside as a value of this field; nothing when it is none.
    std::optional<QVariant> cast(const QVariant &input) const
    {
        const std::optional<QVariant> converted = value->cast(type, input);
        return converted && value->fits(*converted) ? converted : std::nullopt;
    }
    QVariant read(const void *object) const { return value->read(static_cast<const char *>(object) + member); }
    void write(void *object, const QVariant &v) const { value->write(static_cast<char *>(object) + member, v); }
};

} // namespace db
