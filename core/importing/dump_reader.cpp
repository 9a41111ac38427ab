// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/dump_reader.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace importing {

QString DumpRow::value(QAnyStringView attribute) const
{
    return m_attributes.value(attribute.toString()).toString();
}

DumpReader::DumpReader(const QString &path, const QString &root)
    : m_file(path), m_root(root) { }

db::Result<void> DumpReader::open()
{
    const QString name = QFileInfo(m_file).fileName();
    if (!m_file.exists())
        return db::Failure(db::Error::refused(u"%1 is missing in %2"_s.arg(name, QFileInfo(m_file).path()), m_file.fileName()));
    if (!QFileInfo(m_file).isFile() || !m_file.open(QIODevice::ReadOnly))
        return db::Failure(db::Error::refused(u"%1 cannot be read"_s.arg(m_file.fileName()), m_file.fileName()));
    m_xml.setDevice(&m_file);
    return {};
}

db::Result<std::optional<DumpRow>> DumpReader::next()
{
    for (;;) {
        const qint64 line = m_xml.lineNumber();
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++m_depth;
            if (m_depth == 1 && m_xml.name() != m_root)
                return db::Failure(broken(u"it begins with <%1> instead of <%2>"_s.arg(m_xml.name(), m_root)));
            if (m_depth > 2 || (m_depth == 2 && m_xml.name() != u"row"))
                return db::Failure(broken(u"<%1> has no place here"_s.arg(m_xml.name())));
            if (m_depth == 2)
                return DumpRow(line, m_xml.attributes());
            break;
        case QXmlStreamReader::EndElement:
            --m_depth;
            break;
        case QXmlStreamReader::Characters:
            if (!m_xml.isWhitespace())
                return db::Failure(broken(u"there is text outside of a row"_s));
            break;
        case QXmlStreamReader::DTD:
            return db::Failure(broken(u"a dump has no document type"_s));
        case QXmlStreamReader::EndDocument:
            return std::nullopt;
        case QXmlStreamReader::Invalid:
            return db::Failure(broken(reason()));
        default:
            break;
        }
    }
}

QString DumpReader::reason() const
{
    if (m_file.error() != QFileDevice::NoError)
        return m_file.errorString();
    if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
        return u"the file ends too early"_s;
    return m_xml.errorString();
}

db::Error DumpReader::broken(const QString &why) const
{
    return db::Error::refused(u"%1, line %2, byte %3: %4"_s.arg(m_file.fileName()).arg(m_xml.lineNumber()).arg(byteOffset()).arg(why),
                              m_file.fileName());
}

qint64 DumpReader::byteOffset() const
{
    // The XML reader counts UTF-16 units. In UTF-8 the first byte of a character tells how many of those it makes.
    QFile file(m_file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    qint64 bytes = file.peek(3) == "\xEF\xBB\xBF" ? 3 : 0;
    file.seek(bytes);
    qint64 units = m_xml.characterOffset();
    for (QByteArray block = file.read(1 << 16); !block.isEmpty(); block = file.read(1 << 16)) {
        for (const char c : std::as_const(block)) {
            const auto byte = static_cast<unsigned char>(c);
            const bool continues = (byte & 0xC0) == 0x80;
            if (!continues && units <= 0)
                return bytes;
            if (!continues)
                units -= byte >= 0xF0 ? 2 : 1;
            ++bytes;
        }
    }
    return bytes;
}

} // namespace importing
