// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_table_parts.h"

#include "core/toolkit/dialects/sqlite_tokens.h"

#include <algorithm>

namespace db {

namespace {

using Place = SqliteTableParts::Place;
using Rule = SqliteTableParts::Rule;
using Column = SqliteTableParts::Column;

/// Goes through the tokens of a CREATE TABLE. What does not fit makes it broken.
class Reader
{
public:
    explicit Reader(const QString &sql)
        : m_sql(sql), m_tokens(sqliteTokens(sql)) { }

    std::optional<SqliteTableParts> table()
    {
        SqliteTableParts table;
        expect("create");
        expect("table");
        table.name = {m_at < m_tokens.size() ? m_tokens.at(m_at).begin : 0, 0};
        nameHere();
        table.name.end = endBefore();
        expect("(");
        while (!m_isBroken && !is(")")) {
            if (beginsTableRule())
                table.rules.append(tableRule());
            else if (table.rules.isEmpty())
                table.columns.append(column());
            else
                m_isBroken = true;
            if (is(",")) {
                table.commas.append(m_tokens.at(m_at).begin);
                ++m_at;
            }
        }
        expect(")");
        for (; m_at < m_tokens.size(); ++m_at)
            table.hasRowNumbers = table.hasRowNumbers && !is("without");
        return m_isBroken || table.columns.isEmpty() ? std::nullopt : std::optional(table);
    }

private:
    bool is(const char *word, qsizetype ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens.at(m_at + ahead).is(QLatin1StringView(word));
    }
    bool isAny(std::initializer_list<const char *> words) const
    {
        return std::any_of(words.begin(), words.end(), [this](const char *word) { return is(word); });
    }
    bool accept(const char *word)
    {
        const bool isHere = is(word);
        m_at += isHere ? 1 : 0;
        return isHere;
    }
    void expect(const char *word) { m_isBroken = !accept(word) || m_isBroken; }
    bool isAtEnd() const { return m_at >= m_tokens.size() || isAny({",", ")"}); }
    /// The end of what has been passed.
    qsizetype endBefore() const { return m_at > 0 ? m_tokens.at(m_at - 1).end : 0; }
    qsizetype blanksHere() const { return m_at < m_tokens.size() ? m_tokens.at(m_at).blanks : m_sql.size(); }

    QString nameHere()
    {
        if (isAtEnd() || is("(")) {
            m_isBroken = true;
            return {};
        }
        return m_tokens.at(m_at++).text;
    }
    /// Passes what stands in parentheses, and tells the first word of each of its parts.
    QStringList group()
    {
        QStringList names;
        const qsizetype behind = is("(") ? behindGroup(m_tokens, m_at) : m_at;
        if (behind == m_at || !m_tokens.at(behind - 1).is(QLatin1StringView(")"))) {
            m_isBroken = true;
            return names;
        }
        int depth = 0;
        for (; m_at < behind; ++m_at) {
            depth += is("(") ? 1 : is(")") ? -1
                                           : 0;
            if (depth == 1 && (is("(") || is(",")) && m_at + 1 < behind)
                names.append(m_tokens.at(m_at + 1).text);
        }
        return names;
    }

    bool beginsTableRule() const { return isAny({"constraint", "primary", "unique", "check", "foreign"}); }
    bool beginsColumnRule() const
    {
        return isAny({"constraint", "primary", "not", "null", "unique", "check", "default", "collate", "references", "as"}) || (is("generated") && is("always", 1));
    }
    QString ruleName()
    {
        QString name;
        while (!m_isBroken && accept("constraint"))
            name = nameHere();
        return name;
    }

    Column column()
    {
        Column column{.place = {blanksHere(), 0}};
        column.name = nameHere();
        column.typePlace = {endBefore(), endBefore()};
        if (!m_isBroken && !isAtEnd() && !is("(") && !beginsColumnRule()) {
            column.typePlace.begin = blanksHere();
            const qsizetype first = m_tokens.at(m_at).begin;
            while (!isAtEnd() && !is("(") && !beginsColumnRule())
                ++m_at;
            if (is("("))
                group();
            column.typePlace.end = endBefore();
            column.type = m_sql.mid(first, endBefore() - first);
        }
        while (!m_isBroken && !isAtEnd())
            column.rules.append(columnRule());
        column.place.end = endBefore();
        return column;
    }

