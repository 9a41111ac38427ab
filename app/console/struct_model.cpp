// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/struct_model.h"

#include "app/console/column_source.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using Engine = db::DatabaseUrl::Engine;

/// The toolkit compares such names as Latin-1.
bool isAscii(const QStringList &names)
{
    return std::all_of(names.begin(), names.end(), [](const QString &name) {
        return std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    });
}

EnumModel enumModel(const StructModel &model, const db::ColumnInfo &column)
{
    CppNames names;
    EnumModel made{.name = CppNames().type(model.name + u' ' + column.name, u"Value"_s), .enumerators = {}, .stored = column.names};
    for (const QString &name : column.names)
        made.enumerators.append(names.type(name, u"Value"_s));
    return made;
}

/// Ecto's timestamps(), by their names.
bool isTimestamp(const db::ColumnInfo &column, Engine engine)
{
    return (column.name == u"inserted_at" || column.name == u"updated_at") && isMoment(column, engine) && !column.isGenerated;
}

QString keyType(const StructModel &model, const db::ColumnInfo &column)
{
    if (column.type == db::Type::Integer)
        return u"db::Id<"_s + model.name + u'>';
    return isUuid(column) ? QString(u"db::UuidId<" + model.name + u'>') : QString();
}

/// Whether a column is never NULL, and nobody but the program gives it a value.
bool needsValue(const db::ColumnInfo &column)
{
    return !column.isNullable && !column.defaultExpression && !column.isGenerated && !column.isAutoIncrement;
}

MemberModel memberModel(StructModel &model, const db::ColumnInfo &column, qsizetype number, Engine engine)
{
    MemberModel member{.column = column};
    member.name = model.names.member(column.name, u"column%1"_s.arg(number));
    member.isKey = model.hasKey() && column.keyPosition > 0;
    member.isTimestamp = !member.isKey && isTimestamp(column, engine);
    ValueSource value = valueSource(column, engine);
    if (member.isTimestamp && !value.type.startsWith(u"db::"))
        value = {.type = u"QDateTime"_s, .storedAs = u"NaiveDatetime"_s, .isBlankByItself = true};
    member.type = value.type;
    member.storedAs = value.storedAs;
    member.remark = column.comment.isEmpty() ? value.remark : column.comment.simplified();
    if (column.type == db::Type::Enum && isAscii(column.names) && !column.names.isEmpty() && !member.isKey) {
        model.enums.append(enumModel(model, column));
        member.type = model.enums.last().name;
        value.isBlankByItself = false;
    }
    if (member.isKey) {
        if (const QString typed = keyType(model, column); !typed.isEmpty()) {
            member.type = typed;
            member.storedAs.clear();
        }
        member.isRequired = member.isCast();
        return member;
    }
    if (member.isTimestamp && member.storedAs.isEmpty())
        member.storedAs = member.type == u"QDateTime" ? u"UtcDatetime"_s : u"UtcDatetimeUsec"_s;
    if (member.isTimestamp)
        return member;
    const std::optional<QString> initial = initialValue(column, member.type);
    member.initial = initial.value_or(QString());
    member.isReadBack = (column.defaultExpression && !initial) || column.isAutoIncrement;
    member.isRequired = needsValue(column);
    const bool isOptional = column.isNullable || member.isReadBack || column.isGenerated || (member.isRequired && !value.isBlankByItself);
    if (isOptional)
        member.type = u"std::optional<"_s + member.type + u'>';
    return member;
}

} // namespace

const MemberModel *StructModel::find(const QString &column) const
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const MemberModel &member) { return member.column.name == column; });
    return found == members.end() ? nullptr : &*found;
}

QList<StructModel> structModels(const db::Catalogue &catalogue, const QStringList &tables, Engine engine)
{
    CppNames types;
    CppNames files;
    QList<StructModel> structs;
    for (const QString &name : tables) {
        const db::TableInfo *table = catalogue.findTable(name);
        StructModel model{.table = *table};
        model.name = types.type(singular(name), u"Table"_s);
        model.fileName = wordsOf(files.type(model.name, u"Table"_s)).join(u'_');
        model.names = CppNames({u"describe"_s, u"changeset"_s});
        for (qsizetype i = 0; i < table->columns.size(); ++i)
            model.members.append(memberModel(model, table->columns.at(i), i + 1, engine));
        structs.append(model);
    }
    addAssociations(structs, catalogue);
    return structs;
}

} // namespace console
