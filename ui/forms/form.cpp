// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/form.h"

#include "ui/common/fonts.h"
#include "ui/forms/error_summary.h"
#include "ui/forms/error_text.h"
#include "ui/forms/field_editor.h"
#include "ui/forms/password_editor.h"
#include "ui/language/retranslate.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

Form::Form(const QString &name, const db::Schema &schema, QWidget *parent)
    : QWidget(parent), m_name(name), m_schema(schema), m_summary(new ErrorSummary(name + u".summary", this)), m_layout(new QVBoxLayout(this)), m_timer(new QTimer(this))
{
    setObjectName(name + u".fields");
    m_layout->setContentsMargins({});
    m_layout->addWidget(m_summary);
    m_timer->setSingleShot(true);
    m_timer->setInterval(300);
    connect(m_timer, &QTimer::timeout, this, &Form::validateVisited);
    connect(m_summary, &ErrorSummary::fieldChosen, this, [this](const QString &field) { goTo(row(field)); });
    // Complaints come in the language in which they are found.
    retranslate(this, [this] { validateVisited(); });
}

Form::~Form()
{
    // The editor that has the focus loses it when it is deleted, and would say so to a form that is no more.
    for (const FieldRow *row : std::as_const(m_rows))
        row->editor()->disconnect(this);
}

FieldRow *Form::add(const QString &field, const Text &label, FieldEditor *editor)
{
    auto *added = new FieldRow(m_name + u'.' + field, field, label, editor ? editor : makeEditor(*m_schema.findField(field), this), this);
    m_layout->addWidget(added);
    m_rows.append(added);
    added->setClean();
    connect(added->editor(), &FieldEditor::edited, this, [this, added] { fieldEdited(added); });
    connect(added->editor(), &FieldEditor::left, this, [this, added] { fieldLeft(added); });
    return added;
}

void Form::addPassword(const QString &field, const Text &label, const Text &confirmation)
{
    add(field, label, new PasswordEditor(this));
    add(QString(field + u"_confirmation"), confirmation, new PasswordEditor(this));
}

void Form::addHeading(const Text &text)
{
    auto *heading = new QLabel(this);
    makeHeading(heading, 1.15);
    restyle(heading, [heading] { heading->setContentsMargins(0, heading->fontMetrics().height() / 2, 0, 0); });
    retranslate(heading, [heading, text] { heading->setText(text()); });
    m_layout->addWidget(heading);
}

void Form::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

FieldRow *Form::row(const QString &field) const
{
    for (FieldRow *row : m_rows) {
        if (row->field() == field)
            return row;
    }
    return nullptr;
}

void Form::setValidator(const Validator &validator)
{
    m_validator = validator;
    readRules();
}

void Form::load(const QVariantMap &values)
{
    m_timer->stop();
    for (FieldRow *row : std::as_const(m_rows)) {
        if (m_isKeepingEdits && row->isDirty()) {
            row->setClean(values.value(row->field()));
            continue;
        }
        row->editor()->setValue(values.value(row->field()));
        row->setClean();
        row->wasVisited = false;
        row->storedError.clear();
        row->setError({});
    }
    m_loaded = values;
    m_summary->setProblems({}, {});
    readRules();
    emit edited();
}

void Form::revert()
{
    load(m_loaded);
}

void Form::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    for (FieldRow *row : std::as_const(m_rows))
        row->editor()->setReadOnly(readOnly);
}

db::Params Form::params() const
{
    db::Params params;
    for (const FieldRow *row : m_rows)
        params.insert(row->field(), row->editor()->value());
    return params;
}

bool Form::isDirty() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const FieldRow *row) { return row->isDirty(); });
}

QStringList Form::dirtyLabels() const
{
    QStringList labels;
    for (const FieldRow *row : m_rows) {
        if (row->isDirty())
            labels.append(row->label());
    }
    return labels;
}

bool Form::validateAll()
{
    for (FieldRow *row : std::as_const(m_rows)) {
        row->wasVisited = true;
        row->storedError.clear();
    }
    QStringList others;
    applyErrors(findErrors(&others));
    return report(others);
}

void Form::showErrors(const db::ChangesetCore &changeset)
{
    QStringList others;
    const auto texts = changeset.traverseErrors([](const db::FieldError &error) { return errorText(error); });
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (FieldRow *row = this->row(text.key())) {
            row->wasVisited = true;
            row->storedError = text.value().join(u"; "_qs);
        } else {
            others.append(text.value());
        }
    }
    applyErrors(findErrors(nullptr));
    report(others);
}

void Form::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.first()->editor()->setFocus();
}

void Form::readRules()
{
    if (!m_validator)
        return;
    QMap<QString, db::Length> lengths;
    const db::ChangesetCore changeset = m_validator(params());
    for (const db::Validation &validation : changeset.validations()) {
        if (validation.length.min || validation.length.max || validation.length.is)
            lengths.insert(validation.field, validation.length);
    }
    for (FieldRow *row : std::as_const(m_rows)) {
        // A check box always has a value.
        const bool isRequired = changeset.required().contains(row->field()) && m_schema.findField(row->field())->type != db::Type::Boolean;
        row->setRules(isRequired, lengths.value(row->field()));
    }
}

void Form::fieldEdited(FieldRow *row)
{
    row->storedError.clear();
    if (!row->error().isEmpty())
        m_timer->start();
    emit edited();
}

void Form::fieldLeft(FieldRow *row)
{
    if (!row->isDirty())
        return;
    row->wasVisited = true;
    validateVisited();
}

void Form::validateVisited()
{
    applyErrors(findErrors(nullptr));
    if (!m_summary->isHidden())
        m_summary->setProblems(badRows(), {});
}

QMap<QString, QString> Form::findErrors(QStringList *others) const
{
    QMap<QString, QString> errors;
    if (m_validator) {
        const auto texts = m_validator(params()).traverseErrors([](const db::FieldError &error) { return errorText(error); });
        for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
            if (row(text.key()))
                errors.insert(text.key(), text.value().join(u"; "_qs));
            else if (others)
                others->append(text.value());
        }
    }
    for (const FieldRow *row : m_rows) {
        const QString complaint = row->editor()->complaint();
        if (!complaint.isEmpty())
            errors.insert(row->field(), complaint);
    }
    return errors;
}

void Form::applyErrors(const QMap<QString, QString> &errors)
{
    for (FieldRow *row : std::as_const(m_rows)) {
        const QString found = row->wasVisited ? errors.value(row->field()) : QString();
        row->setError(found.isEmpty() ? row->storedError : found);
    }
}

bool Form::report(const QStringList &others)
{
    const QList<FieldRow *> bad = badRows();
    m_summary->setProblems(bad, others);
    if (bad.isEmpty() && others.isEmpty())
        return true;
    emit attentionMoved(m_summary);
    if (!bad.isEmpty())
        goTo(bad.first());
    return false;
}

void Form::goTo(FieldRow *row)
{
    row->editor()->setFocus();
    emit attentionMoved(row);
}

QList<FieldRow *> Form::badRows() const
{
    QList<FieldRow *> bad;
    for (FieldRow *row : m_rows) {
        if (!row->error().isEmpty())
            bad.append(row);
    }
    return bad;
}

} // namespace ui
