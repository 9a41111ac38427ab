// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accounts.h"
#include "core/accounts/password.h"
#include "core/toolkit/telemetry.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"

#include <QTest>

using accounts::Accounts;
using accounts::Role;
using accounts::UserChange;
using accounts::UserWithProfile;
using db::Error;

namespace {

QVariantMap password(const QString &text)
{
    return {{u"password"_qs, text}, {u"password_confirmation"_qs, text}};
}

QVariantMap person(const QString &name)
{
    QVariantMap params = password(u"long enough"_qs);
    params[u"email"_qs] = QString(name + u"@example.org");
    params[u"username"_qs] = name;
    return params;
}

} // namespace

/// Writes to users that can be taken back, while somebody else writes too.
class tst_UserChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void initTestCase() { accounts::setPasswordCost(4); }
    void init();
    void aChangeIsTakenBackAndMadeAgain();
    void whatSomeoneElseWroteIsNotTakenBack();
    void othersMayChangeOtherFieldsMeanwhile();
    void aNewProfileGoesAgain();
    void aNewProfileThatSomeoneElseFilledInStays();
    void aProfileMadeMeanwhileIsNotMadeAgain();
    void aUserWhoWasNewIsNotTakenBack();
    void onlyAUserAsTheyWereReadIsDeleted();
    void aPasswordIsHashedBeforeOthersHaveToWait();

private:
    UserWithProfile read() { return must(m_accounts->fetchUserWithProfile(m_ada)); }
    UserChange save(const QVariantMap &user, const QVariantMap &profile = {}) { return must(m_accounts->saveUser(read(), user, profile)); }
    /// What another window saves meanwhile.
    void meanwhile(const QVariantMap &user, const QVariantMap &profile = {}) { must(m_accounts->updateUserWithProfile(read(), user, profile)); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Accounts> m_accounts;
    db::Id<accounts::User> m_ada;
};

void tst_UserChanges::init()
{
    m_accounts.reset();
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    m_accounts = std::make_unique<Accounts>(m_database->repo);
    m_ada = must(m_accounts->createUser(person(u"ada"_qs))).id;
}

void tst_UserChanges::aChangeIsTakenBackAndMadeAgain()
{
    meanwhile({}, {{u"bio"_qs, u"Counts."_qs}});
    const UserChange change = save({{u"username"_qs, u"countess"_qs}, {u"role"_qs, u"admin"_qs}}, {{u"bio"_qs, u"Computes."_qs}});
    QCOMPARE(read().user.username, u"countess"_qs);

    must(m_accounts->takeBack(change));
    QCOMPARE(read().user.username, u"ada"_qs);
    QCOMPARE(read().user.role, Role::User);
    QCOMPARE(read().profile.bio, u"Counts."_qs);

    must(m_accounts->takeBack(change.inverse()));
    QCOMPARE(read().user.username, u"countess"_qs);
    QCOMPARE(read().profile.bio, u"Computes."_qs);
}

void tst_UserChanges::whatSomeoneElseWroteIsNotTakenBack()
{
    meanwhile({}, {{u"bio"_qs, u"Counts."_qs}});
    const UserChange change = save({{u"username"_qs, u"countess"_qs}}, {{u"bio"_qs, u"Computes."_qs}});
    meanwhile({}, {{u"bio"_qs, u"Writes letters."_qs}});

    QCOMPARE(m_accounts->takeBack(change).error().kind, Error::Kind::Stale);
    QCOMPARE(read().profile.bio, u"Writes letters."_qs);
    QCOMPARE(read().user.username, u"countess"_qs); // all or nothing
}

void tst_UserChanges::othersMayChangeOtherFieldsMeanwhile()
{
    const UserChange change = save({{u"username"_qs, u"countess"_qs}});
    meanwhile({{u"role"_qs, u"moderator"_qs}}, {{u"bio"_qs, u"Counts."_qs}});

    must(m_accounts->takeBack(change));
    QCOMPARE(read().user.username, u"ada"_qs);
    QCOMPARE(read().user.role, Role::Moderator);
    QCOMPARE(read().profile.bio, u"Counts."_qs);
}

