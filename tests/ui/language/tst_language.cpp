// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/format.h"
#include "ui/forms/error_text.h"
#include "ui/language/language.h"
#include "ui/language/retranslate.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Language;

class tst_Language : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { Language::apply(u"en"_s); }
    void aLanguageIsChosenAtRunTime();
    void openWidgetsChangeTheirTexts();
    void ownTextsOfQtChangeToo();
    void pluralFormsFollowTheNumber_data();
    void pluralFormsFollowTheNumber();
    void numbersAndDatesFollowTheLanguage();
    void errorsOfTheDatabaseSayWhatToDo_data();
    void errorsOfTheDatabaseSayWhatToDo();
    void decimalsInErrorsAreExact();
    void valuesInErrorsAreNotTakenForPlaceholders();
};

void tst_Language::aLanguageIsChosenAtRunTime()
{
    QCOMPARE(Language::available(), QStringList({u"en"_s, u"de"_s}));
    Language::apply(u"de"_s);
    QCOMPARE(Language::current(), u"de"_s);
    QCOMPARE(Language::name(u"de"_s), u"Deutsch"_s);
    QVERIFY(Language::available().contains(Language::ofSystem()));
}

void tst_Language::openWidgetsChangeTheirTexts()
{
    QLabel label;
    ui::retranslate(&label, [&label] { label.setText(ui::errorText(db::Error::canceled())); });
    QCOMPARE(label.text(), u"It was canceled."_s);
    Language::apply(u"de"_s);
    QTRY_COMPARE(label.text(), u"Es wurde abgebrochen."_s);
    Language::apply(u"en"_s);
    QTRY_COMPARE(label.text(), u"It was canceled."_s);
}

void tst_Language::ownTextsOfQtChangeToo()
{
    Language::apply(u"de"_s);
    QDialogButtonBox buttons(QDialogButtonBox::Cancel);
    QCOMPARE(buttons.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Abbrechen"_s);
}

void tst_Language::pluralFormsFollowTheNumber_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("one, English") << u"en"_s << 1 << u"should be at least 1 character"_s;
    QTest::newRow("many, English") << u"en"_s << 3 << u"should be at least 3 characters"_s;
    QTest::newRow("none, English") << u"en"_s << 0 << u"should be at least 0 characters"_s;
    QTest::newRow("one, German") << u"de"_s << 1 << u"muss mindestens 1 Zeichen lang sein"_s;
    QTest::newRow("many, German") << u"de"_s << 3 << u"muss mindestens 3 Zeichen lang sein"_s;
}

void tst_Language::pluralFormsFollowTheNumber()
{
    QFETCH(QString, language);
    QFETCH(int, count);
    Language::apply(language);
    const db::FieldError error{u"title"_s, "should be at least %{count} character(s)", {{u"count"_s, count}}};
    QTEST(ui::errorText(error), "text");
}

void tst_Language::numbersAndDatesFollowTheLanguage()
{
    Language::apply(u"de"_s);
    QCOMPARE(ui::formatNumber(1672), u"1.672"_s);
    QCOMPARE(ui::formatDate({2026, 3, 31}), u"31.03.2026"_s);
    QCOMPARE(ui::formatDateTime(QDateTime({2026, 3, 31}, {12, 30}, Qt::UTC)), u"31.03.2026 14:30"_s);
    Language::apply(u"en"_s);
    QCOMPARE(ui::formatNumber(1672), u"1,672"_s);
}

void tst_Language::errorsOfTheDatabaseSayWhatToDo_data()
{
    QTest::addColumn<db::Error::Kind>("kind");
    for (int kind = 0; kind <= int(db::Error::Kind::Statement); ++kind)
        QTest::addRow("kind %d", kind) << db::Error::Kind(kind);
}

void tst_Language::errorsOfTheDatabaseSayWhatToDo()
{
    QFETCH(db::Error::Kind, kind);
    const db::Error error{.kind = kind, .message = u"near \"selct\": syntax error"_s, .subject = u"blog.sqlite"_s, .code = u"1"_s};
    const QString english = ui::errorText(error);
    QVERIFY(english.endsWith(u'.') || english.endsWith(error.message));
    QVERIFY(ui::errorDetails(error).contains(error.message));
    Language::apply(u"de"_s);
    const QString german = ui::errorText(error);
    QVERIFY2(german != english, qPrintable(english));
}

void tst_Language::decimalsInErrorsAreExact()
{
    const auto number = db::Decimal::fromString(u"0.10");
    QVERIFY(number.has_value());
    const db::FieldError error{u"price"_s, "must be greater than %{number}", {{u"number"_s, QVariant::fromValue(*number)}}};
    QCOMPARE(ui::errorText(error), u"must be greater than 0.10"_s);
}

void tst_Language::valuesInErrorsAreNotTakenForPlaceholders()
{
    const db::FieldError error{u"name"_s, "only %{count} left", {{u"count"_s, u"%{z}"_s}, {u"z"_s, u"wrong"_s}}};
    QCOMPARE(ui::errorText(error), u"only %{z} left"_s);
}

QTEST_MAIN(tst_Language)
#include "tst_language.moc"
