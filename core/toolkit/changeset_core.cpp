// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/changeset_core.h"

#include "core/toolkit/changeset.h"
#include "core/toolkit/graphemes.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// What cast() takes for "nothing was entered": Ecto's default, text of nothing but white space.
bool isBlank(const QVariant &input, Type type)
{
    if (input.typeId() != QMetaType::QString)
        return false;
    const QString text = input.toString();
    return type == Type::Binary ? text.isEmpty() : text.trimmed().isEmpty();
}

bool isMissing(const QVariant &value)
{
    return isNull(value) || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

} // namespace

QString FieldError::text() const
{
    QString result = QString::fromUtf8(message);
    for (auto option = options.cbegin(); option != options.cend(); ++option)
        result.replace(u"%{"_s + option.key() + u'}', option.value().toString());
    return result;
}

QStringList ChangesetCore::errorsOn(QStringView field) const
{
    QStringList texts;
    for (const FieldError &error : m_errors) {
        if (error.field == field)
            texts.append(error.text());
    }
    return texts;
}

QMap<QString, QStringList> ChangesetCore::traverseErrors(const std::function<QString(const FieldError &)> &translate) const
{
    QMap<QString, QStringList> texts;
    for (const FieldError &error : m_errors)
        texts[error.field].append(translate(error));
    return texts;
}

void ChangesetCore::cast(const Params &params, const QList<MemberKey> &permitted, const QVariantMap &defaults)
{
    m_params = params;
    for (const MemberKey member : permitted) {
        const Field &field = m_schema->field(member);
        const auto given = params.constFind(field.name);
        if (given == params.constEnd())
            continue;
        if (isBlank(*given, field.type)) {
            put(field.name, defaults.value(field.name));
            continue;
        }
        if (const std::optional<QVariant> value = field.cast(*given))
            put(field.name, *value);
        else
            m_errors.append({field.name, QT_TRANSLATE_NOOP("db", "is invalid"), {{u"validation"_s, u"cast"_s}}});
    }
}

void ChangesetCore::put(const QString &field, const QVariant &value)
{
    const Type type = m_schema->findField(field)->type;
    const QVariant fitting = truncatedTo(type, value);
    if (sameValue(type, fitting, m_current.value(field)))
        m_changes.remove(field);
    else
        m_changes.insert(field, fitting);
}

void ChangesetCore::force(const QString &field, const QVariant &value)
{
    m_changes.insert(field, truncatedTo(m_schema->findField(field)->type, value));
}

void ChangesetCore::putAssociation(const AssociationChange &change)
{
    m_associations.removeIf([&](const AssociationChange &other) { return other.member == change.member; });
    const bool same = change.before.size() == change.after.size()
        && std::all_of(change.after.begin(), change.after.end(), [&](const QVariant &key) { return change.before.contains(key); });
    if (!same)
        m_associations.append(change);
}

void ChangesetCore::refuseLostNulls(const void *object)
{
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        const Field &field = *m_schema->findField(change.key());
        if (!field.isVirtual && isNull(*change) && !isNull(field.read(object)))
            addError({field.name, QT_TRANSLATE_NOOP("db", "can't be blank"), {{u"validation"_s, u"required"_s}}});
    }
}

std::optional<QVariant> ChangesetCore::changedValue(const QString &field) const
{
    const auto found = m_changes.constFind(field);
    return found == m_changes.constEnd() || isNull(*found) ? std::nullopt : std::optional<QVariant>(*found);
}

void ChangesetCore::validateRequired(const QStringList &fields, const QByteArray &message)
{
    QList<FieldError> found;
    for (const QString &field : fields) {
        m_validations.append({.field = field, .isRequired = true, .length = {}});
        if (!errorsOn(field).isEmpty() || !isMissing(value(field)))
            continue;
        m_changes.remove(field);
        found.append({field, message, {{u"validation"_s, u"required"_s}}});
    }
    m_errors = found + m_errors;
}

