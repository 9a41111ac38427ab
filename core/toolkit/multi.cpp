// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/multi.h"

#include <algorithm>

namespace db {

void Multi::addOperation(const Operation &operation)
{
    Q_ASSERT_X(std::none_of(m_operations.begin(), m_operations.end(), [&](const Operation &other) { return other.name == operation.name; }),
               "Multi", "two steps have the same name");
    m_operations.append(operation);
}

Multi Multi::append(const Multi &other) const
{
    Multi next = *this;
    for (const Operation &operation : other.m_operations)
        next.addOperation(operation);
    return next;
}

QString Multi::toString() const
{
    QStringList lines;
    for (const Operation &operation : m_operations)
        lines.append(operation.name + u": " + operation.description);
    return lines.join(u'\n');
}

tl::expected<MultiResults, MultiError> Multi::runIn(Repo &repo) const
{
    for (const Operation &operation : m_operations) {
        if (operation.changeset && !operation.changeset->isValid())
            return tl::unexpected(MultiError{operation.name, Error::invalid(*operation.changeset), {}});
    }
    MultiResults results;
    if (m_operations.isEmpty())
        return results;
    QString failed;
    const Result<void> done = repo.transaction([&]() -> Result<void> {
        for (const Operation &operation : m_operations) {
            failed = operation.name;
            if (const Result<void> ran = operation.run(repo, results); !ran)
                return ran;
        }
        failed.clear();
        return {};
    });
    if (!done)
        return tl::unexpected(MultiError{failed, done.error(), results});
    return results;
}

} // namespace db
