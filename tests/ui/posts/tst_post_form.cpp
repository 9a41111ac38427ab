// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/blog/blog.h"
#include "tests/support/records_window.h"
#include "ui/forms/form.h"

#include <QMessageBox>
#include <QRadioButton>

using blog::Post;
using namespace Qt::StringLiterals;

namespace {

const QString longEnough = u"This body is certainly long enough for the rule that asks for fifty."_s;

} // namespace

class tst_PostForm : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aPostIsWrittenByKeysAlone();
    void itsSlugIsShownWhileTheTitleIsTyped();
    void aWrongValueIsSaidBelowItsField();
    void aTakenSlugIsSaidBelowItAndNothingIsWritten();
    void theSlugOfAStoredPostIsLocked();
    void aDraftIsPublishedNow();
    void anEditIsTakenBackAndDoneAgain();
    void aNewPostThatIsTakenBackIsInTheTrash();
    void aPostGoesToTheTrashAndOutOfIt();
    void whatSomeoneElseChangedMeanwhileIsNotOverwritten();
    void reloadingShowsWhatSomeoneElseWrote();
    void undoLeavesAloneWhatOthersChanged();
    void aSaveThatFailsLosesNothing();
    void leavingAsksAboutUnsavedText();
    void aDatabaseThatIsReadOnlyIsNotEdited();
    void savingTheTitleLeavesTheBodyAsItIs();
    void aNoBreakSpaceSurvivesAnEditOfItsText();

private:
    Post stored(db::Id<Post> id)
    {
        return m_window->write([id](db::Repo &repo) { return must(blog::Blog(repo).fetchPost(id)); });
    }
    QStringList tagsOf(const Post &post)
    {
        QStringList names;
        for (const blog::Tag &tag : *post.tags)
            names.append(tag.name);
        names.sort();
        return names;
    }
    /// What the picker of authors hands to the changeset: a key once it has found one.
    QVariant chosenAuthor() { return m_window->find<ui::FormPage>(u"posts.form"_s)->form()->params().value(u"author_id"_s); }
    void openPost() { openPost(m_post.id); }
    void openPost(db::Id<Post> id)
    {
        m_window->window().go({u"posts"_s, id.value});
        QTRY_COMPARE(m_window->text(u"posts.form.title"_s), m_post.title);
    }

    std::unique_ptr<RecordsWindow> m_window;
    accounts::User m_ann;
    Post m_post;
};

void tst_PostForm::init()
{
    m_window = std::make_unique<RecordsWindow>();
    QVERIFY(m_window->open());
    std::tie(m_ann, m_post) = m_window->write([](db::Repo &repo) {
        const accounts::User ann = Builders(repo).user(u"ann"_s);
        const Post post = must(blog::Blog(repo).createPostWithTags(
            {{u"title"_s, u"First post"_s}, {u"body"_s, longEnough}, {u"author_id"_s, ann.id.value}}, {u"qt"_s, u"sql"_s}));
        return std::pair(ann, post);
    });
}

void tst_PostForm::cleanup()
{
    m_window.reset();
}

void tst_PostForm::aPostIsWrittenByKeysAlone()
{
    m_window->window().go({u"posts"_s});
    QTRY_COMPARE(m_window->column(0), QStringList{u"First post"_s});
    m_window->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"posts.form.title"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Second post"_s);
    m_window->key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"posts.form.slug"_s);
    m_window->key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"posts.form.author_id"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"ann"_s);
    m_window->type(u"posts.form.tags"_s, u"qt,new tag,"_s);
    m_window->type(u"posts.form.body"_s, longEnough);
    QTRY_COMPARE(chosenAuthor(), m_ann.id.value);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Second post”."_s});

    const Post post = stored({m_window->find<ui::FormPage>(u"posts.form"_s)->key()});
    QCOMPARE(post.title, u"Second post"_s);
    QCOMPARE(post.slug, u"second-post"_s);
    QCOMPARE(post.authorId, m_ann.id);
    QCOMPARE(tagsOf(post), (QStringList{u"new tag"_s, u"qt"_s}));
    QCOMPARE(m_window->text(u"posts.form.slug"_s), u"second-post"_s);
    QCOMPARE(m_window->text(u"posts.form.badge"_s), u"Draft"_s);

    m_window->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"Second post"_s, u"First post"_s}));
}

