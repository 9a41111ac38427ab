// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the engine reported, and which declaration it belongs to.

#include "core/toolkit/explanation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

bool Explanation::sameColumns(const QStringList &left, const QStringList &right)
{
    return left.size() == right.size() && std::is_permutation(left.begin(), left.end(), right.begin());
}

void Explanation::takeReport()
{
    switch (m_error.kind) {
    case Error::Kind::Unique:
        report(Kind::Unique);
        break;
    case Error::Kind::Check:
        report(Kind::Check);
        break;
    case Error::Kind::Exclusion:
        report(Kind::Exclusion);
        break;
    case Error::Kind::NotNull:
        for (const QString &column : m_violation.columns)
            checkRequired(column);
        break;
    case Error::Kind::ForeignKey:
        if (m_refused.action() == ChangesetCore::Action::Delete)
            reportReferrer();
        else
            report(Kind::ForeignKey);
        break;
    default:
        break;
    }
}

void Explanation::report(Kind kind)
{
    if (m_found.contains(m_violation.constraint) || (m_violation.constraint.isEmpty() && !m_refused.isValid()))
        return;
    const QList<Kind> kinds = kind == Kind::ForeignKey ? QList<Kind>{kind, Kind::Association} : QList<Kind>{kind};
    if (const Constraint *constraint = declared(kinds, m_violation.constraint, m_violation.columns))
        complain(*constraint, m_violation.constraint);
    else if (kind != Kind::ForeignKey)
        m_isUndeclared = true;
    else if (!m_violation.columns.isEmpty() && fieldOf(m_violation.columns.first()))
        complainOfReference(m_violation.constraint, m_violation.columns);
}

void Explanation::reportReferrer()
{
    if (!m_children.isEmpty() || m_isUndeclared)
        return;
    if (const Constraint *constraint = declared({Kind::NoAssociation}, m_violation.constraint, {}))
        complainOnce(*constraint, m_violation.constraint);
}

Error Explanation::outcome() const
{
    if (m_unanswered) {
        Error incomplete = m_error;
        incomplete.message += u"; which fields are to blame could not be found out: " + m_unanswered->message;
        return incomplete;
    }
    if (!m_isUndeclared && !m_refused.isValid())
        return Error::invalid(m_refused);
    Error error = m_error;
    if (!m_children.isEmpty())
        error.message = u"Rows of %1 still refer to this row of %2"_s.arg(m_children.join(u", "), m_refused.schema().table());
    return error;
}

const Constraint *Explanation::declared(QList<Kind> kinds, const QString &name, const QStringList &columns, const QString &childTable) const
{
    const auto fits = [&](const Constraint &constraint) {
        if (!kinds.contains(constraint.kind))
            return false;
        if (constraint.kind == Kind::NoAssociation && constraint.childTable.isEmpty())
            return true;
        const bool sameTable = constraint.childTable.isEmpty() || constraint.childTable == childTable;
        const bool hasNoName = !constraint.isNamed || name.isEmpty();
        return (!name.isEmpty() && constraint.isNameOf(name)) || (hasNoName && sameTable && sameColumns(constraint.columns, columns));
    };
    const auto found = std::find_if(m_constraints.rbegin(), m_constraints.rend(), fits);
    return found == m_constraints.rend() ? nullptr : &*found;
}

qsizetype Explanation::rank(const Constraint *constraint) const
{
    return constraint ? constraint - m_constraints.constData() : m_constraints.size();
}

void Explanation::complain(const Constraint &constraint, const QString &name)
{
    QVariantMap options{{u"constraint"_s, constraint.kindName()}, {u"constraint_name"_s, name.isEmpty() ? constraint.name : name}};
    options.insert(constraint.message.options);
    m_refused.addError({constraint.field, constraint.message.text, options});
    m_found.append(name.isEmpty() ? constraint.name : name);
}

void Explanation::complainOnce(const Constraint &constraint, const QString &name)
{
    const QStringList texts = m_refused.errorsOn(constraint.field);
    if (!texts.contains(QString::fromUtf8(constraint.message.text)))
        complain(constraint, name);
}

void Explanation::complainOfReference(const QString &name, const QStringList &columns)
{
    const Constraint usual{.kind = Kind::ForeignKey,
                           .name = m_refused.schema().table() + u'_' + columns.join(u'_') + u"_fkey",
                           .field = columns.first(),
                           .message = QT_TRANSLATE_NOOP("db", "does not exist")};
    complain(usual, name);
}

} // namespace db
