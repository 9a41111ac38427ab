// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/changeset_core.h"
#include "ui/forms/field_row.h"

#include <QList>
#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace ui {

class ErrorSummary;

/// Fields of a schema with their editors, checked by a changeset while one types.
///
/// A field speaks up when it is left after a change; one that is bad already is checked again 300 ms after the last key;
/// Save checks them all.
///
/// \code
/// m_form = new Form(u"posts.form"_s, db::schemaOf<blog::Post>(), this);
/// m_form->add(&blog::Post::title, [] { return tr("Title"); });
/// m_form->add(&blog::Post::body, [] { return tr("Body"); }, new TextAreaEditor(12));
/// m_form->setValidator([this](const db::Params &params) { return blog::Post::changeset(m_post, params).core(); });
/// m_form->load(m_post);
/// \endcode
class Form : public QWidget
{
    Q_OBJECT

public:
    using Validator = std::function<db::ChangesetCore(const db::Params &params)>;

    /// `name` begins the object names: "posts.form" gives "posts.form.title".
    Form(const QString &name, const db::Schema &schema, QWidget *parent = nullptr);
    ~Form() override;

    /// Adds the field of a member with the editor that suits its type, or with `editor`.
    template <typename T, typename M>
    FieldRow *add(M T::*member, const Text &label, FieldEditor *editor = nullptr)
    {
        return add(m_schema.field(db::memberKey(member)).name, label, editor);
    }
    /// Adds a parameter by name; one that is no column, such as "tags", needs an editor.
    FieldRow *add(const QString &field, const Text &label, FieldEditor *editor = nullptr);
    /// Adds a password and, below it, its confirmation ("password_confirmation").
    template <typename T>
    void addPassword(QString T::*member, const Text &label, const Text &confirmation)
    {
        addPassword(m_schema.field(db::memberKey(member)).name, label, confirmation);
    }
    void addPassword(const QString &field, const Text &label, const Text &confirmation);
    /// Begins a section.
    void addHeading(const Text &text);
    /// Adds something that is not edited, e.g. a line of facts.
    void addWidget(QWidget *widget);

    const db::Schema &schema() const { return m_schema; }
    FieldRow *row(const QString &field) const;
    const QList<FieldRow *> &rows() const { return m_rows; }

    /// The changeset the values are checked with; must not ask the database.
    void setValidator(const Validator &validator);

    /// Shows a record, and `others` in the fields that are not columns of it. What is shown then counts as saved, and no
    /// field has errors.
    template <db::Storable T>
    void load(const T &record, const QVariantMap &others = {})
    {
        QVariantMap values = others;
        for (const db::Field &field : m_schema.fields())
            values.insert(field.name, field.read(&record));
        load(values);
    }
    /// The same with values by field; fields without one become empty.
    void load(const QVariantMap &values);
    /// While this is on, load() leaves fields alone that differ from what was loaded before: a newer version of the record is
    /// laid below what was typed.
    void setKeepingEdits(bool keeping) { m_isKeepingEdits = keeping; }
    /// Back to what was loaded.
    void revert();
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_isReadOnly; }

    /// What was typed, by field: what a changeset is cast from.
    db::Params params() const;
    /// Whether a value differs from the loaded one.
    bool isDirty() const;
    /// Labels of the fields that differ.
    QStringList dirtyLabels() const;

    /// Checks all fields and shows what is wrong; the focus goes to the first bad one. True when all is well.
    bool validateAll();
    /// Shows errors that came back from saving, the database's own among them.
    void showErrors(const db::ChangesetCore &changeset);
    void focusFirst();

signals:
    /// A value was changed, by the user, load() or revert().
    void edited();
    /// The user is shown this part, which should be in view.
    void attentionMoved(QWidget *part);

private:
    void readRules();
    void fieldEdited(FieldRow *row);
    void fieldLeft(FieldRow *row);
    void validateVisited();
    QMap<QString, QString> findErrors(QStringList *others) const;
    void applyErrors(const QMap<QString, QString> &errors);
    bool report(const QStringList &others);
    void goTo(FieldRow *row);
    QList<FieldRow *> badRows() const;

    QString m_name;
    const db::Schema &m_schema;
    Validator m_validator;
    QVariantMap m_loaded;
    QList<FieldRow *> m_rows;
    ErrorSummary *m_summary;
    QVBoxLayout *m_layout;
    QTimer *m_timer;
    bool m_isReadOnly = false;
    bool m_isKeepingEdits = false;
};

} // namespace ui
