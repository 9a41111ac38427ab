// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/repo.h"

#include <any>
#include <map>
#include <string>

namespace db {

/// The name of one step, and the type of what it leaves behind.
///
/// \code
/// inline constexpr db::Step<Order> theOrder{"order"};
/// \endcode
template <typename T>
struct Step
{
    const char *name;
};

/// What the finished steps left behind, by step.
class MultiResults
{
public:
    /// The result of a finished step; asking for one that did not run is a mistake in the program.
    template <typename T>
    const T &operator[](Step<T> step) const
    {
        return std::any_cast<const T &>(m_values.at(step.name));
    }
    template <typename T>
    bool contains(Step<T> step) const
    {
        return m_values.contains(step.name);
    }
    template <typename T>
    void set(Step<T> step, T value)
    {
        m_values[step.name] = std::move(value);
    }

private:
    std::map<std::string, std::any> m_values;
};

/// Which step failed, why, and what the steps before it had done before all was rolled back.
struct MultiError
{
    QString step;
    Error error;
    MultiResults changesSoFar;
};

/// A list of named database steps that succeed or fail together (Ecto.Multi).
class [[nodiscard]] Multi
{
public:
    struct Operation
    {
        QString name;
        QString description; ///< e.g. "insert into orders"
        std::shared_ptr<const ChangesetCore> changeset; ///< known before anything runs
        std::function<Result<void>(Repo &, MultiResults &)> run;
    };

    template <Storable T>
    Multi insert(Step<T> step, const Changeset<T> &changeset) const
    {
        return add(step, describe<T>("insert into "), core(changeset),
                   [changeset](Repo &repo, const MultiResults &) { return repo.insert(changeset); });
    }
    /// For a changeset that needs what an earlier step left behind.
    template <typename T, std::invocable<const MultiResults &> Make>
    Multi insert(Step<T> step, Make make) const
    {
        return add(step, describe<T>("insert into "), nullptr,
                   [make](Repo &repo, const MultiResults &done) { return repo.insert(make(done)); });
    }
    template <Storable T>
    Multi update(Step<T> step, const Changeset<T> &changeset) const
    {
        return add(step, describe<T>("update "), core(changeset),
                   [changeset](Repo &repo, const MultiResults &) { return repo.update(changeset); });
    }
    template <typename T, std::invocable<const MultiResults &> Make>
    Multi update(Step<T> step, Make make) const
    {
        return add(step, describe<T>("update "), nullptr,
                   [make](Repo &repo, const MultiResults &done) { return repo.update(make(done)); });
    }
    template <Storable T>
    Multi remove(Step<T> step, const T &row) const
    {
        return add(step, describe<T>("delete from "), nullptr,
                   [row](Repo &repo, const MultiResults &) { return repo.remove(row); });
    }
    /// Any other work; it returns a Result<T>.
    template <typename T, std::invocable<Repo &, const MultiResults &> Work>
    Multi run(Step<T> step, Work work) const
    {
        return add(step, QStringLiteral("run"), nullptr, work);
    }
    /// The steps of another Multi after these; a name that is taken is a mistake in the program.
    Multi append(const Multi &other) const;

    const QList<Operation> &operations() const { return m_operations; }
    /// One line per step: its name and what it does.
    QString toString() const;

    /// Checks the changesets that are known already, then runs all steps in one transaction.
    tl::expected<MultiResults, MultiError> runIn(Repo &repo) const;

private:
    template <typename T>
    static QString describe(const char *verb)
    {
        return QString::fromLatin1(verb) + schemaOf<T>().table();
    }
    template <typename T>
    static std::shared_ptr<const ChangesetCore> core(const Changeset<T> &changeset)
    {
        return std::make_shared<const ChangesetCore>(changeset.core());
    }
    template <typename T, typename Work>
    Multi add(Step<T> step, const QString &description, std::shared_ptr<const ChangesetCore> changeset, Work work) const
    {
        Multi next = *this;
        next.addOperation({QString::fromLatin1(step.name), description, std::move(changeset),
                           [step, work](Repo &repo, MultiResults &done) -> Result<void> {
                               Result<T> outcome = work(repo, std::as_const(done));
                               if (!outcome)
                                   return Failure(outcome.error());
                               done.set(step, std::move(*outcome));
                               return {};
                           }});
        return next;
    }
    void addOperation(const Operation &operation);

    QList<Operation> m_operations;
};

} // namespace db
