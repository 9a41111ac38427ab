// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/html_text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace importing {

namespace {

/// Elements around which a person sees an empty line, and those that begin a line.
const QStringList paragraphs{u"p"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"ul"_s, u"ol"_s, u"dl"_s,
                             u"pre"_s, u"blockquote"_s, u"hr"_s, u"table"_s};
const QStringList lines{u"br"_s, u"li"_s, u"div"_s, u"dt"_s, u"dd"_s, u"tr"_s};

/// Puts text together, and no more empty space into it than a browser would.
class Composer
{
public:
    void breakLine(int breaks) { m_breaks = qMax(m_breaks, breaks); }
    void setPreformatted(bool preformatted) { m_isPreformatted = preformatted; }
    void add(QChar c)
    {
        if (m_isPreformatted && c == u'\n')
            breakLine(m_breaks + 1);
        else if (c.isSpace() && c != QChar::Nbsp && !m_isPreformatted)
            m_hasBlank = true;
        else
            put(c);
    }
    void add(QStringView text)
    {
        for (const QChar c : text)
            add(c);
    }
    const QString &text() const { return m_text; }

private:
    void put(QChar c)
    {
        if (!m_text.isEmpty() && m_breaks > 0)
            m_text.append(QString(m_breaks, u'\n'));
        else if (!m_text.isEmpty() && m_hasBlank)
            m_text.append(u' ');
        m_text.append(c);
        m_breaks = 0;
        m_hasBlank = false;
    }

    QString m_text;
    int m_breaks = 0; ///< wanted before the next character
    bool m_hasBlank = false;
    bool m_isPreformatted = false;
};

/// Walks through the HTML once.
class Reader
{
public:
    explicit Reader(QStringView html)
        : m_html(html) { }

    QString text()
    {
        while (m_position < m_html.size()) {
            const QChar c = m_html.at(m_position);
            const bool consumed = (c == u'<' && readTag()) || (c == u'&' && readEntity());
            if (!consumed) {
                m_composer.add(c);
                ++m_position;
            }
        }
        return m_composer.text().trimmed();
    }

private:
    /// Whether a tag or comment begins here.
    bool readTag()
    {
        const QStringView rest = m_html.mid(m_position + 1);
        if (rest.startsWith(u"!--")) {
            skipTo(u"-->"_s);
            m_position = qMin(m_position + 3, m_html.size());
            return true;
        }
        const bool isClosing = rest.startsWith(u'/');
        const qsizetype begin = m_position + (isClosing ? 2 : 1);
        const bool isTag = rest.startsWith(u'!') || rest.startsWith(u'?') || (begin < m_html.size() && m_html.at(begin).isLetter());
        const qsizetype end = isTag ? endOfTag(begin) : -1;
        if (end < 0)
            return false;
        qsizetype nameEnd = begin;
        while (m_html.at(nameEnd).isLetterOrNumber())
            ++nameEnd;
        m_position = end + 1;
        apply(m_html.sliced(begin, nameEnd - begin).toString().toLower(), isClosing);
        return true;
    }

    void apply(const QString &element, bool isClosing)
    {
        if ((element == u"script" || element == u"style") && !isClosing)
            skipTo(u"</"_s + element);
        else if (paragraphs.contains(element))
            m_composer.breakLine(2);
        else if (lines.contains(element))
            m_composer.breakLine(1);
        if (element == u"pre")
            m_composer.setPreformatted(!isClosing);
        if (element == u"li" && !isClosing)
            m_composer.add(u"• ");
    }

    /// Where the tag ends; -1 when it does not. A quote that is never closed is none, here and from here on: so the
    /// whole is read twice at most, whatever is in it.
    qsizetype endOfTag(qsizetype from)
    {
        QChar quote;
        for (qsizetype i = from; i < m_html.size() && m_hasQuotes; ++i) {
            const QChar c = m_html.at(i);
            if (quote.isNull() && c == u'>')
                return i;
            if (quote.isNull() && (c == u'"' || c == u'\''))
                quote = c;
            else if (c == quote)
                quote = {};
        }
        m_hasQuotes = false;
        const qsizetype end = m_hasTags ? m_html.indexOf(u'>', from) : -1;
        m_hasTags = end >= 0;
        return end;
    }

    void skipTo(const QString &mark)
    {
        const qsizetype found = m_html.indexOf(mark, m_position, Qt::CaseInsensitive);
        m_position = found < 0 ? m_html.size() : found;
    }

    /// Whether an entity begins here.
    bool readEntity()
    {
        static constexpr qsizetype longest = 10;
        const QStringView near = m_html.mid(m_position + 1, longest);
        const qsizetype end = near.indexOf(u';');
        const char32_t character = end > 0 ? decoded(near.first(end)) : 0;
        if (character == 0)
            return false;
        m_composer.add(QString::fromUcs4(&character, 1));
        m_position += end + 2;
        return true;
    }

    /// 0 when the name means nothing.
    static char32_t decoded(QStringView name)
    {
        if (!name.startsWith(u'#'))
            return htmlEntity(name);
        const bool isHex = name.startsWith(u"#x", Qt::CaseInsensitive);
        bool isNumber = false;
        const char32_t code = name.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
        if (!isNumber)
            return 0;
        const bool isCharacter = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        const bool isControl = isCharacter && QChar::category(code) == QChar::Other_Control && !QChar::isSpace(code);
        return isCharacter && !isControl ? code : char32_t(QChar::ReplacementCharacter);
    }

    QStringView m_html;
    qsizetype m_position = 0;
    Composer m_composer;
    bool m_hasQuotes = true;
    bool m_hasTags = true;
};

} // namespace

QString htmlToText(const QString &html)
{
    return Reader(html).text();
}

} // namespace importing
