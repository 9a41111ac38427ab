// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"

#include <QTest>

using namespace Qt::StringLiterals;
using library::Author;
using library::Book;

/// What a changeset does before any database is asked: the semantics of Ecto.Changeset.
class tst_Changeset : public QObject
{
    Q_OBJECT

private slots:
    void onlyPermittedFieldsAreCast();
    void associationsAreNotCastAsFields();
    void blankTextBecomesTheDefault();
    void nullIsNotTheDefault();
    void theErrorsOfATemporaryChangesetOutliveIt();
    void aChangeIsForgotten();
    void aValueThatIsTheSameIsNoChange();
    void whatCannotBeCastIsAnErrorInTheOrderOfThePermittedFields();
    void requiredLooksAtTheChangeAndElseAtTheData();
    void requiredErrorsStandBeforeOlderOnesAndOncePerField();
    void lengthCountsWhatAPersonCounts_data();
    void lengthCountsWhatAPersonCounts();
    void numbersAreCheckedInEctosOrder();
    void rulesIgnoreWhatDoesNotChange();
    void theNewestRuleSpeaksFirst();
    void confirmationComparesWhatWasTyped();
    void ownChecksSeeTheTypedValue();
    void putNeitherCastsNorKeepsAnEqualValue();
    void aStepLeavesTheOldChangesetAlone();
    void errorsAreTraversedWithTheirPlaceholders();
    void fractionsNeverMakeASaveFail();
};

static db::Changeset<Author> cast(const db::Params &params, const Author &author = {})
{
    return db::cast(author, params, {&Author::name, &Author::email, &Author::born});
}

void tst_Changeset::onlyPermittedFieldsAreCast()
{
    const auto changeset = db::cast(Author{}, {{u"name"_s, u"Ada"_s}, {u"email"_s, u"a@b"_s}, {u"unknown"_s, 1}}, {&Author::name});
    QCOMPARE(changeset.core().changes().keys(), QStringList{u"name"_s});
}

void tst_Changeset::associationsAreNotCastAsFields()
{
    const auto refused = db::cast(Author{}, {{u"books"_s, u"many"_s}}, {&Author::books}).applyAction(db::ChangesetCore::Action::Insert);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().message, u"books of authors is no field: castAssoc() changes it, not cast()"_s);
}

void tst_Changeset::blankTextBecomesTheDefault()
{
    const Author ada{.name = u"Ada"_s, .born = 1815};
    const auto changeset = cast({{u"name"_s, u"  "_s}, {u"born"_s, u""_s}}, ada);
    QCOMPARE(changeset.core().changes().value(u"name"_s), QVariant(QString()));
    QVERIFY(changeset.changes(&Author::born));
    QVERIFY(!changeset.change(&Author::born));
    QCOMPARE(db::cast(Book{.copies = 7}, {{u"copies"_s, u" "_s}}, {&Book::copies}).value(&Book::copies), 1);
}

void tst_Changeset::nullIsNotTheDefault()
{
    const db::Params nothing{{u"mood"_s, QVariant()}, {u"published_at"_s, QVariant()}};
    const Book book{.publishedAt = QDateTime::currentDateTimeUtc(), .mood = library::Mood::Wild};
    const auto changeset = db::cast(book, nothing, {&Book::mood, &Book::publishedAt});
    QVERIFY(changeset.changes(&Book::publishedAt));
    QVERIFY(!changeset.applied().publishedAt);
    QVERIFY(changeset.changes(&Book::mood));
    QVERIFY(!changeset.change(&Book::mood));
    const auto required = changeset.validateRequired({&Book::mood});
    QCOMPARE(required.errorsOn(&Book::mood), QStringList{u"can't be blank"_s});
    QCOMPARE(int(required.applied().mood), int(library::Mood::Wild));
}

void tst_Changeset::theErrorsOfATemporaryChangesetOutliveIt()
{
    QStringList fields;
    for (const db::FieldError &error : cast({{u"name"_s, u"Ada"_s}}).validateRequired({&Author::email, &Author::born}).core().errors())
        fields.append(error.field);
    QCOMPARE(fields, (QStringList{u"email"_s, u"born"_s}));
}

