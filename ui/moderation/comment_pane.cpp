// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/comment_pane.h"

#include "ui/comments/comment_state.h"
#include "ui/common/badge.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/moderation/body_view.h"
#include "ui/moderation/moderation_texts.h"
#include "ui/moderation/plain_text.h"
#include "ui/users/role_text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollBar>

namespace ui {

namespace {

constexpr int PostExcerpt = 700; // characters
constexpr int NeighbourExcerpt = 400;
/// More of a body is not looked at for its beginning.
constexpr int Enough = 20'000;

QString beginning(const QString &text, int length)
{
    if (text.size() <= length)
        return text;
    const int blank = int(text.lastIndexOf(u' ', length));
    return text.left(blank > length / 2 ? blank : length) + u'…';
}

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

CommentPane::CommentPane(QWidget *parent)
    : QScrollArea(parent), m_problem(makeLabel(u"moderation.pane.problem"_qs, this)), m_postHeading(makeLabel(u"moderation.pane.postHeading"_qs, this)), m_postTitle(makeLabel(u"moderation.pane.postTitle"_qs, this)), m_postFacts(makeLabel(u"moderation.pane.postFacts"_qs, this)), m_post(new BodyView(this)), m_threadHeading(makeLabel(u"moderation.pane.threadHeading"_qs, this)), m_thread(new BodyView(this))
{
    setObjectName(u"moderation.pane"_qs);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::ClickFocus);
    m_post->setObjectName(u"moderation.pane.post"_qs);
    m_thread->setObjectName(u"moderation.pane.thread"_qs);
    makeHeading(m_postHeading, 1.1);
    makeHeading(m_postTitle, 1.0);
    makeHeading(m_threadHeading, 1.1);
    makeQuiet(m_postFacts);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    m_card = buildCard();
    for (QWidget *part : QList<QWidget *>{m_card, m_problem, m_postHeading, m_postTitle, m_postFacts, m_post, m_threadHeading, m_thread})
        column->addWidget(part);
    column->addStretch(1);
    setWidget(content);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this, column] {
        const int gap = fontMetrics().height() / 2;
        column->setContentsMargins(gap, 0, gap, gap);
        column->setSpacing(gap / 2);
        for (QLabel *heading : {m_postHeading, m_threadHeading})
            heading->setContentsMargins(0, gap, 0, 0);
    });
}

QFrame *CommentPane::buildCard()
{
    auto *card = new QFrame(this);
    card->setFrameShape(QFrame::StyledPanel);
    card->setAutoFillBackground(true);
    card->setBackgroundRole(QPalette::Base);
    m_author = makeLabel(u"moderation.pane.author"_qs, card);
    makeHeading(m_author, 1.2);
    m_author->setWordWrap(false);
    m_state = new Badge(card);
    m_state->setObjectName(u"moderation.pane.state"_qs);
    m_age = makeLabel(u"moderation.pane.age"_qs, card);
    makeQuiet(m_age);
    m_age->setWordWrap(false);
    m_facts = makeLabel(u"moderation.pane.facts"_qs, card);
    makeQuiet(m_facts);
    m_body = new BodyView(card);
    m_body->setObjectName(u"moderation.pane.body"_qs);
    m_verdict = makeLabel(u"moderation.pane.verdict"_qs, card);

    // On the card's ground labels would take their colour from the role Text.
    for (QLabel *label : {m_author, static_cast<QLabel *>(m_state), m_age, m_facts, m_verdict})
        label->setForegroundRole(QPalette::WindowText);
    auto *head = new QHBoxLayout;
    head->addWidget(m_author);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_age);
    auto *column = new QVBoxLayout(card);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_body);
    column->addWidget(m_verdict);
    restyle(card, [card, column] {
        const int gap = card->fontMetrics().height() / 2;
        column->setContentsMargins(2 * gap, gap * 3 / 2, 2 * gap, gap * 3 / 2);
        column->setSpacing(gap);
    });
    return card;
}

void CommentPane::showItem(const moderation::QueueItem &item)
{
    if (m_context && m_context->comment.id != item.id)
        m_context.reset();
    if (!m_item || m_item->id != item.id)
        verticalScrollBar()->setValue(0);
    m_item = item;
    m_problem->clear();
    updateTexts();
}

void CommentPane::showContext(const moderation::CommentContext &context)
{
    m_context = context;
    updateTexts();
}