void tst_PostForm::itsSlugIsShownWhileTheTitleIsTyped()
{
    m_window->window().go({u"posts"_s, ui::Destination::NewRecord});
    m_window->type(u"posts.form.title"_s, u"Hello, World"_s);
    QCOMPARE(m_window->find<QLineEdit>(u"posts.form.slug"_s)->placeholderText(), u"hello-world"_s);
    QCOMPARE(m_window->text(u"posts.form.slug"_s), QString());
}

void tst_PostForm::aWrongValueIsSaidBelowItsField()
{
    openPost();
    m_window->type(u"posts.form.title"_s, u"No"_s);
    QCOMPARE(m_window->text(u"posts.form.title.counter"_s), u"3 more needed"_s);
    QCOMPARE(m_window->text(u"posts.form.title.message"_s), QString());
    m_window->type(u"posts.form.body"_s, u"Too short"_s);
    QCOMPARE(m_window->text(u"posts.form.title.message"_s), u"should be at least 5 characters"_s);
    QCOMPARE(m_window->text(u"posts.form.body.counter"_s), u"41 more needed"_s);
    m_window->save();
    QCOMPARE(m_window->text(u"posts.form.body.message"_s), u"should be at least 50 characters"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"posts.form.title"_s);
    QCOMPARE(stored(m_post.id).title, u"First post"_s);
}

void tst_PostForm::aTakenSlugIsSaidBelowItAndNothingIsWritten()
{
    m_window->window().go({u"posts"_s, ui::Destination::NewRecord});
    m_window->type(u"posts.form.title"_s, u"Another post"_s);
    m_window->type(u"posts.form.slug"_s, m_post.slug);
    m_window->type(u"posts.form.author_id"_s, u"ann"_s);
    m_window->type(u"posts.form.tags"_s, u"unheard of"_s);
    m_window->type(u"posts.form.body"_s, longEnough);
    QTRY_COMPARE(chosenAuthor(), m_ann.id.value);
    m_window->save();
    QTRY_COMPARE(m_window->text(u"posts.form.slug.message"_s), u"has already been taken"_s);
    QCOMPARE(m_window->text(u"posts.form.body"_s), longEnough);
    QCOMPARE(m_window->messages(), QStringList());
    QCOMPARE(m_window->write([](db::Repo &repo) { return must(repo.count(db::from<Post>())); }), 1);
    QCOMPARE(m_window->write([](db::Repo &repo) { return must(blog::Blog(repo).tagNames(u"unheard"_s)); }), QStringList());

    m_window->type(u"posts.form.slug"_s, u"free"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Another post”."_s});
}

void tst_PostForm::theSlugOfAStoredPostIsLocked()
{
    openPost();
    auto *slug = m_window->find<QLineEdit>(u"posts.form.slug"_s);
    QVERIFY(slug->isReadOnly());
    m_window->click(u"posts.form.slug.unlock"_s);
    QVERIFY(!slug->isReadOnly());
    QCOMPARE(m_window->text(u"posts.form.slug.message"_s), u"Links to the post break when its slug changes."_s);
    m_window->type(u"posts.form.slug"_s, u"elsewhere"_s);
    m_window->save();
    QTRY_VERIFY(slug->isReadOnly());
    QCOMPARE(stored(m_post.id).slug, u"elsewhere"_s);
}

void tst_PostForm::aDraftIsPublishedNow()
{
    openPost();
    QVERIFY(m_window->find<QRadioButton>(u"posts.form.published_at.draft"_s)->isChecked());
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    m_window->click(u"posts.form.published_at.now"_s);
    m_window->save();
    QTRY_COMPARE(m_window->text(u"posts.form.badge"_s), u"Published"_s);
    const Post post = stored(m_post.id);
    QVERIFY(post.publishedAt && *post.publishedAt >= before);

    m_window->click(u"posts.form.published_at.at"_s);
    m_window->type(u"posts.form.published_at.date"_s, u"2126-01-02 12:00"_s);
    m_window->save();
    QTRY_COMPARE(m_window->text(u"posts.form.badge"_s), u"Scheduled"_s);
    QCOMPARE(stored(m_post.id).publishedAt, QDateTime(QDate(2126, 1, 2), QTime(11, 0), Qt::UTC));

    m_window->type(u"posts.form.published_at.date"_s, u"soon"_s);
    m_window->save();
    QVERIFY(m_window->text(u"posts.form.published_at.message"_s).startsWith(u"is not a date and time"_s));
}

void tst_PostForm::anEditIsTakenBackAndDoneAgain()
{
    openPost();
    m_window->type(u"posts.form.title"_s, u"Renamed post"_s);
    m_window->type(u"posts.form.tags"_s, u"fresh,"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Renamed post”."_s});
    QCOMPARE(tagsOf(stored(m_post.id)), (QStringList{u"fresh"_s, u"qt"_s, u"sql"_s}));

    m_window->find(u"posts.form.title"_s)->setFocus();
    m_window->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"First post"_s);
    QCOMPARE(stored(m_post.id).title, u"First post"_s);
    QCOMPARE(tagsOf(stored(m_post.id)), (QStringList{u"qt"_s, u"sql"_s}));

    m_window->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"Renamed post"_s);
    QCOMPARE(tagsOf(stored(m_post.id)), (QStringList{u"fresh"_s, u"qt"_s, u"sql"_s}));
}