void ChangesetCore::validateLength(const QString &field, const Length &length)
{
    m_validations.append({.field = field, .isRequired = false, .length = length});
    const std::optional<QVariant> value = changedValue(field);
    if (!value)
        return;
    const int count = graphemeCount(value->toString());
    const auto complain = [&](const char *message, const QString &kind, int limit) {
        addError({field, message, {{u"count"_s, limit}, {u"validation"_s, u"length"_s}, {u"kind"_s, kind}, {u"type"_s, u"string"_s}}});
    };
    if (length.is && count != *length.is)
        complain(QT_TRANSLATE_N_NOOP("db", "should be %{count} character(s)"), u"is"_s, *length.is);
    else if (length.min && count < *length.min)
        complain(QT_TRANSLATE_N_NOOP("db", "should be at least %{count} character(s)"), u"min"_s, *length.min);
    else if (length.max && count > *length.max)
        complain(QT_TRANSLATE_N_NOOP("db", "should be at most %{count} character(s)"), u"max"_s, *length.max);
}

void ChangesetCore::validateNumber(const QString &field, const Number &number)
{
    const std::optional<QVariant> changed = changedValue(field);
    if (!changed)
        return;
    const std::optional<QVariant> cast = castValue(Type::Decimal, *changed);
    if (!cast)
        return;
    const auto value = cast->value<Decimal>();
    struct Check
    {
        const std::optional<Decimal> &bound;
        bool (*holds)(const Decimal &, const Decimal &);
        const char *message;
        QString kind;
    };
    const Check checks[] = {
        {number.lessThan, [](const Decimal &a, const Decimal &b) { return a < b; }, QT_TRANSLATE_NOOP("db", "must be less than %{number}"), u"less_than"_s},
        {number.greaterThan, [](const Decimal &a, const Decimal &b) { return a > b; }, QT_TRANSLATE_NOOP("db", "must be greater than %{number}"), u"greater_than"_s},
        {number.lessThanOrEqualTo, [](const Decimal &a, const Decimal &b) { return a <= b; }, QT_TRANSLATE_NOOP("db", "must be less than or equal to %{number}"), u"less_than_or_equal_to"_s},
        {number.greaterThanOrEqualTo, [](const Decimal &a, const Decimal &b) { return a >= b; }, QT_TRANSLATE_NOOP("db", "must be greater than or equal to %{number}"), u"greater_than_or_equal_to"_s},
        {number.equalTo, [](const Decimal &a, const Decimal &b) { return a == b; }, QT_TRANSLATE_NOOP("db", "must be equal to %{number}"), u"equal_to"_s},
        {number.notEqualTo, [](const Decimal &a, const Decimal &b) { return !(a == b); }, QT_TRANSLATE_NOOP("db", "must be not equal to %{number}"), u"not_equal_to"_s},
    };
    for (const Check &check : checks) {
        if (!check.bound || check.holds(value, *check.bound))
            continue;
        addError({field, check.message, {{u"number"_s, check.bound->toString()}, {u"validation"_s, u"number"_s}, {u"kind"_s, check.kind}}});
        return;
    }
}

void ChangesetCore::validateFormat(const QString &field, const QRegularExpression &pattern, const QByteArray &message)
{
    const std::optional<QVariant> value = changedValue(field);
    if (value && !pattern.match(value->toString()).hasMatch())
        addError({field, message, {{u"validation"_s, u"format"_s}}});
}

void ChangesetCore::validateInclusion(const QString &field, const QVariantList &values, const QByteArray &message)
{
    const std::optional<QVariant> value = changedValue(field);
    if (value && !values.contains(*value))
        addError({field, message, {{u"validation"_s, u"inclusion"_s}, {u"enum"_s, values}}});
}

void ChangesetCore::validateExclusion(const QString &field, const QVariantList &values, const QByteArray &message)
{
    const std::optional<QVariant> value = changedValue(field);
    if (value && values.contains(*value))
        addError({field, message, {{u"validation"_s, u"exclusion"_s}, {u"enum"_s, values}}});
}

void ChangesetCore::validateConfirmation(const QString &field, const QByteArray &message)
{
    const QString confirmation = field + u"_confirmation";
    if (m_params.contains(confirmation) && m_params.value(confirmation) != m_params.value(field))
        addError({confirmation, message, {{u"validation"_s, u"confirmation"_s}}});
}

void ChangesetCore::validateChange(const QString &field, const std::function<std::optional<QByteArray>(const QVariant &)> &check,
                                   const QVariantMap &options)
{
    const std::optional<QVariant> value = changedValue(field);
    if (!value)
        return;
    if (const std::optional<QByteArray> complaint = check(*value))
        addError({field, *complaint, options});
}

QVariantMap valuesOf(const Schema &schema, const void *object)
{
    QVariantMap values;
    for (const Field &field : schema.fields())
        values.insert(field.name, field.read(object));
    return values;
}

} // namespace db
