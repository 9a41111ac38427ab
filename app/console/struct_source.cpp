// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/struct_source.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

const QString licence = u"// SPDX-FileCopyrightText: 2026 The Quecto authors\n// SPDX-License-Identifier: MIT\n\n"_s;

QString lines(QStringList list)
{
    std::sort(list.begin(), list.end());
    list.removeDuplicates();
    return list.isEmpty() ? QString() : QString(list.join(u'\n') + u"\n\n");
}

/// A text for the end of a line: a comment must not go on in the next one.
QString remark(const QString &text)
{
    QString plain = text.simplified();
    while (plain.endsWith(u'\\'))
        plain.chop(1);
    return plain;
}

QString literal(const QString &text)
{
    return u"u\""_s + cppLiteral(text) + u"\"_s";
}

class StructSource
{
public:
    StructSource(const StructModel &model, const QList<StructModel> &all, const StructPlace &place)
        : m_model(model), m_all(all), m_place(place) { }

    QString header() const
    {
        QString text = licence + u"#pragma once\n\n" + includes() + inContext(forwards() + enums() + theStruct());
        for (const EnumModel &one : m_model.enums)
            text += enumNames(one);
        return text;
    }

    QString source() const
    {
        QString text = licence + include(m_model.fileName) + u"\n\n";
        QStringList others{u"#include \"core/toolkit/changeset.h\""_s};
        for (const AssociationModel &association : m_model.associations) {
            if (association.related != m_model.name)
                others.append(include(fileOf(association.related)));
        }
        text += lines(others);
        const QString functions = describe() + (m_model.hasKey() ? QString(u'\n' + changeset()) : QString());
        if (functions.contains(u"\"_s"))
            text += u"using namespace Qt::StringLiterals;\n\n";
        return text + inContext(functions);
    }

private:
    QString include(const QString &file) const { return u"#include \""_s + m_place.includeFolder + file + u".h\""; }

