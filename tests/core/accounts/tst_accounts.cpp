// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accounts.h"
#include "core/accounts/password.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"

#include <QTest>

using accounts::Accounts;
using accounts::Profile;
using accounts::Role;
using accounts::User;
using accounts::UserWithProfile;

namespace {

QVariantMap person(const QString &name)
{
    return {{u"email"_qs, QString(name + u"@example.org")}, {u"username"_qs, name}, {u"password"_qs, u"long enough"_qs}, {u"password_confirmation"_qs, u"long enough"_qs}};
}

QStringList names(const QList<User> &users)
{
    QStringList result;
    for (const User &user : users)
        result.append(user.username);
    return result;
}

} // namespace

class tst_Accounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void initTestCase() { accounts::setPasswordCost(4); }
    void registeredUsersAreFound();
    void passwordsAreStoredAsHashesOnly();
    void takenNamesAndEmailsAreSaidTogether();
    void usersAreListedByWhatTheyAre();
    void searchMatchesPartsAndKnowsWildcards_data();
    void searchMatchesPartsAndKnowsWildcards();
    void choicesBeginWithThoseThatBeginWithTheText();
    void userAndProfileAreMadeTogether();
    void aBadProfileTakesTheUserBack();
    void aBadUserIsSaidAsUser();
    void bothAreUpdatedTogether();
    void anEmptyProfileIsNotMade();
    void aChangeBySomeoneElseIsNotOverwritten();
    void changesOfOtherFieldsDoNotDisturb();
    void deletingTakesWhatTheyWrote();
    void signingInNeedsTheRightPassword();
};

void tst_Accounts::registeredUsersAreFound()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    const User ada = must(accounts.createUser(person(u"ada"_qs)));

    QCOMPARE(must(accounts.getUser(ada.id))->username, u"ada"_qs);
    QCOMPARE(must(accounts.getUserByEmail(u"ada@example.org"_qs))->id, ada.id);
    QCOMPARE(must(accounts.fetchUser(ada.id)).role, Role::User);
    QVERIFY(must(accounts.fetchUser(ada.id)).isActive);
    QVERIFY(!must(accounts.getUser({99})));
    QVERIFY(!must(accounts.getUserByEmail(u"eve@example.org"_qs)));
    QCOMPARE(accounts.fetchUser({99}).error().kind, db::Error::Kind::NotFound);
}

void tst_Accounts::passwordsAreStoredAsHashesOnly()
{
    TestDatabase database = communityDatabase();
    const User ada = must(Accounts(database.repo).createUser(person(u"ada"_qs)));
    QVERIFY(ada.password.isEmpty());
    QVERIFY(ada.passwordConfirmation.isEmpty());
    const QString hash = database.texts(u"SELECT password_hash FROM users"_qs).first();
    QCOMPARE(hash, ada.passwordHash);
    QVERIFY(hash.startsWith(u"$2b$04$"));
}

void tst_Accounts::takenNamesAndEmailsAreSaidTogether()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    must(accounts.createUser(person(u"ada"_qs)));

    const db::Result<User> again = accounts.createUser(person(u"ada"_qs));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(again.error().changeset->errorsOn(u"email"), QStringList{u"has already been taken"_qs});
    QCOMPARE(again.error().changeset->errorsOn(u"username"), QStringList{u"has already been taken"_qs});
}

void tst_Accounts::usersAreListedByWhatTheyAre()
{
    TestDatabase database = communityDatabase();
    Builders make(database.repo);
    Accounts accounts(database.repo);
    const QDateTime start(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    make.user(u"first"_qs, start);
    const User gone = make.user(u"gone"_qs, start.addDays(1));
    must(accounts.updateUser(gone, {{u"is_active"_qs, false}}));
    must(accounts.updateUser(make.user(u"judge"_qs, start.addDays(2)), {{u"role"_qs, u"moderator"_qs}}));

    QCOMPARE(names(must(accounts.listActiveUsers())), (QStringList{u"judge"_qs, u"first"_qs}));
    QCOMPARE(names(must(accounts.listUsers())), (QStringList{u"first"_qs, u"gone"_qs, u"judge"_qs}));
    QCOMPARE(names(must(accounts.listUsers({.isActive = false}))), QStringList{u"gone"_qs});
    QCOMPARE(names(must(accounts.listUsers({.role = Role::Moderator}))), QStringList{u"judge"_qs});
    QCOMPARE(names(must(accounts.listUsers({.isActive = true, .role = Role::User}))), QStringList{u"first"_qs});
}

void tst_Accounts::searchMatchesPartsAndKnowsWildcards_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("part of a name") << u"ri"_qs << QStringList{u"Grit"_qs, u"marie"_qs};
    QTest::newRow("other case") << u"MAR"_qs << QStringList{u"marie"_qs};
    QTest::newRow("part of an email") << u"ie@ex"_qs << QStringList{u"marie"_qs};
    QTest::newRow("percent is a wildcard") << u"m%e@"_qs << QStringList{u"marie"_qs};
    QTest::newRow("underscore is a wildcard") << u"Gr_t@"_qs << QStringList{u"Grit"_qs};
    QTest::newRow("nothing") << u"zz"_qs << QStringList();
    QTest::newRow("everybody") << QString() << QStringList{u"Grit"_qs, u"marie"_qs, u"tom"_qs};
}

