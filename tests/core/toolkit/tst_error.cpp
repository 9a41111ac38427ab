// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/error.h"

#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;
using db::Error;

/// What an error tells a log.
class tst_Error : public QObject
{
    Q_OBJECT

private slots:
    void kindsAreKnownByTheirNames();
    void anErrorPrintsAllThatItSays();
    void whatIsEmptyIsNotPrinted();
};

static QString printed(const Error &error)
{
    QString text;
    QDebug(&text) << error << "next";
    return text;
}

void tst_Error::kindsAreKnownByTheirNames()
{
    QCOMPARE(Error{.kind = Error::Kind::Invalid}.kindName(), u"Invalid"_s);
    QCOMPARE(Error{.kind = Error::Kind::ConnectionLost}.kindName(), u"ConnectionLost"_s);
    // By which a failing QCOMPARE() prints it.
    const std::unique_ptr<char[]> text(QTest::toString(Error::Kind::NotFound));
    QCOMPARE(QByteArray(text.get()), QByteArray("NotFound"));
}

void tst_Error::anErrorPrintsAllThatItSays()
{
    const Error error{.kind = Error::Kind::Unique, .message = u"Taken"_s, .subject = u"books"_s, .code = u"2067"_s, .sql = u"INSERT"_s};
    QCOMPARE(printed(error), u"db::Error(Unique, \"Taken\", subject \"books\", code \"2067\", sql \"INSERT\") next "_s);
}

void tst_Error::whatIsEmptyIsNotPrinted()
{
    QCOMPARE(printed(Error::notFound(u"books"_s)), u"db::Error(NotFound, \"There is no such row in books\", subject \"books\") next "_s);
    QCOMPARE(printed(Error::canceled()), u"db::Error(Canceled, \"The request was canceled\") next "_s);
}

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
