// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/schemaless.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using library::Author;
using library::Book;

namespace {

struct Survey
{
    db::Id<Survey> id;
    QString title;
    QList<QString> topics;
    QJsonObject answers;
    db::Decimal weight;

    static void describe(db::SchemaBuilder<Survey> &schema)
    {
        schema.table("surveys");
        schema.primaryKey("id", &Survey::id);
        schema.field("title", &Survey::title);
        schema.field("topics", &Survey::topics);
        schema.field("answers", &Survey::answers);
        schema.field("weight", &Survey::weight);
    }
};

} // namespace

/// Every rule with its message, its options and its order.
class tst_ChangesetRules : public QObject
{
    Q_OBJECT

private slots:
    void eachRuleHasItsMessageAndOptions_data();
    void eachRuleHasItsMessageAndOptions();
    void textIsCountedInOneOfThreeWays();
    void aMessageOfOnesOwnKeepsTheOptionsAndAddsSome();
    void confirmationMayBeRequired();
    void acceptanceNeedsNoField();
    void aCastErrorNamesTheType();
    void aSecondCastAddsItsErrorsBehind();
    void castMayForceChanges();
    void castMayHaveOtherEmptyValues();
    void aChangeIsUpdated();
    void changesetsOfTheSameDataAreMerged();
    void changesetsOfDifferentDataAreNotMerged();
    void anActionIsAppliedWithoutADatabase();
    void rulesAreTraversed();
    void valuesThatLookLikePlaceholdersStay();
    void aChangesetNeedsNoStruct();
};

using Rule = std::function<db::Changeset<Survey>(const db::Changeset<Survey> &)>;
Q_DECLARE_METATYPE(Rule)

void tst_ChangesetRules::eachRuleHasItsMessageAndOptions_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVariantMap>("options");
    const auto row = [](const char *name, const Rule &rule, const QString &field, const QString &text, const QVariantMap &options) {
        QTest::newRow(name) << rule << field << text << options;
    };
    using S = db::Changeset<Survey>;
    const QVariantMap length{{u"validation"_s, u"length"_s}};
    const auto with = [](QVariantMap options, const QVariantMap &more) {
        options.insert(more);
        return options;
    };
    row(
        "exact length", [](const S &s) { return s.validateLength(&Survey::title, {.is = 3}); }, u"title"_s, u"should be 3 character(s)"_s,
        with(length, {{u"count"_s, 3}, {u"kind"_s, u"is"_s}, {u"type"_s, u"string"_s}}));
    row(
        "least bytes", [](const S &s) { return s.validateLength(&Survey::title, {.min = 9, .count = db::Length::Count::Bytes}); }, u"title"_s,
        u"should be at least 9 byte(s)"_s, with(length, {{u"count"_s, 9}, {u"kind"_s, u"min"_s}, {u"type"_s, u"binary"_s}}));
    row(
        "most entries", [](const S &s) { return s.validateLength(&Survey::topics, {.max = 1}); }, u"topics"_s, u"should have at most 1 item(s)"_s,
        with(length, {{u"count"_s, 1}, {u"kind"_s, u"max"_s}, {u"type"_s, u"list"_s}}));
    row(
        "least keys", [](const S &s) { return s.validateLength(&Survey::answers, {.min = 2}); }, u"answers"_s, u"should have at least 2 item(s)"_s,
        with(length, {{u"count"_s, 2}, {u"kind"_s, u"min"_s}, {u"type"_s, u"map"_s}}));
    row(
        "less", [](const S &s) { return s.validateNumber(&Survey::weight, {.lessThan = 2}); }, u"weight"_s, u"must be less than 2"_s,
        {{u"validation"_s, u"number"_s}, {u"kind"_s, u"less_than"_s}, {u"number"_s, u"2"_s}});
    row(
        "not equal, by value", [](const S &s) { return s.validateNumber(&Survey::weight, {.notEqualTo = *db::Decimal::fromString(u"2.50")}); },
        u"weight"_s, u"must be not equal to 2.50"_s, {{u"validation"_s, u"number"_s}, {u"kind"_s, u"not_equal_to"_s}, {u"number"_s, u"2.50"_s}});
    row(
        "format", [](const S &s) { return s.validateFormat(&Survey::title, QRegularExpression(u"^\\d+$"_s)); }, u"title"_s, u"has invalid format"_s,
        {{u"validation"_s, u"format"_s}});
    row(
        "inclusion", [](const S &s) { return s.validateInclusion(&Survey::title, {u"a"_s, u"b"_s}); }, u"title"_s, u"is invalid"_s,
        {{u"validation"_s, u"inclusion"_s}, {u"enum"_s, QVariantList{u"a"_s, u"b"_s}}});
    row(
        "exclusion", [](const S &s) { return s.validateExclusion(&Survey::weight, {2.5}); }, u"weight"_s, u"is reserved"_s,
        {{u"validation"_s, u"exclusion"_s}, {u"enum"_s, QVariantList{2.5}}});
    row(
        "subset", [](const S &s) { return s.validateSubset(&Survey::topics, {u"tea"_s, u"milk"_s}); }, u"topics"_s, u"has an invalid entry"_s,
        {{u"validation"_s, u"subset"_s}, {u"enum"_s, QVariantList{u"tea"_s, u"milk"_s}}});
    row(
        "confirmation", [](const S &s) { return s.validateConfirmation(&Survey::title); }, u"title_confirmation"_s, u"does not match confirmation"_s,
        {{u"validation"_s, u"confirmation"_s}});
    row(
        "acceptance", [](const S &s) { return s.validateAcceptance(u"terms"_s); }, u"terms"_s, u"must be accepted"_s,
        {{u"validation"_s, u"acceptance"_s}});
    row(
        "own", [](const S &s) { return s.validateChange(&Survey::title, [](const QString &) { return std::optional(db::Message("is odd", {{u"why"_s, 1}})); }); },
        u"title"_s, u"is odd"_s, {{u"why"_s, 1}});
}

