// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui.h"
#include "ui/forms/field_editor.h"
#include "ui/forms/form.h"
#include "ui/forms/line_editor.h"
#include "ui/forms/text_area_editor.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using accounts::User;

/// A form of a user, checked by the user's own changeset.
class tst_Form : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { gui::reset(); }
    void init();
    void cleanup();
    void requiredFieldsAreMarked();
    void charactersAreCounted();
    void nothingIsSaidWhileAFieldIsFirstTyped();
    void aFieldSpeaksWhenItIsLeft();
    void aFieldThatWasNotChangedStaysSilent();
    void aBadFieldIsCheckedAgainWhileTyping();
    void savingChecksAllAndGoesToTheFirstBadField();
    void theSummaryLeadsToTheField();
    void anErrorOfTheDatabaseStandsUnderItsField();
    void anErrorOfTheDatabaseGoesWhenTheValueChanges();
    void errorsWithoutAFieldAreSaidToo();
    void aValuePutBackIsNoChange();
    void revertingBringsTheLoadedValuesBack();
    void paramsAreWhatWasTyped();
    void passwordsMustAgree();
    void messagesAreSaidToScreenReaders();
    void errorsFollowTheLanguage();
    void aReadOnlyFormCannotBeTypedInto();
    void sizesOfTheRowsDoNotJump();

private:
    QLineEdit *line(const QString &field) const { return gui::find<QLineEdit>(m_form.get(), u"people.form."_s + field); }
    QString message(const QString &field) const { return gui::find<QLabel>(m_form.get(), u"people.form."_s + field + u".message")->text(); }
    QString counter(const QString &field) const { return gui::find<QLabel>(m_form.get(), u"people.form."_s + field + u".counter")->text(); }
    void type(const QString &field, const QString &text);
    static User ann();

    std::unique_ptr<ui::Form> m_form;
};

User tst_Form::ann()
{
    User user;
    user.id = {7};
    user.username = u"ann"_s;
    user.email = u"ann@example.org"_s;
    user.role = accounts::Role::Moderator;
    return user;
}

void tst_Form::init()
{
    m_form = std::make_unique<ui::Form>(u"people.form"_s, db::schemaOf<User>());
    m_form->add(&User::username, [] { return u"Username"_s; });
    m_form->add(&User::email, [] { return u"Email"_s; });
    m_form->add(&User::role, [] { return u"Role"_s; });
    m_form->add(&User::isActive, [] { return u"Active"_s; });
    m_form->addPassword(
        &User::password, [] { return u"Password"_s; }, [] { return u"Repeat it"_s; });
    m_form->setValidator([](const db::Params &params) { return User::editing(ann(), params).core(); });
    m_form->load(ann());
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void tst_Form::cleanup()
{
    m_form.reset();
    ui::Language::apply(u"en"_s);
}

void tst_Form::type(const QString &field, const QString &text)
{
    line(field)->setFocus();
    line(field)->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line(field), Qt::Key_Delete);
    else
        QTest::keyClicks(line(field), text);
}

void tst_Form::requiredFieldsAreMarked()
{
    QVERIFY(gui::find<QLabel>(m_form.get(), u"people.form.username.label"_s)->text().contains(u'*'));
    QVERIFY(!gui::find<QLabel>(m_form.get(), u"people.form.password.label"_s)->text().contains(u'*'));
    QCOMPARE(line(u"username"_s)->accessibleName(), u"Username, required"_s);
}

void tst_Form::charactersAreCounted()
{
    QCOMPARE(counter(u"username"_s), u"3 / 30"_s);
    type(u"username"_s, u"anna"_s);
    QCOMPARE(counter(u"username"_s), u"4 / 30"_s);
    type(u"username"_s, u"a"_s);
    QCOMPARE(counter(u"username"_s), u"2 more needed"_s);
    QCOMPARE(counter(u"email"_s), QString());
}

