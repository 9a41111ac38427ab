// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/common/activities.h"
#include "ui/common/message.h"
#include "ui/data_kind.h"
#include "ui/destination.h"
#include "ui/operations/history.h"

#include <QObject>

#include <memory>

namespace ui {

class SqlFolder;

/// An open database and all that a page needs beside it. One per window; opening another database makes another one.
///
/// \code
/// session.write([id](db::Repo &repo) { return blog::Blog(repo).deletePost(id); })
///     .then(this, [this](const db::Result<blog::Post> &post) {
///         if (!post)
///             return m_session.report(post.error());
///         m_session.announce(ui::DataKind::Posts);
///         m_session.tell({ui::Message::Kind::Done, tr("The post is in the trash."), {}});
///     });
/// \endcode
class Session : public QObject
{
    Q_OBJECT

public:
    Session(std::unique_ptr<db::Database> database, const QString &operatorName, QObject *parent = nullptr);
    ~Session() override;

    /// To read from; what writes goes through write().
    db::Database &database() { return *m_database; }
    /// Database::write() of work that the user must not lose: the window stays open until it is done.
    template <typename Work>
    auto write(Work work)
    {
        const auto request = m_database->write(std::move(work));
        ++m_openWrites;
        request.then(this, [this](const auto &answer) { written(answer.has_value() || answer.error().kind == db::Error::Kind::Canceled); });
        return request;
    }
    /// Whether something is still on its way to the database.
    bool isSaving() const { return m_openWrites > 0; }
    /// Who works here; goes into what the database keeps of decisions.
    const QString &operatorName() const { return m_operatorName; }
    History &history() { return m_history; }
    Activities &activities() { return m_activities; }

    /// Why nothing can be written now; empty when it can. Pages disable what writes and say this.
    QString readOnlyReason() const { return m_readOnlyReason(); }
    const Text &readOnlyText() const { return m_readOnlyReason; }
    bool isReadOnly() const { return bool(m_readOnlyReason); }
    void setReadOnly(const Text &reason);

    /// Whether people work with this database, so that a mistake hurts: what changes its tables, or takes data back, wants its
    /// name typed.
    bool isProduction() const { return m_isProduction; }
    void setProduction(bool isProduction);

    /// The migrations in SQL that stand beside those of the program.
    SqlFolder &sqlFolder() { return *m_sqlFolder; }

    /// Shows a message above the page.
    void tell(const Message &message) { emit messagePosted(message); }
    /// Shows an error of the database in plain words; nothing for Canceled.
    void report(const db::Error &error);
    /// Takes a message on a topic away.
    void untell(const QString &topic) { emit messageRemoved(topic); }
    /// Says that data were written, so that lists and badges ask again.
    void announce(DataKind kind) { emit dataChanged(kind); }
    /// The same for all of them: the whole database may be another one.
    void announceAll();
    /// Keeps a change that was saved for Undo, says `doneText` with an Undo button, and announces what it changed.
    /// `ticket` is that of History::expect(), if there was one.
    void record(const Operation &operation, const Text &doneText, const History::Ticket &ticket = {});
    /// Goes to another page, with a way back.
    void go(const Destination &destination) { emit navigationRequested(destination); }

signals:
    void messagePosted(const ui::Message &message);
    void messageRemoved(const QString &topic);
    void dataChanged(ui::DataKind kind);
    void navigationRequested(const ui::Destination &destination);
    void readOnlyChanged();
    void productionChanged();
    /// Nothing is on its way any more; `all` unless some of it could not be stored.
    void saved(bool all);

private:
    void written(bool isWell);

    QString m_operatorName;
    Text m_readOnlyReason;
    bool m_isProduction = false;
    int m_openWrites = 0;
    bool m_isAllWell = true; ///< with the writes since the last saved()
    History m_history;
    Activities m_activities;
    Activities::Handle m_restoring; ///< what is undone or redone
    std::unique_ptr<db::Database> m_database;
    SqlFolder *m_sqlFolder;
};

} // namespace ui
