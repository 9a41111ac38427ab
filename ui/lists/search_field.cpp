// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/search_field.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent), m_timer(new QTimer(this))
{
    setClearButtonEnabled(true);
    addAction(icon("edit-find"), LeadingPosition);
    m_timer->setSingleShot(true);
    m_timer->setInterval(250);
    connect(m_timer, &QTimer::timeout, this, &SearchField::search);
    connect(this, &QLineEdit::textChanged, m_timer, qOverload<>(&QTimer::start));
}

void SearchField::showText(const QString &text)
{
    m_searched = text;
    if (text != this->text().trimmed())
        setText(text);
    m_timer->stop();
}

bool SearchField::event(QEvent *event)
{
    // Esc is ours while there is something to stop or to clear, whatever else it is a shortcut for.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && (m_isSearching || !text().isEmpty())) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        search();
        break;
    case Qt::Key_Escape:
        if (m_isSearching) {
            emit cancelRequested();
        } else {
            clear();
            search();
        }
        break;
    case Qt::Key_Down:
        emit leftDownwards();
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::search()
{
    m_timer->stop();
    const QString wanted = text().trimmed();
    if (wanted == m_searched)
        return;
    m_searched = wanted;
    emit searched(wanted);
}

} // namespace ui
