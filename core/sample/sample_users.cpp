// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/password.h"
#include "core/accounts/profile.h"
#include "core/sample/community_builder.h"

#include <algorithm>
#include <cmath>

using accounts::Profile;
using accounts::Role;
using accounts::User;

namespace sample {

db::Result<void> CommunityBuilder::writeUsers()
{
    for (int i = 0; i < m_size.users; ++i)
        m_joined.append(i < staff() ? m_start + i : timeAt(std::pow((i + 0.5) / m_size.users, 0.8)));
    std::sort(m_joined.begin(), m_joined.end());

    QList<User> users;
    for (int i = 0; i < m_size.users; ++i) {
        users.append(makeUser(i));
        if (const db::Result<void> stored = store(users, i + 1 == m_size.users); !stored)
            return stored;
    }
    QList<Profile> profiles;
    for (int i = 0; i < m_size.users; ++i) {
        if (m_writer.chance(70))
            profiles.append(makeProfile(i));
        if (const db::Result<void> stored = store(profiles, i + 1 == m_size.users); !stored)
            return stored;
    }
    return {};
}

User CommunityBuilder::makeUser(int index)
{
    static const QStringList hosts{u"example.com"_qs, u"example.org"_qs, u"example.net"_qs};

    User user;
    user.id = {index + 1};
    user.username = freshUsername(m_writer.firstName(), m_writer.lastName());
    user.email = user.username + u'@' + m_writer.pick(hosts);
    user.passwordHash = accounts::noPassword;
    if (index < staff()) {
        user.role = index == 0 ? Role::Admin : Role::Moderator;
        m_staffNames.append(user.username);
    } else {
        user.isActive = !m_writer.chance(7);
    }
    user.insertedAt = utc(m_joined.at(index));
    user.updatedAt = user.insertedAt;
    return user;
}

/// "ada.becker", and "ada.becker2" for the next of that name.
QString CommunityBuilder::freshUsername(const QString &firstName, const QString &lastName)
{
    // Accents stay in texts; names to sign in with do without.
    QString name = QString(firstName + u'.' + lastName).toLower().normalized(QString::NormalizationForm_KD);
    static const QRegularExpression fancy(u"[^a-z.]"_qs);
    name.replace(u'ı', u'i').remove(fancy);
    const int wanted = ++m_usernames[name];
    return wanted == 1 ? name : QString(name + QString::number(wanted));
}

Profile CommunityBuilder::makeProfile(int index)
{
    Profile profile;
    profile.userId = {index + 1};
    if (m_writer.chance(80))
        profile.bio = m_writer.bio();
    if (m_writer.chance(30))
        profile.website = u"https://member%1.example.org"_qs.arg(index + 1);
    if (m_writer.chance(60))
        profile.birthDate = utc(m_start).date().addDays(-365 * (15 + m_writer.below(60)) - m_writer.below(365));
    profile.insertedAt = utc(m_joined.at(index));
    profile.updatedAt = profile.insertedAt;
    return profile;
}

} // namespace sample
