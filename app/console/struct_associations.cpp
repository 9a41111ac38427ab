// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What foreign keys say of structs: addAssociations().

#include "app/console/struct_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

QString quoted(const QString &text)
{
    return u'"' + cppLiteral(text) + u'"';
}

QString memberOf(const StructModel &model, const QString &member)
{
    return u'&' + model.name + u"::" + member;
}

/// "author_id" is about an author; "owner" is about what its table holds.
QString subjectOf(const QString &column, const QString &table)
{
    QStringList words = wordsOf(column);
    if (words.size() > 1 && words.last() == u"id")
        words.removeLast();
    else
        words = {singular(table)};
    return words.join(u'_');
}

class Associations
{
public:
    Associations(QList<StructModel> &structs, const db::Catalogue &catalogue)
        : m_structs(structs), m_catalogue(catalogue) { }

    void add()
    {
        for (StructModel &model : m_structs) {
            for (const db::ForeignKeyInfo &key : std::as_const(model.table.foreignKeys))
                addOwner(model, key);
        }
        for (const db::TableInfo &table : m_catalogue.tables) {
            for (const db::ForeignKeyInfo &key : table.foreignKeys)
                addChildren(table, key);
            addManyToMany(table);
        }
    }

private:
    /// Rows without a key of one column cannot be preloaded.
    StructModel *find(const QString &table)
    {
        const auto found = std::find_if(m_structs.begin(), m_structs.end(), [&](const StructModel &model) { return model.table.name == table; });
        return found == m_structs.end() || !found->hasKey() ? nullptr : &*found;
    }

    /// Whether a foreign key is one column that holds what the column does that it refers to.
    bool isSimple(const db::TableInfo &table, const db::ForeignKeyInfo &key) const
    {
        const db::TableInfo *target = m_catalogue.findTable(key.referencedTable);
        if (!target || key.columns.size() != 1 || key.referencedColumns.size() != 1)
            return false;
        const db::ColumnInfo *here = table.findColumn(key.columns.first());
        const db::ColumnInfo *there = target->findColumn(key.referencedColumns.first());
        return here && there && here->type == there->type;
    }

    QString nameIn(StructModel &model, const QString &subject) { return model.names.member(subject, u"row"_s); }

    static QString textOf(const QString &member) { return quoted(wordsOf(member).join(u'_')); }

    void addOwner(StructModel &model, const db::ForeignKeyInfo &key)
    {
        StructModel *owner = find(key.referencedTable);
        if (!owner || !model.hasKey() || !isSimple(model.table, key))
            return;
        const auto member = std::find_if(model.members.begin(), model.members.end(), [&](const MemberModel &one) { return one.column.name == key.columns.first(); });
        const bool isFree = !member->isKey && !member->isTimestamp && !member->column.isGenerated && !member->isReadBack && member->ownerName.isEmpty();
        if (!isFree)
            return;
        const MemberModel *target = owner->find(key.referencedColumns.first());
        if (target->isKey && target->type.startsWith(u"db::")) {
            member->type = member->column.isNullable ? QString(u"std::optional<" + target->type + u'>') : target->type;
            member->initial.clear();
        }
        member->ownerName = nameIn(model, subjectOf(member->column.name, key.referencedTable));
        QString call = u"belongsTo(%1, %2, %3, %4)"_s.arg(textOf(member->ownerName), memberOf(model, member->ownerName), quoted(member->column.name), memberOf(model, member->name));
        if (target->column.name != u"id")
            call += u".references("_s + quoted(target->column.name) + u')';
        model.associations.append({.member = member->ownerName, .kind = u"BelongsTo"_s, .related = owner->name, .call = call, .key = member->name});
    }

    void addChildren(const db::TableInfo &table, const db::ForeignKeyInfo &key)
    {
        StructModel *owner = find(key.referencedTable);
        const StructModel *child = find(table.name);
        if (!owner || !child || !isSimple(table, key))
            return;
        const QString &column = key.columns.first();
        const QString &referenced = key.referencedColumns.first();
        const bool isKey = table.primaryKey() == key.columns;
        const bool isOne = isKey || std::any_of(table.indexes.begin(), table.indexes.end(), [&](const db::IndexInfo &index) { return index.isUnique && !index.isPartial && index.columns == key.columns; });
        const auto ways = std::count_if(table.foreignKeys.begin(), table.foreignKeys.end(), [&](const db::ForeignKeyInfo &one) { return one.referencedTable == key.referencedTable; });
        QString subject = isOne ? singular(table.name) : wordsOf(table.name).join(u'_');
        if (ways > 1)
            subject.prepend(subjectOf(column, column) + u'_');
        const QString member = nameIn(*owner, subject);
        const QString kind = isOne ? u"One"_s : u"Many"_s;
        QString call = u"has%1(%2, %3, %4)"_s.arg(kind, textOf(member), memberOf(*owner, member), quoted(column));
        if (owner->table.primaryKey().first() != referenced)
            call += u".references("_s + quoted(referenced) + u')';
        owner->associations.append({.member = member, .kind = u"Has"_s + kind, .related = child->name, .call = call});
    }

    /// A table of two columns that are foreign keys joins two others.
    void addManyToMany(const db::TableInfo &table)
    {
        if (table.columns.size() != 2 || table.foreignKeys.size() != 2)
            return;
        const db::ForeignKeyInfo &first = table.foreignKeys.first();
        const db::ForeignKeyInfo &second = table.foreignKeys.last();
        if (!isSimple(table, first) || !isSimple(table, second) || first.columns == second.columns)
            return;
        join(table, first, second);
        join(table, second, first);
    }

    void join(const db::TableInfo &table, const db::ForeignKeyInfo &here, const db::ForeignKeyInfo &there)
    {
        StructModel *model = find(here.referencedTable);
        const StructModel *other = find(there.referencedTable);
        if (!model || !other)
            return;
        const bool isItself = here.referencedTable == there.referencedTable;
        const QString member = nameIn(*model, isItself ? subjectOf(there.columns.first(), table.name) + u'_' + wordsOf(there.referencedTable).join(u'_') : wordsOf(there.referencedTable).join(u'_'));
        QString call = u"manyToMany(%1, %2, %3, %4, %5)"_s.arg(textOf(member), memberOf(*model, member), quoted(table.name), quoted(here.columns.first()), quoted(there.columns.first()));
        if (here.referencedColumns.first() != u"id" || there.referencedColumns.first() != u"id")
            call += u".references(%1, %2)"_s.arg(quoted(here.referencedColumns.first()), quoted(there.referencedColumns.first()));
        model->associations.append({.member = member, .kind = u"ManyToMany"_s, .related = other->name, .call = call});
    }

    QList<StructModel> &m_structs;
    const db::Catalogue &m_catalogue;
};

} // namespace

void addAssociations(QList<StructModel> &structs, const db::Catalogue &catalogue)
{
    Associations(structs, catalogue).add();
}

} // namespace console
