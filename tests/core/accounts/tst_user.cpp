// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/password.h"
#include "core/accounts/profile.h"
#include "core/accounts/user.h"
#include "core/toolkit/changeset.h"

#include <QTest>

using accounts::Profile;
using accounts::Role;
using accounts::User;

namespace {

QVariantMap goodParams()
{
    return {{u"email"_qs, u"ada@example.org"_qs}, {u"username"_qs, u"ada"_qs}, {u"password"_qs, u"long enough"_qs}, {u"password_confirmation"_qs, u"long enough"_qs}};
}

User stored()
{
    User user;
    user.id = {7};
    user.email = u"ada@example.org"_qs;
    user.username = u"ada"_qs;
    user.passwordHash = u"!"_qs;
    return user;
}

} // namespace

/// The changesets of users and profiles, which need no database.
class tst_User : public QObject
{
    Q_OBJECT

private slots:
    void goodParametersRegister();
    void registrationComplainsAboutBadInput_data();
    void registrationComplainsAboutBadInput();
    void registrationNeedsTheThreeFields();
    void nobodyRegistersAsAdministrator();
    void theHashIsMadeLastAndOnlyWhenAllIsWell();
    void editingChangesWhatAnAdministratorMayChange();
    void editingComplainsAboutBadInput_data();
    void editingComplainsAboutBadInput();
    void aBlankPasswordStays();
    void profilesAreChecked_data();
    void profilesAreChecked();
    void agesAreCountedByTheCalendar_data();
    void agesAreCountedByTheCalendar();
    void theMinimumAgeIsReachedOnTheBirthday();
};

void tst_User::goodParametersRegister()
{
    const auto changeset = User::registration({}, goodParams());
    QVERIFY(changeset.isValid());
    QCOMPARE(changeset.change(&User::email), u"ada@example.org"_qs);
    QVERIFY(!changeset.changes(&User::passwordHash));
}

void tst_User::registrationComplainsAboutBadInput_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("errorField");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, const QString &field, const QVariant &value, const QString &error, const QString &errorField = {}) {
        QTest::newRow(name) << field << value << (errorField.isEmpty() ? field : errorField) << error;
    };
    row("blank email", u"email"_qs, u"  "_qs, u"can't be blank"_qs);
    row("no at sign", u"email"_qs, u"ada.example.org"_qs, u"must be a valid email"_qs);
    row("blank inside the email", u"email"_qs, u"ada @example.org"_qs, u"must be a valid email"_qs);
    row("line break at the end", u"email"_qs, u"ada@example.org\n"_qs, u"must be a valid email"_qs);
    row("not a text", u"email"_qs, 12, u"is invalid"_qs);
    row("short name", u"username"_qs, u"ad"_qs, u"should be at least 3 character(s)"_qs);
    row("long name", u"username"_qs, QString(31, u'a'), u"should be at most 30 character(s)"_qs);
    row("short password", u"password"_qs, u"secret"_qs, u"should be at least 8 character(s)"_qs);
    row("long password", u"password"_qs, QString(73, u'a'), u"should be at most 72 character(s)"_qs);
    row("more bytes than bcrypt reads", u"password"_qs, QString(37, QChar(0x00e4)), u"should be at most 72 byte(s)"_qs);
    row("zero character", u"password"_qs, QString(u"12345678"_qs + QChar(QChar::Null)), u"has invalid format"_qs);
    row("other confirmation", u"password_confirmation"_qs, u"something else"_qs, u"passwords do not match"_qs);
    row("no confirmation after all", u"password_confirmation"_qs, QVariant(), u"passwords do not match"_qs);
}

void tst_User::registrationComplainsAboutBadInput()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QString, errorField);
    QFETCH(QString, error);

    QVariantMap params = goodParams();
    params[field] = value;
    if (field == u"password")
        params[u"password_confirmation"_qs] = value;
    const auto changeset = User::registration({}, params);
    QCOMPARE(changeset.core().errorsOn(errorField), QStringList{error});
    QCOMPARE(changeset.core().errors().size(), 1);
}

void tst_User::registrationNeedsTheThreeFields()
{
    const auto changeset = User::registration({}, {});
    for (const QString &field : {u"email"_qs, u"username"_qs, u"password"_qs})
        QCOMPARE(changeset.core().errorsOn(field), QStringList{u"can't be blank"_qs});
}

void tst_User::nobodyRegistersAsAdministrator()
{
    QVariantMap params = goodParams();
    params[u"role"_qs] = u"admin"_qs;
    params[u"password_hash"_qs] = u"mine"_qs;
    const auto changeset = User::registration({}, params);
    QVERIFY(changeset.isValid());
    QCOMPARE(changeset.applied().role, Role::User);
    QVERIFY(!changeset.changes(&User::passwordHash));
}

void tst_User::theHashIsMadeLastAndOnlyWhenAllIsWell()
{
    accounts::setPasswordCost(4);
    const auto good = User::withHash(User::registration({}, goodParams()));
    QVERIFY(accounts::verifyPassword(u"long enough"_qs, good.applied().passwordHash));

    QVariantMap params = goodParams();
    params[u"email"_qs] = u"nonsense"_qs;
    QVERIFY(!User::withHash(User::registration({}, params)).changes(&User::passwordHash));
    QVERIFY(!User::withHash(User::editing(stored(), {{u"username"_qs, u"countess"_qs}})).changes(&User::passwordHash));
}

void tst_User::editingChangesWhatAnAdministratorMayChange()
{
    const auto changeset = User::editing(stored(), {{u"email"_qs, u"a@b"_qs}, {u"username"_qs, u"countess"_qs}, {u"role"_qs, u"moderator"_qs}, {u"is_active"_qs, false}, {u"password_hash"_qs, u"x"_qs}});
    QVERIFY(changeset.isValid());
    const User user = changeset.applied();
    QCOMPARE(user.email, u"a@b"_qs);
    QCOMPARE(user.username, u"countess"_qs);
    QCOMPARE(user.role, Role::Moderator);
    QVERIFY(!user.isActive);
    QCOMPARE(user.passwordHash, u"!"_qs);
}

