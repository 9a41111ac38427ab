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
    /// The steps that are done, in alphabetical order.
    QStringList names() const;

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
///
/// What a step works on is given at once, or made by a function from what earlier steps left behind.
class [[nodiscard]] Multi
{
public:
    struct Operation
    {
        QString name; ///< empty for merge() and inspect(), which leave nothing behind
        QString description; ///< e.g. "insert into orders"
        std::optional<Error> refusal; ///< why it must fail, known before anything runs
        std::function<Result<void>(Repo &, MultiResults &)> run;
        std::function<Multi(const MultiResults &)> expand; ///< merge() only
    };

    template <Storable T>
    Multi insert(Step<T> step, const Changeset<T> &changeset, const InsertOptions<T> &options = {}) const
    {
        return add(step, describe<T>("insert into "), refusalOf(changeset.core()),
                   [changeset, options](Repo &repo, const MultiResults &) { return repo.insert(changeset, options); });
    }
    /// For a changeset that needs what an earlier step left behind.
    template <typename T, std::invocable<const MultiResults &> Make>
    Multi insert(Step<T> step, Make make) const
    {
        return add(step, describe<T>("insert into "), {},
                   [make](Repo &repo, const MultiResults &done) { return repo.insert(make(done)); });
    }
    template <Storable T>
    Multi update(Step<T> step, const Changeset<T> &changeset) const
    {
        return add(step, describe<T>("update "), refusalOf(changeset.core()),
                   [changeset](Repo &repo, const MultiResults &) { return repo.update(changeset); });
    }
    template <typename T, std::invocable<const MultiResults &> Make>
    Multi update(Step<T> step, Make make) const
    {
        return add(step, describe<T>("update "), {},
                   [make](Repo &repo, const MultiResults &done) { return repo.update(make(done)); });
    }
    template <Storable T>
    Multi insertOrUpdate(Step<T> step, const Changeset<T> &changeset) const
    {
        return add(step, describe<T>("insert or update "), refusalOf(changeset.core()),
                   [changeset](Repo &repo, const MultiResults &) { return repo.insertOrUpdate(changeset); });
    }
    template <typename T, std::invocable<const MultiResults &> Make>
    Multi insertOrUpdate(Step<T> step, Make make) const
    {
        return add(step, describe<T>("insert or update "), {},
                   [make](Repo &repo, const MultiResults &done) { return repo.insertOrUpdate(make(done)); });
    }
    template <Storable T>
    Multi remove(Step<T> step, const T &row) const
    {
        return remove(step, change(row));
    }
    template <Storable T>
    Multi remove(Step<T> step, const Changeset<T> &changeset) const
    {
        return add(step, describe<T>("delete from "), refusalOf(changeset.core()),
                   [changeset](Repo &repo, const MultiResults &) { return repo.remove(changeset); });
    }
    template <typename T, std::invocable<const MultiResults &> Make>
    Multi remove(Step<T> step, Make make) const
    {
        return add(step, describe<T>("delete from "), {},
                   [make](Repo &repo, const MultiResults &done) { return repo.remove(make(done)); });
    }

    /// Leaves behind how many rows were inserted.
    template <Storable T>
    Multi insertAll(Step<qint64> step, const QList<T> &rows, const InsertOptions<T> &options = {}) const
    {
        return add(step, describe<T>("insert all into "), {},
                   [rows, options](Repo &repo, const MultiResults &) { return repo.insertAll(rows, options); });
    }
    template <Storable T, std::invocable<const MultiResults &> Make>
    Multi insertAll(Step<qint64> step, Make make) const
    {
        return add(step, describe<T>("insert all into "), {},
                   [make](Repo &repo, const MultiResults &done) { return repo.insertAll<T>(make(done)); });
    }
    /// Leaves behind how many rows were changed.
    template <Storable T>
    Multi updateAll(Step<qint64> step, const Query<T> &query, const QList<Assignment> &assignments) const
    {
        return add(step, describe<T>("update all "), {},
                   [query, assignments](Repo &repo, const MultiResults &) { return repo.updateAll(query, assignments); });
    }
    /// The query comes from a function.
    template <Storable T, std::invocable<const MultiResults &> Make>
    Multi updateAll(Step<qint64> step, Make make, const QList<Assignment> &assignments) const
    {
        return add(step, describe<T>("update all "), {},
                   [make, assignments](Repo &repo, const MultiResults &done) { return repo.updateAll<T>(make(done), assignments); });
    }
    /// Leaves behind how many rows were deleted.
    template <Storable T>
    Multi deleteAll(Step<qint64> step, const Query<T> &query) const
    {
        return add(step, describe<T>("delete all from "), {},
                   [query](Repo &repo, const MultiResults &) { return repo.deleteAll(query); });
    }
    template <Storable T, std::invocable<const MultiResults &> Make>
    Multi deleteAll(Step<qint64> step, Make make) const
    {
        return add(step, describe<T>("delete all from "), {},
                   [make](Repo &repo, const MultiResults &done) { return repo.deleteAll<T>(make(done)); });
    }

