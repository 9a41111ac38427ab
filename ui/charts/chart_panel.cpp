// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_panel.h"

#include "ui/background.h"
#include "ui/charts/chart.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_skeleton.h"
#include "ui/charts/chart_table.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ChartPanel::ChartPanel(Chart *chart, QWidget *parent)
    : QFrame(parent), m_chart(chart)
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *layout = new QVBoxLayout(this);
    createHeader(layout);
    createFigures();
    createError();
    m_skeleton = new ChartSkeleton;
    m_pages = new QStackedWidget;
    for (QWidget *page : {m_figures, m_skeleton, m_error})
        m_pages->addWidget(page);
    layout->addWidget(m_pages, 1);

    m_slow.setSingleShot(true);
    m_slow.setInterval(100ms);
    connect(&m_slow, &QTimer::timeout, this, &ChartPanel::showSlowLoading);
    connect(m_chart, &Chart::activated, this, &ChartPanel::activated);
    connect(m_table, &ChartTable::activated, this, [this](const QModelIndex &index) {
        emit activated(index.row(), std::max(0, index.column() - 1));
    });
    connect(this, &QObject::objectNameChanged, this, &ChartPanel::nameParts);

    retranslate();
    updateTable();
}

void ChartPanel::createHeader(QBoxLayout *layout)
{
    m_heading = new QLabel;
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    QFont font = m_heading->font();
    font.setBold(true);
    m_heading->setFont(font);

    m_tableButton = new QToolButton;
    m_tableButton->setCheckable(true);
    m_tableButton->setChecked(true);
    m_tableButton->setAutoRaise(true);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartPanel::updateTable);

    m_menu = new QMenu(this);
    m_copy = m_menu->addAction({}, this, &ChartPanel::copy);
    m_menu->addSeparator();
    m_exportPng = m_menu->addAction({}, this, [this] {
        exportAs(u"png"_s, tr("PNG pictures"),
                 [this] { return chartAsPng(*m_chart); });
    });
    m_exportSvg = m_menu->addAction({}, this, [this] {
        exportAs(u"svg"_s, tr("SVG drawings"),
                 [this] { return chartAsSvg(*m_chart); });
    });
    m_exportCsv = m_menu->addAction({}, this, [this] {
        exportAs(u"csv"_s, tr("CSV tables"),
                 [this] { return chartAsCsv(m_chart->data()).toUtf8(); });
    });
    m_menuButton = new QToolButton;
    m_menuButton->setAutoRaise(true);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    for (QToolButton *button : {m_tableButton, m_menuButton})
        button->setFocusPolicy(Qt::StrongFocus);

    auto *header = new QHBoxLayout;
    header->addWidget(m_heading, 1);
    header->addWidget(m_tableButton);
    header->addWidget(m_menuButton);
    layout->addLayout(header);

    m_notice = new QLabel;
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->hide();
    layout->addWidget(m_notice);
}

void ChartPanel::createFigures()
{
    m_table = new ChartTable;
    m_figures = new QWidget;
    m_figuresLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_figures);
    m_figuresLayout->setContentsMargins({});
    m_figuresLayout->addWidget(m_chart, 5);
    m_figuresLayout->addWidget(m_table, 3);
}

void ChartPanel::createError()
{
    m_errorText = new QLabel;
    m_errorText->setTextFormat(Qt::PlainText);
    m_errorText->setWordWrap(true);
    m_errorText->setAlignment(Qt::AlignCenter);
    m_errorText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_retry = new QPushButton;
    connect(m_retry, &QPushButton::clicked, this, &ChartPanel::retry);

    m_error = new QWidget;
    auto *layout = new QVBoxLayout(m_error);
    layout->addStretch();
    layout->addWidget(m_errorText);
    layout->addWidget(m_retry, 0, Qt::AlignCenter);
    layout->addStretch();
}

void ChartPanel::nameParts()
{
    const QList<std::pair<QObject *, QString>> parts{
        {m_chart, u"chart"_s},
        {m_table, u"table"_s},
        {m_heading, u"heading"_s},
        {m_notice, u"notice"_s},
        {m_tableButton, u"tableButton"_s},
        {m_menuButton, u"menu"_s},
        {m_menu, u"menu.popup"_s},
        {m_copy, u"copy"_s},
        {m_exportPng, u"exportPng"_s},
        {m_exportSvg, u"exportSvg"_s},
        {m_exportCsv, u"exportCsv"_s},
        {m_skeleton, u"skeleton"_s},
        {m_errorText, u"error"_s},
        {m_retry, u"retry"_s},
    };
    for (const auto &[part, name] : parts)
        part->setObjectName(objectName() + u'.' + name);
}

