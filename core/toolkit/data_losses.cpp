// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/data_losses.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = DataLoss::Kind;

/// A name as it stands in a statement.
const QString nameShape = u"(\"[^\"]+\"|`[^`]+`|\\[[^\\]]+\\]|[\\w.]+)"_s;

QString unquoted(const QString &name)
{
    const QChar first = name.at(0);
    return first == u'"' || first == u'`' || first == u'[' ? name.sliced(1, name.size() - 2) : name;
}

QRegularExpression shape(const QString &pattern)
{
    return QRegularExpression(pattern.arg(nameShape), QRegularExpression::CaseInsensitiveOption);
}

/// Counts what is lost. Names are as they stand in SQL.
class Counting
{
public:
    explicit Counting(Repo &repo)
        : m_repo(repo) { }

    QList<DataLoss> losses;

    void add(Kind kind, const QString &table, const QString &column = {})
    {
        const QString what = column.isEmpty() ? u"*"_s : column;
        qint64 count = -1;
        // A table that is not there would end PostgreSQL's transaction.
        static_cast<void>(m_repo.transaction(Nested::Savepoint, [&] {
            return m_repo.connection().select({.sql = u"SELECT count(" + what + u") FROM " + table}, [&](const RowReader &row) {
                count = row.readInteger(0).value_or(0);
                return true;
            });
        }));
        if (count >= 0)
            losses.append({.kind = kind, .table = unquoted(table), .column = column.isEmpty() ? column : unquoted(column), .count = count});
    }
    QString quoted(const QString &name) { return m_repo.connection().dialect().quoted(name); }

    void count(const DropTable &operation) { add(Kind::Table, quoted(operation.table)); }
    void count(const AlterTable &operation)
    {
        for (const ColumnChange &change : operation.changes) {
            using Change = ColumnChange::Kind;
            if (change.kind == Change::Remove || change.kind == Change::RemoveIfExists)
                add(Kind::Column, quoted(operation.table), quoted(change.column.name));
            if (change.kind == Change::Modify && isNarrower(change.column))
                add(Kind::NarrowedColumn, quoted(operation.table), quoted(change.column.name));
        }
    }
    void count(const Execute &operation)
    {
        static const QRegularExpression table = shape(u"\\bDROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?%1"_s);
        static const QRegularExpression emptied = shape(u"^\\s*TRUNCATE\\s+(?:TABLE\\s+)?(?:ONLY\\s+)?%1"_s);
        static const QRegularExpression altered = shape(u"^\\s*ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?%1"_s);
        static const QRegularExpression column = shape(u"\\bDROP\\s+COLUMN\\s+(?:IF\\s+EXISTS\\s+)?%1"_s);
        const QString &sql = operation.up;
        if (const auto match = table.match(sql); match.hasMatch())
            add(Kind::Table, match.captured(1));
        if (const auto match = emptied.match(sql); match.hasMatch())
            add(Kind::Rows, match.captured(1));
        if (const auto match = altered.match(sql); match.hasMatch()) {
            for (auto each = column.globalMatch(sql); each.hasNext();)
                add(Kind::Column, match.captured(1), each.next().captured(1));
        }
    }
    template <typename Other>
    void count(const Other &)
    { }

private:
    /// Whether values of before may not fit; where that is not told, only a text or a whole number is known to hold all.
    static bool isNarrower(const Column &column)
    {
        const Column *before = column.before.get();
        if (column.type == ColumnType::Text)
            return false;
        if (!before)
            return true;
        const bool isWider = before->type == ColumnType::Integer && column.type == ColumnType::BigInteger;
        if (before->type != column.type)
            return !isWider;
        if (column.type == ColumnType::String)
            return column.length < before->length;
        return column.type == ColumnType::Decimal && (column.precision - column.scale < before->precision - before->scale || column.scale < before->scale);
    }

    Repo &m_repo;
};

} // namespace

QList<DataLoss> lossesOf(const Operation &operation, Repo &repo)
{
    Counting counting(repo);
    std::visit([&counting](const auto &alternative) { counting.count(alternative); }, operation);
    return counting.losses;
}

QString deletesFrom(const QString &sql)
{
    static const QRegularExpression deletion = shape(u"^\\s*DELETE\\s+FROM\\s+(?:ONLY\\s+)?%1"_s);
    const QRegularExpressionMatch match = deletion.match(sql);
    return match.hasMatch() ? unquoted(match.captured(1)) : QString();
}

} // namespace db