    Rule columnRule()
    {
        Rule rule{.place = {blanksHere(), 0}};
        rule.name = ruleName();
        if (accept("primary")) {
            rule.kind = Rule::Kind::PrimaryKey;
            expect("key");
            rule.isDescending = is("desc");
            m_at += isAny({"asc", "desc"}) ? 1 : 0;
            passConflict();
            rule.counts = accept("autoincrement");
        } else if (accept("not") || is("null")) {
            rule.kind = Rule::Kind::Nullability;
            expect("null");
        } else if (accept("unique")) {
            rule.kind = Rule::Kind::Unique;
        } else if (accept("check")) {
            rule.kind = Rule::Kind::Check;
            group();
        } else if (accept("default")) {
            rule.kind = Rule::Kind::Default;
            passDefault();
        } else if (accept("collate")) {
            rule.kind = Rule::Kind::Collation;
            nameHere();
        } else if (is("references")) {
            rule.kind = Rule::Kind::Reference;
            passReference();
        } else {
            rule.kind = Rule::Kind::Generation;
            if (accept("generated"))
                expect("always");
            expect("as");
            group();
            m_at += isAny({"stored", "virtual"}) ? 1 : 0;
        }
        passConflict();
        rule.place.end = endBefore();
        return rule;
    }

    Rule tableRule()
    {
        Rule rule{.place = {blanksHere(), 0}};
        rule.name = ruleName();
        if (accept("primary")) {
            rule.kind = Rule::Kind::PrimaryKey;
            expect("key");
            const qsizetype open = m_at;
            rule.columns = group();
            rule.counts = std::any_of(m_tokens.begin() + open, m_tokens.begin() + m_at, [](const SqliteToken &token) { return token.is(QLatin1StringView("autoincrement")); });
        } else if (accept("unique")) {
            rule.kind = Rule::Kind::Unique;
            rule.columns = group();
        } else if (accept("check")) {
            rule.kind = Rule::Kind::Check;
            group();
        } else {
            rule.kind = Rule::Kind::Reference;
            expect("foreign");
            expect("key");
            rule.columns = group();
            passReference();
        }
        passConflict();
        rule.place.end = endBefore();
        return rule;
    }

    void passConflict()
    {
        if (is("on") && is("conflict", 1))
            m_at = qMin(m_at + 3, m_tokens.size());
    }
    /// A number or a blob has several tokens without blanks between them.
    void passDefault()
    {
        if (is("(")) {
            group();
            return;
        }
        m_at += isAny({"+", "-"}) ? 1 : 0;
        nameHere();
        while (!m_isBroken && !isAtEnd() && !m_tokens.at(m_at - 1).isQuoted && m_tokens.at(m_at).begin == endBefore())
            ++m_at;
    }
    void passReference()
    {
        expect("references");
        nameHere();
        if (is("("))
            group();
        while (!m_isBroken) {
            if (is("on") && (is("delete", 1) || is("update", 1)))
                m_at += is("set", 2) || is("no", 2) ? 4 : 3;
            else if (isAny({"match", "initially"}))
                m_at += 2;
            else if (is("deferrable") || (is("not") && is("deferrable", 1)))
                m_at += is("not") ? 2 : 1;
            else
                break;
        }
        m_isBroken = m_isBroken || m_at > m_tokens.size();
        m_at = qMin(m_at, m_tokens.size());
    }

    const QString &m_sql;
    QList<SqliteToken> m_tokens;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

} // namespace

const Rule *Column::find(Rule::Kind kind) const
{
    const auto found = std::find_if(rules.cbegin(), rules.cend(), [kind](const Rule &rule) { return rule.kind == kind; });
    return found == rules.cend() ? nullptr : &*found;
}

QStringList SqliteTableParts::key() const
{
    for (const Rule &rule : rules) {
        if (rule.kind == Rule::Kind::PrimaryKey)
            return rule.columns;
    }
    for (const Column &column : columns) {
        if (column.find(Rule::Kind::PrimaryKey))
            return {column.name};
    }
    return {};
}

bool SqliteTableParts::counts() const
{
    const auto counting = [](const Rule &rule) { return rule.counts; };
    return std::any_of(rules.begin(), rules.end(), counting)
        || std::any_of(columns.begin(), columns.end(), [&](const Column &column) { return std::any_of(column.rules.begin(), column.rules.end(), counting); });
}

// https://www.sqlite.org/lang_createtable.html#rowid
bool SqliteTableParts::hasNumberedKey() const
{
    const QStringList names = key();
    const Column *column = hasRowNumbers && names.size() == 1 ? findColumn(names.first()) : nullptr;
    const Rule *own = column ? column->find(Rule::Kind::PrimaryKey) : nullptr;
    return column && column->type.compare(QLatin1StringView("INTEGER"), Qt::CaseInsensitive) == 0 && !(own && own->isDescending);
}

const Column *SqliteTableParts::findColumn(QStringView columnName) const
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(), [columnName](const Column &column) { return areSqliteNamesSame(column.name, columnName); });
    return found == columns.cend() ? nullptr : &*found;
}

std::optional<SqliteTableParts> takeApart(const QString &sql)
{
    return Reader(sql).table();
}

} // namespace db
