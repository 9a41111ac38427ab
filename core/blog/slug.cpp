// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/slug.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace blog {

namespace {

/// The first characters, as people count them.
QString shortened(const QString &text, int characters)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (int i = 0; i < characters; ++i) {
        if (finder.toNextBoundary() < 0)
            return text;
    }
    return text.left(finder.position());
}

} // namespace

QString slugFor(const QString &title)
{
    static const QRegularExpression foreign(u"[^\\p{L}\\p{M}\\p{N}_\\s-]"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression letter(u"[\\p{L}\\p{N}]"_s);

    QString slug = title.normalized(QString::NormalizationForm_C).toLower();
    slug.remove(foreign).replace(blanks, u"-"_s);
    if (slug.contains(letter))
        return shortened(slug, 100);
    // A title of signs only: the same title still makes the same address.
    const QByteArray digest = QCryptographicHash::hash(title.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"post-"_s + QString::fromLatin1(digest.first(8));
}

QString tagSlugFor(const QString &name)
{
    return name.simplified().toLower().replace(u' ', u'-');
}

} // namespace blog
