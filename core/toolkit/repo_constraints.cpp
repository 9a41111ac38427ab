// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How the refusal of a database becomes errors on the fields of a changeset.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool sameColumns(const QStringList &left, const QStringList &right)
{
    return left.size() == right.size() && std::is_permutation(left.begin(), left.end(), right.begin());
}

} // namespace

/// Whether another row already holds the values of a declared unique index.
Result<bool> Repo::isTaken(const Constraint &constraint, const Schema &schema, const void *object)
{
    QueryCore query;
    query.schema = &schema;
    for (const QString &column : constraint.columns) {
        const QVariant value = schema.findField(column)->read(object);
        if (isNull(value))
            return false;
        query.addWhere(columnIs(schema, column, value));
    }
    // Not the row itself.
    Node::Ptr own;
    const QList<const Field *> keys = schema.primaryKeys();
    for (const Field *key : keys) {
        const QVariant value = key->read(object);
        if (isNull(value))
            return existsCore(query);
        const Node::Ptr same = columnIs(schema, key->name, value);
        own = own ? Node::make(Node::Kind::And, {own, same}) : same;
    }
    if (own)
        query.addWhere(Node::make(Node::Kind::Not, {own}));
    return existsCore(query);
}

/// Whether a declared foreign key points at nothing.
Result<bool> Repo::isDangling(const Constraint &constraint, const Schema &schema, const void *object)
{
    const QVariant value = schema.findField(constraint.columns.first())->read(object);
    const auto association = std::find_if(schema.associations().begin(), schema.associations().end(), [&](const Association &candidate) {
        return candidate.kind == Association::Kind::BelongsTo && candidate.ownerKey == constraint.columns.first();
    });
    if (isNull(value) || association == schema.associations().end())
        return false;
    const Schema &related = association->related->schema();
    QueryCore query;
    query.schema = &related;
    query.addWhere(columnIs(related, association->relatedKey, value));
    const Result<bool> exists = existsCore(query);
    return exists ? Result<bool>(!*exists) : exists;
}

Error Repo::explained(const Error &error, const ChangesetCore &changeset, const void *object)
{
    const Schema &schema = changeset.schema();
    const Violation violation = m_connection.lastViolation();
    ChangesetCore refused = changeset;
    const auto complain = [&](const Constraint &constraint) {
        refused.addError({constraint.field,
                          constraint.message.text,
                          {{u"constraint"_s, constraint.kindName()}, {u"constraint_name"_s, constraint.name}}});
    };
    // An engine stops at the first violation; the others are looked for, so that a person sees all of them at once. Such a
    // question may fail itself, as after a cancel: then what the engine said is all there is, and the error says why.
    std::optional<Error> unanswered;
    const auto holds = [&](const Result<bool> &answer) {
        if (!answer)
            unanswered = answer.error();
        return answer.value_or(false);
    };
    for (const Constraint &constraint : changeset.constraints()) {
        switch (constraint.kind) {
        case Constraint::Kind::Unique: {
            if (error.kind != Error::Kind::Unique)
                break;
            const bool reported = violation.constraint == constraint.name || sameColumns(violation.columns, constraint.columns);
            if (reported || holds(isTaken(constraint, schema, object)))
                complain(constraint);
            break;
        }
        case Constraint::Kind::ForeignKey:
            if (error.kind == Error::Kind::ForeignKey && object && holds(isDangling(constraint, schema, object)))
                complain(constraint);
            break;
        case Constraint::Kind::Check:
            if (error.kind == Error::Kind::Check && violation.constraint == constraint.name)
                complain(constraint);
            break;
        case Constraint::Kind::Association:
        case Constraint::Kind::Exclusion:
            break;
        case Constraint::Kind::NoAssociation:
            if (error.kind == Error::Kind::ForeignKey && changeset.action() == ChangesetCore::Action::Delete)
                complain(constraint);
            break;
        }
    }
    if (unanswered) {
        Error incomplete = error;
        incomplete.message += u"; which fields are to blame could not be found out: " + unanswered->message;
        return incomplete;
    }
    if (error.kind == Error::Kind::NotNull && !violation.columns.isEmpty() && schema.findField(violation.columns.first()))
        refused.addError({violation.columns.first(), QT_TRANSLATE_NOOP("db", "can't be blank"), {{u"validation"_s, u"required"_s}}});
    return refused.isValid() ? error : Error::invalid(refused);
}

} // namespace db
