// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/// Runs the program in a folder of its own, whose file "tea.sqlite" is the database it takes by default.
class Quectoctl
{
public:
    struct Answer
    {
        int code = -1;
        QString output;
        QString error;

        QJsonObject json() const { return QJsonDocument::fromJson(output.toUtf8()).object(); }
        QJsonObject jsonError() const { return json().value(QStringLiteral("error")).toObject(); }
    };

    Quectoctl()
    {
        m_environment.insert(QStringLiteral("DATABASE_URL"), QStringLiteral("sqlite:") + database());
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString database() const { return path(QStringLiteral("tea.sqlite")); }
    QProcessEnvironment &environment() { return m_environment; }

    /// The program, ready to be started.
    void prepare(QProcess &process, const QStringList &words) const
    {
        process.setProgram(QStringLiteral(QUECTO_PROGRAMS "/quectoctl"));
        process.setArguments(words);
        process.setWorkingDirectory(m_folder.path());
        process.setProcessEnvironment(m_environment);
    }
    static Answer answerOf(QProcess &process)
    {
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    /// Runs it with the words of a command line that are parted by blanks.
    Answer run(const QString &words) const { return run(words.split(u' ', Qt::SkipEmptyParts)); }
    Answer run(const QStringList &words) const
    {
        QProcess process;
        prepare(process, words);
        process.start();
        return answerOf(process);
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};
