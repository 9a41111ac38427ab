// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/post_form.h"

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "core/blog/slug.h"
#include "core/toolkit/changeset.h"
#include "ui/common/format.h"
#include "ui/common/link_button.h"
#include "ui/forms/facts_line.h"
#include "ui/forms/form.h"
#include "ui/forms/record_picker.h"
#include "ui/forms/tag_editor.h"
#include "ui/forms/text_area_editor.h"
#include "ui/language/retranslate.h"
#include "ui/posts/post_operations.h"
#include "ui/posts/post_state.h"
#include "ui/posts/publication_editor.h"
#include "ui/posts/slug_editor.h"
#include "ui/session.h"
#include "ui/users/user_choices.h"

#include <QLabel>

namespace ui {

namespace {

constexpr int BodyLines = 16;

QStringList tagNames(const blog::Post &post)
{
    QStringList names;
    if (post.tags.isLoaded()) {
        for (const blog::Tag &tag : *post.tags)
            names.append(tag.name);
    }
    return names;
}

} // namespace

PostForm::PostForm(Session &session, QWidget *parent)
    : FormPage(u"posts.form"_qs, session, parent), m_slug(new SlugEditor), m_author(new RecordPicker(userChoices(session), [] { return tr("choose a user from the list"); })), m_facts(new FactsLine(u"posts.form.facts"_qs))
{
    buildFacts();
    buildFields();
    m_delete = addButton(
        u"delete"_qs, u"user-trash"_qs, [] { return tr("Move to the trash"); }, [this] { changePosts(this->session(), {key()}, blog::PostAction::Delete); });
    m_restore = addButton(
        u"restore"_qs, u"edit-undo"_qs, [] { return tr("Restore"); }, [this] { changePosts(this->session(), {key()}, blog::PostAction::Restore); });
    reloadOn({DataKind::Posts, DataKind::Comments});
    connect(&session, &Session::readOnlyChanged, this, &PostForm::updateTexts);
    retranslate(this, [this] { updateTexts(); });
}

void PostForm::buildFacts()
{
    m_views = m_facts->addFact(u"views"_qs);
    m_dates = m_facts->addFact(u"dates"_qs);
    m_commentsLink = m_facts->addLink(u"comments"_qs, [this] { session().go({u"comments"_qs, 0, u"all"_qs, {{u"post_id"_qs, m_post.id.value}}}); });
    m_authorLink = m_facts->addLink(u"author"_qs, [this] { session().go({u"users"_qs, m_post.authorId.value}); });
}

void PostForm::buildFields()
{
    auto *form = new Form(u"posts.form"_qs, db::schemaOf<blog::Post>(), this);
    form->addWidget(m_facts);
    form->add(&blog::Post::title, [] { return tr("Title"); });
    FieldRow *slug = form->add(
        &blog::Post::slug, [] { return tr("Slug"); }, m_slug);
    form->add(
        &blog::Post::authorId, [] { return tr("Author"); }, m_author);
    form->add(
            &blog::Post::publishedAt, [] { return tr("State"); }, new PublicationEditor)
        ->setHint([] { return tr("A time in the future schedules the post."); });
    const auto complete = [this](const QString &text) {
        return session().database().read([text](db::Repo &repo) { return blog::Blog(repo).tagNames(text); });
    };
    form->add(
        u"tags"_qs, [] { return tr("Tags"); }, new TagEditor(complete));
    form->add(
        &blog::Post::body, [] { return tr("Body"); }, new TextAreaEditor(BodyLines));
    form->setValidator([this](const db::Params &params) { return blog::Post::changeset(m_post, params).core(); });
    addForm(form);

    const Text hint = [this] {
        if (m_slug->isLocked())
            return QString();
        return m_post.id.isNull() ? tr("Empty, it is made from the title.") : tr("Links to the post break when its slug changes.");
    };
    connect(m_slug, &SlugEditor::lockChanged, slug, [slug, hint] { slug->setHint(hint); });
    slug->setHint(hint);
    connect(form, &Form::edited, this, &PostForm::updatePreview);
}

QString PostForm::recordName() const
{
    if (!m_post.id.isNull())
        return m_post.title;
    return tr("New post");
}

void PostForm::read(qint64 key)
{
    readWith(session().database().read([key](db::Repo &repo) { return blog::Blog(repo).fetchPost({key}); }),
             [this](const blog::Post &post) { showRecord(post); });
}

void PostForm::prepareNew()
{
    showRecord({});
}

void PostForm::save()
{
    db::Params params = form()->params();
    const QStringList tags = params.take(u"tags"_qs).toStringList();
    const bool isNew = m_post.id.isNull();
    saveWith(
        session().write([post = m_post, params, tags](db::Repo &repo) { return blog::Blog(repo).savePost(post, params, tags); }),
        [this](const blog::PostChange &change) {
            setKey(change.after.id.value);
            showRecord(change.after);
        },
        [&session = session(), isNew](const blog::PostChange &change) {
            const QString title = firstLine(change.after.title, 40);
            recordPosts(session, {change}, isNew ? tr("Create “%1”").arg(title) : tr("Edit “%1”").arg(title), tr("Saved “%1”.").arg(title));
        });
}

void PostForm::showRecord(const blog::Post &post)
{
    if (post.id != m_post.id)
        m_comments.reset();
    m_post = post;
    m_author->remember(post.author ? Choice{post.authorId.value, post.author->username, post.author->email} : Choice{});
    form()->load(post, {{u"tags"_qs, tagNames(post)}});
    updateTexts();
    m_counting.drop();
    if (!post.id.isNull())
        countComments();
}

void PostForm::countComments()
{
    const auto comments = session().database().read([id = m_post.id](db::Repo &repo) { return blog::Blog(repo).commentCount({.post = id}); });
    m_counting.ask(this, comments, [this](const db::Result<qint64> &count) {
        if (!count)
            return;
        m_comments = *count;
        updateTexts();
    });
}

void PostForm::updatePreview()
{
    const QString title = form()->params().value(u"title"_qs).toString();
    m_slug->setPreview(title.trimmed().isEmpty() ? QString() : blog::slugFor(title));
}

void PostForm::updateTexts()
{
    const bool isStored = !m_post.id.isNull();
    const bool isDeleted = m_post.deletedAt.has_value();
    m_facts->setVisible(isStored);
    m_delete->setVisible(isStored && !isDeleted);
    m_restore->setVisible(isDeleted);
    for (QPushButton *button : {m_delete, m_restore})
        button->setEnabled(!session().isReadOnly());
    if (!isStored) {
        setBadge({}, Theme::Role::Muted);
        return;
    }
    const blog::PostState state = blog::postState(m_post.publishedAt, m_post.deletedAt);
    setBadge(postStateText(state), postStateRole(state));
    m_views->setText(tr("%Ln view(s)", nullptr, int(m_post.viewCount)));
    m_dates->setText(tr("Created %1, changed %2").arg(formatDateTime(m_post.insertedAt), formatDateTime(m_post.updatedAt)));
    m_commentsLink->setVisible(m_comments.has_value());
    m_commentsLink->setLink(tr("%Ln comment(s)", nullptr, int(m_comments.value_or(0))));
    m_authorLink->setLink(tr("About the author"));
}

} // namespace ui
