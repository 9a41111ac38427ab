// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/stackexchange.h"

#include "core/importing/comments.h"
#include "core/importing/dump_reader.h"
#include "core/importing/posts.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace importing {

namespace {

/// The site as a host's name: lower case, and `-` for what a host's name cannot have. Empty when nothing is left.
QString hostName(const StackExchangeDump &dump)
{
    static const QRegularExpression foreign(u"[^a-z0-9.-]+"_s);
    static const QRegularExpression letter(u"[a-z0-9]"_s);
    const QString site = dump.site.isEmpty() ? QFileInfo(QDir(dump.folder).canonicalPath()).fileName() : dump.site;
    const QString host = site.toLower().replace(foreign, u"-"_s);
    return host.contains(letter) ? host : QString();
}

/// Reads the files one after the other and hands their rows on.
class DumpFolder
{
public:
    using Handler = std::function<db::Result<void>(const DumpRow &)>;

    DumpFolder(const QString &path, const std::function<void(const ImportProgress &)> &report)
        : m_folder(path), m_report(report) { }

    /// Whether the files are there and can be opened. Their sizes are what progress is measured by.
    db::Result<void> check(const QStringList &files)
    {
        for (const QString &file : files) {
            const QString path = m_folder.filePath(file);
            if (const db::Result<void> opened = DumpReader(path, {}).open(); !opened)
                return opened;
            m_progress.totalBytes += QFileInfo(path).size();
        }
        return {};
    }

    db::Result<void> read(const QString &file, const QString &root, const Handler &handle)
    {
        static constexpr qint64 rowsBetweenReports = 100;
        const qint64 before = m_progress.bytes;
        m_progress.file = file;
        DumpReader reader(m_folder.filePath(file), root);
        if (const db::Result<void> opened = reader.open(); !opened)
            return opened;
        for (;;) {
            const db::Result<std::optional<DumpRow>> row = reader.next();
            if (!row)
                return db::Failure(row.error());
            if (!*row)
                break;
            if (const db::Result<void> handled = handle(**row); !handled)
                return db::Failure(at((*row)->line(), handled.error()));
            ++m_progress.rows;
            m_progress.bytes = before + reader.bytesRead();
            if (m_report && m_progress.rows % rowsBetweenReports == 0)
                m_report(m_progress);
        }
        m_progress.bytes = before + reader.bytesRead();
        if (m_report)
            m_report(m_progress);
        return {};
    }

private:
    /// What a row ran into, with its place.
    db::Error at(qint64 line, db::Error error) const
    {
        if (error.kind != db::Error::Kind::Canceled)
            error.message.prepend(u"%1, line %2: "_s.arg(m_folder.filePath(m_progress.file)).arg(line));
        return error;
    }

    QDir m_folder;
    std::function<void(const ImportProgress &)> m_report;
    ImportProgress m_progress;
};

const QString usersFile = u"Users.xml"_s;
const QString postsFile = u"Posts.xml"_s;
const QString commentsFile = u"Comments.xml"_s;
const QString tagsFile = u"Tags.xml"_s;

db::Result<void> importFiles(DumpFolder &folder, ImportContext &context, ImportReport &report, RejectsFile &rejects)
{
    Tags tags(context, Tally(tagsFile, report.tags, rejects));
    People people(context, Tally(usersFile, report.users, rejects));
    Posts posts(context, people, tags, Tally(postsFile, report.posts, rejects));
    Comments comments(context, people, Tally(commentsFile, report.comments, rejects));

    struct Reading
    {
        QString file;
        QString root;
        DumpFolder::Handler handle;
    };
    const QList<Reading> readings{
        {tagsFile, u"tags"_s, [&](const DumpRow &row) { return tags.import(row); }},
        {usersFile, u"users"_s, [&](const DumpRow &row) { return people.import(row); }},
        {postsFile, u"posts"_s, [&](const DumpRow &row) { return posts.importQuestion(row); }},
        {postsFile, u"posts"_s, [&](const DumpRow &row) { return posts.importAnswer(row); }},
        {commentsFile, u"comments"_s, [&](const DumpRow &row) { return comments.import(row); }},
    };
    for (const Reading &reading : readings) {
        if (const db::Result<void> read = folder.read(reading.file, reading.root, reading.handle); !read)
            return read;
    }
    return {};
}

} // namespace

db::Result<ImportReport> importStackExchange(db::Repo &repo, const StackExchangeDump &dump,
                                             const std::function<void(const ImportProgress &)> &progress)
{
    DumpFolder folder(dump.folder, progress);
    if (const db::Result<void> complete = folder.check({usersFile, postsFile, postsFile, commentsFile, tagsFile}); !complete)
        return db::Failure(complete.error());
    const QString site = hostName(dump);
    if (site.isEmpty())
        return db::Failure(db::Error::refused(u"The name of the site needs a letter or digit"_s, dump.folder));
    RejectsFile rejects(dump.rejectsFile);
    if (const db::Result<void> opened = rejects.open(); !opened)
        return db::Failure(opened.error());

    return repo.transaction([&]() -> db::Result<ImportReport> {
        ImportReport report{.source = u"stackexchange/" + site};
        ImportContext context(repo, report.source, site);
        if (const db::Result<void> done = importFiles(folder, context, report, rejects); !done)
            return db::Failure(done.error());
        if (const db::Result<void> saved = rejects.save(); !saved)
            return db::Failure(saved.error());
        if (!rejects.isEmpty())
            report.rejectsFile = rejects.path();
        return report;
    });
}

} // namespace importing
