// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui.h"
#include "ui/forms/date_editor.h"
#include "ui/forms/record_picker.h"
#include "ui/forms/tag_editor.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Choice;
using ui::DateEditor;

/// Editors of dates, tags and references. The tests run in Europe/Berlin.
class tst_Editors : public QObject
{
    Q_OBJECT

private slots:
    void init() { gui::reset(); }
    void aTimeIsShownInTheUsersZone();
    void untouchedSecondsSurvive();
    void datesAreTypedInEitherForm_data();
    void datesAreTypedInEitherForm();
    void nonsenseIsNoDate();
    void aDateCanBeClearedAndSetToToday();
    void aDateIsChosenFromTheCalendar();
    void datesFollowTheLanguage();
    void commaAndEnterMakeATag();
    void aTagIsTakenOnce();
    void backspaceTakesTheLastTagBack();
    void typedTextBelongsToTheTags();
    void tagsAreRemovedByTheirButtons();
    void tagsThatExistAreOffered();
    void aRecordIsPickedByTypingAPartOfItsName();
    void textThatIsNoRecordIsComplainedAbout();
    void aNameTypedInFullNeedsNoClick();
    void aPickedRecordCanBeCleared();
    void theLoadedRecordComesBackOnRevert();
    void whatWasAskedBeforeAChoiceIsNotOffered();

private:
    template <typename T>
    static db::Request<db::Result<T>> answered(const T &value);
    static db::Request<db::Result<QList<Choice>>> people(const QString &text);
    template <typename Editor>
    static void showFor(Editor &editor);
};

template <typename T>
db::Request<db::Result<T>> tst_Editors::answered(const T &value)
{
    QPromise<db::Result<T>> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return {promise.future(), nullptr};
}

db::Request<db::Result<QList<Choice>>> tst_Editors::people(const QString &text)
{
    QList<Choice> found;
    for (const Choice &choice : {Choice{1, u"ann"_s, u"ann@example.org"_s}, Choice{2, u"anne"_s, u"anne@example.org"_s}, Choice{3, u"bob"_s, u"bob@example.org"_s}}) {
        if (choice.label.contains(text))
            found.append(choice);
    }
    return answered(found);
}

template <typename Editor>
void tst_Editors::showFor(Editor &editor)
{
    editor.setName(u"editor"_s);
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    editor.input()->setFocus();
}

void tst_Editors::aTimeIsShownInTheUsersZone()
{
    ui::Language::apply(u"de"_s);
    DateEditor editor(DateEditor::Kind::DateTime);
    editor.setValue(QDateTime({2026, 7, 1}, {12, 30}, Qt::UTC));
    auto *line = qobject_cast<QLineEdit *>(editor.input());
    QCOMPARE(line->text(), u"01.07.2026 14:30"_s);
    line->selectAll();
    QTest::keyClicks(line, u"01.07.2026 15:00"_s);
    QCOMPARE(editor.value().toDateTime(), QDateTime({2026, 7, 1}, {13, 0}, Qt::UTC));
    QCOMPARE(editor.value().toDateTime().timeSpec(), Qt::UTC);
}

void tst_Editors::untouchedSecondsSurvive()
{
    DateEditor editor(DateEditor::Kind::DateTime);
    const QDateTime exact({2026, 7, 1}, {12, 30, 59}, Qt::UTC);
    editor.setValue(exact);
    QCOMPARE(editor.value().toDateTime(), exact);
    ui::Language::apply(u"de"_s);
    QCoreApplication::processEvents();
    QCOMPARE(editor.value().toDateTime(), exact);
}

void tst_Editors::datesAreTypedInEitherForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("German") << u"31.3.2026"_s;
    QTest::newRow("German, with noughts") << u"31.03.2026"_s;
    QTest::newRow("ISO 8601") << u"2026-03-31"_s;
}

void tst_Editors::datesAreTypedInEitherForm()
{
    QFETCH(QString, text);
    ui::Language::apply(u"de"_s);
    DateEditor editor(DateEditor::Kind::Date);
    QTest::keyClicks(editor.input(), text);
    QCOMPARE(editor.value(), QVariant(QDate(2026, 3, 31)));
    QCOMPARE(editor.complaint(), QString());
}