void tst_PostForm::aNewPostThatIsTakenBackIsInTheTrash()
{
    m_window->window().go({u"posts"_s, ui::Destination::NewRecord});
    m_window->type(u"posts.form.title"_s, u"Short lived"_s);
    m_window->type(u"posts.form.author_id"_s, u"ann"_s);
    m_window->type(u"posts.form.body"_s, longEnough);
    QTRY_COMPARE(chosenAuthor(), m_ann.id.value);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Short lived”."_s});
    m_window->answer(1);
    QTRY_COMPARE(m_window->messages(), QStringList{u"Taken back: Create “Short lived”"_s});
    QTRY_COMPARE(m_window->text(u"posts.form.badge"_s), u"In the trash"_s);
    m_window->answer(1);
    QTRY_COMPARE(m_window->text(u"posts.form.badge"_s), u"Draft"_s);
}

void tst_PostForm::aPostGoesToTheTrashAndOutOfIt()
{
    openPost();
    m_window->click(u"posts.form.delete"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"“First post” is in the trash."_s});
    QTRY_COMPARE(m_window->text(u"posts.form.badge"_s), u"In the trash"_s);
    QVERIFY(stored(m_post.id).deletedAt);
    m_window->click(u"posts.form.restore"_s);
    QTRY_COMPARE(m_window->text(u"posts.form.badge"_s), u"Draft"_s);
    QVERIFY(!stored(m_post.id).deletedAt);
}

void tst_PostForm::whatSomeoneElseChangedMeanwhileIsNotOverwritten()
{
    openPost();
    m_window->type(u"posts.form.title"_s, u"My own title"_s);
    m_window->write([post = m_post](db::Repo &repo) { must(blog::Blog(repo).updatePost(post, {{u"title"_s, u"Their title"_s}, {u"slug"_s, u"theirs"_s}})); });
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Someone else has changed “First post” in the meantime. What you typed is still here."_s});
    QCOMPARE(m_window->text(u"posts.form.title"_s), u"My own title"_s);
    QCOMPARE(stored(m_post.id).title, u"Their title"_s);

    m_window->answer(1); // keep my text
    QTRY_COMPARE(m_window->text(u"posts.form.slug"_s), u"theirs"_s);
    QCOMPARE(m_window->text(u"posts.form.title"_s), u"My own title"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “My own title”."_s});
    QCOMPARE(stored(m_post.id).title, u"My own title"_s);
    QCOMPARE(stored(m_post.id).slug, u"theirs"_s);
}

void tst_PostForm::reloadingShowsWhatSomeoneElseWrote()
{
    openPost();
    m_window->type(u"posts.form.title"_s, u"My own title"_s);
    m_window->write([post = m_post](db::Repo &repo) { must(blog::Blog(repo).updatePost(post, {{u"title"_s, u"Their title"_s}})); });
    m_window->save();
    QTRY_COMPARE(m_window->messages().size(), 1);
    m_window->answer(2); // reload
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"Their title"_s);
    QCOMPARE(m_window->messages(), QStringList());
    QVERIFY(!m_window->window().page()->isModified());
}

