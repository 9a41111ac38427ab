// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Expressions as SQL.

#include "core/toolkit/sql_compiler.h"
#include "core/toolkit/sql_tokens.h"
#include "core/toolkit/window.h"

#include <string>

using namespace Qt::StringLiterals;

namespace db {

QString SqlCompiler::bind(Type type, const QVariant &value)
{
    m_binds.append({type, value});
    return u"?"_s;
}

QString SqlCompiler::column(const Node &node, const Scope &scope)
{
    for (const Scope *current = &scope; current; current = current->outer) {
        for (const Scope::Source &source : current->sources) {
            const bool meant = node.alias.isEmpty() ? source.schema == node.schema : source.alias == node.alias;
            if (meant)
                return source.sqlAlias + u'.' + m_dialect.quoted(node.column);
        }
    }
    const QString place = node.schema ? QString(node.schema->table() + u'.' + node.column) : node.column;
    refuse(u"The query uses %1, but does not join its table"_s.arg(place), place);
    return m_dialect.quoted(node.column);
}

/// An expression whose type the engine sees from what is around it: a value needs no cast there.
QString SqlCompiler::operand(const Node &node, const Scope &scope)
{
    return node.kind == Node::Kind::Value ? bind(node.type, node.value) : expression(node, scope);
}

QStringList SqlCompiler::expressions(const QList<Node::Ptr> &nodes, const Scope &scope)
{
    QStringList texts;
    for (const Node::Ptr &node : nodes)
        texts.append(expression(*node, scope));
    return texts;
}

QString SqlCompiler::binary(const Node &node, const Scope &scope, QStringView symbol)
{
    const QString left = operand(*node.arguments.at(0), scope);
    const QString right = operand(*node.arguments.at(1), scope);
    return u'(' + left + u' ' + symbol + u' ' + right + u')';
}

static bool isMoment(Type type)
{
    return type == Type::NaiveDatetime || type == Type::NaiveDatetimeUsec || type == Type::UtcDatetime || type == Type::UtcDatetimeUsec;
}

QString SqlCompiler::comparison(const Node &node, const Scope &scope, QStringView symbol)
{
    for (const Node::Ptr &side : node.arguments) {
        if (side->kind != Node::Kind::Value || !isNull(side->value))
            continue;
        const QString column = node.arguments.first()->column;
        refuse(u"%1 is compared with NULL, which no row passes: a value is missing, such as the key of a row that was not stored; "
               "isNull() asks for rows without one"_s.arg(column),
               column);
    }
    const auto [left, right] = sides(node, scope);
    return u'(' + left + u' ' + symbol + u' ' + right + u')';
}

/// Both sides of a comparison, as they are compared by value.
std::pair<QString, QString> SqlCompiler::sides(const Node &node, const Scope &scope)
{
    const Node &first = *node.arguments.at(0);
    const Node &second = *node.arguments.at(1);
    const QString left = operand(first, scope);
    const QString right = operand(second, scope);
    const bool areTimes = isMoment(first.type) && isMoment(second.type) && first.type != second.type;
    if (areTimes && !m_dialect.has(Dialect::Feature::ComparesMoments))
        return {m_dialect.castTo(Type::UtcDatetimeUsec, left), m_dialect.castTo(Type::UtcDatetimeUsec, right)};
    return {m_dialect.comparable(left, first.type), right};
}

QString SqlCompiler::arithmetic(const Node &node, const Scope &scope, char16_t symbol)
{
    const QString left = operand(*node.arguments.at(0), scope);
    const QString right = operand(*node.arguments.at(1), scope);
    return m_dialect.arithmetic(symbol, node.type, left, right);
}

QString SqlCompiler::choice(const Node &node, const Scope &scope)
{
    QString sql = u"CASE"_s;
    qsizetype i = 0;
    for (; i + 1 < node.arguments.size(); i += 2) {
        sql += u" WHEN " + expression(*node.arguments.at(i), scope);
        sql += u" THEN " + expression(*node.arguments.at(i + 1), scope);
    }
    if (i < node.arguments.size())
        sql += u" ELSE " + expression(*node.arguments.at(i), scope);
    return sql + u" END";
}

QString SqlCompiler::fragment(const Node &node, const Scope &scope)
{
    const std::string text = node.text.toStdString();
    QString sql;
    qsizetype arguments = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view token = sqlToken(text, at);
        sql += token == "?" ? expression(*node.arguments.at(arguments++), scope) : QString::fromUtf8(token.data(), qsizetype(token.size()));
        at += token.size();
    }
    return u'(' + sql + u')';
}