void tst_Editors::nonsenseIsNoDate()
{
    DateEditor editor(DateEditor::Kind::Date);
    QTest::keyClicks(editor.input(), u"soon"_s);
    QCOMPARE(editor.value().toString(), u"soon"_s);
    QVERIFY(editor.complaint().startsWith(u"is not a date"_s));
}

void tst_Editors::aDateCanBeClearedAndSetToToday()
{
    DateEditor editor(DateEditor::Kind::Date);
    showFor(editor);
    editor.setValue(QDate(2026, 3, 31));
    QSignalSpy edited(&editor, &ui::FieldEditor::edited);
    QTest::mouseClick(gui::find(&editor, u"editor.clear"_s), Qt::LeftButton);
    QVERIFY(editor.value().isNull());
    QTest::mouseClick(gui::find(&editor, u"editor.now"_s), Qt::LeftButton);
    QCOMPARE(editor.value().toDate(), QDate::currentDate());
    QCOMPARE(edited.size(), 2);
}

void tst_Editors::aDateIsChosenFromTheCalendar()
{
    DateEditor editor(DateEditor::Kind::Date);
    editor.setValue(QDate(2026, 3, 14));
    showFor(editor);
    QTest::mouseClick(gui::find(&editor, u"editor.calendar"_s), Qt::LeftButton);
    auto *calendar = qobject_cast<QCalendarWidget *>(QApplication::activePopupWidget()->findChild<QCalendarWidget *>());
    QVERIFY(calendar);
    emit calendar->activated(QDate(2026, 3, 15));
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(editor.value().toDate(), QDate(2026, 3, 15));
}

void tst_Editors::datesFollowTheLanguage()
{
    ui::Language::apply(u"de"_s);
    DateEditor editor(DateEditor::Kind::Date);
    editor.setValue(QDate(2026, 3, 31));
    auto *line = qobject_cast<QLineEdit *>(editor.input());
    const QString german = line->text();
    ui::Language::apply(u"en"_s);
    QTRY_VERIFY(line->text() != german);
    QCOMPARE(editor.value(), QVariant(QDate(2026, 3, 31)));
}

void tst_Editors::commaAndEnterMakeATag()
{
    ui::TagEditor editor({});
    showFor(editor);
    QTest::keyClicks(editor.input(), u"c++, quantum  physics"_s);
    QCOMPARE(editor.value().toStringList(), QStringList({u"c++"_s, u"quantum physics"_s}));
    QTest::keyClick(editor.input(), Qt::Key_Return);
    QCOMPARE(qobject_cast<QLineEdit *>(editor.input())->text(), QString());
    QCOMPARE(editor.value().toStringList(), QStringList({u"c++"_s, u"quantum physics"_s}));
}

void tst_Editors::aTagIsTakenOnce()
{
    ui::TagEditor editor({});
    editor.setValue(QStringList{u"Qt"_s});
    QTest::keyClicks(editor.input(), u"qt,"_s);
    QCOMPARE(editor.value().toStringList(), QStringList({u"Qt"_s}));
}

void tst_Editors::backspaceTakesTheLastTagBack()
{
    ui::TagEditor editor({});
    editor.setValue(QStringList{u"a"_s, u"b"_s});
    QTest::keyClicks(editor.input(), u"x"_s);
    QTest::keyClick(editor.input(), Qt::Key_Backspace);
    QCOMPARE(editor.value().toStringList(), QStringList({u"a"_s, u"b"_s}));
    QTest::keyClick(editor.input(), Qt::Key_Backspace);
    QCOMPARE(editor.value().toStringList(), QStringList({u"a"_s}));
}

void tst_Editors::typedTextBelongsToTheTags()
{
    ui::TagEditor editor({});
    QTest::keyClicks(editor.input(), u"new"_s);
    QCOMPARE(editor.value().toStringList(), QStringList({u"new"_s}));
}

void tst_Editors::tagsAreRemovedByTheirButtons()
{
    ui::TagEditor editor({});
    showFor(editor);
    editor.setValue(QStringList{u"a"_s, u"b"_s});
    QTest::mouseClick(gui::find(&editor, u"editor.a"_s), Qt::LeftButton);
    QCOMPARE(editor.value().toStringList(), QStringList({u"b"_s}));
    editor.setReadOnly(true);
    QTest::mouseClick(gui::find(&editor, u"editor.b"_s), Qt::LeftButton);
    QCOMPARE(editor.value().toStringList(), QStringList({u"b"_s}));
}

