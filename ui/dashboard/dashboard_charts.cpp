// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/dashboard_charts.h"

#include "ui/comments/comment_state.h"
#include "ui/dashboard/period.h"

#include <QCoreApplication>
#include <QLocale>

using analytics::DateRange;
using analytics::Granularity;

namespace ui {

namespace {

struct ChartTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::DashboardCharts)
};

const QString yearFormat = u"yyyy"_qs;

/// The name of a part on an axis.
QString axisText(const QDate &first, Granularity granularity)
{
    if (granularity == Granularity::Year)
        return QLocale().toString(first, yearFormat);
    const QString format = granularity == Granularity::Month
        ? ChartTexts::tr("MMM yyyy", "QLocale format of a month on an axis")
        : ChartTexts::tr("MMM d", "QLocale format of a day on an axis");
    return QLocale().toString(first, format);
}

/// The name of a part in a sentence. Weeks, and months and years that the range cuts, are named by their days.
QString fullText(const QDate &first, const QDate &last, Granularity granularity)
{
    const auto dayText = [](const QDate &day) {
        return QLocale().toString(day, ChartTexts::tr("MMM d, yyyy", "QLocale format of a day"));
    };
    if (granularity == Granularity::Day)
        return dayText(first);
    if (granularity == Granularity::Month && first.day() == 1)
        return QLocale().toString(first, ChartTexts::tr("MMMM yyyy", "QLocale format of a month"));
    if (granularity == Granularity::Year && first.dayOfYear() == 1)
        return QLocale().toString(first, yearFormat);
    return ChartTexts::tr("%1 – %2", "first and last day").arg(dayText(first), dayText(last));
}

QString partTitle(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return ChartTexts::tr("Day");
    case Granularity::Week:
        return ChartTexts::tr("Week");
    case Granularity::Month:
        return ChartTexts::tr("Month");
    case Granularity::Year:
        return ChartTexts::tr("Year");
    }
    Q_UNREACHABLE();
}

} // namespace

ChartData postsChart(const QList<analytics::Bucket> &buckets, Granularity granularity, const QDateTime &now, const QTimeZone &zone)
{
    ChartData data{.title = postsTitle(granularity), .categoryTitle = partTitle(granularity)};
    ChartSeries posts{.name = ChartTexts::tr("Posts")};
    ChartSeries views{.name = ChartTexts::tr("Views"), .axis = ChartSeries::Axis::Right, .shape = ChartSeries::Shape::Line};
    for (const analytics::Bucket &bucket : buckets) {
        const QDate first = bucket.range.from.toTimeZone(zone).date();
        const QDate last = bucket.range.to.addMSecs(-1).toTimeZone(zone).date();
        data.categories.append(axisText(first, granularity));
        data.longCategories.append(fullText(first, last, granularity));
        posts.values.append(double(bucket.posts));
        views.values.append(double(bucket.views));
    }
    data.series = {posts, views};
    data.lastIsPartial = !buckets.isEmpty() && isRunning(buckets.last().range, granularity, now, zone);
    return data;
}

ChartData authorsChart(const QList<analytics::TopAuthor> &authors)
{
    ChartData data{.title = authorsTitle(), .categoryTitle = ChartTexts::tr("Author")};
    ChartSeries views{.name = ChartTexts::tr("Views")};
    for (const analytics::TopAuthor &author : authors) {
        data.categories.append(author.author.username);
        views.values.append(double(author.totalViews));
    }
    data.series = {views};
    return data;
}

ChartData statesChart(const blog::CommentCounts &counts)
{
    ChartData data{.title = statesTitle(), .categoryTitle = ChartTexts::tr("State")};
    ChartSeries comments{.name = ChartTexts::tr("Comments")};
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry) {
        data.categories.append(commentStateText(entry.key()));
        comments.values.append(double(entry.value()));
    }
    data.series = {comments};
    return data;
}

QString postsTitle(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return ChartTexts::tr("Posts per day");
    case Granularity::Week:
        return ChartTexts::tr("Posts per week");
    case Granularity::Month:
        return ChartTexts::tr("Posts per month");
    case Granularity::Year:
        return ChartTexts::tr("Posts per year");
    }
    Q_UNREACHABLE();
}

QString authorsTitle()
{
    return ChartTexts::tr("Top authors");
}

QString statesTitle()
{
    return ChartTexts::tr("Comments by state");
}

} // namespace ui
