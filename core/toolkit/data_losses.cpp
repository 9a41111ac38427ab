// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/data_losses.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = DataLoss::Kind;

using Parts = QList<SqlPart>;

/// A name as it stands in a statement, "s"."T" for example.
struct WrittenName
{
    QString sql;
    QString shown; ///< without quotes
};

/// Goes through a statement.
class Reading
{
public:
    Reading(const QString &sql, Repo &repo)
        : m_parts(partsOf(sql, repo.connection().url().engine())) { }

    bool isAtEnd() const { return m_at >= m_parts.size(); }
    bool isAt(QStringView keyword) const { return !isAtEnd() && m_parts.at(m_at).is(keyword); }
    bool isAtAny(const QStringList &keywords) const
    {
        return std::any_of(keywords.begin(), keywords.end(), [this](const QString &keyword) { return isAt(keyword); });
    }
    /// Goes behind these words, if they are here; each alone may be missing.
    void passWords(const QStringList &keywords)
    {
        for (const QString &keyword : keywords)
            m_at += isAt(keyword) ? 1 : 0;
    }
    bool passSymbol(QChar symbol)
    {
        const bool isHere = !isAtEnd() && m_parts.at(m_at).isSymbol(symbol);
        m_at += isHere ? 1 : 0;
        return isHere;
    }
    void passPart() { ++m_at; }
    /// Goes behind the next comma outside of brackets, or to the end.
    void passClause()
    {
        for (int depth = 0; !isAtEnd(); ++m_at) {
            const SqlPart &part = m_parts.at(m_at);
            depth += part.isSymbol(u'(') ? 1 : part.isSymbol(u')') ? -1
                                                                   : 0;
            if (depth == 0 && part.isSymbol(u',')) {
                ++m_at;
                return;
            }
        }
    }
    WrittenName name()
    {
        WrittenName found;
        while (!isAtEnd() && m_parts.at(m_at).canBeName()) {
            found.sql += m_parts.at(m_at).text;
            found.shown += m_parts.at(m_at).name();
            ++m_at;
            if (!passSymbol(u'.'))
                break;
            found.sql += u'.';
            found.shown += u'.';
        }
        return found;
    }
    /// Names between commas.
    QList<WrittenName> names()
    {
        QList<WrittenName> found;
        do {
            passWords({u"ONLY"_s});
            found.append(name());
            passSymbol(u'*');
        } while (passSymbol(u','));
        return found;
    }

private:
    Parts m_parts;
    qsizetype m_at = 0;
};

/// Counts what is lost. Names are as they stand in SQL.
class Counting
{
public:
    explicit Counting(Repo &repo)
        : m_repo(repo) { }

    QList<DataLoss> losses;

    void add(Kind kind, const WrittenName &table, const WrittenName &column = {})
    {
        const QString what = column.sql.isEmpty() ? u"*"_s : column.sql;
        qint64 count = -1;
        // A table that is not there would end PostgreSQL's transaction.
        static_cast<void>(m_repo.transaction(Nested::Savepoint, [&] {
            return m_repo.connection().select({.sql = u"SELECT count(" + what + u") FROM " + table.sql}, [&](const RowReader &row) {
                count = row.readInteger(0).value_or(0);
                return true;
            });
        }));
        if (count >= 0)
            losses.append({.kind = kind, .table = table.shown, .column = column.shown, .count = count});
    }
    WrittenName quoted(const QString &name) { return {m_repo.connection().dialect().quoted(name), name}; }

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
        Reading reading(operation.up, m_repo);
        if (reading.isAt(u"ALTER")) {
            reading.passPart();
            countAlteration(reading);
        } else if (reading.isAt(u"TRUNCATE")) {
            reading.passWords({u"TRUNCATE"_s, u"TABLE"_s});
            for (const WrittenName &table : reading.names())
                add(Kind::Rows, table);
        } else if (reading.isAt(u"DROP")) {
            reading.passPart();
            if (!reading.isAtAny({u"TABLE"_s, u"TABLES"_s}))
                return;
            reading.passPart();
            reading.passWords({u"IF"_s, u"EXISTS"_s});
            for (const WrittenName &table : reading.names())
                add(Kind::Table, table);
        }
    }
    template <typename Other>
    void count(const Other &)
    { }

private:
    /// What is removed by `ALTER TABLE`, from behind its first word on.
    void countAlteration(Reading &reading)
    {
        // What else a table may be rid of.
        static const QStringList noColumns{u"CONSTRAINT"_s, u"INDEX"_s, u"KEY"_s, u"PRIMARY"_s, u"FOREIGN"_s, u"CHECK"_s, u"PARTITION"_s, u"SYSTEM"_s, u"PERIOD"_s};
        reading.passWords({u"ONLINE"_s, u"IGNORE"_s});
        if (!reading.isAt(u"TABLE"))
            return;
        reading.passWords({u"TABLE"_s, u"IF"_s, u"EXISTS"_s, u"ONLY"_s});
        const WrittenName table = reading.name();
        reading.passSymbol(u'*');
        for (; !reading.isAtEnd(); reading.passClause()) {
            if (!reading.isAt(u"DROP"))
                continue;
            reading.passPart();
            if (reading.isAtAny(noColumns))
                continue;
            reading.passWords({u"COLUMN"_s, u"IF"_s, u"EXISTS"_s});
            add(Kind::Column, table, reading.name());
        }
    }

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

WrittenName emptiedBy(const QString &sql, Repo &repo)
{
    Reading reading(sql, repo);
    if (!reading.isAtAny({u"DELETE"_s, u"WITH"_s}))
        return {};
    while (!reading.isAtEnd() && !reading.isAt(u"DELETE"))
        reading.passPart();
    reading.passWords({u"DELETE"_s, u"FROM"_s, u"ONLY"_s});
    return reading.name();
}

} // namespace

QList<DataLoss> lossesOf(const Operation &operation, Repo &repo)
{
    Counting counting(repo);
    std::visit([&counting](const auto &alternative) { counting.count(alternative); }, operation);
    return counting.losses;
}

QString deletesFrom(const QString &sql, Repo &repo)
{
    return emptiedBy(sql, repo).shown;
}

qint64 rowsWhereDeleted(const QString &sql, Repo &repo)
{
    Counting counting(repo);
    counting.add(DataLoss::Kind::Rows, emptiedBy(sql, repo));
    return counting.losses.isEmpty() ? 0 : counting.losses.first().count;
}

} // namespace db