void tst_ChangesetRules::eachRuleHasItsMessageAndOptions()
{
    QFETCH(Rule, rule);
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QVariantMap, options);
    const db::Params params{{u"title"_s, u"Hello"_s}, {u"title_confirmation"_s, u"Hallo"_s}, {u"topics"_s, QVariantList{u"tea"_s, u"coffee"_s}}, {u"answers"_s, QVariant::fromValue(QJsonValue(QJsonObject{{u"a"_s, 1}}))}, {u"weight"_s, u"2.5"_s}};
    const auto cast = db::cast(Survey{}, params, {&Survey::title, &Survey::topics, &Survey::answers, &Survey::weight});
    QVERIFY(cast.isValid());
    const auto changeset = rule(cast);
    QCOMPARE(changeset.core().errors().size(), 1);
    const db::FieldError error = changeset.core().errors().first();
    QCOMPARE(error.field, field);
    QCOMPARE(error.text(), text);
    QCOMPARE(error.options, options);
}

void tst_ChangesetRules::textIsCountedInOneOfThreeWays()
{
    // One grapheme, two code points, three bytes.
    const auto changeset = db::change(Author{}).put(&Author::name, u"e\u0301"_s);
    QVERIFY(changeset.validateLength(&Author::name, {.is = 1}).isValid());
    QVERIFY(changeset.validateLength(&Author::name, {.is = 2, .count = db::Length::Count::Codepoints}).isValid());
    QVERIFY(changeset.validateLength(&Author::name, {.is = 3, .count = db::Length::Count::Bytes}).isValid());
}

void tst_ChangesetRules::aMessageOfOnesOwnKeepsTheOptionsAndAddsSome()
{
    const auto changeset = db::change(Author{}).put(&Author::name, u"Jo"_s).validateLength(&Author::name, {.min = 3, .message = db::Message("needs %{count} letters", {{u"hint"_s, u"full name"_s}})});
    const db::FieldError error = changeset.core().errors().first();
    QCOMPARE(error.text(), u"needs 3 letters"_s);
    QCOMPARE(error.options.value(u"kind"_s), QVariant(u"min"_s));
    QCOMPARE(error.options.value(u"hint"_s), QVariant(u"full name"_s));
}

