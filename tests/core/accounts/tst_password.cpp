// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/password.h"

#include <QTest>

using accounts::hashPassword;
using accounts::verifyPassword;

class tst_Password : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void hashesAreBcryptsOfTheWantedCost();
    void aHashFitsItsPasswordOnly_data();
    void aHashFitsItsPasswordOnly();
    void publishedVectorsVerify_data();
    void publishedVectorsVerify();
    void whatIsNoBcryptHashFitsNothing_data();
    void whatIsNoBcryptHashFitsNothing();
    void passwordsBcryptWouldCutFitNothing();
};

void tst_Password::init()
{
    accounts::setPasswordCost(4);
}

void tst_Password::hashesAreBcryptsOfTheWantedCost()
{
    const QString hash = hashPassword(u"correct horse"_qs);
    QVERIFY2(hash.startsWith(u"$2b$04$"), qPrintable(hash));
    QCOMPARE(hash.size(), 60);
    QVERIFY(hash != hashPassword(u"correct horse"_qs)); // a salt of its own

    accounts::setPasswordCost(5);
    QVERIFY(hashPassword(u"correct horse"_qs).startsWith(u"$2b$05$"));
}

void tst_Password::aHashFitsItsPasswordOnly_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("ascii") << u"correct horse battery"_qs;
    QTest::newRow("other scripts") << u"пароль密码🔑"_qs;
    QTest::newRow("72 bytes") << QString(72, u'x');
    QTest::newRow("percent and dollar") << u"100% $2b$04$"_qs;
}

void tst_Password::aHashFitsItsPasswordOnly()
{
    QFETCH(QString, password);
    const QString hash = hashPassword(password);
    QVERIFY(verifyPassword(password, hash));
    QVERIFY(!verifyPassword(password.chopped(1), hash));
    QVERIFY(!verifyPassword(password.toUpper() + u'!', hash));
    QVERIFY(!verifyPassword(QString(), hash));
}

void tst_Password::publishedVectorsVerify_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("hash");
    // From the test suite of Openwall's crypt_blowfish.
    QTest::newRow("U*U") << u"U*U"_qs << u"$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"_qs;
    QTest::newRow("U*U*U") << u"U*U*U"_qs << u"$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"_qs;
}

void tst_Password::publishedVectorsVerify()
{
    QFETCH(QString, password);
    QFETCH(QString, hash);
    QVERIFY(verifyPassword(password, hash));
    QVERIFY(!verifyPassword(password + u'*', hash));
}

void tst_Password::whatIsNoBcryptHashFitsNothing_data()
{
    QTest::addColumn<QString>("hash");
    QTest::newRow("no password") << QString(accounts::noPassword);
    QTest::newRow("nothing") << QString();
    QTest::newRow("a salt of DES, which crypt(3) would take") << u"garbage"_qs;
    QTest::newRow("the DES hash of secret") << u"abFZSxKKdq5s2"_qs;
    QTest::newRow("cut off") << hashPassword(u"secret"_qs).chopped(1);
    QTest::newRow("the password itself") << u"secret"_qs;
}

void tst_Password::whatIsNoBcryptHashFitsNothing()
{
    QFETCH(QString, hash);
    QVERIFY(!verifyPassword(u"secret"_qs, hash));
    QVERIFY(!verifyPassword(hash, hash));
}

void tst_Password::passwordsBcryptWouldCutFitNothing()
{
    const QString hash = hashPassword(QString(72, u'x'));
    QVERIFY(!verifyPassword(QString(73, u'x'), hash));
    const QString zero = hashPassword(u"before"_qs);
    QVERIFY(!verifyPassword(u"before"_qs + QChar(QChar::Null) + u"behind", zero));
}

QTEST_GUILESS_MAIN(tst_Password)
#include "tst_password.moc"