    /// Leaves behind the only row, or nothing.
    template <Storable T>
    Multi one(Step<std::optional<T>> step, const Query<std::type_identity_t<T>> &query) const
    {
        return add(step, describe<T>("one of "), {}, [query](Repo &repo, const MultiResults &) { return repo.one(query); });
    }
    template <Storable T, std::invocable<const MultiResults &> Make>
    Multi one(Step<std::optional<T>> step, Make make) const
    {
        return add(step, describe<T>("one of "), {}, [make](Repo &repo, const MultiResults &done) { return repo.one(make(done)); });
    }
    template <Storable T>
    Multi all(Step<QList<T>> step, const Query<std::type_identity_t<T>> &query) const
    {
        return add(step, describe<T>("all of "), {}, [query](Repo &repo, const MultiResults &) { return repo.all(query); });
    }
    template <Storable T, std::invocable<const MultiResults &> Make>
    Multi all(Step<QList<T>> step, Make make) const
    {
        return add(step, describe<T>("all of "), {}, [make](Repo &repo, const MultiResults &done) { return repo.all(make(done)); });
    }
    template <Storable T>
    Multi exists(Step<bool> step, const Query<T> &query) const
    {
        return add(step, describe<T>("exists in "), {}, [query](Repo &repo, const MultiResults &) { return repo.exists(query); });
    }
    template <Storable T, std::invocable<const MultiResults &> Make>
    Multi exists(Step<bool> step, Make make) const
    {
        return add(step, describe<T>("exists in "), {}, [make](Repo &repo, const MultiResults &done) { return repo.exists<T>(make(done)); });
    }

    /// Any other work; it returns a Result<T>.
    template <typename T, std::invocable<Repo &, const MultiResults &> Work>
    Multi run(Step<T> step, Work work) const
    {
        return add(step, QStringLiteral("run"), {}, work);
    }
    /// Leaves a value behind for later steps.
    template <typename T>
    Multi put(Step<T> step, const std::type_identity_t<T> &value) const
    {
        return add(step, QStringLiteral("put"), {}, [value](Repo &, const MultiResults &) -> Result<T> { return value; });
    }
    /// Makes the whole fail, before anything runs.
    Multi error(const char *step, const Error &error) const;
    /// Runs the steps of another Multi, made from what was done so far, in this place.
    Multi merge(std::function<Multi(const MultiResults &)> make) const;
    /// Shows what was done so far, to a log or a test.
    Multi inspect(std::function<void(const MultiResults &)> show) const;

    /// The steps of another Multi after these.
    Multi append(const Multi &other) const;
    /// The steps of another Multi before these.
    Multi prepend(const Multi &other) const;

    const QList<Operation> &operations() const { return m_operations; }
    /// One line per step: its name and what it does.
    QString toString() const;

    /// Checks the changesets that are known already, then runs all steps in one transaction. Two steps of the same name
    /// are refused before anything runs.
    tl::expected<MultiResults, MultiError> runIn(Repo &repo) const;

private:
    template <typename T>
    static QString describe(const char *verb)
    {
        return QString::fromLatin1(verb) + schemaOf<T>().table();
    }
    static std::optional<Error> refusalOf(const ChangesetCore &changeset);
    template <typename T, typename Work>
    Multi add(Step<T> step, const QString &description, const std::optional<Error> &refusal, Work work) const
    {
        return with({.name = QString::fromLatin1(step.name),
                     .description = description,
                     .refusal = refusal,
                     .run = [step, work](Repo &repo, MultiResults &done) -> Result<void> {
                         Result<T> outcome = work(repo, std::as_const(done));
                         if (!outcome)
                             return Failure(outcome.error());
                         done.set(step, std::move(*outcome));
                         return {};
                     },
                     .expand = {}});
    }
    Multi with(const Operation &operation) const;
    /// The first step that must fail, as far as that is known; `taken` are the names of the steps before.
    std::optional<MultiError> refusal(QStringList &taken) const;
    Result<void> runSteps(Repo &repo, MultiResults &results, QStringList &taken, QString &current) const;

    QList<Operation> m_operations;
};

} // namespace db
