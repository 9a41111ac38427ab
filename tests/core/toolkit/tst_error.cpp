// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/decimal.h"
#include "core/toolkit/error.h"
#include "core/toolkit/field_error.h"
#include "core/toolkit/id.h"

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
    void keysAndValuesPrintThemselves();
};

template <typename T>
static QString printed(const T &value)
{
    QString text;
    QDebug(&text) << value << "next";
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

void tst_Error::keysAndValuesPrintThemselves()
{
    struct Jar;
    QCOMPARE(printed(db::Id<Jar>{7}), u"db::Id(7) next "_s);
    QCOMPARE(printed(db::Id<Jar>{}), u"db::Id(none) next "_s);
    QCOMPARE(printed(db::UuidId<Jar>{QUuid(u"67c8770b-44f1-410a-ab9a-f9b5446f13ee"_s)}), u"db::Id(67c8770b-44f1-410a-ab9a-f9b5446f13ee) next "_s);
    QCOMPARE(printed(db::UlidId<Jar>{*db::Ulid::fromString(u"01ARZ3NDEKTSV4RRFFQ69G5FAV")}), u"db::Id(01ARZ3NDEKTSV4RRFFQ69G5FAV) next "_s);
    QCOMPARE(printed(*db::Decimal::fromString(u"1.10")), u"db::Decimal(1.10) next "_s);
    QCOMPARE(printed(db::FieldError{u"title"_s, "should be at least %{count} character(s)", {{u"count"_s, 3}}}),
             u"db::FieldError(title should be at least 3 character(s)) next "_s);
}

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
