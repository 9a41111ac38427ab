// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/multi.h"

using namespace Qt::StringLiterals;

namespace db {

QStringList MultiResults::names() const
{
    QStringList names;
    for (const auto &[name, value] : m_values)
        names.append(QString::fromStdString(name));
    return names;
}

std::optional<Error> Multi::refusalOf(const ChangesetCore &changeset)
{
    if (changeset.refusal())
        return changeset.refusal();
    return changeset.isValid() ? std::nullopt : std::optional(Error::invalid(changeset));
}

Multi Multi::with(const Operation &operation) const
{
    Multi next = *this;
    next.m_operations.append(operation);
    return next;
}

Multi Multi::error(const char *step, const Error &error) const
{
    return with({.name = QString::fromLatin1(step),
                 .description = u"error"_s,
                 .refusal = error,
                 .run = [error](Repo &, MultiResults &) -> Result<void> { return Failure(error); },
                 .expand = {}});
}

Multi Multi::merge(std::function<Multi(const MultiResults &)> make) const
{
    return with({.name = {}, .description = u"merge"_s, .refusal = {}, .run = {}, .expand = std::move(make)});
}

Multi Multi::inspect(std::function<void(const MultiResults &)> show) const
{
    return with({.name = {},
                 .description = u"inspect"_s,
                 .refusal = {},
                 .run = [show = std::move(show)](Repo &, MultiResults &done) -> Result<void> {
                     show(done);
                     return {};
                 },
                 .expand = {}});
}

Multi Multi::append(const Multi &other) const
{
    Multi next = *this;
    next.m_operations.append(other.m_operations);
    return next;
}

Multi Multi::prepend(const Multi &other) const
{
    return other.append(*this);
}

QString Multi::toString() const
{
    QStringList lines;
    for (const Operation &operation : m_operations)
        lines.append(operation.name.isEmpty() ? operation.description : QString(operation.name + u": " + operation.description));
    return lines.join(u'\n');
}

std::optional<MultiError> Multi::refusal(QStringList &taken) const
{
    for (const Operation &operation : m_operations) {
        if (operation.name.isEmpty())
            continue;
        if (taken.contains(operation.name))
            return MultiError{operation.name, Error::refused(u"Two steps have the name %1"_s.arg(operation.name), operation.name), {}};
        taken.append(operation.name);
    }
    for (const Operation &operation : m_operations) {
        if (operation.refusal)
            return MultiError{operation.name, *operation.refusal, {}};
    }
    return std::nullopt;
}

Result<void> Multi::runSteps(Repo &repo, MultiResults &results, QStringList &taken, QString &current) const
{
    for (const Operation &operation : m_operations) {
        current = operation.name;
        if (!operation.expand) {
            if (const Result<void> ran = operation.run(repo, results); !ran)
                return ran;
            continue;
        }
        const Multi more = operation.expand(results);
        if (const std::optional<MultiError> refused = more.refusal(taken)) {
            current = refused->step;
            return Failure(refused->error);
        }
        if (const Result<void> ran = more.runSteps(repo, results, taken, current); !ran)
            return ran;
    }
    return {};
}

tl::expected<MultiResults, MultiError> Multi::runIn(Repo &repo) const
{
    QStringList taken;
    if (const std::optional<MultiError> refused = refusal(taken))
        return tl::unexpected(*refused);
    MultiResults results;
    if (m_operations.isEmpty())
        return results;
    QString current;
    const Result<void> done = repo.transaction([&] {
        const Result<void> ran = runSteps(repo, results, taken, current);
        if (ran)
            current.clear(); // what fails now is the commit
        return ran;
    });
    if (!done)
        return tl::unexpected(MultiError{current, done.error(), results});
    return results;
}

} // namespace db