void tst_Accounts::searchMatchesPartsAndKnowsWildcards()
{
    QFETCH(QString, term);
    TestDatabase database = communityDatabase();
    Builders make(database.repo);
    for (const QString &name : {u"tom"_qs, u"marie"_qs, u"Grit"_qs})
        make.user(name);
    QTEST(names(must(Accounts(database.repo).searchUsers(term))), "found");
}

void tst_Accounts::choicesBeginWithThoseThatBeginWithTheText()
{
    TestDatabase database = communityDatabase();
    Builders make(database.repo);
    const QDateTime start(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    for (const QString &name : {u"dan_a"_qs, u"ana"_qs, u"Anna"_qs, u"hanna"_qs, u"bob"_qs})
        make.user(name, start.addDays(name.size()));
    const auto choices = [&](const QString &text, int limit) {
        QStringList found;
        for (const accounts::UserChoice &choice : must(Accounts(database.repo).userChoices(text, limit)))
            found.append(choice.username);
        return found;
    };

    QCOMPARE(choices(u"an"_qs, 20), (QStringList{u"Anna"_qs, u"ana"_qs, u"dan_a"_qs, u"hanna"_qs}));
    QCOMPARE(choices(u"an"_qs, 2), (QStringList{u"Anna"_qs, u"ana"_qs}));
    QCOMPARE(choices(u"_"_qs, 20), QStringList{u"dan_a"_qs});
    QCOMPARE(choices(QString(), 2), (QStringList{u"hanna"_qs, u"dan_a"_qs})); // the newest
    QCOMPARE(must(Accounts(database.repo).userChoices(u"bob"_qs)).first().email, u"bob@example.org"_qs);
}

void tst_Accounts::userAndProfileAreMadeTogether()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    const UserWithProfile made = must(accounts.createUserWithProfile(person(u"ada"_qs), {{u"bio"_qs, u"Counts."_qs}, {u"user_id"_qs, 12345}}));
    QCOMPARE(made.profile.userId, made.user.id);

    const UserWithProfile read = must(accounts.fetchUserWithProfile(made.user.id));
    QCOMPARE(read.user.username, u"ada"_qs);
    QCOMPARE(read.profile.bio, u"Counts."_qs);
}

void tst_Accounts::aBadProfileTakesTheUserBack()
{
    TestDatabase database = communityDatabase();
    const auto refused = Accounts(database.repo).createUserWithProfile(person(u"ada"_qs), {{u"website"_qs, u"nowhere"_qs}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(refused.error().changeset->schema().table(), u"profiles"_qs);
    QVERIFY(!refused.error().changeset->errorsOn(u"website").isEmpty());
    QCOMPARE(database.texts(u"SELECT count(*) FROM users"_qs), QStringList{u"0"_qs});
}

void tst_Accounts::aBadUserIsSaidAsUser()
{
    TestDatabase database = communityDatabase();
    const auto refused = Accounts(database.repo).createUserWithProfile({}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().changeset->schema().table(), u"users"_qs);
}

void tst_Accounts::bothAreUpdatedTogether()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    const UserWithProfile made = must(accounts.createUserWithProfile(person(u"ada"_qs), {{u"bio"_qs, u"Counts."_qs}}));

    const auto refused = accounts.updateUserWithProfile(made, {{u"username"_qs, u"countess"_qs}}, {{u"birth_date"_qs, u"2999-01-01"_qs}});
    QVERIFY(!refused);
    QCOMPARE(must(accounts.fetchUser(made.user.id)).username, u"ada"_qs);

    must(accounts.updateUserWithProfile(made, {{u"username"_qs, u"countess"_qs}}, {{u"bio"_qs, u""_qs}, {u"birth_date"_qs, u"1815-12-10"_qs}}));
    const UserWithProfile read = must(accounts.fetchUserWithProfile(made.user.id));
    QCOMPARE(read.user.username, u"countess"_qs);
    QVERIFY(!read.profile.bio);
    QCOMPARE(read.profile.birthDate, QDate(1815, 12, 10));
    QCOMPARE(read.profile.id, made.profile.id);
}

void tst_Accounts::anEmptyProfileIsNotMade()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    UserWithProfile stored{must(accounts.createUser(person(u"ada"_qs))), Profile{}};

    stored = must(accounts.updateUserWithProfile(stored, {{u"username"_qs, u"countess"_qs}}, {{u"bio"_qs, u""_qs}}));
    QVERIFY(stored.profile.id.isNull());
    QVERIFY(must(accounts.fetchUserWithProfile(stored.user.id)).profile.id.isNull());

    stored = must(accounts.updateUserWithProfile(stored, {}, {{u"bio"_qs, u"Counts."_qs}}));
    QVERIFY(!stored.profile.id.isNull());
    QCOMPARE(must(accounts.fetchUserWithProfile(stored.user.id)).profile.bio, u"Counts."_qs);
}