void tst_Form::nothingIsSaidWhileAFieldIsFirstTyped()
{
    type(u"email"_s, u"nonsense"_s);
    QCOMPARE(message(u"email"_s), QString());
    // Nor is anything about to be said.
    const auto timers = m_form->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(timers.size(), 1);
    QVERIFY(!timers.first()->isActive());
}

void tst_Form::aFieldSpeaksWhenItIsLeft()
{
    type(u"email"_s, u"nonsense"_s);
    QTest::keyClick(line(u"email"_s), Qt::Key_Tab);
    QCOMPARE(message(u"email"_s), u"must be a valid email"_s);
    QCOMPARE(message(u"username"_s), QString());
}

void tst_Form::aFieldThatWasNotChangedStaysSilent()
{
    m_form->setValidator([](const db::Params &params) { return User::registration({}, params).core(); });
    m_form->load(User());
    line(u"username"_s)->setFocus();
    QTest::keyClick(line(u"username"_s), Qt::Key_Tab);
    QCOMPARE(message(u"username"_s), QString());
}

void tst_Form::aBadFieldIsCheckedAgainWhileTyping()
{
    type(u"email"_s, u"nonsense"_s);
    QTest::keyClick(line(u"email"_s), Qt::Key_Tab);
    type(u"email"_s, u"a@example.org"_s);
    QTRY_COMPARE(message(u"email"_s), QString());
}

void tst_Form::savingChecksAllAndGoesToTheFirstBadField()
{
    type(u"username"_s, {});
    type(u"email"_s, u"nonsense"_s);
    QVERIFY(!m_form->validateAll());
    QCOMPARE(message(u"username"_s), u"can't be blank"_s);
    QCOMPARE(message(u"email"_s), u"must be a valid email"_s);
    QVERIFY(line(u"username"_s)->hasFocus());
    type(u"username"_s, u"anna"_s);
    type(u"email"_s, u"anna@example.org"_s);
    QVERIFY(m_form->validateAll());
    QVERIFY(!gui::find(m_form.get(), u"people.form.summary"_s)->isVisible());
}

void tst_Form::theSummaryLeadsToTheField()
{
    type(u"username"_s, {});
    type(u"email"_s, u"nonsense"_s);
    m_form->validateAll();
    auto *summary = gui::find<QLabel>(m_form.get(), u"people.form.summary.text"_s);
    QVERIFY(summary->isVisible());
    QVERIFY2(summary->text().startsWith(u"2 fields need attention: "_s), qPrintable(summary->text()));
    emit summary->linkActivated(u"email"_s);
    QVERIFY(line(u"email"_s)->hasFocus());
}

void tst_Form::anErrorOfTheDatabaseStandsUnderItsField()
{
    type(u"email"_s, u"bob@example.org"_s);
    const auto refused = User::editing(ann(), m_form->params()).addError(&User::email, "has already been taken");
    m_form->showErrors(refused.core());
    QCOMPARE(message(u"email"_s), u"has already been taken"_s);
    QVERIFY(line(u"email"_s)->hasFocus());
    QVERIFY(gui::find<QLabel>(m_form.get(), u"people.form.summary.text"_s)->text().contains(u"1 field needs attention"_s));
    QCOMPARE(line(u"email"_s)->text(), u"bob@example.org"_s);
}

void tst_Form::anErrorOfTheDatabaseGoesWhenTheValueChanges()
{
    anErrorOfTheDatabaseStandsUnderItsField();
    type(u"username"_s, u"anna"_s);
    QTest::keyClick(line(u"username"_s), Qt::Key_Tab);
    QCOMPARE(message(u"email"_s), u"has already been taken"_s);
    type(u"email"_s, u"carl@example.org"_s);
    QTRY_COMPARE(message(u"email"_s), QString());
}

void tst_Form::errorsWithoutAFieldAreSaidToo()
{
    const auto refused = User::editing(ann(), m_form->params()).addError(&User::passwordHash, "is invalid");
    m_form->showErrors(refused.core());
    auto *summary = gui::find<QLabel>(m_form.get(), u"people.form.summary.text"_s);
    QVERIFY(summary->isVisible());
    QCOMPARE(summary->text(), u"is invalid"_s);
}

