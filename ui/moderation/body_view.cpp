// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/body_view.h"

#include "ui/common/literal_text.h"
#include "ui/language/retranslate.h"
#include "ui/moderation/plain_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QTextBlock>

#include <cmath>

namespace ui {

BodyView::BodyView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &BodyView::fit);
    connect(this, &QTextBrowser::anchorClicked, this, &BodyView::offer);
    restyle(this, [this] { fill(); });
}

void BodyView::reset()
{
    m_parts.clear();
    fill();
}

void BodyView::addHeading(const QString &words)
{
    m_parts.append({true, words});
    append(m_parts.last());
}

void BodyView::addText(const QString &words)
{
    m_parts.append({false, words});
    append(m_parts.last());
}

QSize BodyView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height()};
}

void BodyView::fill()
{
    document()->clear();
    for (const Part &part : std::as_const(m_parts))
        append(part);
    fit();
}

void BodyView::append(const Part &part)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    if (!document()->isEmpty()) {
        block.setTopMargin(part.isHeading ? fontMetrics().height() * 0.7 : fontMetrics().height() * 0.15);
        cursor.insertBlock(block, {});
    }
    QTextCharFormat plain;
    if (part.isHeading) {
        plain.setForeground(Theme::color(Theme::Role::Muted));
        cursor.insertText(part.words, plain);
        return;
    }
    int written = 0;
    for (const Link &link : linksIn(part.words)) {
        const QString address = part.words.mid(link.start, link.length);
        QTextCharFormat marked;
        marked.setAnchor(true);
        marked.setAnchorHref(address.startsWith(u"www.", Qt::CaseInsensitive) ? QString(u"http://" + address) : address);
        marked.setForeground(palette().link());
        marked.setFontUnderline(true);
        cursor.insertText(part.words.mid(written, link.start - written), plain);
        cursor.insertText(address, marked);
        written = link.start + link.length;
    }
    cursor.insertText(part.words.mid(written), plain);
}

void BodyView::fit()
{
    setFixedHeight(int(std::ceil(document()->size().height())));
}

void BodyView::offer(const QUrl &address)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"moderation.link"_qs);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString whole = address.toString(QUrl::FullyEncoded);
    const QString shown = fontMetrics().elidedText(whole, Qt::ElideRight, fontMetrics().averageCharWidth() * 100);
    menu->addAction(literalLabel(shown))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(icon("internet-web-browser"), tr("Open in the browser"), this, [address] { QDesktopServices::openUrl(address); });
    menu->addAction(icon("edit-copy"), tr("Copy the address"), this, [whole] { QApplication::clipboard()->setText(whole); });
    // The link is selected, by whatever it was activated.
    QTextCursor link = textCursor();
    link.setPosition(link.selectionStart());
    menu->popup(viewport()->mapToGlobal(cursorRect(link).bottomLeft()));
}

} // namespace ui
