// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/users/user_form.h"

#include "core/blog/blog.h"
#include "core/toolkit/changeset.h"
#include "ui/common/format.h"
#include "ui/common/link_button.h"
#include "ui/forms/enum_editor.h"
#include "ui/forms/facts_line.h"
#include "ui/forms/form.h"
#include "ui/forms/text_area_editor.h"
#include "ui/language/retranslate.h"
#include "ui/session.h"
#include "ui/users/role_text.h"
#include "ui/users/user_operations.h"

#include <QLabel>

namespace ui {

namespace {

constexpr int BioLines = 4;

EnumEditor *roleEditor()
{
    const QStringList names = db::Codec<accounts::Role>::names();
    return new EnumEditor(names, [](const QString &name) { return roleText(db::Codec<accounts::Role>::load(name)); });
}

} // namespace

db::Result<UserForm::Writings> UserForm::writingsOf(db::Repo &repo, db::Id<accounts::User> id)
{
    const blog::Blog blog(repo);
    const db::Result<qint64> posts = blog.postCount({.author = id});
    if (!posts)
        return db::Failure(posts.error());
    const db::Result<qint64> comments = blog.commentCount({.user = id});
    if (!comments)
        return db::Failure(comments.error());
    return Writings{*posts, *comments};
}

UserForm::UserForm(Session &session, QWidget *parent)
    : FormPage(u"users.form"_qs, session, parent), m_facts(new FactsLine(u"users.form.facts"_qs))
{
    buildFacts();
    buildUser();
    buildProfile();
    reloadOn({DataKind::Users, DataKind::Posts, DataKind::Comments});
    retranslate(this, [this] { updateTexts(); });
}

void UserForm::buildFacts()
{
    const auto narrowed = [this](const QString &page, const QString &key) {
        return [this, page, key] { session().go({page, 0, u"all"_qs, {{key, m_stored.user.id.value}}}); };
    };
    m_posts = m_facts->addLink(u"posts"_qs, narrowed(u"posts"_qs, u"author_id"_qs));
    m_comments = m_facts->addLink(u"comments"_qs, narrowed(u"comments"_qs, u"user_id"_qs));
    m_dates = m_facts->addFact(u"dates"_qs);
}

void UserForm::buildUser()
{
    using accounts::User;
    auto *form = new Form(u"users.form"_qs, db::schemaOf<User>(), this);
    form->addWidget(m_facts);
    form->add(&User::username, [] { return tr("Username"); });
    form->add(&User::email, [] { return tr("Email"); });
    form->add(
        &User::role, [] { return tr("Role"); }, roleEditor());
    form->add(&User::isActive, [] { return tr("Active"); })->setHint([] { return tr("Only active users can sign in."); });
    form->addHeading([] { return tr("Password"); });
    form->addPassword(
        &User::password, [] { return tr("New password"); }, [] { return tr("Repeat it"); });
    form->row(u"password"_qs)->setHint([this] { return m_stored.user.id.isNull() ? QString() : tr("Leave it empty to keep the present one."); });
    addForm(form);
}

void UserForm::buildProfile()
{
    using accounts::Profile;
    m_profile = new Form(u"users.form.profile"_qs, db::schemaOf<Profile>(), this);
    m_profile->addHeading([] { return tr("Profile"); });
    m_profile->add(
        &Profile::bio, [] { return tr("Bio"); }, new TextAreaEditor(BioLines));
    m_profile->add(&Profile::website, [] { return tr("Website"); });
    m_profile->add(&Profile::birthDate, [] { return tr("Birth date"); });
    m_profile->setValidator([this](const db::Params &params) { return Profile::changeset(m_stored.profile, params).core(); });
    addForm(m_profile);
}

QString UserForm::recordName() const
{
    return m_stored.user.id.isNull() ? tr("New user") : m_stored.user.username;
}

void UserForm::read(qint64 key)
{
    readWith(session().database().read([key](db::Repo &repo) { return accounts::Accounts(repo).fetchUserWithProfile({key}); }),
             [this](const accounts::UserWithProfile &stored) { showRecord(stored); });
}

void UserForm::prepareNew()
{
    showRecord({});
}

void UserForm::save()
{
    saveWith(
        session().write([stored = m_stored, user = form()->params(), profile = m_profile->params()](db::Repo &repo) {
            return accounts::Accounts(repo).saveUser(stored, user, profile);
        }),
        [this](const accounts::UserChange &change) {
            setKey(change.after.user.id.value);
            showRecord(change.after);
        },
        [&session = session()](const accounts::UserChange &change) { recordUser(session, change); });
}

void UserForm::showRecord(const accounts::UserWithProfile &stored)
{
    if (stored.user.id != m_stored.user.id)
        m_writings.reset();
    m_stored = stored;
    const bool isNew = stored.user.id.isNull();
    // Who signs up becomes an ordinary, active user.
    form()->row(u"role"_qs)->setVisible(!isNew);
    form()->row(u"is_active"_qs)->setVisible(!isNew);
    form()->setValidator([this, isNew](const db::Params &params) {
        using accounts::User;
        return (isNew ? User::registration(m_stored.user, params) : User::editing(m_stored.user, params)).core();
    });
    form()->load(stored.user);
    m_profile->load(stored.profile);
    updateTexts();
    m_counting.drop();
    if (!isNew)
        countWritings();
}

void UserForm::countWritings()
{
    const auto counts = session().database().read([id = m_stored.user.id](db::Repo &repo) { return writingsOf(repo, id); });
    m_counting.ask(this, counts, [this](const db::Result<Writings> &writings) {
        if (!writings)
            return;
        m_writings = *writings;
        updateTexts();
    });
}

void UserForm::updateTexts()
{
    const bool isStored = !m_stored.user.id.isNull();
    m_facts->setVisible(isStored);
    if (!isStored) {
        setBadge({}, Theme::Role::Muted);
        return;
    }
    setBadge(m_stored.user.isActive ? tr("Active") : tr("Inactive"), m_stored.user.isActive ? Theme::Role::Ok : Theme::Role::Muted);
    const Writings writings = m_writings.value_or(Writings{});
    m_posts->setLink(tr("%Ln post(s)", nullptr, int(writings.posts)));
    m_comments->setLink(tr("%Ln comment(s)", nullptr, int(writings.comments)));
    for (LinkButton *link : {m_posts, m_comments})
        link->setVisible(m_writings.has_value());
    m_dates->setText(tr("Joined %1, changed %2").arg(formatDateTime(m_stored.user.insertedAt), formatDateTime(m_stored.user.updatedAt)));
}

} // namespace ui