void tst_User::editingComplainsAboutBadInput_data()
{
    QTest::addColumn<QVariantMap>("params");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("error");
    QTest::newRow("unknown role") << QVariantMap{{u"role"_qs, u"emperor"_qs}} << u"role"_qs << u"is invalid"_qs;
    QTest::newRow("not a truth value") << QVariantMap{{u"is_active"_qs, u"perhaps"_qs}} << u"is_active"_qs << u"is invalid"_qs;
    QTest::newRow("blank name") << QVariantMap{{u"username"_qs, u""_qs}} << u"username"_qs << u"can't be blank"_qs;
    QTest::newRow("short new password") << QVariantMap{{u"password"_qs, u"secret"_qs}} << u"password"_qs << u"should be at least 8 character(s)"_qs;
    QTest::newRow("only the confirmation") << QVariantMap{{u"password"_qs, u""_qs}, {u"password_confirmation"_qs, u"long enough"_qs}}
                                           << u"password_confirmation"_qs << u"passwords do not match"_qs;
}

void tst_User::editingComplainsAboutBadInput()
{
    QFETCH(QVariantMap, params);
    QFETCH(QString, field);
    QFETCH(QString, error);
    QCOMPARE(User::editing(stored(), params).core().errorsOn(field), QStringList{error});
}

void tst_User::aBlankPasswordStays()
{
    const auto changeset = User::editing(stored(), {{u"password"_qs, u""_qs}, {u"password_confirmation"_qs, u""_qs}});
    QVERIFY(changeset.isValid());
    QVERIFY(!changeset.core().isChanged());
}

void tst_User::profilesAreChecked_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("error");

    const QString badUrl = u"must be a valid URL starting with http:// or https://"_qs;
    QTest::newRow("bio of 500") << u"bio"_qs << QVariant(QString(500, u'x')) << QString();
    QTest::newRow("bio of 501") << u"bio"_qs << QVariant(QString(501, u'x')) << u"should be at most 500 character(s)"_qs;
    QTest::newRow("http") << u"website"_qs << QVariant(u"http://example.org"_qs) << QString();
    QTest::newRow("https with path") << u"website"_qs << QVariant(u"https://example.org/~ada?x=1#top"_qs) << QString();
    QTest::newRow("upper case scheme") << u"website"_qs << QVariant(u"HTTPS://example.org"_qs) << QString();
    QTest::newRow("international host") << u"website"_qs << QVariant(u"https://müller.example"_qs) << QString();
    QTest::newRow("no scheme") << u"website"_qs << QVariant(u"example.org"_qs) << badUrl;
    QTest::newRow("no host") << u"website"_qs << QVariant(u"http://"_qs) << badUrl;
    QTest::newRow("one slash") << u"website"_qs << QVariant(u"http:/example.org"_qs) << badUrl;
    QTest::newRow("ftp") << u"website"_qs << QVariant(u"ftp://example.org"_qs) << badUrl;
    QTest::newRow("script") << u"website"_qs << QVariant(u"javascript:alert(1)"_qs) << badUrl;
    QTest::newRow("blank inside") << u"website"_qs << QVariant(u"http://exam ple.org"_qs) << badUrl;
    QTest::newRow("no date") << u"birth_date"_qs << QVariant(u"2000-02-30"_qs) << u"is invalid"_qs;
    QTest::newRow("born tomorrow") << u"birth_date"_qs << QVariant(u"2026-11-23"_qs) << u"you must be at least 13 years old"_qs;
    QTest::newRow("blank") << u"website"_qs << QVariant(u" "_qs) << QString();
}

void tst_User::profilesAreChecked()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QString, error);
    const auto changeset = Profile::changeset({}, {{field, value}}, QDate(2026, 11, 22));
    QCOMPARE(changeset.core().errorsOn(field), error.isEmpty() ? QStringList() : QStringList{error});
}

void tst_User::agesAreCountedByTheCalendar_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("age");
    QTest::newRow("day before") << QDate(2000, 6, 15) << QDate(2013, 6, 14) << 12;
    QTest::newRow("birthday") << QDate(2000, 6, 15) << QDate(2013, 6, 15) << 13;
    QTest::newRow("leapling on 28 February") << QDate(2012, 2, 29) << QDate(2025, 2, 28) << 12;
    QTest::newRow("leapling on 1 March") << QDate(2012, 2, 29) << QDate(2025, 3, 1) << 13;
    QTest::newRow("leapling in a leap year") << QDate(2012, 2, 29) << QDate(2024, 2, 29) << 12;
    QTest::newRow("where 365 days a year are too short") << QDate(1926, 11, 23) << QDate(2026, 11, 22) << 99;
    QTest::newRow("not born") << QDate(2027, 1, 1) << QDate(2026, 12, 31) << -1;
}

void tst_User::agesAreCountedByTheCalendar()
{
    QFETCH(QDate, birth);
    QFETCH(QDate, day);
    QTEST(accounts::ageOn(day, birth), "age");
}

void tst_User::theMinimumAgeIsReachedOnTheBirthday()
{
    const QVariantMap params{{u"birth_date"_qs, u"2013-11-22"_qs}};
    QVERIFY(Profile::changeset({}, params, QDate(2026, 11, 22)).isValid());
    QVERIFY(!Profile::changeset({}, params, QDate(2026, 11, 21)).isValid());
}

QTEST_GUILESS_MAIN(tst_User)
#include "tst_user.moc"
