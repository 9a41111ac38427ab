// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/dashboard_page.h"

#include "ui/charts/bar_line_chart.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/horizontal_bar_chart.h"
#include "ui/dashboard/dashboard_charts.h"
#include "ui/dashboard/dashboard_header.h"
#include "ui/dashboard/drill_down.h"
#include "ui/dashboard/number_row.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/session.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

using analytics::Analytics;
using analytics::DateRange;
using analytics::Granularity;

namespace ui {

DashboardPage::DashboardPage(Session &session, QWidget *parent)
    : Page(u"dashboard"_qs, session, parent), m_zone(QTimeZone::systemTimeZone()), m_header(new DashboardHeader(this)), m_numbers(new NumberRow(u"dashboard.numbers"_qs)), m_posts(new ChartPanel(new BarLineChart)), m_authors(new ChartPanel(new HorizontalBarChart)), m_states(new ChartPanel(new HorizontalBarChart)), m_now(QDateTime::currentDateTimeUtc())
{
    m_posts->setObjectName(u"dashboard.posts"_qs);
    m_authors->setObjectName(u"dashboard.authors"_qs);
    m_states->setObjectName(u"dashboard.states"_qs);
    m_header->setPeriod(suitablePeriod(m_published, m_now, m_zone));
    build();

    connect(m_header, &DashboardHeader::periodChosen, this, [this] {
        m_isChosen = true;
        m_isExtentKnown ? loadTiles() : load();
    });
    connect(m_header, &DashboardHeader::granularityChosen, this, [this] { retry(&DashboardPage::loadPosts); });
    connect(m_header, &DashboardHeader::refreshRequested, this, &DashboardPage::load);
    connect(m_numbers, &NumberRow::retry, this, [this] { retry(&DashboardPage::loadNumbers); });
    connect(m_numbers, &NumberRow::pendingActivated, this, [this] { leaveFor({u"moderation"_qs}); });
    connectPanel(Posts, m_posts, &DashboardPage::loadPosts);
    connectPanel(Authors, m_authors, &DashboardPage::loadAuthors);
    connectPanel(States, m_states, &DashboardPage::loadStates);
    connect(&session, &Session::dataChanged, this, [this] {
        // A hidden page asks when it is visited.
        if (isVisible())
            load();
    });
    retranslate(this, [this] { retranslateTiles(); });
}

DashboardPage::~DashboardPage()
{
    for (Tile &tile : m_tiles)
        tile.request.drop();
    m_extent.drop();
}

void DashboardPage::build()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_header);
    column->addWidget(m_numbers);
    column->addWidget(m_posts, 1);
    m_lower = new QHBoxLayout;
    m_lower->addWidget(m_authors, 1);
    m_lower->addWidget(m_states, 1);
    column->addLayout(m_lower, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"dashboard.scroll"_qs);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    restyle(this, [this] {
        const int em = fontMetrics().height();
        m_posts->setMinimumHeight(em * 20);
        m_authors->setMinimumHeight(em * 18);
        m_states->setMinimumHeight(em * 11);
    });
}

void DashboardPage::connectPanel(Part part, ChartPanel *panel, void (DashboardPage::*loadTile)())
{
    connect(panel, &ChartPanel::retry, this, [this, loadTile] { retry(loadTile); });
    connect(panel, &ChartPanel::activated, this, [this, part](int category) { leaveFor(m_tiles.at(part).destination(category)); });
}

QString DashboardPage::title() const
{
    return tr("Dashboard");
}

void DashboardPage::visit(const Destination &)
{
    load();
}

void DashboardPage::refresh()
{
    load();
}

