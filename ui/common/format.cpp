// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace ui {

namespace {

struct FormatTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::Format)
};

} // namespace

QString formatNumber(qint64 number)
{
    return QLocale().toString(number);
}

QString dateFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"))
        format.replace(u"yy"_qs, u"yyyy"_qs);
    return format;
}

QString dateTimeFormat()
{
    return dateFormat() + u' ' + QLocale().timeFormat(QLocale::ShortFormat);
}

QString formatDateTime(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime(), dateTimeFormat());
}

QString formatDate(QDate date)
{
    return QLocale().toString(date, dateFormat());
}

QString formatAge(const QDateTime &utc, const QDateTime &now)
{
    const qint64 minutes = qMax<qint64>(0, utc.secsTo(now) / 60);
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    if (minutes == 0)
        return FormatTexts::tr("just now");
    if (hours == 0)
        return FormatTexts::tr("%1 min").arg(minutes);
    if (days == 0)
        return FormatTexts::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    if (days < 60)
        return FormatTexts::tr("%1 d %2 h").arg(days).arg(hours % 24);
    const qint64 months = days * 12 / 365;
    if (months < 24)
        return FormatTexts::tr("%n month(s)", nullptr, int(months));
    return FormatTexts::tr("%n year(s)", nullptr, int(months / 12));
}

QString zoneName()
{
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}

QString firstLine(const QString &text, int length)
{
    // Rows of a list need the beginning only; simplified() on a whole long text would be waste.
    const QString line = text.left(4 * length).simplified();
    if (line.size() <= length)
        return line;
    return line.left(length - 1) + u'…';
}

} // namespace ui