void ChartPanel::retranslate()
{
    const QString title = m_heading->text();
    m_tableButton->setText(tr("Table"));
    m_tableButton->setToolTip(tr("Show the figures as a table"));
    m_tableButton->setAccessibleName(tr("%1: table").arg(title));
    m_menuButton->setText(tr("More", "button of a tile that opens its menu"));
    m_menuButton->setToolTip(tr("Copy and export"));
    m_menuButton->setAccessibleName(tr("%1: copy and export").arg(title));
    m_menu->setAccessibleName(m_menuButton->accessibleName());
    m_copy->setText(tr("&Copy Data"));
    m_exportPng->setText(tr("Export &PNG…"));
    m_exportSvg->setText(tr("Export &SVG…"));
    m_exportCsv->setText(tr("Export CS&V…"));
    m_retry->setText(tr("&Try Again"));
    m_retry->setAccessibleName(tr("%1: try again").arg(title));
    setAccessibleName(title);
    m_chart->setAccessibleName(title);
    m_table->setAccessibleName(tr("%1: figures").arg(title));
    m_skeleton->setAccessibleName(tr("%1: loading").arg(title));
}

void ChartPanel::setTitle(const QString &title)
{
    m_heading->setText(title);
    retranslate();
}

void ChartPanel::showLoading()
{
    m_state = State::Loading;
    m_slow.start();
}

void ChartPanel::showSlowLoading()
{
    const bool hasFigures = m_pages->currentWidget() == m_figures && !m_chart->data().isEmpty();
    if (hasFigures)
        m_chart->setDimmed(true);
    else
        m_pages->setCurrentWidget(m_skeleton);
}

void ChartPanel::showError(const QString &text)
{
    m_slow.stop();
    m_state = State::Error;
    m_errorText->setText(text);
    m_pages->setCurrentWidget(m_error);
    updateTable();
}

void ChartPanel::showData(const ChartData &data)
{
    m_slow.stop();
    m_state = State::Data;
    m_chart->setDimmed(false);
    m_chart->setData(data);
    m_table->setChart(data);
    if (!data.title.isEmpty())
        setTitle(data.title);
    m_pages->setCurrentWidget(m_figures);
    updateTable();
}

bool ChartPanel::isTableShown() const
{
    return m_tableButton->isChecked();
}

void ChartPanel::updateTable()
{
    const bool hasFigures = m_state != State::Error && !m_chart->data().isEmpty();
    m_table->setVisible(hasFigures && m_tableButton->isChecked());
    for (QAction *action : {m_copy, m_exportPng, m_exportSvg, m_exportCsv})
        action->setEnabled(hasFigures);
    m_tableButton->setEnabled(hasFigures);
    arrange();
}

void ChartPanel::arrange()
{
    const int em = fontMetrics().height();
    const bool wide = width() >= em * 36;
    m_figuresLayout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_figuresLayout->setSpacing(em);
    // Beside the chart the table is as wide as its columns, below it as high as a few rows.
    m_table->setMinimumWidth(wide ? std::min(m_table->fittingWidth(), width() * 2 / 5) : 0);
    m_table->setMaximumWidth(wide ? m_table->minimumWidth() : QWIDGETSIZE_MAX);
    m_table->setMinimumHeight(em * 6);
    m_table->setMaximumHeight(wide ? QWIDGETSIZE_MAX : em * 10);
}

void ChartPanel::copy()
{
    QGuiApplication::clipboard()->setText(chartAsTsv(m_chart->data()));
}

void ChartPanel::exportAs(const QString &suffix, const QString &kind,
                          const std::function<QByteArray()> &content)
{
    static const QRegularExpression notInNames(u"[^\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    m_notice->hide();
    auto *dialog = new QFileDialog(this, tr("Export “%1”").arg(m_heading->text()));
    dialog->setObjectName(objectName() + u".saveDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QString(kind + u" (*." + suffix + u')'));
    dialog->selectFile(
        QString(QString(m_heading->text()).replace(notInNames, u" "_s).trimmed() + u'.' + suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, content](const QString &path) {
        inBackground(
            this, [path, bytes = content()] { return saveExport(path, bytes); },
            [this](const QString &problem) {
                m_notice->setText(problem);
                m_notice->setVisible(!problem.isEmpty());
            });
    });
    dialog->open();
}

void ChartPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        // A widget's locale is that of the time when it was made.
        setLocale(QLocale());
        retranslate();
        m_table->setChart(m_chart->data());
        break;
    case QEvent::LocaleChange:
        m_table->setChart(m_chart->data());
        break;
    case QEvent::FontChange:
        arrange();
        break;
    default:
        break;
    }
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

} // namespace ui
