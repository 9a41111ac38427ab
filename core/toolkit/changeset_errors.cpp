// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What a changeset tells about itself: its errors, with those of its children, and its rules.

#include "core/toolkit/changeset_core.h"

#include <QDebug>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString optionText(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<Decimal>() ? value.value<Decimal>().toString() : value.toString();
}

} // namespace

QString FieldError::text() const
{
    // In one pass, so that a value that looks like a placeholder stays what it is.
    static const QRegularExpression placeholder(u"%\\{(\\w+)\\}"_s);
    const QString pattern = QString::fromUtf8(message);
    QString result;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const auto option = options.constFind(match.captured(1));
        result += pattern.mid(from, match.capturedStart() - from);
        result += option == options.constEnd() ? match.captured() : optionText(*option);
        from = match.capturedEnd();
    }
    return result + pattern.mid(from);
}

QDebug operator<<(QDebug debug, const FieldError &error)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << "db::FieldError(" << error.field << ' ' << error.text() << ')';
}

QString Constraint::kindName() const
{
    switch (kind) {
    case Kind::Unique:
        return u"unique"_s;
    case Kind::ForeignKey:
        return u"foreign"_s;
    case Kind::Check:
        return u"check"_s;
    case Kind::Exclusion:
        return u"exclusion"_s;
    case Kind::Association:
        return u"assoc"_s;
    case Kind::NoAssociation:
        return u"no_assoc"_s;
    }
    Q_UNREACHABLE();
}

bool Constraint::isNameOf(const QString &reported) const
{
    switch (match) {
    case Match::Exact:
        return reported == name;
    case Match::Suffix:
        return reported.endsWith(name);
    case Match::Prefix:
        return reported.startsWith(name);
    }
    Q_UNREACHABLE();
}

QList<FieldError> ChangesetCore::allErrors() const
{
    QList<FieldError> all = m_errors;
    for (const AssociationChange &change : m_associations) {
        const auto kept = change.kept();
        for (const auto &child : change.children) {
            const qsizetype position = kept.indexOf(child);
            QString path = change.association->name + u'.';
            if (!change.association->isToOne() && position >= 0)
                path += QString::number(position) + u'.';
            const QList<FieldError> errors = child->allErrors();
            for (FieldError error : errors) {
                error.field.prepend(path);
                all.append(error);
            }
        }
    }
    return all;
}

QStringList ChangesetCore::errorsOn(QStringView field) const
{
    QStringList texts;
    const QList<FieldError> errors = allErrors();
    for (const FieldError &error : errors) {
        if (error.field == field)
            texts.append(error.text());
    }
    return texts;
}

QMap<QString, QStringList> ChangesetCore::traverseErrors(const std::function<QString(const FieldError &)> &translate) const
{
    QMap<QString, QStringList> texts;
    const QList<FieldError> errors = allErrors();
    for (const FieldError &error : errors)
        texts[error.field].append(translate(error));
    return texts;
}

QMap<QString, QStringList> ChangesetCore::traverseValidations(const std::function<QString(const Validation &)> &describe) const
{
    QMap<QString, QStringList> texts;
    const QList<Validation> rules = validations();
    for (const Validation &validation : rules)
        texts[validation.field].append(describe(validation));
    return texts;
}

} // namespace db