QString SqlCompiler::truncation(const Node &node, const Scope &scope)
{
    const qsizetype before = m_binds.size();
    const QString time = expression(*node.arguments.first(), scope);
    const QList<Bind> own = m_binds.mid(before);
    const QString sql = node.text.isEmpty() ? m_dialect.truncated(node.unit, time) : m_dialect.truncatedIn(node.text, node.unit, time);
    // Some dialects need the time more than once.
    const auto needed = qsizetype(valueMarks(sql.toStdString()));
    for (qsizetype marks = own.size(); marks > 0 && marks < needed; marks += own.size())
        m_binds.append(own);
    return sql;
}

static QString edge(const FrameEdge &edge, bool isStart)
{
    switch (edge.kind) {
    case FrameEdge::Kind::Unbounded:
        return isStart ? u"UNBOUNDED PRECEDING"_s : u"UNBOUNDED FOLLOWING"_s;
    case FrameEdge::Kind::Current:
        return u"CURRENT ROW"_s;
    case FrameEdge::Kind::Rows:
        return QString::number(std::abs(edge.rows)) + (edge.rows < 0 ? u" PRECEDING"_s : u" FOLLOWING"_s);
    }
    Q_UNREACHABLE();
}

QString SqlCompiler::window(const WindowCore &window, const Scope &scope)
{
    QStringList parts;
    QStringList partitions;
    for (const Node::Ptr &partition : window.partitions)
        partitions.append(m_dialect.comparable(expression(*partition, scope), partition->type));
    if (!partitions.isEmpty())
        parts.append(u"PARTITION BY "_s + partitions.join(u", "));
    QStringList terms;
    for (const Ordering &ordering : window.orderings) {
        const QString text = m_dialect.comparable(expression(*ordering.node, scope), ordering.node->type);
        terms.append(m_dialect.ordered(text, ordering.isDescending, true));
    }
    if (!terms.isEmpty())
        parts.append(u"ORDER BY "_s + terms.join(u", "));
    if (window.frame)
        parts.append(u"ROWS BETWEEN "_s + edge(window.frame->first, true) + u" AND " + edge(window.frame->second, false));
    return parts.join(u' ');
}

