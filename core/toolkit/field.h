// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/decimal.h"
#include "core/toolkit/id.h"
#include "core/toolkit/row_reader.h"
#include "core/toolkit/type.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>
#include <concepts>
#include <limits>
#include <memory>
#include <optional>

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
    member = found ? M(std::move(*found)) : M();
    return true;
}

template <typename M, Type columnType>
struct PlainCodec
{
    static constexpr Type type = columnType;
    static constexpr bool nullable = false;
    static QStringList names() { return {}; }
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
{ };
template <>
struct Codec<QDateTime> : PlainCodec<QDateTime, Type::UtcDatetime>
{
    static bool decode(const RowReader &row, int column, Type, QDateTime &member) { return takeFound(row.readTime(column), row, column, member); }
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

template <typename T>
struct Codec<Id<T>> : PlainCodec<Id<T>, Type::Id>
{
    static QVariant dump(Id<T> id) { return id.isNull() ? QVariant() : QVariant(id.value); }
    static Id<T> load(const QVariant &value) { return {value.toLongLong()}; }
    static bool decode(const RowReader &row, int column, Type, Id<T> &member) { return takeFound(row.readInteger(column), row, column, member); }
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

template <typename M>
struct Codec<std::optional<M>>
{
    static constexpr Type type = Codec<M>::type;
    static constexpr bool nullable = true;
    static QStringList names() { return Codec<M>::names(); }
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
    static const ValueType type{Codec<M>::type, Codec<M>::nullable, Codec<M>::names(), &Codec<M>::fits,
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
    bool isRedacted = false; ///< errors do not show the value

    bool isNullable() const { return value->nullable; }
    const QStringList &names() const { return value->names; }
    QVariant read(const void *object) const { return value->read(static_cast<const char *>(object) + member); }
    void write(void *object, const QVariant &v) const { value->write(static_cast<char *>(object) + member, v); }
};

} // namespace db
