// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problem_page.h"

#include "ui/common/empty_state.h"
#include "ui/forms/error_text.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

ProblemPage::ProblemPage(QWidget *parent)
    : QWidget(parent), m_state(new EmptyState(u"problem"_qs, this))
{
    setObjectName(u"problemPage"_qs);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    m_state->setIcon(u"dialog-error"_qs);
}

void ProblemPage::explain(const db::DatabaseUrl &url, const db::Error &error)
{
    using Kind = db::Error::Kind;
    m_state->setText([error] { return errorText(error); },
                     [url, error] { return url.path() == error.subject || url.path().isEmpty() ? error.message : QString(url.path() + u'\n' + error.message); });
    m_state->clearButtons();
    m_state->addButton(
               u"retry"_qs, [] { return tr("Try again"); }, [this] { emit retryRequested(); })
        ->setFocus();
    m_state->addButton(
        u"open"_qs, [] { return tr("Open another database…"); }, [this] { emit openRequested(); });
    // A copy can be repaired, or read while the original is in use.
    if (error.kind == Kind::Corrupt || error.kind == Kind::Locked || error.kind == Kind::ReadOnly)
        m_state->addButton(
            u"copy"_qs, [] { return tr("Make a copy…"); }, [this] { emit copyRequested(); });
}

} // namespace ui