void tst_PostForm::undoLeavesAloneWhatOthersChanged()
{
    openPost();
    m_window->type(u"posts.form.title"_s, u"Renamed post"_s);
    m_window->write([post = m_post](db::Repo &repo) { must(blog::Blog(repo).publishPost(post)); });
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Renamed post”."_s});
    m_window->answer(1);
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"First post"_s);
    QVERIFY(stored(m_post.id).publishedAt);

    m_window->type(u"posts.form.title"_s, u"Renamed again"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Renamed again”."_s});
    m_window->write([id = m_post.id](db::Repo &repo) { must(blog::Blog(repo).updatePost(must(repo.fetch(id)), {{u"title"_s, u"Their title"_s}})); });
    m_window->answer(1);
    QTRY_VERIFY(m_window->messages().first().startsWith(u"“Edit “Renamed again”” stays as it is."_s));
    QCOMPARE(stored(m_post.id).title, u"Their title"_s);
}

void tst_PostForm::aSaveThatFailsLosesNothing()
{
    const QString path = m_window->file(u"locked.sqlite"_s);
    QVERIFY(m_window->open(db::DatabaseUrl::sqliteFile(path)));
    m_post = m_window->write([](db::Repo &repo) {
        Builders builders(repo);
        return builders.post(builders.user(u"ann"_s), u"First post"_s);
    });
    openPost();
    m_window->type(u"posts.form.title"_s, u"Not lost"_s);
    TestDatabase other = TestDatabase::file(path);
    other.execute(u"BEGIN IMMEDIATE"_s);
    m_window->save();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->messages().size(), 1, 60'000);
    QVERIFY(m_window->messages().first().startsWith(u"Another program is writing to the database."_s));
    QCOMPARE(m_window->text(u"posts.form.title"_s), u"Not lost"_s);
    QVERIFY(m_window->window().page()->isModified());

    other.execute(u"ROLLBACK"_s);
    m_window->save();
    QTRY_VERIFY(m_window->messages().contains(u"Saved “Not lost”."_s));
}

void tst_PostForm::leavingAsksAboutUnsavedText()
{
    openPost();
    m_window->type(u"posts.form.title"_s, u"Half a thought"_s);
    m_window->window().go({u"users"_s});
    auto *box = m_window->window().findChild<QMessageBox *>(u"unsaved"_s);
    QVERIFY(box);
    QCOMPARE(box->informativeText(), u"Changed: Title"_s);
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QCOMPARE(m_window->window().page()->id(), u"posts"_s);
    QCOMPARE(m_window->text(u"posts.form.title"_s), u"Half a thought"_s);
}

void tst_PostForm::aDatabaseThatIsReadOnlyIsNotEdited()
{
    openPost();
    m_window->session().setReadOnly(u"Only for reading."_s);
    QVERIFY(m_window->find<QLineEdit>(u"posts.form.title"_s)->isReadOnly());
    QVERIFY(!m_window->find(u"posts.form.delete"_s)->isEnabled());
    QVERIFY(!m_window->find(u"posts.form.published_at.now"_s)->isEnabled());
    QVERIFY(!m_window->window().page()->canSave());
}

void tst_PostForm::savingTheTitleLeavesTheBodyAsItIs()
{
    const QString body = u"Line ends of\r\nanother system, no\u00A0break spaces and a line\u2028separator are kept."_s;
    m_window->write([post = m_post, body](db::Repo &repo) { must(blog::Blog(repo).updatePost(post, {{u"body"_s, body}})); });
    openPost();
    QTRY_VERIFY(m_window->text(u"posts.form.body"_s).startsWith(u"Line ends of\nanother"_s));
    QVERIFY(!m_window->window().page()->isModified());
    m_window->type(u"posts.form.title"_s, u"Another title"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “Another title”."_s});
    QCOMPARE(stored(m_post.id).title, u"Another title"_s);
    QCOMPARE(stored(m_post.id).body, body);
}

void tst_PostForm::aNoBreakSpaceSurvivesAnEditOfItsText()
{
    const QString body = u"No\u00A0break spaces are kept in a text that is long enough for the rule."_s;
    m_window->write([post = m_post, body](db::Repo &repo) { must(blog::Blog(repo).updatePost(post, {{u"body"_s, body}})); });
    openPost();
    QTRY_VERIFY(m_window->text(u"posts.form.body"_s).endsWith(u"the rule."_s));
    QWidget *area = m_window->find(u"posts.form.body"_s);
    area->setFocus();
    QTest::keyClick(area, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(area, u"!"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “First post”."_s});
    QCOMPARE(stored(m_post.id).body, QString(body + u'!'));
}

QTEST_MAIN(tst_PostForm)
#include "tst_post_form.moc"