void tst_ChangesetRules::confirmationMayBeRequired()
{
    const auto cast = db::cast(Author{}, {{u"email"_s, u"a@b"_s}}, {&Author::email});
    QVERIFY(cast.validateConfirmation(&Author::email).isValid());
    const auto required = cast.validateConfirmation(&Author::email, {.isRequired = true});
    QCOMPARE(required.core().errorsOn(u"email_confirmation"), QStringList{u"can't be blank"_s});
    QVERIFY(db::change(Author{}).put(&Author::email, u"a@b"_s).validateConfirmation(&Author::email, {.isRequired = true}).isValid());
}

void tst_ChangesetRules::acceptanceNeedsNoField()
{
    for (const QVariant &yes : {QVariant(true), QVariant(u"true"_s), QVariant(u"1"_s)})
        QVERIFY(db::cast(Author{}, {{u"terms"_s, yes}}, {}).validateAcceptance(u"terms"_s).isValid());
    for (const QVariant &no : {QVariant(), QVariant(false), QVariant(u"0"_s), QVariant(u"yes"_s)})
        QVERIFY(!db::cast(Author{}, {{u"terms"_s, no}}, {}).validateAcceptance(u"terms"_s).isValid());
}

void tst_ChangesetRules::aCastErrorNamesTheType()
{
    const auto changeset = db::cast(Book{}, {{u"published_at"_s, u"soon"_s}}, {&Book::publishedAt});
    QCOMPARE(changeset.core().errors().first().options, (QVariantMap{{u"validation"_s, u"cast"_s}, {u"type"_s, u"utc_datetime"_s}}));
}

void tst_ChangesetRules::aSecondCastAddsItsErrorsBehind()
{
    const auto changeset = db::cast(Book{}, {{u"copies"_s, u"many"_s}}, {&Book::copies}).cast({{u"price"_s, u"dear"_s}, {u"title"_s, u"T"_s}}, {&Book::price, &Book::title});
    QCOMPARE(changeset.core().errors().size(), 2);
    QCOMPARE(changeset.core().errors().at(0).field, u"copies"_s);
    QCOMPARE(changeset.core().errors().at(1).field, u"price"_s);
    QCOMPARE(changeset.value(&Book::title), u"T"_s);
    QCOMPARE(changeset.core().params().keys(), (QStringList{u"copies"_s, u"price"_s, u"title"_s}));
}

void tst_ChangesetRules::castMayForceChanges()
{
    const Author ada{.name = u"Ada"_s};
    QVERIFY(!db::cast(ada, {{u"name"_s, u"Ada"_s}}, {&Author::name}).changes(&Author::name));
    QVERIFY(db::cast(ada, {{u"name"_s, u"Ada"_s}}, {&Author::name}, {.forceChanges = true}).changes(&Author::name));
}

void tst_ChangesetRules::castMayHaveOtherEmptyValues()
{
    const db::Params params{{u"name"_s, u"  "_s}, {u"email"_s, u"-"_s}};
    const auto changeset = db::cast(Author{}, params, {&Author::name, &Author::email}, {.emptyValues = QVariantList{u"-"_s}});
    QCOMPARE(changeset.value(&Author::name), u"  "_s);
    QCOMPARE(changeset.value(&Author::email), QString());
}

void tst_ChangesetRules::aChangeIsUpdated()
{
    const auto trimmed = [](const QString &name) { return name.trimmed(); };
    QCOMPARE(db::cast(Author{}, {{u"name"_s, u" Ada "_s}}, {&Author::name}).update(&Author::name, trimmed).value(&Author::name), u"Ada"_s);
    QVERIFY(!db::change(Author{.name = u" Ada "_s}).update(&Author::name, trimmed).core().isChanged());
}

