// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/sample/writer.h"

#include "core/sample/phrases.h"

#include <cmath>

namespace sample {

int Writer::below(int limit)
{
    return int(m_random.generate() % quint32(limit));
}

double Writer::skewed(double bias)
{
    return std::pow(double(m_random.generate()) / 4294967296.0, bias);
}

QString Writer::phraseFor(QStringView place, const Topic &topic)
{
    if (place == u"things")
        return pick(topic.things);
    if (place == u"tool")
        return pick(topic.tools);
    if (place == u"action")
        return pick(topic.actions);
    if (place == u"problem")
        return pick(topic.problems);
    if (place == u"tag")
        return topic.tag.toLower();
    if (place == u"town")
        return pick(phrases::towns());
    if (place == u"time")
        return pick(phrases::times());
    if (place == u"friend")
        return pick(phrases::friends());
    Q_ASSERT(place == u"number");
    return QString::number(4 + below(9));
}

QString Writer::filled(const QString &sentence, const Topic &topic)
{
    QString text;
    qsizetype from = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', from)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        text += QStringView(sentence).sliced(from, open - from);
        text += phraseFor(QStringView(sentence).sliced(open + 1, close - open - 1), topic);
        from = close + 1;
    }
    text += QStringView(sentence).sliced(from);
    text[0] = text.at(0).toUpper();
    return text;
}

QString Writer::firstName()
{
    return pick(phrases::firstNames());
}

QString Writer::lastName()
{
    return pick(phrases::lastNames());
}

QString Writer::bio()
{
    return filled(pick(phrases::bios()), topics().at(below(int(topics().size()))));
}

QString Writer::title(const Topic &topic)
{
    return filled(pick(phrases::titles()), topic);
}

QString Writer::body(const Topic &topic)
{
    const QStringList &middles = phrases::middles();
    QString text = filled(pick(phrases::openings()), topic);
    // Sentences a stride apart in the list: none comes twice in one text.
    int sentence = below(int(middles.size()));
    const int sentences = 3 + below(7);
    for (int i = 0; i < sentences; ++i) {
        text += i % 3 == 2 ? u"\n\n"_qs : u" "_qs;
        text += filled(middles.at(sentence), topic);
        sentence = (sentence + 7) % int(middles.size());
    }
    text += u"\n\n"_qs;
    text += filled(pick(phrases::closings()), topic);
    return text;
}

QString Writer::comment(const Topic &topic)
{
    QString text = filled(pick(phrases::comments()), topic);
    if (chance(35)) {
        text += u' ';
        text += filled(pick(phrases::middles()), topic);
    }
    return text;
}

QString Writer::rudeComment(const Topic &topic)
{
    return filled(pick(phrases::rudeComments()), topic);
}

QString Writer::spam()
{
    return filled(pick(phrases::spam()), topics().first());
}

QString Writer::reason()
{
    return pick(phrases::reasons());
}

} // namespace sample