    QString fileOf(const QString &name) const
    {
        const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const StructModel &model) { return model.name == name; });
        return found->fileName;
    }

    QString qualified(const QString &name) const { return m_place.context.isEmpty() ? name : QString(m_place.context + u"::" + name); }
    QString member(const QString &name) const { return u'&' + m_model.name + u"::" + name; }

    QString inContext(const QString &text) const
    {
        return m_place.context.isEmpty() ? text : QString(u"namespace " + m_place.context + u" {\n\n" + text + u"\n} // namespace " + m_place.context + u'\n');
    }

    QString includes() const
    {
        QStringList ours{u"#include \"core/toolkit/fwd.h\""_s, u"#include \"core/toolkit/field.h\""_s};
        if (!m_model.associations.isEmpty())
            ours.append(u"#include \"core/toolkit/association.h\""_s);
        QStringList qts{u"#include <QVariantMap>"_s};
        bool hasOptional = false;
        for (const MemberModel &one : m_model.members) {
            hasOptional = hasOptional || one.type.startsWith(u"std::optional");
            for (const QString &type : {u"QByteArray"_s, u"QDate"_s, u"QDateTime"_s, u"QJsonValue"_s, u"QList"_s, u"QString"_s, u"QTime"_s, u"QUuid"_s}) {
                if (QStringList(one.type.split(u'<')).replaceInStrings(u">"_s, QString()).contains(type))
                    qts.append(u"#include <"_s + type + u'>');
            }
        }
        return lines(ours) + lines(qts) + (hasOptional ? u"#include <optional>\n\n"_s : QString());
    }

    QString forwards() const
    {
        QStringList names;
        for (const AssociationModel &association : m_model.associations) {
            if (association.related != m_model.name)
                names.append(u"struct "_s + association.related + u';');
        }
        return lines(names);
    }

    QString enums() const
    {
        QString text;
        for (const EnumModel &one : m_model.enums)
            text += u"enum class "_s + one.name + u" {\n    " + one.enumerators.join(u",\n    ") + u"\n};\n\n";
        return text;
    }

    QString enumNames(const EnumModel &one) const
    {
        QStringList names;
        for (const QString &name : one.stored)
            names.append(u'"' + cppLiteral(name) + u'"');
        return u"\ntemplate <>\nstruct db::EnumNames<%1>\n{\n    static constexpr std::array names{%2};\n};\n"_s.arg(qualified(one.name), names.join(u", "));
    }

    QString theStruct() const
    {
        QString text = u"/// A row of "_s + remark(m_model.table.name) + u".\n";
        if (!m_model.hasKey())
            text += u"///\n/// It has no key of one column: queries read such rows, and db::Table writes them.\n"_s;
        text += u"struct "_s + m_model.name + u"\n{\n";
        for (const MemberModel &one : m_model.members) {
            text += u"    "_s + one.type + u' ' + one.name + (one.initial.isEmpty() ? QString() : QString(u" = " + one.initial)) + u';';
            text += (one.remark.isEmpty() ? QString() : QString(u" ///< " + remark(one.remark))) + u'\n';
        }
        for (const AssociationModel &one : m_model.associations)
            text += u"    db::"_s + one.kind + u'<' + one.related + u"> " + one.member + u";\n";
        text += u"\n    static void describe(db::SchemaBuilder<"_s + m_model.name + u"> &schema);\n";
        if (m_model.hasKey())
            text += u"\n    static db::Changeset<%1> changeset(const %1 &row, const QVariantMap &params);\n"_s.arg(m_model.name);
        return text + u"};\n";
    }

    QString describe() const
    {
        QString text = u"void %1::describe(db::SchemaBuilder<%1> &schema)\n{\n    schema.table(\""_s.arg(m_model.name) + cppLiteral(m_model.table.name) + u"\");\n";
        for (const MemberModel &one : m_model.members)
            text += u"    schema."_s + call(one) + u";\n";
        for (const AssociationModel &one : m_model.associations) {
            if (one.key.isEmpty())
                text += u"    schema."_s + one.call + u";\n";
        }
        return text + u"}\n";
    }

    QString call(const MemberModel &one) const
    {
        for (const AssociationModel &association : m_model.associations) {
            if (association.key == one.name)
                return association.call;
        }
        const QString arguments = u"(\""_s + cppLiteral(one.column.name) + u"\", " + member(one.name);
        if (one.isTimestamp)
            return (one.column.name == u"inserted_at" ? u"insertedAt"_s : u"updatedAt"_s) + arguments + u", db::Type::" + one.storedAs + u')';
        QString text = (one.isKey ? u"primaryKey"_s : u"field"_s) + arguments + u')';
        if (!one.storedAs.isEmpty())
            text += u".as(db::Type::"_s + one.storedAs + u')';
        if (one.column.isGenerated)
            text += u".generated()";
        else if (one.isReadBack)
            text += u".readAfterWrites()";
        return text;
    }

    QString listOf(const QStringList &members) const
    {
        QStringList parts;
        for (const QString &name : members)
            parts.append(member(name));
        return u'{' + parts.join(u", ") + u'}';
    }

    QString changeset() const
    {
        QStringList cast;
        QStringList required;
        for (const MemberModel &one : m_model.members) {
            if (one.isCast())
                cast.append(one.name);
            if (one.isCast() && one.isRequired)
                required.append(one.name);
        }
        QStringList steps{u"db::cast(row, params, "_s + listOf(cast) + u')'};
        if (!required.isEmpty())
            steps.append(u".validateRequired("_s + listOf(required) + u')');
        steps += lengths() + uniques() + references() + checks();
        return u"db::Changeset<%1> %1::changeset(const %1 &row, const QVariantMap &params)\n{\n    return "_s.arg(m_model.name) + steps.join(u"\n        ") + u";\n}\n";
    }

    QStringList lengths() const
    {
        constexpr qint64 longest = 65535; // what a column says that is no text without a limit
        QStringList steps;
        for (const MemberModel &one : m_model.members) {
            const qint64 size = one.column.size.value_or(longest);
            if (one.isCast() && one.column.type == db::Type::String && size < longest && one.type.contains(u"QString"))
                steps.append(u".validateLength(%1, {.max = %2, .count = db::Length::Count::Codepoints})"_s.arg(member(one.name)).arg(size));
        }
        return steps;
    }

    /// The names of the members for columns, as far as they have some.
    QStringList membersFor(const QStringList &columns) const
    {
        QStringList names;
        for (const QString &column : columns) {
            if (const MemberModel *found = m_model.find(column))
                names.append(found->name);
        }
        return names;
    }

    QString named(const QString &name, const QString &usual) const
    {
        return name.isEmpty() || name == usual ? QString() : QString(u", {.name = " + literal(name) + u'}');
    }

    QStringList uniques() const
    {
        QStringList steps;
        for (const db::IndexInfo &index : m_model.table.indexes) {
            const QStringList members = membersFor(index.columns);
            const bool isOwnKey = index.isPrimaryKey && std::none_of(m_model.members.begin(), m_model.members.end(), [](const MemberModel &one) { return one.isKey && one.isCast(); });
            if (!index.isUnique || members.isEmpty() || isOwnKey)
                continue;
            const QString usual = m_model.table.name + u'_' + index.columns.join(u'_') + u"_index";
            steps.append(u".uniqueConstraint("_s + (members.size() == 1 ? member(members.first()) : listOf(members)) + named(index.name.startsWith(u"sqlite_autoindex_") ? QString() : index.name, usual) + u')');
        }
        return steps;
    }

    QStringList references() const
    {
        QStringList steps;
        for (const db::ForeignKeyInfo &key : m_model.table.foreignKeys) {
            const QStringList members = membersFor(key.columns);
            if (!members.isEmpty())
                steps.append(u".foreignKeyConstraint("_s + member(members.first()) + named(key.name, m_model.table.name + u'_' + key.columns.first() + u"_fkey") + u')');
        }
        return steps;
    }

    QStringList checks() const
    {
        QStringList steps;
        for (const db::CheckInfo &check : m_model.table.checks) {
            const auto about = std::find_if(m_model.members.begin(), m_model.members.end(), [&](const MemberModel &one) { return check.expression.contains(one.column.name) && one.isCast(); });
            const bool isOfJson = check.expression.startsWith(u"json_valid(");
            if (about != m_model.members.end() && !check.name.isEmpty() && !isOfJson)
                steps.append(u".checkConstraint("_s + member(about->name) + u", " + literal(check.name) + u')');
        }
        return steps;
    }

    const StructModel &m_model;
    const QList<StructModel> &m_all;
    const StructPlace &m_place;
};

} // namespace

QList<SourceFile> structSources(const QList<StructModel> &structs, const StructPlace &place)
{
    QList<SourceFile> files;
    for (const StructModel &model : structs) {
        const StructSource source(model, structs, place);
        files.append({model.fileName + u".h", source.header()});
        files.append({model.fileName + u".cpp", source.source()});
    }
    return files;
}

} // namespace console
