// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comments/comment_form.h"

#include "core/blog/blog.h"
#include "core/toolkit/changeset.h"
#include "ui/comments/comment_operations.h"
#include "ui/comments/comment_state.h"
#include "ui/comments/decision_bar.h"
#include "ui/common/format.h"
#include "ui/common/link_button.h"
#include "ui/forms/facts_line.h"
#include "ui/forms/form.h"
#include "ui/forms/text_area_editor.h"
#include "ui/language/retranslate.h"
#include "ui/session.h"

#include <QLabel>
#include <QPointer>

namespace ui {

namespace {

constexpr int BodyLines = 10;
constexpr int TitleLength = 70;

} // namespace

CommentForm::CommentForm(Session &session, QWidget *parent)
    : FormPage(u"comments.form"_qs, session, parent), m_facts(new FactsLine(u"comments.form.facts"_qs)), m_decision(new DecisionBar(u"comments.form"_qs))
{
    buildFacts();
    buildFields();
    connect(m_decision, &DecisionBar::decided, this, [this](blog::ModerationState state, const QString &reason) {
        m_decision->setBusy(true);
        decideComments(this->session(), {{m_comment.id, m_comment.state}}, state, reason, [bar = QPointer(m_decision)] {
            if (bar)
                bar->setBusy(false);
        });
    });
    connect(&session, &Session::readOnlyChanged, this, &CommentForm::updateTexts);
    reloadOn({DataKind::Comments});
    retranslate(this, [this] { updateTexts(); });
}

void CommentForm::buildFacts()
{
    m_post = m_facts->addLink(u"post"_qs, [this] { session().go({u"posts"_qs, m_comment.postId.value}); });
    m_user = m_facts->addLink(u"user"_qs, [this] { session().go({u"users"_qs, m_comment.userId.value}); });
    m_dates = m_facts->addFact(u"dates"_qs);
}

void CommentForm::buildFields()
{
    auto *form = new Form(u"comments.form"_qs, db::schemaOf<blog::Comment>(), this);
    form->addWidget(m_facts);
    form->add(
        &blog::Comment::body, [] { return tr("Text"); }, new TextAreaEditor(BodyLines));
    form->addHeading([] { return tr("Decision"); });
    form->addWidget(m_decision);
    form->setValidator([this](const db::Params &params) { return blog::Comment::editing(m_comment, params).core(); });
    addForm(form);
}

QString CommentForm::recordName() const
{
    return m_comment.id.isNull() ? tr("Comment") : tr("Comment by %1").arg(commentAuthor(m_comment));
}

void CommentForm::read(qint64 key)
{
    readWith(session().database().read([key](db::Repo &repo) { return blog::Blog(repo).fetchComment({key}); }),
             [this](const blog::Comment &comment) { showRecord(comment); });
}

void CommentForm::prepareNew()
{
    showRecord({});
}

void CommentForm::save()
{
    saveWith(
        session().write([comment = m_comment, params = form()->params()](db::Repo &repo) { return blog::Blog(repo).saveComment(comment, params); }),
        [this](const blog::CommentChange &change) {
            setKey(change.after.id.value);
            showRecord(change.after);
        },
        [&session = session()](const blog::CommentChange &change) { recordComment(session, change); });
}

void CommentForm::showRecord(const blog::Comment &comment)
{
    m_comment = comment;
    form()->load(comment);
    m_decision->setComment(comment);
    updateTexts();
}

void CommentForm::updateTexts()
{
    m_decision->setReadOnly(session().isReadOnly());
    if (m_comment.id.isNull())
        return;
    setBadge(commentStateText(m_comment.state), commentStateRole(m_comment.state));
    // In a database that was edited without foreign keys, either may be gone.
    m_post->setLink(m_comment.post ? tr("Post “%1”").arg(firstLine(m_comment.post->title, TitleLength)) : tr("The post is gone"));
    m_post->setEnabled(bool(m_comment.post));
    m_user->setLink(m_comment.user ? tr("User %1").arg(m_comment.user->username) : tr("The user is gone"));
    m_user->setEnabled(bool(m_comment.user));
    m_dates->setText(tr("Written %1").arg(formatDateTime(m_comment.insertedAt)));
}

} // namespace ui