void tst_Editors::tagsThatExistAreOffered()
{
    QStringList asked;
    ui::TagEditor editor([&asked](const QString &text) {
        asked.append(text);
        return answered(QStringList{u"quantum"_s, u"quarks"_s});
    });
    showFor(editor);
    auto *line = qobject_cast<QLineEdit *>(editor.input());
    QTest::keyClicks(line, u"qu"_s);
    QTRY_VERIFY(line->completer()->popup()->isVisible());
    QCOMPARE(asked, QStringList({u"qu"_s}));
    QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(line->completer()->popup(), Qt::Key_Return);
    QTRY_COMPARE(line->text(), QString());
    QCOMPARE(editor.value().toStringList(), QStringList({u"quantum"_s}));
}

void tst_Editors::aRecordIsPickedByTypingAPartOfItsName()
{
    ui::RecordPicker picker(&tst_Editors::people, [] { return u"choose a person from the list"_s; });
    showFor(picker);
    auto *line = qobject_cast<QLineEdit *>(picker.input());
    QTest::keyClicks(line, u"an"_s);
    QTRY_VERIFY(line->completer()->popup()->isVisible());
    QCOMPARE(line->completer()->popup()->model()->rowCount(), 2);
    QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(line->completer()->popup(), Qt::Key_Return);
    QCOMPARE(picker.value(), QVariant(qint64(2)));
    QTRY_COMPARE(line->text(), u"anne"_s);
    QCOMPARE(picker.complaint(), QString());
}

void tst_Editors::textThatIsNoRecordIsComplainedAbout()
{
    ui::RecordPicker picker(&tst_Editors::people, [] { return u"choose a person from the list"_s; });
    picker.setChoice({1, u"ann"_s, {}});
    QTest::keyClicks(picker.input(), u"x"_s);
    QCOMPARE(picker.complaint(), u"choose a person from the list"_s);
    QCOMPARE(picker.value().toString(), u"annx"_s);
}

void tst_Editors::aNameTypedInFullNeedsNoClick()
{
    QWidget window;
    ui::RecordPicker picker(
        &tst_Editors::people, [] { return u"choose a person from the list"_s; }, &window);
    QLineEdit other(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    picker.input()->setFocus();
    QTest::keyClicks(picker.input(), u"bob"_s);
    other.setFocus();
    QTRY_COMPARE(picker.value(), QVariant(qint64(3)));
    QCOMPARE(picker.complaint(), QString());
}

void tst_Editors::aPickedRecordCanBeCleared()
{
    ui::RecordPicker picker(&tst_Editors::people, [] { return QString(); });
    showFor(picker);
    picker.setChoice({1, u"ann"_s, {}});
    QTest::mouseClick(gui::find(&picker, u"editor.clear"_s), Qt::LeftButton);
    QVERIFY(picker.value().isNull());
}

void tst_Editors::theLoadedRecordComesBackOnRevert()
{
    ui::RecordPicker picker(&tst_Editors::people, [] { return QString(); });
    picker.setValue(1);
    picker.setChoice({1, u"ann"_s, {}});
    QTest::keyClicks(picker.input(), u"x"_s);
    picker.setValue(1);
    QCOMPARE(qobject_cast<QLineEdit *>(picker.input())->text(), u"ann"_s);
    QCOMPARE(picker.value(), QVariant(qint64(1)));
}

void tst_Editors::whatWasAskedBeforeAChoiceIsNotOffered()
{
    auto promise = std::make_shared<QPromise<db::Result<QList<Choice>>>>();
    promise->start();
    int asked = 0;
    ui::RecordPicker picker([promise, &asked](const QString &) {
        ++asked;
        return db::Request<db::Result<QList<Choice>>>(promise->future(), nullptr); },
                            [] { return u"choose one"_s; });
    showFor(picker);
    QTest::keyClicks(picker.input(), u"a"_s);
    QTRY_COMPARE(asked, 1);
    QTest::mouseClick(gui::find(&picker, u"editor.clear"_s), Qt::LeftButton);
    promise->addResult(QList<Choice>{Choice{1, u"ann"_s, {}}});
    promise->finish();
    QCoreApplication::processEvents();
    auto *line = qobject_cast<QLineEdit *>(picker.input());
    QVERIFY(!line->completer()->popup()->isVisible());
    QCOMPARE(line->completer()->model()->rowCount(), 0);
}

QTEST_MAIN(tst_Editors)
#include "tst_editors.moc"