void tst_ChangesetRules::changesetsOfTheSameDataAreMerged()
{
    const auto left = db::cast(Author{}, {{u"name"_s, u"A"_s}}, {&Author::name}).validateLength(&Author::name, {.min = 3}).validateRequired({&Author::name});
    const auto right = db::cast(Author{}, {{u"born"_s, u"x"_s}, {u"email"_s, u"a@b"_s}}, {&Author::born, &Author::email}).uniqueConstraint(&Author::email);
    const auto merged = left.merge(right);
    QCOMPARE(merged.core().changes().keys(), (QStringList{u"email"_s, u"name"_s}));
    QCOMPARE(merged.core().errors().size(), 2);
    QCOMPARE(merged.core().constraints().size(), 1);
    QCOMPARE(merged.merge(left).core().required(), QStringList{u"name"_s});
}

void tst_ChangesetRules::changesetsOfDifferentDataAreNotMerged()
{
    const auto merged = db::change(Author{.name = u"A"_s}).merge(db::change(Author{.name = u"B"_s}));
    QVERIFY(!merged.isValid());
    QCOMPARE(merged.applyAction(db::ChangesetCore::Action::Update).error().kind, db::Error::Kind::Refused);
}

void tst_ChangesetRules::anActionIsAppliedWithoutADatabase()
{
    using Action = db::ChangesetCore::Action;
    const auto changeset = db::cast(Author{}, {{u"name"_s, u"Ada"_s}}, {&Author::name});
    QCOMPARE(changeset.applyAction(Action::Insert)->name, u"Ada"_s);
    const auto refused = changeset.validateRequired({&Author::email}).applyAction(Action::Insert);
    QVERIFY(!refused);
    QCOMPARE(refused.error().changeset->action(), Action::Insert);
}

void tst_ChangesetRules::rulesAreTraversed()
{
    const auto changeset = db::change(Author{}).validateRequired({&Author::name}).validateLength(&Author::name, {.max = 9});
    const auto rules = changeset.core().traverseValidations([](const db::Validation &rule) { return QString::fromLatin1(rule.name); });
    QCOMPARE(rules.value(u"name"_s), (QStringList{u"length"_s}));
    QCOMPARE(changeset.core().required(), (QStringList{u"name"_s}));
}

void tst_ChangesetRules::valuesThatLookLikePlaceholdersStay()
{
    const db::FieldError error{u"name"_s, "only %{a} and %{c}", {{u"a"_s, u"%{b}"_s}, {u"b"_s, u"wrong"_s}}};
    QCOMPARE(error.text(), u"only %{b} and %{c}"_s);
}

void tst_ChangesetRules::aChangesetNeedsNoStruct()
{
    const db::Schemaless search({{u"text"_s, db::Type::String}, {u"limit"_s, db::Type::Integer}});
    db::ChangesetCore changeset = search.cast({{u"limit"_s, 20}}, {{u"text"_s, u"owls"_s}, {u"limit"_s, u"5"_s}});
    changeset.validateRequired({u"text"_s});
    changeset.validateNumber(u"limit"_s, {.lessThanOrEqualTo = 100});
    QCOMPARE(search.apply(changeset).value(), (QVariantMap{{u"text"_s, u"owls"_s}, {u"limit"_s, 5LL}}));

    db::ChangesetCore wrong = search.cast({}, {{u"limit"_s, u"few"_s}});
    wrong.validateRequired({u"text"_s});
    QCOMPARE(search.apply(wrong).error().changeset->errorsOn(u"limit"), QStringList{u"is invalid"_s});
    QCOMPARE(wrong.errorsOn(u"text"), QStringList{u"can't be blank"_s});
    QCOMPARE(search.apply(search.cast({}, {}, {u"wings"_s})).error().kind, db::Error::Kind::Refused);
}

QTEST_GUILESS_MAIN(tst_ChangesetRules)
#include "tst_changeset_rules.moc"