void tst_UserChanges::aNewProfileGoesAgain()
{
    const UserChange change = save({}, {{u"website"_qs, u"https://example.org"_qs}});
    must(m_accounts->takeBack(change));
    QVERIFY(read().profile.id.isNull());
    must(m_accounts->takeBack(change.inverse()));
    QCOMPARE(read().profile.website, u"https://example.org"_qs);
    must(m_accounts->takeBack(change));
    QVERIFY(read().profile.id.isNull());
}

void tst_UserChanges::aNewProfileThatSomeoneElseFilledInStays()
{
    const UserChange change = save({}, {{u"website"_qs, u"https://example.org"_qs}});
    meanwhile({}, {{u"bio"_qs, u"Counts."_qs}});

    QCOMPARE(m_accounts->takeBack(change).error().kind, Error::Kind::Stale);
    QCOMPARE(read().profile.bio, u"Counts."_qs);
    QCOMPARE(read().profile.website, u"https://example.org"_qs);
}

void tst_UserChanges::aProfileMadeMeanwhileIsNotMadeAgain()
{
    const UserChange change = save({}, {{u"website"_qs, u"https://example.org"_qs}});
    must(m_accounts->takeBack(change));
    meanwhile({}, {{u"bio"_qs, u"Counts."_qs}});

    QCOMPARE(m_accounts->takeBack(change.inverse()).error().kind, Error::Kind::Stale);
    QCOMPARE(read().profile.bio, u"Counts."_qs);
    QVERIFY(!read().profile.website);
}

void tst_UserChanges::aUserWhoWasNewIsNotTakenBack()
{
    const UserChange change = must(m_accounts->saveUser({}, person(u"eve"_qs), {}));
    QCOMPARE(m_accounts->takeBack(change).error().kind, Error::Kind::Refused);
    QCOMPARE(must(m_accounts->fetchUser(change.after.user.id)).username, u"eve"_qs);
}

void tst_UserChanges::onlyAUserAsTheyWereReadIsDeleted()
{
    const UserChange change = must(m_accounts->saveUser({}, person(u"eve"_qs), {}));
    must(m_accounts->updateUser(change.after.user, {{u"is_active"_qs, false}}));
    QCOMPARE(m_accounts->deleteUnchanged(change.after).error().kind, Error::Kind::Stale);

    must(m_accounts->deleteUnchanged(must(m_accounts->fetchUserWithProfile(change.after.user.id))));
    QVERIFY(!must(m_accounts->getUser(change.after.user.id)));
}

void tst_UserChanges::aPasswordIsHashedBeforeOthersHaveToWait()
{
    // From the first statement on hashes would be of another cost.
    const int handle = db::Telemetry::addListener([](const db::StatementEvent &) { accounts::setPasswordCost(5); });
    const auto removed = qScopeGuard([handle] {
        db::Telemetry::removeListener(handle);
        accounts::setPasswordCost(4);
    });
    const UserWithProfile stored = read();
    accounts::setPasswordCost(4);
    const UserChange edited = must(m_accounts->saveUser(stored, password(u"another one"_qs), {}));
    QVERIFY(edited.after.user.passwordHash.startsWith(u"$2b$04$"));
    QVERIFY(accounts::verifyPassword(u"another one"_qs, edited.after.user.passwordHash));
    accounts::setPasswordCost(4);
    const UserChange made = must(m_accounts->saveUser({}, person(u"eve"_qs), {}));
    QVERIFY(made.after.user.passwordHash.startsWith(u"$2b$04$"));
    accounts::setPasswordCost(4);
    const UserWithProfile created = must(m_accounts->createUserWithProfile(person(u"dan"_qs), {}));
    QVERIFY(created.user.passwordHash.startsWith(u"$2b$04$"));
}

QTEST_GUILESS_MAIN(tst_UserChanges)
#include "tst_user_changes.moc"
