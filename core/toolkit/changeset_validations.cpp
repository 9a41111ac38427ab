// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The rules that need no database. Messages and options are Ecto's.

#include "core/toolkit/changeset_core.h"
#include "core/toolkit/graphemes.h"

#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

bool isList(const QVariant &value)
{
    return value.typeId() == QMetaType::QVariantList || (value.typeId() == QMetaType::QJsonValue && value.toJsonValue().isArray());
}

bool isMap(const QVariant &value)
{
    return value.typeId() == QMetaType::QJsonValue && value.toJsonValue().isObject();
}

bool contains(const QVariantList &values, const QVariant &value, Type type)
{
    if (type == Type::String) // nothing else is cast to a text
        return values.contains(value);
    return std::any_of(values.begin(), values.end(), [&](const QVariant &one) {
        if (one == value)
            return true;
        const std::optional<QVariant> typed = castValue(type, one, type == Type::Enum ? QStringList{one.toString()} : QStringList());
        return typed && sameValue(type, *typed, value);
    });
}

int countOf(const QString &text, Length::Count count)
{
    switch (count) {
    case Length::Count::Graphemes:
        return graphemeCount(text);
    case Length::Count::Codepoints:
        return int(text.toUcs4().size());
    case Length::Count::Bytes:
        return int(text.toUtf8().size());
    }
    Q_UNREACHABLE();
}

/// The three complaints about one kind of value.
struct LengthTexts
{
    const char *is;
    const char *min;
    const char *max;
    const char *type;
};

constexpr LengthTexts characterTexts{QT_TRANSLATE_N_NOOP("db", "should be %{count} character(s)"),
                                     QT_TRANSLATE_N_NOOP("db", "should be at least %{count} character(s)"),
                                     QT_TRANSLATE_N_NOOP("db", "should be at most %{count} character(s)"), "string"};
constexpr LengthTexts byteTexts{QT_TRANSLATE_N_NOOP("db", "should be %{count} byte(s)"),
                                QT_TRANSLATE_N_NOOP("db", "should be at least %{count} byte(s)"),
                                QT_TRANSLATE_N_NOOP("db", "should be at most %{count} byte(s)"), "binary"};
constexpr LengthTexts listTexts{QT_TRANSLATE_N_NOOP("db", "should have %{count} item(s)"),
                                QT_TRANSLATE_N_NOOP("db", "should have at least %{count} item(s)"),
                                QT_TRANSLATE_N_NOOP("db", "should have at most %{count} item(s)"), "list"};
constexpr LengthTexts mapTexts{listTexts.is, listTexts.min, listTexts.max, "map"};

} // namespace

const QVariant *ChangesetCore::changedValue(const QString &field) const
{
    const QVariant *found = change(field);
    return found && !isNull(*found) ? found : nullptr;
}

bool ChangesetCore::isMissing(const QString &field) const
{
    for (const Association &association : schema().associations()) {
        if (association.name != field)
            continue;
        if (const AssociationChange *change = findAssociation(association))
            return change->kept().isEmpty();
        return association.rows(association.holder(data())).isEmpty();
    }
    const QVariant found = value(field);
    const QString *text = textIn(found);
    return text ? text->isEmpty() : isNull(found);
}

void ChangesetCore::note(const QString &field, const QByteArray &rule, const QVariantMap &options)
{
    m_validations.append({.field = field, .name = rule, .length = {}, .options = options});
}

/// Adds an error; options that its message brings along win over the rule's own.
void ChangesetCore::complain(const QString &field, const Message &message, const QVariantMap &options)
{
    if (message.options.isEmpty()) {
        addError({field, message.text, options});
        return;
    }
    QVariantMap merged = options;
    merged.insert(message.options);
    addError({field, message.text, merged});
}

void ChangesetCore::validateRequired(const QStringList &fields, const Message &message)
{
    m_required.append(fields);
    QList<FieldError> found;
    for (const QString &field : fields) {
        const bool hasError = std::any_of(m_errors.cbegin(), m_errors.cend(), [&](const FieldError &error) { return error.field == field; });
        if (hasError || !isMissing(field))
            continue;
        removeChange(field);
        QVariantMap options{{u"validation"_s, u"required"_s}};
        options.insert(message.options);
        found.append({field, message.text, options});
    }
    if (!found.isEmpty())
        m_errors = found + m_errors;
}

void ChangesetCore::validateLength(const QString &field, const Length &length)
{
    m_validations.append({.field = field, .name = "length"_ba, .length = length});
    const QVariant *value = changedValue(field);
    if (!value)
        return;
    const LengthTexts *texts = length.count == Length::Count::Bytes ? &byteTexts : &characterTexts;
    int count = 0;
    if (const QString *text = textIn(*value)) {
        count = countOf(*text, length.count);
    } else if (isList(*value)) {
        texts = &listTexts;
        count = int(value->toList().size());
    } else if (isMap(*value)) {
        texts = &mapTexts;
        count = int(value->toJsonValue().toObject().size());
    } else if (value->typeId() == QMetaType::QByteArray) {
        texts = &byteTexts;
        count = int(value->toByteArray().size());
    }
    const auto broken = [&](const char *text, const char *kind, int limit) {
        complain(field, length.message.isEmpty() ? Message(QByteArray(text), length.message.options) : length.message,
                 {{u"count"_s, limit}, {u"validation"_s, u"length"_s}, {u"kind"_s, QLatin1StringView(kind)}, {u"type"_s, QLatin1StringView(texts->type)}});
    };
    if (length.is && count != *length.is)
        broken(texts->is, "is", *length.is);
    else if (length.min && count < *length.min)
        broken(texts->min, "min", *length.min);
    else if (length.max && count > *length.max)
        broken(texts->max, "max", *length.max);
}