QString SqlCompiler::expression(const Node &node, const Scope &scope)
{
    const auto argument = [&](int index) { return expression(*node.arguments.at(index), scope); };
    const auto needle = [&] { return node.arguments.at(1)->value.toString(); };
    switch (node.kind) {
    case Node::Kind::Column:
        return column(node, scope);
    case Node::Kind::Value:
        return m_dialect.parameter(node.type, bind(node.type, node.value));
    case Node::Kind::And:
        return binary(node, scope, u"AND");
    case Node::Kind::Or:
        return binary(node, scope, u"OR");
    case Node::Kind::Not:
        return u"NOT ("_s + argument(0) + u')';
    case Node::Kind::Equal:
        return comparison(node, scope, u"=");
    case Node::Kind::NotEqual:
        return comparison(node, scope, u"<>");
    case Node::Kind::Less:
        return comparison(node, scope, u"<");
    case Node::Kind::LessOrEqual:
        return comparison(node, scope, u"<=");
    case Node::Kind::Greater:
        return comparison(node, scope, u">");
    case Node::Kind::GreaterOrEqual:
        return comparison(node, scope, u">=");
    case Node::Kind::IsNull:
        return u'(' + argument(0) + u" IS NULL)";
    case Node::Kind::IsSame: {
        const auto [left, right] = sides(node, scope);
        return m_dialect.isSame(left, right);
    }
    case Node::Kind::In: {
        const QString left = m_dialect.comparable(argument(0), node.type);
        return m_dialect.in(left, node.type, node.value.toList(), m_binds);
    }
    case Node::Kind::InQuery: {
        const QString left = argument(0);
        if (!node.query->limit && !node.query->offset)
            return left + u" IN (" + body(*node.query, &scope) + u')';
        // MariaDB takes no LIMIT inside of IN.
        return left + u" IN (SELECT * FROM (" + body(*node.query, &scope, Asked::NamedColumns) + u") AS found)";
    }
    case Node::Kind::Exists:
        return u"EXISTS ("_s + body(*node.query, &scope, Asked::Existence) + u')';
    case Node::Kind::Scalar:
        return u'(' + body(*node.query, &scope) + u')';
    case Node::Kind::Contains: {
        const QString text = argument(0);
        return m_dialect.contains(text, needle(), m_binds);
    }
    case Node::Kind::StartsWith: {
        const QString text = argument(0);
        return m_dialect.ilike(text, bind(Type::String, QString(escapedLike(needle()) + u'%')));
    }
    case Node::Kind::EndsWith: {
        const QString text = argument(0);
        return m_dialect.ilike(text, bind(Type::String, QString(u'%' + escapedLike(needle()))));
    }
    case Node::Kind::Like: {
        const QString text = argument(0);
        return m_dialect.like(text, operand(*node.arguments.at(1), scope));
    }
    case Node::Kind::ILike: {
        const QString text = argument(0);
        return m_dialect.ilike(text, operand(*node.arguments.at(1), scope));
    }
    case Node::Kind::Add:
        return arithmetic(node, scope, u'+');
    case Node::Kind::Subtract:
        return arithmetic(node, scope, u'-');
    case Node::Kind::Multiply:
        return arithmetic(node, scope, u'*');
    case Node::Kind::Divide:
        return arithmetic(node, scope, u'/');
    case Node::Kind::CountAll:
        return u"count(*)"_s;
    case Node::Kind::CountDistinct:
        return u"count(DISTINCT "_s + m_dialect.comparable(argument(0), node.arguments.first()->type) + u')';
    case Node::Kind::Call: {
        const Type of = node.arguments.isEmpty() ? node.type : node.arguments.first()->type;
        QStringList arguments = expressions(node.arguments, scope);
        if (!arguments.isEmpty())
            arguments.first() = m_dialect.comparable(arguments.first(), of);
        return m_dialect.function(node.text, of, arguments);
    }
    case Node::Kind::Case:
        return choice(node, scope);
    case Node::Kind::Cast:
        return m_dialect.castTo(node.type, argument(0));
    case Node::Kind::Concat:
        return m_dialect.concatenated(expressions(node.arguments, scope));
    case Node::Kind::Left: {
        const QString text = argument(0);
        return u"substr("_s + text + u", 1, " + operand(*node.arguments.at(1), scope) + u')';
    }
    case Node::Kind::Truncate:
        return truncation(node, scope);
    case Node::Kind::Later: {
        const QString time = argument(0);
        return m_dialect.later(time, node.value.toList().at(0).toLongLong(), node.value.toList().at(1).toLongLong(), m_binds);
    }
    case Node::Kind::Push: {
        const QString list = argument(0);
        return m_dialect.pushed(list, node.arguments.at(1)->type, node.arguments.at(1)->value, m_binds);
    }
    case Node::Kind::Pull: {
        const QString list = argument(0);
        return m_dialect.pulled(list, node.arguments.at(1)->type, node.arguments.at(1)->value, m_binds);
    }
    case Node::Kind::JsonText: {
        const QString document = argument(0);
        return m_dialect.jsonText(document, node.value.toList(), m_binds);
    }
    case Node::Kind::Fragment:
        return fragment(node, scope);
    case Node::Kind::Over: {
        const QString function = argument(0);
        return function + u" OVER (" + window(*node.window, scope) + u')';
    }
    }
    Q_UNREACHABLE();
}

} // namespace db
