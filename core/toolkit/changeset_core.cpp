// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/changeset_core.h"

#include "core/toolkit/type_name.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// What cast() takes for "nothing was entered": Ecto's default, text of nothing but white space.
bool isBlank(const QVariant &input, Type type)
{
    const QString *text = textIn(input);
    if (!text)
        return false;
    return type == Type::Binary ? text->isEmpty() : QStringView(*text).trimmed().isEmpty();
}

bool isSameRow(const Schema &schema, const void *left, const void *right)
{
    return std::all_of(schema.fields().begin(), schema.fields().end(),
                       [&](const Field &field) { return sameValue(field.type, field.read(left), field.read(right)); });
}

} // namespace

QVariant ChangesetCore::current(const QString &field) const
{
    const Field *known = schema().findField(field);
    return known ? known->read(m_data.get()) : QVariant();
}

QVariant ChangesetCore::value(const QString &field) const
{
    const QVariant *changed = change(field);
    return changed ? *changed : current(field);
}

QVariantMap ChangesetCore::changes() const
{
    QVariantMap values;
    for (const Change &change : m_changes)
        values.insert(change.field->name, change.value);
    return values;
}

qsizetype ChangesetCore::indexOf(const Field &field) const
{
    const auto found = std::find_if(m_changes.begin(), m_changes.end(), [&](const Change &change) { return change.field == &field; });
    return found == m_changes.end() ? -1 : found - m_changes.begin();
}

const QVariant *ChangesetCore::change(const Field &field) const
{
    const qsizetype index = indexOf(field);
    return index < 0 ? nullptr : &m_changes.at(index).value;
}

const QVariant *ChangesetCore::change(const QString &field) const
{
    const Field *known = schema().findField(field);
    return known ? change(*known) : nullptr;
}

QString ChangesetCore::nameOf(MemberKey member) const
{
    for (const Association &association : schema().associations()) {
        if (association.member == member)
            return association.name;
    }
    return schema().field(member).name;
}

const AssociationChange *ChangesetCore::findAssociation(const Association &association) const
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(),
                                    [&](const AssociationChange &change) { return change.association == &association; });
    return found == m_associations.end() ? nullptr : &*found;
}

void ChangesetCore::take(const Params &params)
{
    if (m_params.isEmpty())
        m_params = params;
    else
        m_params.insert(params);
    m_hasParams = true;
}

void ChangesetCore::cast(const Params &params, const QStringList &permitted, const CastOptions &options)
{
    take(params);
    std::shared_ptr<void> fresh;
    for (const QString &name : permitted) {
        if (const Field *field = schema().findField(name))
            cast(params, *field, options, fresh);
        else
            refuse(Error::refused(u"%1 has no field %2, which cast() permits"_s.arg(schema().table(), name), name));
    }
}

void ChangesetCore::cast(const Params &params, const QList<MemberKey> &permitted, const CastOptions &options)
{
    take(params);
    m_changes.reserve(permitted.size());
    std::shared_ptr<void> fresh;
    for (const MemberKey member : permitted) {
        if (const Field *field = schema().findField(member))
            cast(params, *field, options, fresh);
        else
            refuse(Error::refused(u"%1 of %2 is no field: castAssoc() changes it, not cast()"_s.arg(nameOf(member), schema().table()), nameOf(member)));
    }
}

void ChangesetCore::cast(const Params &params, const Field &field, const CastOptions &options, std::shared_ptr<void> &fresh)
{
    const auto given = params.constFind(field.name);
    if (given == params.constEnd())
        return;
    const bool isEmpty = options.emptyValues ? options.emptyValues->contains(*given) : isBlank(*given, field.type);
    if (isEmpty && !fresh)
        fresh = m_type->make();
    const std::optional<QVariant> value = isEmpty ? field.read(fresh.get()) : field.cast(*given);
    if (!value)
        m_errors.append({field.name, QT_TRANSLATE_NOOP("db", "is invalid"), {{u"validation"_s, u"cast"_s}, {u"type"_s, typeName(field.type)}}});
    else if (options.forceChanges)
        force(field, *value);
    else
        put(field, *value);
}

void ChangesetCore::put(const QString &field, const QVariant &value)
{
    if (const Field *found = changeable(field, "put()"))
        put(*found, value);
}

