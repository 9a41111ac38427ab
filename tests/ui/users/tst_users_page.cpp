// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accounts.h"
#include "core/accounts/password.h"
#include "core/blog/blog.h"
#include "tests/support/gate.h"
#include "tests/support/records_window.h"

using accounts::Accounts;
using accounts::UserWithProfile;
using namespace Qt::StringLiterals;

class tst_UsersPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theListTellsWhoIsWho();
    void tabsNarrowTheListAndCount();
    void namesAndEmailsAreSearchedAndSorted();
    void aNewUserSignsUpWithAPassword();
    void aNewUserIsTakenBackUnlessTheyHaveWritten();
    void passwordsMustAgree();
    void anEmptyPasswordKeepsThePresentOne();
    void aTakenNameIsSaidBelowItAndNothingIsWritten();
    void errorsOfTheProfileStandBelowItsFields();
    void userAndProfileAreSavedAndTakenBackTogether();
    void whatTheyWroteIsOneClickAway();
    void aUserIsDeactivatedFromTheList();
    void noHashIsShownAnywhere();
    void countsOfTheUserBeforeAreNotShown();

private:
    UserWithProfile stored(qint64 id)
    {
        return m_window->write([id](db::Repo &repo) { return must(Accounts(repo).fetchUserWithProfile({id})); });
    }
    void visit()
    {
        m_window->window().go({u"users"_s});
        QTRY_COMPARE(m_window->column(0), (QStringList{u"ann"_s, u"bob"_s, u"eve"_s}));
    }
    void openUser()
    {
        m_window->window().go({u"users"_s, m_ann});
        QTRY_COMPARE(m_window->text(u"users.form.username"_s), u"ann"_s);
    }
    qint64 count()
    {
        return m_window->write([](db::Repo &repo) { return must(blog::Blog(repo).userCount({})); });
    }
    void fillNew()
    {
        m_window->window().go({u"users"_s, ui::Destination::NewRecord});
        m_window->type(u"users.form.username"_s, u"carol"_s);
        m_window->type(u"users.form.email"_s, u"carol@example.org"_s);
        m_window->type(u"users.form.password"_s, u"correct horse"_s);
        m_window->type(u"users.form.password_confirmation"_s, u"correct horse"_s);
    }

    std::unique_ptr<RecordsWindow> m_window;
    qint64 m_ann = 0;
};

void tst_UsersPage::initTestCase()
{
    accounts::setPasswordCost(4);
}

void tst_UsersPage::init()
{
    m_window = std::make_unique<RecordsWindow>();
    QVERIFY(m_window->open());
    m_ann = m_window->write([](db::Repo &repo) {
        const accounts::User ann = must(Accounts(repo).createUser({{u"username"_s, u"ann"_s},
                                                                   {u"email"_s, u"ann@example.org"_s},
                                                                   {u"password"_s, u"anns password"_s},
                                                                   {u"password_confirmation"_s, u"anns password"_s}}));
        Builders builders(repo);
        const accounts::User bob = builders.user(u"bob"_s);
        const accounts::User eve = builders.user(u"eve"_s);
        must(Accounts(repo).updateUser(bob, {{u"role"_s, u"moderator"_s}}));
        must(Accounts(repo).updateUser(eve, {{u"is_active"_s, false}}));
        builders.comment(builders.post(ann, u"Her only post"_s), ann, u"Her only comment"_s);
        return ann.id.value;
    });
}

void tst_UsersPage::cleanup()
{
    m_window.reset();
}

void tst_UsersPage::theListTellsWhoIsWho()
{
    visit();
    QCOMPARE(m_window->column(1), (QStringList{u"ann@example.org"_s, u"bob@example.org"_s, u"eve@example.org"_s}));
    QCOMPARE(m_window->column(2), (QStringList{u"User"_s, u"Moderator"_s, u"User"_s}));
    QCOMPARE(m_window->column(3), (QStringList{u"Active"_s, u"Active"_s, u"Inactive"_s}));
    QCOMPARE(m_window->column(4), (QStringList{u"1"_s, u"0"_s, u"0"_s}));
}

void tst_UsersPage::tabsNarrowTheListAndCount()
{
    visit();
    QTRY_COMPARE(m_window->tabs(), (QStringList{u"All (3)"_s, u"Active (2)"_s, u"Inactive (1)"_s, u"Staff (1)"_s}));
    m_window->chooseTab(3);
    QTRY_COMPARE(m_window->column(0), QStringList{u"bob"_s});
}

