// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The one rule that asks the database.

#include "core/toolkit/changeset_core.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/sql_compiler.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

void ChangesetCore::unsafeValidateUnique(const QStringList &fields, Repo &repo, const UniqueCheck &check)
{
    note(fields.first(), "unsafe_unique"_ba, {{u"fields"_s, fields}});
    const bool changes = std::any_of(fields.begin(), fields.end(), [&](const QString &field) { return change(field) != nullptr; });
    const bool hasError = std::any_of(m_errors.begin(), m_errors.end(), [&](const FieldError &error) { return fields.contains(error.field); });
    if (!changes || hasError)
        return;
    QList<Cell> same;
    for (const QString &field : fields) {
        const QVariant wanted = value(field);
        if (check.nullsDistinct && isNull(wanted))
            return;
        same.append({field, {schema().findField(field)->type, wanted}});
    }
    QList<Cell> own;
    const QList<const Field *> keys = schema().primaryKeys();
    for (const Field *key : keys) {
        const QVariant part = key->read(data());
        if (!isNull(part))
            own.append({key->name, {key->type, part}});
    }
    bool isTaken = false;
    const Statement probe = SqlCompiler(repo.connection().dialect()).probe(schema().table(), same, own);
    const Result<void> asked = repo.connection().select(probe, [&](const RowReader &) {
        isTaken = true;
        return false;
    });
    if (!asked)
        refuse(asked.error());
    const Message usual = QT_TRANSLATE_NOOP("db", "has already been taken");
    if (isTaken)
        complain(check.errorOn.isEmpty() ? fields.first() : check.errorOn, check.message.isEmpty() ? usual : check.message,
                 {{u"validation"_s, u"unsafe_unique"_s}, {u"fields"_s, fields}});
}

} // namespace db