void ChangesetCore::put(const Field &field, const QVariant &value)
{
    const QVariant fitting = truncatedTo(field.type, value);
    if (sameValue(field.type, fitting, field.read(m_data.get())))
        removeChange(field.name);
    else
        setChange(field, fitting);
}

void ChangesetCore::force(const QString &field, const QVariant &value)
{
    if (const Field *found = changeable(field, "force()"))
        force(*found, value);
}

const Field *ChangesetCore::changeable(const QString &name, const char *by)
{
    const Field *field = schema().findField(name);
    if (!field)
        refuse(Error::refused(u"%1 has no field %2, which %3 changes"_s.arg(schema().table(), name, QLatin1StringView(by)), name));
    return field;
}

void ChangesetCore::force(const Field &field, const QVariant &value)
{
    setChange(field, truncatedTo(field.type, value));
}

void ChangesetCore::setChange(const Field &field, const QVariant &value)
{
    const qsizetype index = indexOf(field);
    if (index < 0)
        m_changes.append({&field, value});
    else
        m_changes[index].value = value;
}

void ChangesetCore::removeChange(const QString &field)
{
    m_changes.removeIf([&](const Change &change) { return change.field->name == field; });
}

void ChangesetCore::drop(const QString &field)
{
    removeChange(field);
    m_associations.removeIf([&](const AssociationChange &change) { return change.association->name == field; });
    m_hasValidChildren = true;
    for (const AssociationChange &change : std::as_const(m_associations)) {
        for (const auto &child : change.children)
            m_hasValidChildren = m_hasValidChildren && child->isValid();
    }
}

void ChangesetCore::merge(const ChangesetCore &other)
{
    if (&schema() != &other.schema() || !isSameRow(schema(), data(), other.data())) {
        refuse(Error::refused(u"Two changesets of %1 with different data cannot be merged"_s.arg(schema().table()), schema().table()));
        return;
    }
    m_params.insert(other.m_params);
    m_hasParams = m_hasParams || other.m_hasParams;
    for (const Change &change : other.m_changes)
        setChange(*change.field, change.value);
    m_errors.append(other.m_errors);
    m_constraints.append(other.constraints());
    m_required.append(other.m_required);
    m_required.removeDuplicates();
    m_validations.append(other.validations());
    m_prepares.append(other.m_prepares);
    m_locks.append(other.m_locks);
    m_mustBeUnchanged = m_mustBeUnchanged || other.m_mustBeUnchanged;
    if (other.m_refusal)
        refuse(*other.m_refusal);
    for (const AssociationChange &change : other.m_associations)
        setAssociation(change);
}

void ChangesetCore::declare(Constraint constraint)
{
    constraint.isNamed = !constraint.name.isEmpty();
    if (!constraint.isNamed) {
        const bool isForeignKey = constraint.kind == Constraint::Kind::ForeignKey || constraint.kind == Constraint::Kind::Association
            || constraint.kind == Constraint::Kind::NoAssociation;
        const QString suffix = isForeignKey ? u"_fkey"_s : constraint.kind == Constraint::Kind::Exclusion ? u"_exclusion"_s
                                                                                                          : u"_index"_s;
        const QString table = constraint.childTable.isEmpty() ? schema().table() : constraint.childTable;
        constraint.name = table + u'_' + constraint.columns.join(u'_') + suffix;
    }
    m_constraints.append(constraint);
}

void ChangesetCore::declare(const Association &association, Constraint constraint)
{
    constraint.field = association.name;
    if (constraint.kind == Constraint::Kind::NoAssociation) {
        constraint.childTable = association.related->schema().table();
        constraint.columns = {association.relatedKey};
    } else {
        constraint.columns = {association.ownerKey};
    }
    declare(constraint);
}

void ChangesetCore::refuse(const Error &error)
{
    // The first mistake explains those that follow from it.
    if (!m_refusal)
        m_refusal = error;
}

void ChangesetCore::refuseLostNulls(const void *object)
{
    for (const Field &field : schema().fields()) {
        const QVariant *value = change(field);
        if (value && !field.isVirtual && isNull(*value) && !isNull(field.read(object)))
            addError({field.name, QT_TRANSLATE_NOOP("db", "can't be blank"), {{u"validation"_s, u"required"_s}}});
    }
}

std::shared_ptr<void> ChangesetCore::applied() const
{
    std::shared_ptr<void> object = m_type->copy(m_data.get());
    applyTo(object.get());
    return object;
}

} // namespace db
