// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/drift_view.h"

#include "core/schemas.h"
#include "ui/common/fonts.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

namespace ui {

DriftView::DriftView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_summary(new QLabel(this)), m_list(new SqlView(u"migrations.drift.list"_qs, this))
{
    setObjectName(u"migrations.drift"_qs);
    m_summary->setObjectName(u"migrations.drift.summary"_qs);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    makeQuiet(m_summary);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    retranslate(this, [this] { updateTexts(); });
}

void DriftView::refresh()
{
    const auto request = m_session.database().read([](db::Repo &repo) { return findDrift(repo); });
    m_request.ask(this, request, [this](const db::Result<QList<db::Drift>> &drift) {
        m_isCompared = true;
        m_drift = drift.value_or(QList<db::Drift>());
        m_error = drift ? std::nullopt : std::optional(drift.error());
        updateTexts();
        emit compared();
    });
}

QString DriftView::inWords(const db::Drift &drift)
{
    using Kind = db::Drift::Kind;
    const QString place = drift.table + u'.' + drift.column;
    switch (drift.kind) {
    case Kind::MissingTable:
        return tr("The table %1 is missing.").arg(drift.table);
    case Kind::MissingColumn:
        return tr("The column %1 is missing.").arg(place);
    case Kind::Type:
        return tr("%1 is %2 in the database, %3 in the program.").arg(place, drift.found, drift.declared);
    case Kind::Nullability:
        return tr("%1 may be NULL in the database, never in the program.").arg(place);
    case Kind::Generated:
        return tr("%1 is computed by the database, and the program writes it.").arg(place);
    case Kind::PrimaryKey:
        return tr("The primary key of %1 is %2 in the database, %3 in the program.").arg(drift.table, drift.found, drift.declared);
    case Kind::RequiredColumn:
        return tr("The program does not know the column %1, and new rows need a value for it.").arg(place);
    case Kind::Unreadable:
        return tr("The table %1 cannot be read: %2").arg(drift.table, drift.found);
    case Kind::UndeclaredTable:
        return tr("The program does not know the table %1.").arg(drift.table);
    case Kind::UndeclaredColumn:
        return tr("The program does not know the column %1.").arg(place);
    }
    Q_UNREACHABLE();
}

QString DriftView::summary() const
{
    if (m_error)
        return errorText(*m_error);
    if (!m_isCompared)
        return tr("The database is being compared with what the program takes it for.");
    const int harmless = int(std::count_if(m_drift.cbegin(), m_drift.cend(), [](const db::Drift &drift) { return drift.isHarmless(); }));
    const int serious = count() - harmless;
    QStringList sentences;
    if (serious > 0)
        sentences.append(tr("The database differs in %n place(s) from what the program takes it for.", nullptr, serious));
    else
        sentences.append(tr("The database has all that the program takes for granted."));
    if (harmless > 0)
        sentences.append(tr("It has %n more table(s) or column(s), which does no harm.", nullptr, harmless));
    return sentences.join(u' ');
}

void DriftView::updateTexts()
{
    m_summary->setText(summary());
    QStringList lines;
    for (const db::Drift &drift : std::as_const(m_drift))
        lines.append(inWords(drift));
    m_list->setPlainText(lines.join(u'\n'));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setAccessibleDescription(m_summary->text());
    m_list->setVisible(!lines.isEmpty());
}

} // namespace ui
