// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/date_editor.h"

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

namespace ui {

DateEditor::DateEditor(Kind kind, QWidget *parent)
    : FieldEditor(parent), m_kind(kind), m_line(new QLineEdit(this)), m_zone(new QLabel(this)), m_calendar(new QToolButton(this)), m_now(new QToolButton(this)), m_clear(new QToolButton(this))
{
    row()->addWidget(m_line);
    row()->addWidget(m_calendar);
    row()->addWidget(m_now);
    row()->addWidget(m_clear);
    row()->addWidget(m_zone);
    row()->addStretch(1);
    makeQuiet(m_zone);
    m_zone->setVisible(kind == Kind::DateTime);
    m_calendar->setIcon(icon("view-calendar"));
    m_now->setIcon(icon("clock"));
    m_clear->setIcon(icon("edit-clear"));
    for (QToolButton *button : {m_calendar, m_now, m_clear}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_calendar, &QToolButton::clicked, this, &DateEditor::showCalendar);
    connect(m_now, &QToolButton::clicked, this, [this] { choose(QDateTime::currentDateTime()); });
    connect(m_clear, &QToolButton::clicked, this, [this] { choose({}); });
    watch(m_line);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] { m_line->setFixedWidth(m_line->fontMetrics().averageCharWidth() * 26); });
}

QVariant DateEditor::value() const
{
    const QString text = m_line->text().trimmed();
    // Seconds are not shown; text that was not touched stands for the whole value.
    if (text == m_shown)
        return m_value;
    if (text.isEmpty())
        return {};
    const QVariant typed = parsed(text);
    return typed.isNull() ? QVariant(text) : typed;
}

void DateEditor::setValue(const QVariant &value)
{
    m_value = value.isNull() ? QVariant() : value;
    showValue();
}

void DateEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    for (QToolButton *button : {m_calendar, m_now, m_clear})
        button->setEnabled(!readOnly);
}

QWidget *DateEditor::input() const
{
    return m_line;
}

void DateEditor::setName(const QString &name)
{
    FieldEditor::setName(name);
    m_calendar->setObjectName(name + u".calendar");
    m_now->setObjectName(name + u".now");
    m_clear->setObjectName(name + u".clear");
}

QString DateEditor::complaint() const
{
    const QString text = m_line->text().trimmed();
    if (text == m_shown || text.isEmpty() || !parsed(text).isNull())
        return {};
    return m_kind == Kind::Date ? tr("is not a date; write it like %1").arg(formatDate(QDate::currentDate()))
                                : tr("is not a date and time; write it like %1").arg(formatDateTime(QDateTime::currentDateTimeUtc()));
}

void DateEditor::updateTexts()
{
    const QVariant present = value();
    const bool wasTouched = m_line->text().trimmed() != m_shown;
    m_line->setPlaceholderText(tr("not set"));
    m_zone->setText(zoneName());
    m_calendar->setToolTip(tr("Choose from a calendar"));
    m_now->setToolTip(m_kind == Kind::Date ? tr("Today") : tr("Now"));
    m_clear->setToolTip(tr("Clear"));
    for (QToolButton *button : {m_calendar, m_now, m_clear})
        button->setAccessibleName(button->toolTip());
    // Dates are written in the new language, text that is no date stays.
    if (!wasTouched)
        showValue();
    else if (present.typeId() == QMetaType::QDate || present.typeId() == QMetaType::QDateTime)
        m_line->setText(textOf(present));
}

void DateEditor::showCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setObjectName(m_line->objectName() + u".calendarPopup");
    calendar->setAccessibleName(tr("Calendar"));
    const QVariant present = parsed(m_line->text().trimmed());
    const QDateTime shown = m_kind == Kind::Date ? present.toDate().startOfDay() : present.toDateTime().toLocalTime();
    calendar->setSelectedDate(shown.isValid() ? shown.date() : QDate::currentDate());
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto take = [this, menu, shown](QDate date) {
        menu->close();
        choose(QDateTime(date, shown.isValid() ? shown.time() : QTime::currentTime()));
    };
    connect(calendar, &QCalendarWidget::clicked, menu, take);
    connect(calendar, &QCalendarWidget::activated, menu, take);
    calendar->setFocus();
    // Not exec(): this editor may be gone before the menu is closed.
    menu->popup(m_calendar->mapToGlobal(m_calendar->rect().bottomLeft()));
}

void DateEditor::showValue()
{
    m_shown = textOf(m_value);
    m_line->setText(m_shown);
}

void DateEditor::choose(const QDateTime &local)
{
    QVariant chosen;
    if (local.isValid())
        chosen = m_kind == Kind::Date ? QVariant(local.date()) : QVariant(local.toUTC());
    m_line->setText(textOf(chosen));
    m_line->setFocus();
    emit edited();
}

QString DateEditor::textOf(const QVariant &value) const
{
    if (value.isNull())
        return {};
    return m_kind == Kind::Date ? formatDate(value.toDate()) : formatDateTime(value.toDateTime());
}

/// The format with noughts left out, which also reads them: "31.3.2026" and "31.03.2026".
static QString lenient(QString format)
{
    return format.replace(u"dd"_qs, u"d"_qs).replace(u"MM"_qs, u"M"_qs);
}

QVariant DateEditor::parsed(const QString &text) const
{
    if (m_kind == Kind::Date) {
        QDate date = QLocale().toDate(text, lenient(dateFormat()));
        if (!date.isValid())
            date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? QVariant(date) : QVariant();
    }
    QDateTime local = QLocale().toDateTime(text, lenient(dateTimeFormat()));
    if (!local.isValid())
        local = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODate);
    return local.isValid() ? QVariant(local.toUTC()) : QVariant();
}

} // namespace ui
