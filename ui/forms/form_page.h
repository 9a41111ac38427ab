// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"
#include "ui/language/text.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class EmptyState;
class Form;
class Session;

/// A record in the page: header with its name and state, Back, Revert and Save; below it one form, or one for each of the
/// structs it is made of. A subclass opens the record, saves it, and says its name. What was typed stays until it is
/// saved or discarded by the user.
///
/// \code
/// void PostForm::save()
/// {
///     session().database().write([post = m_post, params = form()->params()](db::Repo &repo) { return blog::Blog(repo).updatePost(post, params); })
///         .then(this, [this](const db::Result<blog::Post> &saved) {
///             if (!saved)
///                 return saveFailed(saved.error());
///             show(*saved);
///             saveSucceeded();
///             session().record({…}, tr("Saved."));
///         });
/// }
/// \endcode
class FormPage : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names: "posts.form" gives "posts.form.save".
    FormPage(const QString &name, Session &session, QWidget *parent = nullptr);

    /// Shows a record, or an empty form. It may arrive later; the last one asked for counts.
    virtual void openRecord(qint64 key) = 0;
    virtual void openNew() = 0;
    /// The key of the record on show; Destination::NewRecord for one that is not saved yet, 0 for none.
    qint64 key() const { return m_key; }
    /// The record's name in titles and questions: "Hello", "New post".
    virtual QString recordName() const = 0;

    /// The first form.
    Form *form() const { return m_forms.first(); }
    Session &session() const { return m_session; }
    bool isModified() const;
    bool canSave() const;
    /// Checks the form and saves it if all is well.
    void submit();
    /// Asks "Save changes to …?" if there are any, then calls `proceed` unless the user stays or saving fails.
    void leave(const std::function<void()> &proceed);

signals:
    void backRequested();
    /// Key, name, or what can be done has changed.
    void changed();
    /// The record was saved; `key` is its own.
    void saved(qint64 key);

protected:
    /// To be called in the constructor with the finished form; once per struct.
    void addForm(Form *form);
    /// The record on show from now on.
    void setKey(qint64 key);
    /// The state beside the title, e.g. "Draft"; hidden when empty.
    void setBadge(const QString &text, Theme::Role role);
    /// A button in the header, left of Revert and Save: "posts.form.<key>".
    QPushButton *addButton(const QString &key, const QString &icon, const Text &text, const std::function<void()> &run);
    /// Shows an error in place of the form, with Try again: the record could not be read.
    void showProblem(const db::Error &error);

    /// Sends the forms' params() to the database; ends with saveSucceeded() or saveFailed().
    virtual void save() = 0;
    /// To be called once the saved record is on show with its key.
    void saveSucceeded();
    /// Errors of fields go below them, in the form of the changeset's schema; everything else into a message. Nothing
    /// typed is lost.
    void saveFailed(const db::Error &error);

private:
    void buildHeader();
    void update();
    void ask(const std::function<void()> &proceed);

    QString m_name;
    Session &m_session;
    QList<Form *> m_forms;
    qint64 m_key = 0;
    bool m_isSaving = false;
    std::function<void()> m_afterSaving;
    std::shared_ptr<void> m_activity;
    QHBoxLayout *m_header;
    QLabel *m_title;
    QLabel *m_badge;
    QPushButton *m_revert;
    QPushButton *m_save;
    QStackedWidget *m_body;
    QVBoxLayout *m_column;
    EmptyState *m_problem;
    Theme::Role m_badgeRole = Theme::Role::Muted;
};

} // namespace ui
