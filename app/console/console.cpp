// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/console.h"

#include "app/console/error_words.h"
#include "core/toolkit/error.h"

#include <QIODevice>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace console {

namespace {

void writeLine(QIODevice &device, const QString &line)
{
    device.write((line + u'\n').toUtf8());
}

} // namespace

void Console::say(const QString &line)
{
    if (m_format == Format::Text && !m_isQuiet)
        writeLine(m_streams.output, line);
}

void Console::note(const QString &line)
{
    if (!m_isQuiet)
        writeLine(m_streams.error, line);
}

void Console::print(const QJsonObject &answer)
{
    if (m_format == Format::Json)
        m_streams.output.write(QJsonDocument(answer).toJson());
}

void Console::fail(const db::Error &error)
{
    complain(kindName(error.kind), sentenceFor(error), hintFor(error));
}

void Console::failUsage(const QString &message)
{
    complain(u"usage"_s, message, {});
}

void Console::complain(const QString &kind, const QString &message, const QString &hint)
{
    showProgress({});
    if (m_format == Format::Json) {
        QJsonObject error{{u"kind"_s, kind}, {u"message"_s, message}};
        if (!hint.isEmpty())
            error.insert(u"hint"_s, hint);
        print({{u"error"_s, error}});
        return;
    }
    writeLine(m_streams.error, u"quectoctl: "_s + message);
    if (!hint.isEmpty())
        writeLine(m_streams.error, hint);
}

void Console::showProgress(const QString &line)
{
    static constexpr qint64 millisecondsBetween = 100;
    if (!m_streams.errorIsTerminal || m_isQuiet || (line.isEmpty() && !m_sinceProgress.isValid()))
        return;
    if (!line.isEmpty() && m_sinceProgress.isValid() && m_sinceProgress.elapsed() < millisecondsBetween)
        return;
    // To the beginning of the line, and nothing behind the cursor (ECMA-48).
    m_streams.error.write("\r\x1B[K" + line.toUtf8());
    if (line.isEmpty())
        m_sinceProgress.invalidate();
    else
        m_sinceProgress.start();
}

std::optional<QString> Console::ask(const QString &question)
{
    if (!m_streams.inputIsTerminal || !m_streams.errorIsTerminal || m_format == Format::Json)
        return std::nullopt;
    m_streams.error.write(question.toUtf8() + ' ');
    return QString::fromUtf8(m_streams.input.readLine()).trimmed();
}

} // namespace console
