// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/form_page.h"

#include "ui/common/badge.h"
#include "ui/common/elided_label.h"
#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/common/loading_overlay.h"
#include "ui/destination.h"
#include "ui/forms/error_text.h"
#include "ui/forms/form.h"
#include "ui/language/retranslate.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace ui {

FormPage::FormPage(const QString &name, Session &session, QWidget *parent)
    : QWidget(parent), m_name(name), m_session(session), m_header(new QHBoxLayout), m_title(new ElidedLabel(this)), m_badge(new Badge(this)), m_body(new QStackedWidget(this)), m_overlay(new LoadingOverlay(m_body)), m_problem(new EmptyState(name + u".problem", this))
{
    setObjectName(name);
    auto *content = new QWidget;
    auto *centred = new QHBoxLayout(content);
    auto *fields = new QWidget(content);
    m_column = new QVBoxLayout(fields);
    m_column->setContentsMargins({});
    centred->addWidget(fields, 1, Qt::AlignTop);
    centred->addStretch(0);
    restyle(fields, [fields] { fields->setMaximumWidth(fields->fontMetrics().averageCharWidth() * 110); });

    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(name + u".scroll");
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_body->addWidget(m_scroll);
    m_body->addWidget(m_problem);
    m_problem->setIcon(u"dialog-error"_qs);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_header);
    layout->addWidget(m_body, 1);
    buildHeader();
    connect(&session, &Session::readOnlyChanged, this, &FormPage::updateHeader);
    connect(&session, &Session::dataChanged, this, [this](DataKind kind) {
        // A page that is not on show reads its record when it is opened.
        if (m_kinds.contains(kind) && m_key > 0 && isVisible() && !isSaving())
            readAgain();
    });
}

void FormPage::buildHeader()
{
    m_title->setObjectName(m_name + u".heading");
    makeHeading(m_title, 1.4);
    m_badge->setObjectName(m_name + u".badge");
    m_badge->hide();
    auto *back = new QPushButton(icon("go-previous"), QString(), this);
    back->setObjectName(m_name + u".back");
    m_revert = new QPushButton(icon("edit-reset"), QString(), this);
    m_revert->setObjectName(m_name + u".revert");
    m_save = new QPushButton(icon("document-save"), QString(), this);
    m_save->setObjectName(m_name + u".save");
    m_save->setDefault(true);
    m_header->addWidget(back);
    m_header->addWidget(m_title);
    m_header->addWidget(m_badge);
    m_header->addStretch(1);
    m_header->addWidget(m_revert);
    m_header->addWidget(m_save);

    connect(back, &QPushButton::clicked, this, &FormPage::backRequested);
    connect(m_save, &QPushButton::clicked, this, &FormPage::submit);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        for (Form *form : std::as_const(m_forms))
            form->revert();
    });
    retranslate(this, [this, back] {
        back->setText(tr("Back to the list"));
        m_revert->setText(tr("Revert"));
        m_revert->setToolTip(tr("Bring back what is saved"));
        m_save->setText(tr("Save"));
        for (QPushButton *button : {back, m_revert, m_save})
            button->setAccessibleName(button->text());
        updateHeader();
    });
}

void FormPage::openRecord(qint64 key)
{
    ++m_asked;
    m_isReadingAgain = false;
    m_afterSaving = {};
    m_key = key;
    m_session.untell(m_name);
    m_overlay->setLoading(true);
    m_activity = m_session.activities().start(tr("Reading"));
    read(key);
}

void FormPage::openNew()
{
    ++m_asked;
    m_isReadingAgain = false;
    m_afterSaving = {};
    m_session.untell(m_name);
    m_key = Destination::NewRecord;
    prepareNew();
    readingEnded(nullptr);
}

bool FormPage::isModified() const
{
    return std::any_of(m_forms.cbegin(), m_forms.cend(), [](const Form *form) { return form->isDirty(); });
}

bool FormPage::canSave() const
{
    return isModified() && !isSaving() && !m_session.isReadOnly();
}

void FormPage::submit()
{
    if (isSaving())
        return;
    if (!canSave() || !validate()) {
        m_afterSaving = {};
        if (isModified() && m_session.isReadOnly())
            m_session.tell({Message::Kind::Warning, m_session.readOnlyText(), {}, {}, m_name});
        return;
    }
    // An older answer must not be laid over what is saved.
    ++m_asked;
    m_isReadingAgain = false;
    setSaving(true);
    m_activity = m_session.activities().start(tr("Saving %1").arg(recordName()));
    save();
}

bool FormPage::validate()
{
    bool valid = true;
    // From the last to the first, so that the focus ends in the first bad field.
    for (auto form = m_forms.crbegin(); form != m_forms.crend(); ++form)
        valid = (*form)->validateAll() && valid;
    return valid;
}

void FormPage::leave(const std::function<void()> &proceed)
{
    if (isSaving())
        m_afterSaving = [this, proceed] { leave(proceed); };
    else if (isModified())
        ask(proceed);
    else
        proceed();
}

void FormPage::addForm(Form *form)
{
    m_forms.append(form);
    m_column->addWidget(form);
    connect(form, &Form::edited, this, &FormPage::updateHeader);
    // Once everything has its place: what is wrong may have been said just now.
    connect(form, &Form::attentionMoved, this, [this](QWidget *widget) {
        QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget); });
    });
    updateHeader();
}

