// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/importing/stackexchange.h"
#include "core/toolkit/table.h"
#include "tests/support/community_database.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>

/// A database of the tested engine and a small dump, in which every file is valid and empty until a test writes another.
struct ImportFixture
{
    static constexpr std::array tables{"users", "profiles", "posts", "tags", "posts_tags", "comments", "imported_rows"};

    QTemporaryDir folder;
    TestDatabase database = communityDatabase();

    ImportFixture()
    {
        if (testedEngine() == db::DatabaseUrl::Engine::MariaDb) // whose || is OR otherwise
            database.execute(QStringLiteral("SET sql_mode = CONCAT(@@sql_mode, ',PIPES_AS_CONCAT')"));
        for (const char *file : {"Users.xml", "Posts.xml", "Comments.xml", "Tags.xml"})
            write(file, {});
    }

    QString filePath(const char *file) const { return folder.filePath(QString::fromLatin1(file)); }
    QString rejectsPath() const { return folder.filePath(QStringLiteral("rejects.csv")); }

    /// Puts rows into a file, the first on line 3.
    void write(const char *file, const QByteArrayList &rows) const
    {
        const QByteArray root = QByteArray(file).toLower().chopped(4);
        QByteArray text = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<" + root + ">\r\n";
        for (const QByteArray &row : rows)
            text += "  <row " + row + " />\r\n";
        writeRaw(file, text + "</" + root + ">");
    }
    void writeRaw(const char *file, const QByteArray &text) const
    {
        QFile target(filePath(file));
        if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(target.fileName()));
    }
    /// A user, a question with an answer, a comment and a tag.
    void writeSmallDump() const
    {
        write("Users.xml", {R"(Id="1" CreationDate="2018-03-09T18:48:09.477" DisplayName="Ada")"});
        write("Posts.xml",
              {R"(Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" ViewCount="7" Body="&lt;p&gt;How?&lt;/p&gt;" OwnerUserId="1" Title="How is tea made?" Tags="&lt;green-tea&gt;")",
               R"(Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-13T08:00:00.000" Body="Hot." OwnerUserId="1" LastEditDate="2018-04-01T10:00:00.000")"});
        write("Comments.xml", {R"(Id="20" PostId="11" Text="Not too hot, please." CreationDate="2018-03-14T09:10:11.123" UserId="1")"});
        write("Tags.xml", {R"(Id="5" TagName="green-tea" Count="1")"});
    }

    db::Result<importing::ImportReport> run(const QString &site = QStringLiteral("tea"))
    {
        return importing::importStackExchange(database.repo, {folder.path(), site, rejectsPath()});
    }
    /// Imports what is expected to be importable.
    importing::ImportReport import(const QString &site = QStringLiteral("tea"))
    {
        const db::Result<importing::ImportReport> report = run(site);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return *report;
    }

    /// One text of each row, in which times are spelled as PostgreSQL and MariaDB do.
    QStringList texts(const QString &sql)
    {
        static const QRegularExpression time(QStringLiteral("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)Z?"));
        return database.texts(sql).replaceInStrings(time, QStringLiteral("\\1 \\2"));
    }
    QString text(const QString &sql) { return texts(sql).value(0); }
    /// How many rows there are in all tables that an import writes to.
    qint64 rows()
    {
        qint64 sum = 0;
        for (const char *table : tables)
            sum += text(QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(table)).toLongLong();
        return sum;
    }
    /// All that an import writes to, row by row, each with the name of its table in front.
    QList<QVariantList> contents()
    {
        const auto catalogue = db::readCatalogue(*database.connection);
        if (!catalogue)
            qFatal("%s", qPrintable(catalogue.error().message));
        QList<QVariantList> all;
        for (const char *name : tables) {
            const QString table = QString::fromLatin1(name);
            const auto records = db::Table(*catalogue->findTable(table)).list(database.repo, {});
            if (!records)
                qFatal("%s", qPrintable(records.error().message));
            for (const db::Record &record : *records)
                all.append(QVariantList{table} + record.values());
        }
        return all;
    }
    QString rejects() const
    {
        QFile file(rejectsPath());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};
