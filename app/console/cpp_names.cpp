// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/cpp_names.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace console {

namespace {

QString capitalized(const QString &word)
{
    return word.isEmpty() ? word : QString(word.front().toUpper() + word.sliced(1));
}

QString singularWord(const QString &word)
{
    static const QHash<QString, QString> others{{u"people"_s, u"person"_s}, {u"children"_s, u"child"_s}, {u"men"_s, u"man"_s}, {u"women"_s, u"woman"_s}, {u"movies"_s, u"movie"_s}, {u"cookies"_s, u"cookie"_s}, {u"series"_s, u"series"_s}, {u"species"_s, u"species"_s}, {u"news"_s, u"news"_s}, {u"statuses"_s, u"status"_s}, {u"bonuses"_s, u"bonus"_s}, {u"aliases"_s, u"alias"_s}};
    static const QRegularExpression withoutPlural(u"(ss|us|is)$"_s);
    static const QRegularExpression longPlural(u"(ss|x|ch|sh|zz)es$"_s);
    if (const auto other = others.constFind(word); other != others.constEnd())
        return *other;
    if (word.size() < 4 || !word.endsWith(u's') || withoutPlural.match(word).hasMatch())
        return word;
    if (word.endsWith(u"ies"))
        return word.chopped(3) + u'y';
    return word.chopped(longPlural.match(word).hasMatch() ? 2 : 1);
}

} // namespace

QStringList wordsOf(const QString &name)
{
    static const QRegularExpression mark(u"\\p{M}"_s);
    static const QRegularExpression beforeWord(u"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    static const QRegularExpression other(u"[^A-Za-z0-9]+"_s);
    QString plain = name.normalized(QString::NormalizationForm_KD).remove(mark);
    plain.replace(beforeWord, u" "_s);
    return plain.toLower().split(other, Qt::SkipEmptyParts);
}

QString singular(const QString &name)
{
    QStringList words = wordsOf(name);
    if (!words.isEmpty())
        words.last() = singularWord(words.last());
    return words.join(u'_');
}

bool isReservedInCpp(const QString &word)
{
    static const QStringList words = u"alignas alignof all and asm assert auto bitand bitor bool break case catch char class compl concept const consteval "
                                     "constexpr constinit continue decltype default delete do double else emit enum errno explicit export extern false float "
                                     "for foreach forever friend goto if inline int linux long mutable namespace new noexcept not nullptr operator or private "
                                     "protected public qint64 register requires return short signals signed sizeof slots static stderr stdin stdout struct "
                                     "switch template this throw true try typedef typeid typename union unix unsigned using virtual void volatile while xor"_s.split(u' ');
    return words.contains(word);
}

QString cppLiteral(const QString &text)
{
    QString literal;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            literal += u'\\' + QString(c);
        else if (c < u' ' || c == QChar(0x7f))
            literal += u"\\%1"_s.arg(c.unicode(), 3, 8, QChar(u'0'));
        else
            literal += c;
    }
    return literal;
}

QString CppNames::member(const QString &text, const QString &otherwise)
{
    QStringList words = wordsOf(text);
    if (words.isEmpty() || words.first().front().isDigit())
        words.prepend(otherwise);
    QString name = words.takeFirst();
    for (const QString &word : std::as_const(words))
        name += capitalized(word);
    return once(isReservedInCpp(name) ? QString(name + u'_') : name);
}

QString CppNames::type(const QString &text, const QString &otherwise)
{
    QStringList words = wordsOf(text);
    if (words.isEmpty() || words.first().front().isDigit())
        words.prepend(otherwise);
    QString name;
    for (const QString &word : std::as_const(words))
        name += capitalized(word);
    // Qt's classes have such names.
    static const QRegularExpression ofQt(u"^Q[A-Z]"_s);
    return once(ofQt.match(name).hasMatch() ? QString(name + u"Row") : name);
}

QString CppNames::once(const QString &name)
{
    QString free = name;
    for (int number = 2; m_taken.contains(free); ++number)
        free = name + QString::number(number);
    m_taken.insert(free);
    return free;
}

} // namespace console
