// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/number_row.h"

#include "ui/dashboard/number_tile.h"
#include "ui/language/retranslate.h"

#include <QBoxLayout>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace ui {

namespace {

constexpr int SlowAfter = 100; // milliseconds

} // namespace

NumberRow::NumberRow(const QString &name, QWidget *parent)
    : QWidget(parent), m_figures(new QWidget(this)), m_grid(new QGridLayout(m_figures)), m_slow(new QTimer(this))
{
    setObjectName(name);
    m_tiles = {new NumberTile(
                   name + u".views", [] { return tr("Total views"); }, m_figures),
               new NumberTile(
                   name + u".posts", [] { return tr("Posts published"); }, m_figures),
               new NumberTile(
                   name + u".comments", [] { return tr("Comments"); }, m_figures),
               new NumberTile(
                   name + u".pending", [] { return tr("Pending comments"); }, m_figures),
               new NumberTile(
                   name + u".users", [] { return tr("New users"); }, m_figures)};
    m_tiles.at(3)->setLink([] { return tr("Go to moderation"); });
    connect(m_tiles.at(3), &NumberTile::activated, this, &NumberRow::pendingActivated);
    m_grid->setContentsMargins({});
    createError();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_figures);
    layout->addWidget(m_error);

    m_slow->setSingleShot(true);
    m_slow->setInterval(SlowAfter);
    connect(m_slow, &QTimer::timeout, this, [this] {
        m_error->hide();
        m_figures->show();
        for (NumberTile *tile : std::as_const(m_tiles))
            tile->setWaiting(true);
    });
    retranslate(this, [this] {
        setAccessibleName(tr("Figures"));
        m_retry->setText(tr("&Try Again"));
        m_retry->setAccessibleName(tr("Figures: try again"));
    });
    restyle(this, [this] { arrange(); });
}

void NumberRow::createError()
{
    m_error = new QFrame(this);
    m_error->setFrameShape(QFrame::StyledPanel);
    m_error->setBackgroundRole(QPalette::Base);
    m_error->setAutoFillBackground(true);
    m_error->hide();
    m_errorText = new QLabel(m_error);
    m_errorText->setObjectName(objectName() + u".error");
    m_errorText->setTextFormat(Qt::PlainText);
    m_errorText->setWordWrap(true);
    m_errorText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_retry = new QPushButton(m_error);
    m_retry->setObjectName(objectName() + u".retry");
    connect(m_retry, &QPushButton::clicked, this, &NumberRow::retry);
    auto *row = new QHBoxLayout(m_error);
    row->addWidget(m_errorText, 1);
    row->addWidget(m_retry);
}

void NumberRow::showLoading()
{
    m_slow->start();
}

void NumberRow::showError(const QString &text)
{
    m_slow->stop();
    m_errorText->setText(text);
    m_figures->hide();
    m_error->show();
}

void NumberRow::showNumbers(const analytics::Numbers &numbers)
{
    m_slow->stop();
    m_error->hide();
    m_figures->show();
    const QList<qint64> values{numbers.totalViews, numbers.postsPublished, numbers.comments, numbers.pending, numbers.newUsers};
    for (qsizetype index = 0; index < m_tiles.size(); ++index)
        m_tiles.at(index)->setValue(values.at(index));
}

void NumberRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void NumberRow::arrange()
{
    const int fitting = width() / qMax(1, fontMetrics().averageCharWidth() * 22);
    const int count = int(m_tiles.size());
    // Four and one would look lost.
    const int columns = fitting >= count ? count : qBound(1, fitting, 3);
    for (int index = 0; index < count; ++index) {
        m_grid->addWidget(m_tiles.at(index), index / columns, index % columns);
        m_grid->setColumnStretch(index, index < columns ? 1 : 0);
    }
}

} // namespace ui