void DashboardPage::focusFirst()
{
    if (m_left)
        m_left->setFocus(Qt::OtherFocusReason);
    else
        m_header->focusFirst();
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isWide = width() >= fontMetrics().height() * 80;
    m_lower->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void DashboardPage::retranslateTiles()
{
    m_posts->setTitle(postsTitle(granularity()));
    m_posts->chart()->setEmptyText(tr("No posts in this range"));
    m_authors->setTitle(authorsTitle());
    m_authors->chart()->setEmptyText(tr("No views in this range"));
    m_states->setTitle(statesTitle());
    m_states->chart()->setEmptyText(tr("No comments in this range"));
    for (const Tile &tile : m_tiles) {
        if (tile.show)
            tile.show();
    }
    emit changed();
}

void DashboardPage::load()
{
    for (Tile &tile : m_tiles)
        tile.request.drop();
    m_numbers->showLoading();
    for (ChartPanel *panel : {m_posts, m_authors, m_states})
        panel->showLoading();
    m_activity = session().activities().start(tr("Reading the figures"), [this] { cancel(); });
    const auto request = session().database().read([](db::Repo &repo) { return Analytics(repo).publishedRange(); });
    m_extent.ask(this, request, [this](const db::Result<std::optional<DateRange>> &published) {
        m_isExtentKnown = published.has_value();
        if (!published) {
            showError(Numbers, m_numbers, published.error());
            showError(Posts, m_posts, published.error());
            showError(Authors, m_authors, published.error());
            showError(States, m_states, published.error());
            finish();
            return;
        }
        m_published = *published;
        loadTiles();
    });
}

void DashboardPage::loadTiles()
{
    m_now = QDateTime::currentDateTimeUtc();
    if (!m_isChosen)
        m_header->setPeriod(suitablePeriod(m_published, m_now, m_zone));
    m_header->setRange(postsRange(), m_zone);
    loadNumbers();
    loadPosts();
    loadAuthors();
    loadStates();
}

void DashboardPage::loadNumbers()
{
    ask(Numbers, m_numbers, session().database().read([range = range()](db::Repo &repo) { return Analytics(repo).numbers(range); }),
        [this](const analytics::Numbers &numbers) { m_numbers->showNumbers(numbers); });
}

void DashboardPage::loadPosts()
{
    const auto request = session().database().read([range = postsRange(), granularity = granularity(), zone = m_zone](db::Repo &repo) {
        return Analytics(repo).buckets(range, granularity, zone);
    });
    ask(Posts, m_posts, request, [this, granularity = granularity(), now = m_now](const QList<analytics::Bucket> &buckets) {
        m_posts->showData(postsChart(buckets, granularity, now, m_zone));
        m_tiles.at(Posts).destination = [buckets](int index) { return postsIn(buckets.at(index).range); };
    });
}

void DashboardPage::loadAuthors()
{
    const auto request = session().database().read([range = postsRange()](db::Repo &repo) { return Analytics(repo).topAuthors(10, range); });
    ask(Authors, m_authors, request, [this, range = listRange()](const QList<analytics::TopAuthor> &authors) {
        m_authors->showData(authorsChart(authors));
        m_tiles.at(Authors).destination = [authors, range](int index) { return postsOf(authors.at(index).author.id, range); };
    });
}

void DashboardPage::loadStates()
{
    const auto request = session().database().read([range = range()](db::Repo &repo) { return Analytics(repo).commentsByState(range); });
    ask(States, m_states, request, [this, range = listRange()](const blog::CommentCounts &counts) {
        m_states->showData(statesChart(counts));
        m_tiles.at(States).destination = [states = counts.keys(), range](int index) { return commentsIn(states.at(index), range); };
    });
}

void DashboardPage::cancel()
{
    m_extent.cancel();
    for (const Tile &tile : m_tiles)
        tile.request.cancel();
}

void DashboardPage::retry(void (DashboardPage::*loadTile)())
{
    m_isExtentKnown ? (this->*loadTile)() : load();
}

template <typename Widget, typename T, typename Show>
void DashboardPage::ask(Part part, Widget *widget, const db::Request<db::Result<T>> &request, Show show)
{
    widget->showLoading();
    if (!m_activity)
        m_activity = session().activities().start(tr("Reading the figures"), [this] { cancel(); });
    Tile &tile = m_tiles.at(part);
    tile.request.ask(this, request, [this, part, widget, show = std::move(show)](const db::Result<T> &answer) {
        if (answer) {
            m_header->setReadAt(QTime::currentTime());
            m_tiles.at(part).show = [show, value = *answer] { show(value); };
            m_tiles.at(part).show();
        } else {
            showError(part, widget, answer.error());
        }
        finish();
    });
}

template <typename Widget>
void DashboardPage::showError(Part part, Widget *widget, const db::Error &error)
{
    // Whoever stops the question keeps the figures there are.
    const bool isKept = error.kind == db::Error::Kind::Canceled && m_tiles.at(part).show;
    if (!isKept)
        m_tiles.at(part).show = [widget, error] { widget->showError(errorText(error)); };
    m_tiles.at(part).show();
}

void DashboardPage::finish()
{
    const bool isWaiting = std::any_of(m_tiles.cbegin(), m_tiles.cend(), [](const Tile &tile) { return tile.request.isOpen(); });
    if (!isWaiting)
        m_activity.reset();
}

void DashboardPage::leaveFor(const Destination &destination)
{
    m_left = focusWidget();
    session().go(destination);
}

DateRange DashboardPage::postsRange() const
{
    return rangeOf(m_header->period(), m_published, m_now, m_zone);
}

DateRange DashboardPage::range() const
{
    return m_header->period() == Period::All ? allOfTime() : postsRange();
}

std::optional<DateRange> DashboardPage::listRange() const
{
    return m_header->period() == Period::All ? std::nullopt : std::optional(postsRange());
}

Granularity DashboardPage::granularity() const
{
    return m_header->granularity().value_or(analytics::suitableGranularity(postsRange()));
}

} // namespace ui