void tst_Form::aValuePutBackIsNoChange()
{
    QSignalSpy edited(m_form.get(), &ui::Form::edited);
    QVERIFY(!m_form->isDirty());
    type(u"username"_s, u"anna"_s);
    QVERIFY(m_form->isDirty());
    QCOMPARE(m_form->dirtyLabels(), QStringList({u"Username"_s}));
    QTest::keyClick(line(u"username"_s), Qt::Key_Backspace);
    QVERIFY(!m_form->isDirty());
    QVERIFY(edited.size() >= 5);
}

void tst_Form::revertingBringsTheLoadedValuesBack()
{
    type(u"username"_s, {});
    m_form->validateAll();
    m_form->revert();
    QCOMPARE(line(u"username"_s)->text(), u"ann"_s);
    QCOMPARE(message(u"username"_s), QString());
    QVERIFY(!m_form->isDirty());
    QVERIFY(!gui::find(m_form.get(), u"people.form.summary"_s)->isVisible());
}

void tst_Form::paramsAreWhatWasTyped()
{
    type(u"username"_s, u" anna "_s);
    auto *role = gui::find(m_form.get(), u"people.form.role"_s);
    QTest::keyClick(role, Qt::Key_End);
    QTest::keyClick(gui::find(m_form.get(), u"people.form.is_active"_s), Qt::Key_Space);
    const db::Params params = m_form->params();
    QCOMPARE(params.value(u"username"_s).toString(), u" anna "_s);
    QCOMPARE(params.value(u"role"_s).toString(), u"admin"_s);
    QCOMPARE(params.value(u"is_active"_s), QVariant(false));
    QVERIFY(User::editing(ann(), params).isValid());
}

void tst_Form::passwordsMustAgree()
{
    QCOMPARE(line(u"password"_s)->echoMode(), QLineEdit::Password);
    type(u"password"_s, u"long enough"_s);
    type(u"password_confirmation"_s, u"long enouhg"_s);
    QVERIFY(!m_form->validateAll());
    QCOMPARE(message(u"password_confirmation"_s), u"passwords do not match"_s);
    QTest::mouseClick(gui::find(m_form.get(), u"people.form.password.show"_s), Qt::LeftButton);
    QCOMPARE(line(u"password"_s)->echoMode(), QLineEdit::Normal);
    type(u"password_confirmation"_s, u"long enough"_s);
    QVERIFY(m_form->validateAll());
}

void tst_Form::messagesAreSaidToScreenReaders()
{
    type(u"email"_s, u"nonsense"_s);
    QTest::keyClick(line(u"email"_s), Qt::Key_Tab);
    QCOMPARE(line(u"email"_s)->accessibleDescription(), u"must be a valid email"_s);
}

void tst_Form::errorsFollowTheLanguage()
{
    type(u"email"_s, u"nonsense"_s);
    QTest::keyClick(line(u"email"_s), Qt::Key_Tab);
    ui::Language::apply(u"de"_s);
    QTRY_COMPARE(message(u"email"_s), u"muss eine gültige E-Mail-Adresse sein"_s);
}

void tst_Form::aReadOnlyFormCannotBeTypedInto()
{
    m_form->setReadOnly(true);
    type(u"username"_s, u"anna"_s);
    QCOMPARE(line(u"username"_s)->text(), u"ann"_s);
    QVERIFY(!gui::find(m_form.get(), u"people.form.is_active"_s)->isEnabled());
}

void tst_Form::sizesOfTheRowsDoNotJump()
{
    const int before = m_form->row(u"email"_s)->sizeHint().height();
    m_form->row(u"email"_s)->setError(u"must be a valid email"_s);
    QCOMPARE(m_form->row(u"email"_s)->sizeHint().height(), before);
}

QTEST_MAIN(tst_Form)
#include "tst_form.moc"