void ChangesetCore::validateNumber(const QString &field, const Number &number)
{
    note(field, "number"_ba);
    const QVariant *changed = changedValue(field);
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
        const char *kind;
    };
    const Check checks[] = {
        {number.lessThan, [](const Decimal &a, const Decimal &b) { return a < b; }, QT_TRANSLATE_NOOP("db", "must be less than %{number}"), "less_than"},
        {number.greaterThan, [](const Decimal &a, const Decimal &b) { return a > b; }, QT_TRANSLATE_NOOP("db", "must be greater than %{number}"), "greater_than"},
        {number.lessThanOrEqualTo, [](const Decimal &a, const Decimal &b) { return a <= b; }, QT_TRANSLATE_NOOP("db", "must be less than or equal to %{number}"), "less_than_or_equal_to"},
        {number.greaterThanOrEqualTo, [](const Decimal &a, const Decimal &b) { return a >= b; }, QT_TRANSLATE_NOOP("db", "must be greater than or equal to %{number}"), "greater_than_or_equal_to"},
        {number.equalTo, [](const Decimal &a, const Decimal &b) { return a == b; }, QT_TRANSLATE_NOOP("db", "must be equal to %{number}"), "equal_to"},
        {number.notEqualTo, [](const Decimal &a, const Decimal &b) { return !(a == b); }, QT_TRANSLATE_NOOP("db", "must be not equal to %{number}"), "not_equal_to"},
    };
    for (const Check &check : checks) {
        if (!check.bound || check.holds(value, *check.bound))
            continue;
        complain(field, number.message.isEmpty() ? Message(QByteArray(check.message), number.message.options) : number.message,
                 {{u"number"_s, check.bound->toString()}, {u"validation"_s, u"number"_s}, {u"kind"_s, QLatin1StringView(check.kind)}});
        return;
    }
}

void ChangesetCore::validateFormat(const QString &field, const QRegularExpression &pattern, const Message &message)
{
    note(field, "format"_ba, {{u"pattern"_s, pattern.pattern()}});
    const QVariant *value = changedValue(field);
    if (value && !pattern.match(value->toString()).hasMatch())
        complain(field, message, {{u"validation"_s, u"format"_s}});
}

void ChangesetCore::validateInclusion(const QString &field, const QVariantList &values, const Message &message)
{
    note(field, "inclusion"_ba, {{u"enum"_s, values}});
    const QVariant *value = changedValue(field);
    if (value && !contains(values, *value, schema().findField(field)->type))
        complain(field, message, {{u"validation"_s, u"inclusion"_s}, {u"enum"_s, values}});
}

void ChangesetCore::validateExclusion(const QString &field, const QVariantList &values, const Message &message)
{
    note(field, "exclusion"_ba, {{u"enum"_s, values}});
    const QVariant *value = changedValue(field);
    if (value && contains(values, *value, schema().findField(field)->type))
        complain(field, message, {{u"validation"_s, u"exclusion"_s}, {u"enum"_s, values}});
}

void ChangesetCore::validateSubset(const QString &field, const QVariantList &values, const Message &message)
{
    note(field, "subset"_ba, {{u"enum"_s, values}});
    const QVariant *value = changedValue(field);
    if (!value)
        return;
    const QVariantList entries = value->toList();
    const bool isSubset = std::all_of(entries.begin(), entries.end(), [&](const QVariant &entry) { return values.contains(entry); });
    if (!isSubset)
        complain(field, message, {{u"validation"_s, u"subset"_s}, {u"enum"_s, values}});
}

void ChangesetCore::validateConfirmation(const QString &field, const Confirmation &confirmation)
{
    note(field, "confirmation"_ba);
    if (!m_hasParams)
        return;
    const QString repeated = field + u"_confirmation";
    if (!m_params.contains(repeated)) {
        if (confirmation.isRequired && m_params.contains(field))
            addError({repeated, QT_TRANSLATE_NOOP("db", "can't be blank"), {{u"validation"_s, u"required"_s}}});
        return;
    }
    if (m_params.value(repeated) == m_params.value(field))
        return;
    const Message usual = QT_TRANSLATE_NOOP("db", "does not match confirmation");
    complain(repeated, confirmation.message.isEmpty() ? usual : confirmation.message, {{u"validation"_s, u"confirmation"_s}});
}

void ChangesetCore::validateAcceptance(const QString &field, const Message &message)
{
    note(field, "acceptance"_ba);
    if (!m_hasParams)
        return;
    const std::optional<QVariant> accepted = castValue(Type::Boolean, m_params.value(field));
    if (!accepted || !accepted->toBool())
        complain(field, message, {{u"validation"_s, u"acceptance"_s}});
}

void ChangesetCore::validateChange(const QString &field, const Check &check, const QVariantMap &options)
{
    note(field, "change"_ba, options);
    const QVariant *value = changedValue(field);
    if (!value)
        return;
    if (const std::optional<Message> complaint = check(*value))
        complain(field, *complaint, options);
}

} // namespace db