void FormPage::reloadOn(const QList<DataKind> &kinds)
{
    m_kinds = kinds;
}

void FormPage::setKey(qint64 key)
{
    m_key = key;
    updateHeader();
}

void FormPage::setBadge(const QString &text, Theme::Role role)
{
    m_badge->setText(text);
    m_badge->setRole(role);
    m_badge->setVisible(!text.isEmpty());
}

QPushButton *FormPage::addButton(const QString &key, const QString &iconName, const Text &text, const std::function<void()> &run)
{
    auto *button = new QPushButton(icon(iconName), QString(), this);
    button->setObjectName(m_name + u'.' + key);
    m_header->insertWidget(m_header->indexOf(m_revert), button);
    connect(button, &QPushButton::clicked, this, run);
    retranslate(button, [button, text] {
        button->setText(text());
        button->setAccessibleName(text());
    });
    return button;
}

void FormPage::readAgain()
{
    ++m_asked;
    m_isReadingAgain = true;
    read(m_key);
}

void FormPage::keepEdits(bool keep)
{
    for (Form *form : std::as_const(m_forms))
        form->setKeepingEdits(keep);
}

void FormPage::readingEnded(const db::Error *error)
{
    m_overlay->setLoading(false);
    m_activity.reset();
    // What was typed into a record that is gone stays in view.
    if (std::exchange(m_isReadingAgain, false) && error && isModified())
        return m_session.report(*error);
    if (error) {
        m_problem->setText([error = *error] { return errorText(error); });
        m_problem->clearButtons();
        m_problem->addButton(
            u"retry"_qs, [] { return tr("Try again"); }, [this] { openRecord(m_key); });
        m_problem->addButton(
            u"back"_qs, [] { return tr("Back to the list"); }, [this] { emit backRequested(); });
    }
    m_body->setCurrentIndex(error ? 1 : 0);
    updateHeader();
}

void FormPage::setSaving(bool saving)
{
    QWidget *focus = QApplication::focusWidget();
    m_saving = saving ? m_asked : 0;
    m_overlay->setLoading(saving);
    updateHeader();
    // A read-only check box cannot keep the focus.
    if (saving && focus != QApplication::focusWidget())
        m_focus = focus;
    else if (const QPointer<QWidget> lost = std::exchange(m_focus, nullptr); lost && lost->isVisible())
        lost->setFocus();
}

void FormPage::savingEnded(quint64 asked, const db::Error *error)
{
    if (asked != m_asked) {
        if (error)
            m_session.report(*error);
        return;
    }
    m_activity.reset();
    const auto proceed = std::exchange(m_afterSaving, nullptr);
    setSaving(false);
    if (error) {
        showErrors(*error);
        return;
    }
    m_session.untell(m_name);
    emit saved(m_key);
    if (proceed)
        proceed();
}

void FormPage::showErrors(const db::Error &error)
{
    if (error.kind == db::Error::Kind::Invalid && error.changeset) {
        for (Form *form : std::as_const(m_forms)) {
            if (&form->schema() == &error.changeset->schema())
                return form->showErrors(*error.changeset);
        }
    }
    if (error.kind == db::Error::Kind::Stale)
        return showStale(error);
    m_session.report(error);
}

void FormPage::showStale(const db::Error &error)
{
    const auto ifShown = [this, key = m_key](const std::function<void()> &run) {
        return [this, key, run] {
            m_session.untell(m_name);
            if (key == m_key && !isSaving())
                run();
        };
    };
    m_session.tell({Message::Kind::Warning,
                    tr("Someone else has changed “%1” in the meantime. What you typed is still here.").arg(recordName()),
                    {{tr("Keep my text"), ifShown([this] { readAgain(); })}, {tr("Reload"), ifShown([this] { openRecord(m_key); })}},
                    errorDetails(error),
                    m_name});
}

void FormPage::updateHeader()
{
    const QString name = m_forms.isEmpty() ? QString() : recordName();
    m_title->setText(name);
    setAccessibleName(name);
    const bool isReadOnly = m_session.isReadOnly() || isSaving();
    for (Form *form : std::as_const(m_forms)) {
        if (form->isReadOnly() != isReadOnly)
            form->setReadOnly(isReadOnly);
    }
    m_save->setEnabled(canSave());
    m_revert->setEnabled(isModified() && !isSaving());
    m_save->setToolTip(m_session.isReadOnly() ? m_session.readOnlyReason() : tr("Save (Ctrl+S)"));
    emit changed();
}

void FormPage::ask(const std::function<void()> &proceed)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to “%1”?").arg(recordName()),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"unsaved"_qs);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Save);
    QStringList changed;
    for (const Form *form : std::as_const(m_forms))
        changed.append(form->dirtyLabels());
    box->setInformativeText(tr("Changed: %1").arg(changed.join(u", "_qs)));
    const QList<QAbstractButton *> buttons = box->buttons();
    for (QAbstractButton *button : buttons)
        button->setObjectName(u"unsaved."_qs + QString::number(box->standardButton(button), 16));
    connect(box, &QMessageBox::finished, this, [this, proceed](int answer) {
        if (answer == QMessageBox::Save) {
            m_afterSaving = proceed;
            submit();
        } else if (answer == QMessageBox::Discard) {
            for (Form *form : std::as_const(m_forms))
                form->revert();
            proceed();
        }
    });
    box->open();
}

} // namespace ui
