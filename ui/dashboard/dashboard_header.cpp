// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/dashboard_header.h"

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QToolButton>

using analytics::Granularity;

namespace ui {

namespace {

// In the order of the lists; in the second one "automatic" comes first.
const QList<Period> periods{Period::SevenDays, Period::ThirtyDays, Period::TwelveMonths, Period::ThisYear, Period::All};
const QList<Granularity> granularities{Granularity::Day, Granularity::Week, Granularity::Month, Granularity::Year};

} // namespace

DashboardHeader::DashboardHeader(QWidget *parent)
    : QWidget(parent), m_parts(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_names(new QVBoxLayout), m_lists(new QHBoxLayout), m_heading(new QLabel(this)), m_status(new QLabel(this)), m_period(new QComboBox(this)), m_granularity(new QComboBox(this)), m_refresh(new QToolButton(this))
{
    setObjectName(u"dashboard.header"_qs);
    m_heading->setObjectName(u"dashboard.heading"_qs);
    m_status->setObjectName(u"dashboard.status"_qs);
    m_period->setObjectName(u"dashboard.period"_qs);
    m_granularity->setObjectName(u"dashboard.granularity"_qs);
    m_refresh->setObjectName(u"dashboard.refresh"_qs);
    makeHeading(m_heading, 1.4);
    makeQuiet(m_status);
    m_refresh->setIcon(icon("view-refresh"));
    m_refresh->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    for (qsizetype index = 0; index < periods.size(); ++index)
        m_period->addItem(QString());
    for (qsizetype index = 0; index <= granularities.size(); ++index)
        m_granularity->addItem(QString());
    for (QComboBox *list : {m_period, m_granularity})
        list->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    m_names->setSpacing(0);
    m_names->addWidget(m_heading);
    m_names->addWidget(m_status);
    m_lists->addWidget(m_period);
    m_lists->addWidget(m_granularity);
    m_lists->addWidget(m_refresh);
    m_parts->setContentsMargins({});
    m_parts->addLayout(m_names, 1);
    m_parts->addLayout(m_lists);
    m_parts->setAlignment(m_lists, Qt::AlignLeading | Qt::AlignVCenter);
    // As narrow as it gets: arrange() sees to the rest.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    // activated() is the user's choice only.
    connect(m_period, &QComboBox::activated, this, &DashboardHeader::periodChosen);
    connect(m_granularity, &QComboBox::activated, this, &DashboardHeader::granularityChosen);
    connect(m_refresh, &QToolButton::clicked, this, &DashboardHeader::refreshRequested);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] {
        const int em = fontMetrics().height();
        m_refresh->setIconSize({em, em});
        m_refresh->setMinimumHeight(m_period->sizeHint().height());
    });
}

Period DashboardHeader::period() const
{
    return periods.at(m_period->currentIndex());
}

void DashboardHeader::setPeriod(Period period)
{
    m_period->setCurrentIndex(int(periods.indexOf(period)));
}

std::optional<Granularity> DashboardHeader::granularity() const
{
    const int index = m_granularity->currentIndex();
    return index == 0 ? std::nullopt : std::optional(granularities.at(index - 1));
}

void DashboardHeader::setRange(const analytics::DateRange &range, const QTimeZone &zone)
{
    auto *items = qobject_cast<QStandardItemModel *>(m_granularity->model());
    for (qsizetype index = 0; index < granularities.size(); ++index) {
        const bool fits = !isTooFine(range, granularities.at(index), zone);
        items->item(int(index) + 1)->setEnabled(fits);
        items->item(int(index) + 1)->setToolTip(fits ? QString() : tr("The range is too long for that."));
        if (!fits && granularity() == granularities.at(index))
            m_granularity->setCurrentIndex(0);
    }
}

void DashboardHeader::setReadAt(const QTime &time)
{
    m_readAt = time;
    updateStatus();
}

void DashboardHeader::focusFirst()
{
    m_period->setFocus(Qt::OtherFocusReason);
}

void DashboardHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DashboardHeader::updateTexts()
{
    m_heading->setText(tr("Dashboard"));
    const QStringList names{tr("Last 7 days"), tr("Last 30 days"), tr("Last 12 months"), tr("This year"), tr("All")};
    for (int index = 0; index < names.size(); ++index)
        m_period->setItemText(index, names.at(index));
    const QStringList parts{tr("Automatic"), tr("By day"), tr("By week"), tr("By month"), tr("By year")};
    for (int index = 0; index < parts.size(); ++index)
        m_granularity->setItemText(index, parts.at(index));
    m_period->setAccessibleName(tr("Range"));
    m_period->setToolTip(tr("Range"));
    m_granularity->setAccessibleName(tr("Length of the parts"));
    m_granularity->setToolTip(tr("Length of the parts"));
    m_refresh->setText(tr("Refresh"));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Read everything again (F5)"));
    updateStatus();
}

void DashboardHeader::updateStatus()
{
    m_status->setText(m_readAt.isValid()
                          ? tr("%1 · as of %2", "time zone, time of day").arg(zoneName(), QLocale().toString(m_readAt, QLocale::ShortFormat))
                          : zoneName());
    arrange();
}

void DashboardHeader::arrange()
{
    const int needed = m_names->sizeHint().width() + m_parts->spacing() + m_lists->sizeHint().width();
    m_parts->setDirection(width() >= needed ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace ui