void tst_Changeset::aChangeIsForgotten()
{
    const auto changeset = cast({{u"name"_s, u"Ada"_s}, {u"born"_s, 1815}}).drop(&Author::name);
    QCOMPARE(changeset.core().changes().keys(), QStringList{u"born"_s});
    QCOMPARE(changeset.applied().name, QString());
}

void tst_Changeset::aValueThatIsTheSameIsNoChange()
{
    const Book book{.title = u"T"_s, .price = *db::Decimal::fromString(u"1.0")};
    const auto changeset = db::cast(book, {{u"title"_s, u"T"_s}, {u"price"_s, u"1.00"_s}}, {&Book::title, &Book::price});
    QVERIFY(!changeset.core().isChanged());
}

void tst_Changeset::whatCannotBeCastIsAnErrorInTheOrderOfThePermittedFields()
{
    const auto changeset = db::cast(Book{}, {{u"copies"_s, u"many"_s}, {u"price"_s, u"dear"_s}, {u"mood"_s, u"sad"_s}},
                                    {&Book::price, &Book::copies, &Book::mood});
    QVERIFY(!changeset.isValid());
    QStringList fields;
    for (const db::FieldError &error : changeset.core().errors())
        fields.append(error.field);
    QCOMPARE(fields, (QStringList{u"price"_s, u"copies"_s, u"mood"_s}));
    QCOMPARE(changeset.errorsOn(&Book::copies), QStringList{u"is invalid"_s});
    // An int has no room for it.
    QCOMPARE(cast({{u"born"_s, u"4294967297"_s}}).errorsOn(&Author::born), QStringList{u"is invalid"_s});
}

void tst_Changeset::requiredLooksAtTheChangeAndElseAtTheData()
{
    QVERIFY(cast({}, {.name = u"Ada"_s}).validateRequired({&Author::name}).isValid());
    const auto emptied = cast({{u"name"_s, u""_s}}, {.name = u"Ada"_s}).validateRequired({&Author::name});
    QCOMPARE(emptied.errorsOn(&Author::name), QStringList{u"can't be blank"_s});
    QVERIFY(!emptied.changes(&Author::name));
    // False is a value.
    QVERIFY(db::cast(Book{.isLent = true}, {{u"is_lent"_s, u""_s}}, {&Book::isLent}).validateRequired({&Book::isLent}).isValid());
}

void tst_Changeset::requiredErrorsStandBeforeOlderOnesAndOncePerField()
{
    const auto changeset = cast({{u"born"_s, u"long ago"_s}}).validateRequired({&Author::name, &Author::email, &Author::born});
    QStringList fields;
    for (const db::FieldError &error : changeset.core().errors())
        fields.append(error.field);
    QCOMPARE(fields, (QStringList{u"name"_s, u"email"_s, u"born"_s}));
}

void tst_Changeset::lengthCountsWhatAPersonCounts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("short") << u"Jo"_s << u"should be at least 3 character(s)"_s;
    QTest::newRow("right") << u"Joe"_s << QString();
    QTest::newRow("long") << u"Josephine"_s << u"should be at most 5 character(s)"_s;
    QTest::newRow("accents count once") << u"e\u0301e\u0301e\u0301e\u0301e\u0301"_s << QString();
    QTest::newRow("a family is one character") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s << u"should be at least 3 character(s)"_s;
}

void tst_Changeset::lengthCountsWhatAPersonCounts()
{
    QFETCH(QString, name);
    QFETCH(QString, complaint);
    const auto changeset = cast({{u"name"_s, name}}).validateLength(&Author::name, {.min = 3, .max = 5});
    QCOMPARE(changeset.errorsOn(&Author::name).join(u' '), complaint);
}

void tst_Changeset::numbersAreCheckedInEctosOrder()
{
    const auto changeset = cast({{u"born"_s, u"3000"_s}}).validateNumber(&Author::born, {.lessThan = 2100, .greaterThanOrEqualTo = 4000});
    QCOMPARE(changeset.errorsOn(&Author::born), QStringList{u"must be less than 2100"_s});
    QCOMPARE(changeset.core().errors().first().options.value(u"kind"_s), QVariant(u"less_than"_s));
}

