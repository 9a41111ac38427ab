// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/queue_delegate.h"

#include "ui/common/format.h"
#include "ui/moderation/moderation_texts.h"
#include "ui/moderation/queue_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

constexpr int ExcerptLines = 3;
constexpr qint64 OverdueAfter = 48 * 3600; // seconds

/// One row being drawn: pieces are taken from the ends of its lines.
class RowPainter
{
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room)
        : m_painter(painter), m_option(option), m_line(room.left(), room.top(), room.width(), option.fontMetrics.height()) { }

    QRect line() const { return m_line; }
    /// Goes down by a line and a bit.
    void nextLine(int gap = 0)
    {
        m_line.moveTop(m_line.top() + m_option.fontMetrics.height() + gap);
        m_leading = 0;
        m_trailing = 0;
    }
    QColor text() const { return m_option.palette.color(isSelected() ? QPalette::HighlightedText : QPalette::Text); }
    /// A colour with a meaning, unless the row is selected: there only one is readable.
    QColor text(Theme::Role role) const
    {
        if (!isSelected())
            return Theme::color(role);
        QColor color = text();
        color.setAlphaF(role == Theme::Role::Muted ? 0.85F : 1.0F);
        return color;
    }

    void atEnd(const QString &words, const QColor &color)
    {
        const int width = qMin(m_option.fontMetrics.horizontalAdvance(words) + 1, free());
        draw({m_line.right() - m_trailing - width + 1, m_line.top(), width, m_line.height()}, words, color, m_option.font);
        m_trailing += width + gap();
    }
    void atStart(const QString &words, const QColor &color, bool isBold = false)
    {
        QFont font = m_option.font;
        font.setBold(isBold);
        const int width = qMin(QFontMetrics(font).horizontalAdvance(words) + 1, free());
        draw({m_line.left() + m_leading, m_line.top(), width, m_line.height()}, words, color, font);
        m_leading += width + gap();
    }
    /// The same, unless there is room for less than half of it.
    void atStartIfReadable(const QString &words, const QColor &color)
    {
        if (m_option.fontMetrics.horizontalAdvance(words) / 2 < free())
            atStart(words, color);
    }
    /// So many lines of text, with its links underlined, and an ellipsis where it goes on.
    void paragraph(const QString &words, const QList<Link> &links, int lines);

private:
    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }
    int free() const { return qMax(0, m_line.width() - m_leading - m_trailing); }
    int gap() const { return m_option.fontMetrics.averageCharWidth() * 3 / 2; }

    void draw(const QRect &place, const QString &words, const QColor &color, const QFont &font)
    {
        if (words.isEmpty() || place.width() <= 0)
            return;
        const QRect mirrored = QStyle::visualRect(m_option.direction, m_line, place);
        m_painter->setFont(font);
        m_painter->setPen(color);
        const auto alignment = QStyle::visualAlignment(m_option.direction, Qt::AlignLeading | Qt::AlignVCenter);
        m_painter->drawText(mirrored, int(alignment) | Qt::TextSingleLine, QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()));
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_line;
    int m_leading = 0; ///< taken at the beginning of the line
    int m_trailing = 0; ///< and at its end
};

void RowPainter::paragraph(const QString &words, const QList<Link> &links, int lines)
{
    // Line breaks would waste the few lines there are; blanks keep the places of the links.
    QString flat = words;
    for (QChar &character : flat) {
        if (character.isSpace())
            character = u' ';
    }
    QTextLayout layout(flat, m_option.font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    wrapping.setTextDirection(flat.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    wrapping.setAlignment(QStyle::visualAlignment(m_option.direction, Qt::AlignLeading) | Qt::AlignAbsolute);
    layout.setTextOption(wrapping);
    QList<QTextLayout::FormatRange> formats;
    for (const Link &link : links) {
        QTextLayout::FormatRange range{link.start, link.length, {}};
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    layout.setFormats(formats);

    layout.beginLayout();
    int restStart = -1;
    for (int number = 0; number < lines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_line.width());
        line.setPosition(QPointF(0, number * m_option.fontMetrics.height()));
        if (number == lines - 1 && line.textStart() + line.textLength() < flat.size())
            restStart = line.textStart();
    }
    layout.endLayout();

    m_painter->setPen(text());
    const int whole = restStart < 0 ? layout.lineCount() : layout.lineCount() - 1;
    for (int number = 0; number < whole; ++number)
        layout.lineAt(number).draw(m_painter, m_line.topLeft());
    if (restStart >= 0) {
        m_line.moveTop(m_line.top() + whole * m_option.fontMetrics.height());
        draw(m_line, flat.mid(restStart), text(), m_option.font);
    }
}

void paintEntry(RowPainter &row, const QueueEntry &entry)
{
    const moderation::QueueItem &item = entry.item;
    const bool waits = item.state == blog::ModerationState::Pending;
    const bool isOverdue = waits && item.insertedAt.secsTo(QDateTime::currentDateTimeUtc()) > OverdueAfter;
    const QString age = formatAge(item.insertedAt);
    row.atEnd(isOverdue ? QueueDelegate::tr("%1 · overdue", "3 d 4 h").arg(age) : age, row.text(isOverdue ? Theme::Role::Warning : Theme::Role::Muted));
    row.atStart(item.username, row.text(), true);
    row.atStartIfReadable(moderation_texts::record(item.record), row.text(item.record.isNewcomer() ? Theme::Role::Accent : Theme::Role::Muted));
    row.nextLine();
    row.atEnd(moderation_texts::links(entry.links.size()), row.text(Theme::Role::Warning));
    if (entry.note.isEmpty())
        row.atStart(item.postTitle, row.text(Theme::Role::Muted));
    else
        row.atStart(entry.note, row.text(Theme::Role::Error), true);
    row.nextLine();
    row.paragraph(item.excerpt, entry.links, ExcerptLines);
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto entry = index.data(QueueModel::EntryRole).value<QueueEntry>();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    painter->save();
    const int margin = option.fontMetrics.height() / 2;
    painter->setClipRect(option.rect);
    RowPainter row(painter, option, option.rect.adjusted(margin * 4 / 3, margin, -margin * 4 / 3, -margin));
    paintEntry(row, entry);
    painter->setPen(option.palette.color(QPalette::Midlight));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.state |= QStyle::State_KeyboardFocusChange;
        focus.backgroundColor = option.palette.color(QPalette::Base);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height();
    return {option.fontMetrics.averageCharWidth() * 30, line * (2 + ExcerptLines) + line / 2 * 2 + 1};
}

} // namespace ui