void tst_UsersPage::namesAndEmailsAreSearchedAndSorted()
{
    visit();
    m_window->clickHeader(0);
    m_window->clickHeader(0);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"eve"_s, u"bob"_s, u"ann"_s}));
    m_window->type(u"users.list.search"_s, u"EVE@"_s);
    QTRY_COMPARE(m_window->column(0), QStringList{u"eve"_s});
}

void tst_UsersPage::aNewUserSignsUpWithAPassword()
{
    visit();
    m_window->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"users.form.username"_s);
    QVERIFY(!m_window->find(u"users.form.role"_s)->isVisible());
    QCOMPARE(m_window->find(u"users.form.password"_s)->accessibleName(), u"New password, required"_s);
    fillNew();
    m_window->type(u"users.form.profile.website"_s, u"https://carol.example"_s);
    m_window->save();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messages(), QStringList{u"Saved user carol."_s}, 30'000);
    QCOMPARE(m_window->text(u"users.form.password"_s), QString());
    const auto carol = m_window->write([](db::Repo &repo) { return must(Accounts(repo).authenticate(u"carol@example.org"_s, u"correct horse"_s)); });
    QVERIFY(carol);
    QCOMPARE(stored(carol->id.value).profile.website, u"https://carol.example"_s);
}

void tst_UsersPage::aNewUserIsTakenBackUnlessTheyHaveWritten()
{
    fillNew();
    m_window->save();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messages(), QStringList{u"Saved user carol."_s}, 30'000);
    QCOMPARE(count(), 4);
    m_window->answer(1);
    QTRY_COMPARE(m_window->messages(), QStringList{u"Taken back: Create user carol"_s});
    QCOMPARE(count(), 3);
    m_window->answer(1);
    QTRY_COMPARE(m_window->messages(), QStringList{u"Done again: Create user carol"_s});
    const auto carol = m_window->write([](db::Repo &repo) { return must(Accounts(repo).authenticate(u"carol@example.org"_s, u"correct horse"_s)); });
    QVERIFY(carol);

    m_window->write([carol](db::Repo &repo) { Builders(repo).post(*carol, u"Something to keep"_s); });
    m_window->answer(1);
    QTRY_COMPARE(m_window->messages(), QStringList{u"“Create user carol” stays as it is. That is not possible: the user has written something since"_s});
    QCOMPARE(count(), 4);
}

void tst_UsersPage::passwordsMustAgree()
{
    fillNew();
    m_window->type(u"users.form.password_confirmation"_s, u"another horse"_s);
    m_window->save();
    QCOMPARE(m_window->text(u"users.form.password_confirmation.message"_s), u"passwords do not match"_s);
    m_window->type(u"users.form.password"_s, u"short"_s);
    m_window->save();
    QCOMPARE(m_window->text(u"users.form.password.message"_s), u"should be at least 8 characters"_s);
    QCOMPARE(count(), 3);
}

