// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

#include <optional>

class QIODevice;

namespace db {
struct Error;
}

namespace console {

/// How quectoctl ends.
enum ExitCode {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    CheckFailed = 3 ///< what --check asks for is not so
};

/// Where quectoctl talks: results to the standard output, complaints and progress to the standard error.
class Console
{
public:
    struct Streams
    {
        QIODevice &input;
        QIODevice &output;
        QIODevice &error;
        bool inputIsTerminal = false;
        bool errorIsTerminal = false;
    };
    enum class Format {
        Text,
        Json ///< only print() writes to the output
    };

    explicit Console(const Streams &streams)
        : m_streams(streams) { }

    void setFormat(Format format) { m_format = format; }
    void setQuiet(bool quiet) { m_isQuiet = quiet; }

    /// A line for a person.
    void say(const QString &line);
    /// A line for a person that is no result, on the standard error.
    void note(const QString &line);
    /// The answer for a program; nothing unless the format is JSON.
    void print(const QJsonObject &answer);
    /// How the program ends where nothing fails.
    void setExitCode(ExitCode code) { m_exitCode = code; }
    ExitCode exitCode() const { return m_exitCode; }

    /// Why it failed, and what might help.
    void fail(const db::Error &error);
    /// A complaint about the command line.
    void failUsage(const QString &message);

    /// A line that the next one takes the place of, on terminals only; an empty one clears it. Not more often than
    /// every tenth of a second.
    void showProgress(const QString &line);
    /// What a person types as an answer; nothing when there is no person.
    std::optional<QString> ask(const QString &question);

private:
    void complain(const QString &kind, const QString &message, const QString &hint);

    Streams m_streams;
    Format m_format = Format::Text;
    bool m_isQuiet = false;
    ExitCode m_exitCode = Done;
    QElapsedTimer m_sinceProgress;
};

} // namespace console