void tst_Changeset::rulesIgnoreWhatDoesNotChange()
{
    const Author old{.name = u"Jo"_s};
    QVERIFY(cast({{u"name"_s, u"Jo"_s}}, old).validateLength(&Author::name, {.min = 3}).isValid());
    QVERIFY(cast({}, old).validateInclusion(&Author::name, {u"Ada"_s}).isValid());
}

void tst_Changeset::theNewestRuleSpeaksFirst()
{
    const auto changeset = cast({{u"name"_s, u"x"_s}})
                               .validateLength(&Author::name, {.min = 3})
                               .validateFormat(&Author::name, QRegularExpression(u"^A"_s))
                               .validateExclusion(&Author::name, {u"x"_s});
    QCOMPARE(changeset.errorsOn(&Author::name), (QStringList{u"is reserved"_s, u"has invalid format"_s, u"should be at least 3 character(s)"_s}));
}

void tst_Changeset::confirmationComparesWhatWasTyped()
{
    const auto confirmed = [](const db::Params &params) { return cast(params).validateConfirmation(&Author::email); };
    QVERIFY(confirmed({{u"email"_s, u"a@b"_s}}).isValid());
    QVERIFY(confirmed({{u"email"_s, u"a@b"_s}, {u"email_confirmation"_s, u"a@b"_s}}).isValid());
    const auto wrong = confirmed({{u"email"_s, u"a@b"_s}, {u"email_confirmation"_s, u"a@c"_s}});
    QCOMPARE(wrong.core().errorsOn(u"email_confirmation"), QStringList{u"does not match confirmation"_s});
    QVERIFY(!confirmed({{u"email"_s, u"a@b"_s}, {u"email_confirmation"_s, QVariant()}}).isValid());
}

void tst_Changeset::ownChecksSeeTheTypedValue()
{
    const auto old = [](int born) -> std::optional<QByteArray> {
        return born < 1900 ? std::optional<QByteArray>("is too long ago") : std::nullopt;
    };
    QCOMPARE(cast({{u"born"_s, u"1815"_s}}).validateChange(&Author::born, old).errorsOn(&Author::born), QStringList{u"is too long ago"_s});
    QVERIFY(cast({{u"born"_s, u"1915"_s}}).validateChange(&Author::born, old).isValid());
    QVERIFY(cast({{u"born"_s, u""_s}}).validateChange(&Author::born, old).isValid());
}

void tst_Changeset::putNeitherCastsNorKeepsAnEqualValue()
{
    const auto changeset = db::change(Author{.name = u"Ada"_s}).put(&Author::name, u"Ada"_s).put(&Author::born, 1815);
    QCOMPARE(changeset.core().changes().keys(), QStringList{u"born"_s});
    QVERIFY(!changeset.put(&Author::born, std::nullopt).core().isChanged());
    QVERIFY(db::change(Author{.name = u"Ada"_s}).force(&Author::name, u"Ada"_s).core().isChanged());
}

void tst_Changeset::aStepLeavesTheOldChangesetAlone()
{
    const auto first = cast({{u"name"_s, u"x"_s}});
    const auto second = first.validateLength(&Author::name, {.min = 3});
    QVERIFY(first.isValid());
    QVERIFY(!second.isValid());
    QCOMPARE(second.applied().name, u"x"_s);
}

void tst_Changeset::errorsAreTraversedWithTheirPlaceholders()
{
    const auto changeset = cast({{u"name"_s, u"x"_s}}).validateLength(&Author::name, {.min = 3}).validateRequired({&Author::email});
    const QMap<QString, QStringList> texts = changeset.core().traverseErrors([](const db::FieldError &error) { return error.text().toUpper(); });
    QCOMPARE(texts.value(u"name"_s), QStringList{u"SHOULD BE AT LEAST 3 CHARACTER(S)"_s});
    QCOMPARE(texts.value(u"email"_s), QStringList{u"CAN'T BE BLANK"_s});
}

void tst_Changeset::fractionsNeverMakeASaveFail()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    QCOMPARE(db::change(Book{}).put(&Book::publishedAt, now).change(&Book::publishedAt)->toMSecsSinceEpoch(), 1'700'000'000'000);
}

QTEST_GUILESS_MAIN(tst_Changeset)
#include "tst_changeset.moc"