void CommentPane::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

void CommentPane::clear()
{
    m_item.reset();
    m_context.reset();
    m_problem->clear();
    updateTexts();
}

void CommentPane::scrollOn()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() == bar->maximum() ? 0 : bar->value() + bar->pageStep() / 2);
}

QList<QWidget *> CommentPane::views()
{
    return {this, m_body, m_post, m_thread};
}

void CommentPane::updateTexts()
{
    setAccessibleName(tr("The comment and what it is about"));
    m_body->setAccessibleName(tr("Text of the comment"));
    m_post->setAccessibleName(tr("Beginning of the post"));
    m_thread->setAccessibleName(tr("What was said before and after"));
    m_postHeading->setText(tr("Post"));
    m_threadHeading->setText(tr("Thread"));
    m_card->setVisible(m_item.has_value());
    m_problem->setVisible(!m_problem->text().isEmpty());
    for (QWidget *part : QList<QWidget *>{m_postHeading, m_postTitle})
        part->setVisible(m_item.has_value());
    for (QWidget *part : QList<QWidget *>{m_postFacts, m_post, m_threadHeading, m_thread})
        part->setVisible(m_context.has_value());
    if (!m_item)
        return;
    updateFacts();
    if (m_context)
        updateThread();
}

void CommentPane::updateFacts()
{
    m_author->setText(m_item->username);
    m_state->setText(commentStateText(m_item->state));
    m_state->setRole(commentStateRole(m_item->state));
    m_age->setText(moderation_texts::ago(m_item->insertedAt));
    m_age->setToolTip(formatDateTime(m_item->insertedAt));
    m_postTitle->setText(m_item->postTitle);

    const QString body = m_context ? m_context->comment.body : m_item->excerpt;
    m_body->reset();
    m_body->addText(body);
    const moderation::AuthorRecord &record = m_item->record;
    QStringList facts{record.isNewcomer() ? tr("nothing of theirs was decided yet") : moderation_texts::record(record)};
    if (record.pending > 1)
        facts.append(tr("%n waiting", nullptr, int(record.pending)));
    if (m_context && m_context->comment.user) {
        const accounts::User &user = *m_context->comment.user;
        facts.append(roleText(user.role));
        facts.append(tr("joined %1", "a date").arg(formatDate(user.insertedAt.toLocalTime().date())));
        if (!user.isActive)
            facts.append(tr("inactive"));
    }
    facts.append(moderation_texts::links(linksIn(body).size()));
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_qs));

    const moderation::Verdict verdict = m_context ? moderation::verdictOf(m_context->comment) : moderation::Verdict();
    m_verdict->setVisible(verdict.state != blog::ModerationState::Pending);
    const QString decided = moderation_texts::verdict(verdict);
    m_verdict->setText(verdict.reason ? tr("%1: “%2”", "Rejected by ann | the reason").arg(decided, *verdict.reason) : decided);
}

void CommentPane::updateThread()
{
    const blog::Post &post = m_context->post;
    const QString author = post.author ? post.author->username : QString();
    m_postFacts->setText(post.publishedAt ? tr("by %1, %2", "an author | a date").arg(author, formatDate(post.publishedAt->toLocalTime().date()))
                                          : tr("by %1, not published", "an author").arg(author));
    m_post->reset();
    m_post->addText(beginning(plainText(post.body.left(Enough)), PostExcerpt));

    const auto add = [this](const blog::Comment &comment) {
        const QString name = comment.user ? comment.user->username : QString();
        m_thread->addHeading(tr("%1 · %2 · %3", "author | 5 min ago | Approved").arg(name, moderation_texts::ago(comment.insertedAt), commentStateText(comment.state)));
        m_thread->addText(beginning(comment.body, NeighbourExcerpt));
    };
    m_thread->reset();
    if (m_context->before.isEmpty() && m_context->after.isEmpty())
        m_thread->addHeading(tr("This is the only comment so far."));
    else if (m_context->before.isEmpty())
        m_thread->addHeading(tr("This comment is the first; after it:"));
    for (const blog::Comment &comment : m_context->before)
        add(comment);
    if (!m_context->before.isEmpty())
        m_thread->addHeading(m_context->after.isEmpty() ? tr("↑ before this comment, which is the last") : tr("↑ before this comment · after it ↓"));
    for (const blog::Comment &comment : m_context->after)
        add(comment);
}

} // namespace ui
