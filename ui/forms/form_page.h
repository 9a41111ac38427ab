// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/data_kind.h"
#include "ui/language/text.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class Badge;
class ElidedLabel;
class EmptyState;
class Form;
class LoadingOverlay;
class Session;

/// A record in the page: header with its name and state, Back, Revert and Save; below it one form, or one for each of the
/// structs it is made of. A subclass reads the record, saves it, and says its name. What was typed stays until it is
/// saved or discarded by the user; while it is being saved, nothing can be typed.
///
/// \code
/// void PostForm::read(qint64 key)
/// {
///     readWith(session().database().read([key](db::Repo &repo) { return blog::Blog(repo).fetchPost({key}); }),
///              [this](const blog::Post &post) { showRecord(post); });
/// }
///
/// void PostForm::save()
/// {
///     saveWith(session().write([post = m_post, params = form()->params()](db::Repo &repo) {
///                  return blog::Blog(repo).updatePost(post, params);
///              }),
///              [this](const blog::Post &post) {
///                  setKey(post.id.value);
///                  showRecord(post);
///              },
///              [&session = session()](const blog::Post &post) { session.record({…}, tr("Saved.")); });
/// }
/// \endcode
class FormPage : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names: "posts.form" gives "posts.form.save".
    FormPage(const QString &name, Session &session, QWidget *parent = nullptr);

    /// Shows a record. It arrives later; the last one asked for counts.
    void openRecord(qint64 key);
    void openNew();
    /// The key of the record on show; Destination::NewRecord for one that is not saved yet, 0 for none.
    qint64 key() const { return m_key; }
    /// The record's name in titles and questions: "Hello", "New post".
    virtual QString recordName() const = 0;

    /// The first form.
    Form *form() const { return m_forms.first(); }
    Session &session() const { return m_session; }
    bool isModified() const;
    bool canSave() const;
    /// Whether the record on show is on its way to the database.
    bool isSaving() const { return m_saving != 0 && m_saving == m_asked; }
    /// Checks the form and saves it if all is well.
    void submit();
    /// Asks "Save changes to …?" if there are any, then calls `proceed` unless the user stays or saving fails. What is being
    /// saved already is waited for.
    void leave(const std::function<void()> &proceed);

signals:
    void backRequested();
    /// Key, name, or what can be done has changed.
    void changed();
    /// The record was saved; `key` is its own.
    void saved(qint64 key);

protected:
    /// To be called in the constructor with each finished form, one per struct.
    void addForm(Form *form);
    /// Which writes make the form read its record again; what was typed stays.
    void reloadOn(const QList<DataKind> &kinds);
    /// The record on show from now on.
    void setKey(qint64 key);
    /// The state beside the title, e.g. "Draft"; hidden when empty.
    void setBadge(const QString &text, Theme::Role role);
    /// A button in the header, left of Revert and Save: "posts.form.<key>".
    QPushButton *addButton(const QString &key, const QString &icon, const Text &text, const std::function<void()> &run);
    /// Asks the database for a record by readWith().
    virtual void read(qint64 key) = 0;
    /// Fills the form for a record that does not exist yet.
    virtual void prepareNew() = 0;
    /// Sends the forms' params() to the database by saveWith().
    virtual void save() = 0;

    /// Hands the record to `show` when it comes, unless another one was asked for meanwhile. If it cannot be read, the page
    /// says why and offers to try again.
    template <typename R, typename Show>
    void readWith(const db::Request<db::Result<R>> &request, Show show)
    {
        request.then(this, [this, show, asked = m_asked](const db::Result<R> &record) {
            if (asked != m_asked)
                return;
            if (record) {
                keepEdits(m_isReadingAgain);
                show(*record);
                keepEdits(false);
            }
            readingEnded(record ? nullptr : &record.error());
        });
    }
    /// Hands the saved record to `show`, which gives the page its key, unless another one was asked for meanwhile; then, in
    /// any case, to `keep`, which is for Undo and for telling others. Errors of fields go below them, in the form of the
    /// changeset's schema; everything else into a message. Nothing typed is lost.
    template <typename R, typename Show, typename Keep>
    void saveWith(const db::Request<db::Result<R>> &request, Show show, Keep keep)
    {
        request.then(this, [this, show, keep, asked = m_asked](const db::Result<R> &record) {
            if (record && asked == m_asked)
                show(*record);
            if (record)
                keep(*record);
            savingEnded(asked, record ? nullptr : &record.error());
        });
    }

private:
    void buildHeader();
    bool validate();
    void updateHeader();
    void readAgain();
    void keepEdits(bool keep);
    void readingEnded(const db::Error *error);
    void savingEnded(quint64 asked, const db::Error *error);
    void showErrors(const db::Error &error);
    void showStale(const db::Error &error);
    void ask(const std::function<void()> &proceed);
    void setSaving(bool saving);

    QString m_name;
    Session &m_session;
    QList<Form *> m_forms;
    qint64 m_key = 0;
    quint64 m_asked = 0; ///< counts the records asked for
    bool m_isReadingAgain = false;
    quint64 m_saving = 0; ///< which of those asked for is being saved; 0 for none
    QList<DataKind> m_kinds;
    std::function<void()> m_afterSaving;
    std::shared_ptr<void> m_activity;
    QPointer<QWidget> m_focus; ///< had the focus until saving made it read-only
    QHBoxLayout *m_header;
    ElidedLabel *m_title;
    Badge *m_badge;
    QPushButton *m_revert;
    QPushButton *m_save;
    QStackedWidget *m_body;
    QScrollArea *m_scroll;
    LoadingOverlay *m_overlay;
    EmptyState *m_problem;
    QVBoxLayout *m_column;
};

} // namespace ui
