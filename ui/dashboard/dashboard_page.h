// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/analytics/analytics.h"
#include "ui/common/activities.h"
#include "ui/common/latest_request.h"
#include "ui/page.h"

#include <QPointer>

#include <array>

class QBoxLayout;

namespace ui {

class ChartPanel;
class DashboardHeader;
class NumberRow;

/// How the community is doing: figures and charts of a range, each of which leads to the records behind it.
///
/// Every tile is a question of its own. Choosing another range withdraws those that are still open.
class DashboardPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(Session &session, QWidget *parent = nullptr);
    ~DashboardPage() override;

    QString title() const override;
    void visit(const Destination &destination) override;
    void refresh() override;
    void focusFirst() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A tile's question, what shows the answer once more in another language, and where its bars lead.
    struct Tile
    {
        LatestRequest request;
        std::function<void()> show;
        std::function<Destination(int)> destination;
    };
    enum Part {
        Numbers,
        Posts,
        Authors,
        States
    };

    void build();
    void connectPanel(Part part, ChartPanel *panel, void (DashboardPage::*loadTile)());
    void retranslateTiles();
    void load();
    void loadTiles();
    void loadNumbers();
    void loadPosts();
    void loadAuthors();
    void loadStates();
    void cancel();
    void retry(void (DashboardPage::*loadTile)());
    template <typename Widget, typename T, typename Show>
    void ask(Part part, Widget *widget, const db::Request<db::Result<T>> &request, Show show);
    template <typename Widget>
    void showError(Part part, Widget *widget, const db::Error &error);
    void finish();
    /// Leaves for the records behind a figure.
    void leaveFor(const Destination &destination);

    /// The range of the charts of posts.
    analytics::DateRange postsRange() const;
    /// The range of everything else: only All is wider.
    analytics::DateRange range() const;
    /// The range of a list behind a bar; nothing for All.
    std::optional<analytics::DateRange> listRange() const;
    analytics::Granularity granularity() const;

    QTimeZone m_zone;
    DashboardHeader *m_header;
    NumberRow *m_numbers;
    ChartPanel *m_posts;
    ChartPanel *m_authors;
    ChartPanel *m_states;
    QBoxLayout *m_lower = nullptr;
    QPointer<QWidget> m_left; ///< what had the focus when the page was left

    bool m_isChosen = false; ///< the user chose the period
    bool m_isExtentKnown = false;
    QDateTime m_now; ///< when the present figures were asked for
    std::optional<analytics::DateRange> m_published;
    LatestRequest m_extent;
    std::array<Tile, 4> m_tiles;
    Activities::Handle m_activity;
};

} // namespace ui
