// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_steps.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// The fingerprint of some statements and one more.
QString extended(const QString &fingerprint, const QString &sql)
{
    const QByteArray both = fingerprint.toUtf8() + '\n' + sql.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(both, QCryptographicHash::Sha256).toHex());
}

} // namespace

MigrationSteps::MigrationSteps(Repo &repo, const MigrationPlan &plan)
    : m_repo(repo), m_plan(plan), m_unfinished(repo)
{
    m_state.version = Id<UnfinishedMigration>{plan.run.version};
    m_state.isUp = plan.run.isUp;
    m_state.part = plan.part;
    m_state.total = plan.run.statements.size();
}

Result<bool> MigrationSteps::resume()
{
    const auto all = m_unfinished.all();
    if (!all)
        return Failure(all.error());
    const auto found = all->constFind(m_plan.run.version);
    if (found == all->cend())
        return m_plan.part < 0 ? Result<bool>(false) : Failure(Error::refused(u"others have migrated the database meanwhile"_s));
    Result<HalfWay> halfWay = m_unfinished.judge(*found);
    if (!halfWay)
        return Failure(halfWay.error());
    if (halfWay->next == HalfWay::Next::Unknown) {
        if (!m_plan.unclearHasRun) {
            Error error = Error::refused(halfWay->text());
            error.sql = halfWay->statement;
            return Failure(error);
        }
        halfWay->next = *m_plan.unclearHasRun ? HalfWay::Next::HasRun : HalfWay::Next::HasNotRun;
    }
    if (found->isUp != m_plan.run.isUp) {
        if (m_plan.part == halfWay->behind())
            return true; // from here on it is taken back
        return Failure(Error::refused(halfWay->text() + (found->isUp ? u"; others have migrated the database meanwhile"_s : u"; only rollback() can go on with it"_s)));
    }
    m_state = *found;
    m_state.total = m_plan.run.statements.size();
    m_behind = halfWay->behind();
    return true;
}

Result<void> MigrationSteps::pass(const QString &sql)
{
    const bool wasNoted = m_at < m_state.done;
    m_fingerprint = extended(m_fingerprint, sql);
    ++m_at;
    if (wasNoted && m_at == m_state.done && m_fingerprint != m_state.fingerprint && !m_plan.acceptChanges)
        return Failure(Error::refused(u"the %1 statements that are done already were others"_s.arg(m_at)));
    if (!wasNoted)
        return noteDone();
    return {};
}

Result<void> MigrationSteps::run(const QString &sql, const std::function<Result<void>()> &work, bool isAlone)
{
    constexpr qsizetype longest = 4000;
    m_state.statement = sql.left(longest);
    m_state.error.reset();
    m_state.definitions.reset();
    if (isAlone) {
        const Result<QString> definitions = m_unfinished.definitions();
        if (!definitions)
            return Failure(definitions.error());
        m_state.definitions = *definitions;
    }
    if (Result<void> noted = m_unfinished.put(m_state); !noted)
        return noted;
    const UnfinishedMigration before = m_state;
    m_fingerprint = extended(m_fingerprint, sql);
    ++m_at;
    bool hasRunAlone = false;
    const auto workAndNote = [&]() -> Result<void> {
        if (const Result<void> worked = isAlone ? runAlone(work) : work(); !worked)
            return worked;
        hasRunAlone = isAlone;
        return noteDone();
    };
    const Result<void> done = isAlone ? workAndNote() : m_repo.transaction(workAndNote);
    if (done)
        return done;
    m_state = before;
    using Kind = Error::Kind;
    // Where nobody knows, nothing can be said; and where only the note failed, the statement did not.
    if (!hasRunAlone && done.error().kind != Kind::ConnectionLost && done.error().kind != Kind::OutcomeUnknown) {
        m_state.error = done.error().message.left(longest);
        static_cast<void>(m_unfinished.put(m_state));
    }
    return done;
}

Result<void> MigrationSteps::runAlone(const std::function<Result<void>()> &work)
{
    if (const Result<void> worked = work(); !worked)
        return worked;
    if (m_repo.connection().rollbackStray())
        return Failure(Error::refused(u"it left a transaction open, or switched to one that is always open; that was rolled back"_s));
    return {};
}

Result<void> MigrationSteps::noteDone()
{
    m_state.done = m_at;
    m_state.fingerprint = m_fingerprint;
    m_state.statement.reset();
    m_state.definitions.reset();
    m_state.error.reset();
    return m_unfinished.put(m_state);
}

Result<void> MigrationSteps::checkAllPassed() const
{
    if (m_at >= m_behind || m_plan.acceptChanges)
        return {};
    return Failure(Error::refused(u"%1 statements are done already, and now it has only %2"_s.arg(m_behind).arg(m_at)));
}

Result<void> MigrationSteps::finish()
{
    return m_unfinished.remove(m_plan.run.version);
}

} // namespace db
