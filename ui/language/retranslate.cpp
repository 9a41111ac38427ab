// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/language/retranslate.h"

#include <QEvent>
#include <QWidget>

namespace ui {

namespace {

/// Runs a function on certain events of its parent.
class Watcher : public QObject
{
public:
    Watcher(QWidget *widget, std::initializer_list<QEvent::Type> events, std::function<void()> run)
        : QObject(widget), m_events(events), m_run(std::move(run))
    {
        widget->installEventFilter(this);
        m_run();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Setting a font or a palette is such an event itself.
        if (!m_isRunning && m_events.contains(event->type())) {
            m_isRunning = true;
            m_run();
            m_isRunning = false;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QList<QEvent::Type> m_events;
    std::function<void()> m_run;
    bool m_isRunning = false;
};

} // namespace

void retranslate(QWidget *widget, std::function<void()> setTexts)
{
    new Watcher(widget, {QEvent::LanguageChange}, std::move(setTexts));
}

void restyle(QWidget *widget, std::function<void()> setColors)
{
    new Watcher(widget, {QEvent::PaletteChange, QEvent::ApplicationPaletteChange, QEvent::FontChange, QEvent::ApplicationFontChange, QEvent::StyleChange},
                std::move(setColors));
}

} // namespace ui
