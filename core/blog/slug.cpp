// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/slug.h"

#include "core/toolkit/graphemes.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace blog {

QString slugFor(const QString &title)
{
    static const QRegularExpression foreign(u"[^\\p{L}\\p{M}\\p{N}_\\s-]"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression letter(u"[\\p{L}\\p{N}]"_s);

    QString slug = title.normalized(QString::NormalizationForm_C).toLower();
    slug.remove(foreign).replace(blanks, u"-"_s);
    if (slug.contains(letter))
        return db::firstGraphemes(slug, 100);
    // A title of signs only: the same title still makes the same address.
    const QByteArray digest = QCryptographicHash::hash(title.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"post-"_s + QString::fromLatin1(digest.first(8));
}

QString tagSlugFor(const QString &name)
{
    return name.simplified().toLower().replace(u' ', u'-');
}

} // namespace blog