void tst_Accounts::aChangeBySomeoneElseIsNotOverwritten()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    const User read = must(accounts.createUser(person(u"ada"_qs)));
    must(accounts.updateUser(read, {{u"email"_qs, u"new@example.org"_qs}}));

    const db::Result<User> late = accounts.updateUser(read, {{u"email"_qs, u"late@example.org"_qs}});
    QVERIFY(!late);
    QCOMPARE(late.error().kind, db::Error::Kind::Stale);
    QCOMPARE(must(accounts.fetchUser(read.id)).email, u"new@example.org"_qs);
}

void tst_Accounts::changesOfOtherFieldsDoNotDisturb()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    const User read = must(accounts.createUser(person(u"ada"_qs)));
    must(accounts.updateUser(read, {{u"email"_qs, u"new@example.org"_qs}}));
    must(accounts.updateUser(read, {{u"role"_qs, u"admin"_qs}}));

    const User both = must(accounts.fetchUser(read.id));
    QCOMPARE(both.email, u"new@example.org"_qs);
    QCOMPARE(both.role, Role::Admin);
}

void tst_Accounts::deletingTakesWhatTheyWrote()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    Builders make(database.repo);
    const UserWithProfile ada = must(accounts.createUserWithProfile(person(u"ada"_qs), {}));
    const blog::Post post = make.post(ada.user, u"A post"_qs);
    make.comment(post, make.user(u"eve"_qs), u"About the post"_qs);

    must(accounts.deleteUser(ada.user));
    for (const QString &table : {u"posts"_qs, u"comments"_qs, u"profiles"_qs})
        QCOMPARE(database.texts(u"SELECT count(*) FROM "_qs + table), QStringList{u"0"_qs});
    QCOMPARE(accounts.deleteUser(ada.user).error().kind, db::Error::Kind::Stale);
}

void tst_Accounts::signingInNeedsTheRightPassword()
{
    TestDatabase database = communityDatabase();
    Accounts accounts(database.repo);
    const User ada = must(accounts.createUser(person(u"ada"_qs)));
    Builders(database.repo).user(u"imported"_qs);

    QCOMPARE(must(accounts.authenticate(u"ada@example.org"_qs, u"long enough"_qs))->id, ada.id);
    QVERIFY(!must(accounts.authenticate(u"ada@example.org"_qs, u"Long enough"_qs)));
    QVERIFY(!must(accounts.authenticate(u"eve@example.org"_qs, u"long enough"_qs)));
    QVERIFY(!must(accounts.authenticate(u"imported@example.org"_qs, u"!"_qs)));

    must(accounts.updateUser(ada, {{u"password"_qs, u"changed it"_qs}, {u"is_active"_qs, false}}));
    QVERIFY(!must(accounts.authenticate(u"ada@example.org"_qs, u"changed it"_qs)));
    must(accounts.updateUser(must(accounts.fetchUser(ada.id)), {{u"is_active"_qs, true}}));
    QVERIFY(must(accounts.authenticate(u"ada@example.org"_qs, u"changed it"_qs)));
    QVERIFY(!must(accounts.authenticate(u"ada@example.org"_qs, u"long enough"_qs)));
}

QTEST_GUILESS_MAIN(tst_Accounts)
#include "tst_accounts.moc"