void tst_UsersPage::anEmptyPasswordKeepsThePresentOne()
{
    openUser();
    QCOMPARE(m_window->text(u"users.form.password.message"_s), u"Leave it empty to keep the present one."_s);
    QCOMPARE(m_window->find(u"users.form.password"_s)->accessibleName(), u"New password"_s);
    m_window->type(u"users.form.email"_s, u"new@example.org"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved user ann."_s});
    QVERIFY(m_window->write([](db::Repo &repo) { return must(Accounts(repo).authenticate(u"new@example.org"_s, u"anns password"_s)); }));

    m_window->type(u"users.form.password"_s, u"another password"_s);
    m_window->type(u"users.form.password_confirmation"_s, u"another password"_s);
    m_window->save();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->text(u"users.form.password"_s), QString(), 30'000);
    QVERIFY(m_window->write([](db::Repo &repo) { return must(Accounts(repo).authenticate(u"new@example.org"_s, u"another password"_s)); }));
}

void tst_UsersPage::aTakenNameIsSaidBelowItAndNothingIsWritten()
{
    openUser();
    m_window->type(u"users.form.username"_s, u"bob"_s);
    m_window->type(u"users.form.profile.bio"_s, u"I was someone else"_s);
    m_window->save();
    QTRY_COMPARE(m_window->text(u"users.form.username.message"_s), u"has already been taken"_s);
    QCOMPARE(m_window->text(u"users.form.profile.bio"_s), u"I was someone else"_s);
    QVERIFY(stored(m_ann).profile.id.isNull());
}

void tst_UsersPage::errorsOfTheProfileStandBelowItsFields()
{
    openUser();
    m_window->type(u"users.form.username"_s, u"annie"_s);
    m_window->type(u"users.form.profile.website"_s, u"nowhere"_s);
    m_window->type(u"users.form.profile.birth_date"_s, QDate::currentDate().addYears(-3).toString(Qt::ISODate));
    m_window->save();
    QCOMPARE(m_window->text(u"users.form.profile.website.message"_s), u"must be a valid URL starting with http:// or https://"_s);
    QCOMPARE(m_window->text(u"users.form.profile.birth_date.message"_s), u"you must be at least 13 years old"_s);
    QCOMPARE(stored(m_ann).user.username, u"ann"_s);
}

void tst_UsersPage::userAndProfileAreSavedAndTakenBackTogether()
{
    openUser();
    m_window->type(u"users.form.username"_s, u"annie"_s);
    m_window->type(u"users.form.profile.bio"_s, u"Likes cats"_s);
    QCOMPARE(m_window->text(u"users.form.profile.bio.counter"_s), u"10 / 500"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved user annie."_s});
    QCOMPARE(stored(m_ann).profile.bio, u"Likes cats"_s);
    m_window->answer(1);
    QTRY_COMPARE(m_window->text(u"users.form.username"_s), u"ann"_s);
    QTRY_COMPARE(m_window->text(u"users.form.profile.bio"_s), QString());
    QVERIFY(stored(m_ann).profile.id.isNull());
    m_window->answer(1);
    QTRY_COMPARE(m_window->text(u"users.form.profile.bio"_s), u"Likes cats"_s);
    QCOMPARE(stored(m_ann).user.username, u"annie"_s);
}

void tst_UsersPage::whatTheyWroteIsOneClickAway()
{
    openUser();
    QTRY_COMPARE(m_window->text(u"users.form.facts.posts"_s), u"1 post"_s);
    QCOMPARE(m_window->text(u"users.form.facts.comments"_s), u"1 comment"_s);
    m_window->click(u"users.form.facts.posts"_s);
    QTRY_COMPARE(m_window->window().page()->id(), u"posts"_s);
    QTRY_COMPARE(m_window->column(0), QStringList{u"Her only post"_s});
    m_window->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_window->text(u"users.form.username"_s), u"ann"_s);
    m_window->click(u"users.form.facts.comments"_s);
    QTRY_COMPARE(m_window->window().page()->id(), u"comments"_s);
    QTRY_COMPARE(m_window->column(0), QStringList{u"Her only comment"_s});
}

void tst_UsersPage::aUserIsDeactivatedFromTheList()
{
    visit();
    m_window->table()->selectRow(0);
    m_window->choose(u"users.list.deactivate"_s);
    QTRY_COMPARE(m_window->column(3), (QStringList{u"Inactive"_s, u"Active"_s, u"Inactive"_s}));
    m_window->answer(1);
    QTRY_COMPARE(m_window->column(3), (QStringList{u"Active"_s, u"Active"_s, u"Inactive"_s}));
}

void tst_UsersPage::noHashIsShownAnywhere()
{
    openUser();
    const QString hash = stored(m_ann).user.passwordHash;
    QVERIFY(hash.startsWith(u"$2b$"_s));
    const auto fields = m_window->window().findChildren<QLineEdit *>();
    QVERIFY(!fields.isEmpty());
    for (const QLineEdit *field : fields)
        QVERIFY(!field->text().contains(hash));
    const auto labels = m_window->window().findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(!label->text().contains(u"$2b$"_s));
    QVERIFY(m_window->window().findChildren<QWidget *>(u"users.form.password_hash"_s).isEmpty());
}

void tst_UsersPage::countsOfTheUserBeforeAreNotShown()
{
    openUser();
    auto *posts = m_window->find(u"users.form.facts.posts"_s);
    QTRY_VERIFY(posts->isVisible());
    const qint64 bob = m_window->write([](db::Repo &repo) { return must(Accounts(repo).userChoices(u"bob"_s)).first().id.value; });
    m_window->window().go({u"users"_s, bob});
    Gate gate(m_window->session()); // lets the user pass, but not what is asked about him then
    QTRY_COMPARE(m_window->text(u"users.form.username"_s), u"bob"_s);
    QVERIFY(!posts->isVisible());
    gate.open();
    QTRY_VERIFY(posts->isVisible());
}

QTEST_MAIN(tst_UsersPage)
#include "tst_users_page.moc"
