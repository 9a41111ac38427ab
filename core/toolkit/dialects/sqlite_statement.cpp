// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_statement.h"

#include "core/toolkit/dialect.h"
#include "core/toolkit/iso_time.h"
#include "core/toolkit/stored_text.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

NativeError lastError(sqlite3 *database)
{
    return {QString::number(sqlite3_extended_errcode(database)), QString::fromUtf8(sqlite3_errmsg(database))};
}

QByteArrayView textOf(sqlite3_stmt *statement, int column)
{
    // The bytes are asked for last: the text may have to be made first.
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return {text, sqlite3_column_bytes(statement, column)};
}

template <typename M>
std::optional<M> typed(const QVariant &value)
{
    return isNull(value) ? std::nullopt : std::optional<M>(value.value<M>());
}

} // namespace

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> SqliteStatement::prepare(sqlite3 *database, const QString &sql, const Dialect &dialect)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    if (sqlite3_prepare_v3(database, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, &rest) != SQLITE_OK)
        return tl::unexpected(lastError(database));
    std::unique_ptr<SqliteStatement> prepared(new SqliteStatement(statement, dialect));
    if (!statement || !QByteArray(rest).trimmed().isEmpty())
        return tl::unexpected(NativeError{QString::number(SQLITE_MISUSE), u"this is not one statement"_s});
    return prepared;
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

tl::expected<void, NativeError> SqliteStatement::start(const QList<Bind> &binds)
{
    if (binds.size() != sqlite3_bind_parameter_count(m_statement))
        return tl::unexpected(NativeError{QString::number(SQLITE_RANGE), u"the statement takes another number of values"_s});
    m_texts.clear();
    m_texts.reserve(std::size_t(binds.size()));
    for (int i = 0; i < binds.size(); ++i)
        bind(i + 1, binds.at(i));
    m_isFirst = true;
    return step();
}

tl::expected<void, NativeError> SqliteStatement::step()
{
    const int result = sqlite3_step(m_statement);
    m_hasRow = result == SQLITE_ROW;
    if (m_hasRow || result == SQLITE_DONE)
        return {};
    return tl::unexpected(lastError(sqlite3_db_handle(m_statement)));
}

tl::expected<bool, NativeError> SqliteStatement::next()
{
    // Behind the last row a step would run the statement again.
    if (!std::exchange(m_isFirst, false) && m_hasRow) {
        if (const auto stepped = step(); !stepped)
            return tl::unexpected(stepped.error());
    }
    return m_hasRow;
}

void SqliteStatement::finish()
{
    sqlite3_reset(m_statement);
    m_hasRow = false;
}

qint64 SqliteStatement::affected() const
{
    return sqlite3_changes64(sqlite3_db_handle(m_statement));
}

QVariant SqliteStatement::insertedId() const
{
    return qint64(sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement)));
}

void SqliteStatement::bind(int index, const Bind &bind)
{
    if (db::isNull(bind.value)) {
        sqlite3_bind_null(m_statement, index);
        return;
    }
    switch (bind.type) {
    case Type::Id:
    case Type::Integer:
        sqlite3_bind_int64(m_statement, index, bind.value.toLongLong());
        break;
    case Type::String:
    case Type::Enum:
        bindText(index, bind.value.toString().toUtf8());
        break;
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
        bindText(index, storedSeconds(bind.type, bind.value));
        break;
    default:
        bindRaw(index, m_dialect.toDriver(bind.type, bind.value));
    }
}

void SqliteStatement::bindRaw(int index, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        sqlite3_bind_null(m_statement, index);
        break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        sqlite3_bind_int64(m_statement, index, value.toLongLong());
        break;
    case QMetaType::Double:
        sqlite3_bind_double(m_statement, index, value.toDouble());
        break;
    case QMetaType::QByteArray: {
        const QByteArray &bytes = m_texts.emplace_back(value.toByteArray());
        // A null pointer would bind NULL.
        sqlite3_bind_blob64(m_statement, index, bytes.isEmpty() ? "" : bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
        break;
    }
    default:
        bindText(index, value.toString().toUtf8());
    }
}

void SqliteStatement::bindText(int index, const QByteArray &utf8)
{
    const QByteArray &text = m_texts.emplace_back(utf8);
    sqlite3_bind_text64(m_statement, index, text.constData(), sqlite3_uint64(text.size()), SQLITE_STATIC, SQLITE_UTF8);
}

QString SqliteStatement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement, column));
}

QString SqliteStatement::tableName(int column) const
{
    return QString::fromUtf8(sqlite3_column_table_name(m_statement, column));
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QVariant SqliteStatement::raw(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, column);
    case SQLITE_BLOB: {
        const void *bytes = sqlite3_column_blob(m_statement, column);
        return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column));
    }
    case SQLITE_TEXT:
        return QString::fromUtf8(textOf(m_statement, column));
    default:
        return {};
    }
}

QVariant SqliteStatement::unusual(int column, Type type) const
{
    return m_dialect.fromDriver(type, raw(column)).value_or(QVariant());
}

std::optional<qint64> SqliteStatement::integer(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_INTEGER)
        return sqlite3_column_int64(m_statement, column);
    return typed<qint64>(unusual(column, Type::Integer));
}

std::optional<double> SqliteStatement::floatingPoint(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_FLOAT)
        return sqlite3_column_double(m_statement, column);
    return typed<double>(unusual(column, Type::Float));
}

std::optional<bool> SqliteStatement::boolean(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_INTEGER)
        return sqlite3_column_int64(m_statement, column) != 0;
    return typed<bool>(unusual(column, Type::Boolean));
}

std::optional<QString> SqliteStatement::text(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_TEXT)
        return QString::fromUtf8(textOf(m_statement, column));
    return typed<QString>(unusual(column, Type::String));
}

std::optional<QDateTime> SqliteStatement::time(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT)
        return typed<QDateTime>(unusual(column, Type::UtcDatetime));
    QDateTime time = utcFromIso(textOf(m_statement, column));
    return time.isValid() ? std::optional<QDateTime>(std::move(time)) : std::nullopt;
}

} // namespace db
