// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_table_edit.h"

#include "core/toolkit/dialects/sqlite_tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

SqliteTableEdit::SqliteTableEdit(const QString &sql)
    : m_sql(sql)
{
    apply({});
}

// From the last place to the first, so that the places in front of each stay where they are.
void SqliteTableEdit::apply(QList<Change> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const Change &left, const Change &right) { return left.place.begin > right.place.begin; });
    for (const Change &change : std::as_const(changes))
        m_sql.replace(change.place.begin, change.place.end - change.place.begin, change.text);
    const auto parts = takeApart(m_sql);
    m_isValid = parts.has_value();
    if (parts)
        m_parts = *parts;
}

QList<SqliteTableEdit::Change> SqliteTableEdit::without(const Place &place) const
{
    const auto behind = std::lower_bound(m_parts.commas.begin(), m_parts.commas.end(), place.end);
    const bool isFirst = place.begin == m_parts.columns.first().place.begin;
    if (isFirst)
        return behind == m_parts.commas.end() ? QList<Change>{{place}} : QList<Change>{{place}, {{*behind, *behind + 1}}};
    const qsizetype comma = *(behind - 1); // behind the first column there is one
    const bool isItsOwn = std::none_of(m_parts.rules.begin(), m_parts.rules.end(), [&](const Rule &rule) { return rule.place.begin > comma && rule.place.end <= place.begin; });
    return isItsOwn ? QList<Change>{{place}, {{comma, comma + 1}}} : QList<Change>{{place}};
}

void SqliteTableEdit::addColumn(const QString &definition)
{
    insertBehind(m_parts.columns.last().place.end, u", "_s + definition);
}

bool SqliteTableEdit::removeColumn(const QString &name)
{
    const Column *column = m_parts.findColumn(name);
    if (column)
        apply(without(column->place));
    return column;
}

void SqliteTableEdit::addRule(const QString &definition)
{
    const Place &last = m_parts.rules.isEmpty() ? m_parts.columns.last().place : m_parts.rules.last().place;
    insertBehind(last.end, u", "_s + definition);
}

bool SqliteTableEdit::removeRules(const std::function<bool(const Rule &rule, const Column *column)> &isMeant)
{
    for (const Column &column : std::as_const(m_parts.columns)) {
        for (const Rule &rule : column.rules) {
            if (isMeant(rule, &column)) {
                apply({{rule.place}});
                return true;
            }
        }
    }
    for (const Rule &rule : std::as_const(m_parts.rules)) {
        if (isMeant(rule, nullptr)) {
            apply(without(rule.place));
            return true;
        }
    }
    return false;
}

bool SqliteTableEdit::removeRule(const QString &name)
{
    return removeRules([&](const Rule &rule, const Column *) { return areSqliteNamesSame(rule.name, name); });
}

bool SqliteTableEdit::removeForeignKey(const QString &name, const QStringList &columns)
{
    const auto isKey = [&](const Rule &rule, const Column *column, const QString &wanted) {
        const QStringList own = column ? QStringList{column->name} : rule.columns;
        return rule.kind == Rule::Kind::Reference && areSqliteNamesSame(rule.name, wanted)
            && (!wanted.isEmpty() || std::equal(own.begin(), own.end(), columns.begin(), columns.end(), areSqliteNamesSame));
    };
    return removeRules([&](const Rule &rule, const Column *column) { return isKey(rule, column, name); })
        || removeRules([&](const Rule &rule, const Column *column) { return isKey(rule, column, {}); });
}

bool SqliteTableEdit::removePrimaryKey()
{
    return removeRules([](const Rule &rule, const Column *) { return rule.kind == Rule::Kind::PrimaryKey; });
}

void SqliteTableEdit::modifyColumn(const QString &name, const QString &attributes, const QString &more)
{
    const Column *column = m_parts.findColumn(name);
    if (!column)
        return;
    QList<Change> changes;
    if (!more.isEmpty())
        changes.append({{column->place.end, column->place.end}, more});
    for (const Rule &rule : column->rules) {
        using Kind = Rule::Kind;
        if (rule.kind == Kind::Nullability || rule.kind == Kind::Default || rule.kind == Kind::Collation || rule.kind == Kind::Generation)
            changes.append({rule.place});
    }
    changes.append({column->typePlace, attributes});
    apply(changes);
}

} // namespace db
